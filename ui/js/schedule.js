// What is said of sessions: spans of time, days to come, how often, and how long.

import { addDays, clock, monthDay, plainDay, weekday, weekdayName } from "./dates.js";
import { t } from "./strings/en.js";

/**
 * @typedef {import("./ipc.js").EventKind} EventKind
 * @typedef {import("./ipc.js").RuleView} RuleView
 * @typedef {import("./ipc.js").Weekday} Weekday
 */

/** @type {readonly Weekday[]} */
export const WEEKDAYS = Object.freeze(["mo", "tu", "we", "th", "fr", "sa", "su"]);

/** @type {readonly EventKind[]} */
export const KINDS = Object.freeze([
  "group",
  "individual",
  "family",
  "psychoeducation",
  "medication",
  "holistic",
  "assessment",
  "mutual_help",
  "other",
  "personal",
]);

const A_MONDAY = "2024-01-01";
const DAYS_BY_NAME = 6;
const DAY_MINUTES = 24 * 60;

/** @param {Weekday} day */
export const weekdayInFull = (day) => weekdayName(addDays(A_MONDAY, WEEKDAYS.indexOf(day)));
/** @param {Weekday} day */
export const weekdayInShort = (day) => weekday(addDays(A_MONDAY, WEEKDAYS.indexOf(day)));

/** @param {string} day @returns {Weekday} */
export const weekdayOf = (day) => WEEKDAYS[(new Date(`${day}T12:00:00`).getDay() + 6) % 7] ?? "mo";

/** @param {string} day */
export const mondayOf = (day) => addDays(day, -WEEKDAYS.indexOf(weekdayOf(day)));

/** In the order of the week. @param {readonly Weekday[]} days */
export const inOrder = (days) => WEEKDAYS.filter((day) => days.includes(day));

/** @param {string} time */
const asMinutes = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Below zero if the second is earlier in the day. @param {string} from @param {string} until */
export const minutesBetween = (from, until) => asMinutes(until) - asMinutes(from);

/** The clock goes round at midnight. @param {string} time @param {number} minutes */
export function timeAfter(time, minutes) {
  const at = (asMinutes(time) + minutes + DAY_MINUTES) % DAY_MINUTES;
  return [Math.floor(at / 60), at % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

const HALF_OF_DAY = /\s[ap]m$/;

/** "5:30–8:30 pm", "11:30 am – 1:00 pm". @param {string} time @param {string} until */
export function timeSpan(time, until) {
  const [from, to] = [clock(time), clock(until)];
  const half = HALF_OF_DAY.exec(from)?.[0];
  return half !== undefined && to.endsWith(half)
    ? `${from.slice(0, -half.length)}–${to}`
    : t.programme.from_to(from, to);
}

/** @param {number} minutes */
export const inHours = (minutes) => t.programme.duration(Math.floor(minutes / 60), minutes % 60);

/** A day to come, as short as it can be said; in the middle of a sentence. @param {string} day @param {string} today */
export function dayAhead(day, today) {
  if (day === today) return t.programme.today;
  if (day === addDays(today, 1)) return t.programme.tomorrow;
  if (day > today && day <= addDays(today, DAYS_BY_NAME)) return weekdayName(day);
  return t.programme.day(weekdayName(day), monthDay(day));
}

/** "America/New_York" is "New York". @param {string} zone */
export const cityOf = (zone) => (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");

/** How often it is, in words; for the editor's rules to the day, for others as near as it can be said. @param {RuleView} rule */
export function oftenInWords({ frequency, interval, weekdays }) {
  const days = inOrder(weekdays);
  const names = days.length === 1 ? days.map(weekdayInFull) : days.map(weekdayInShort);
  const often = t.programme.often(frequency, interval);
  return names.length > 0 ? t.programme.often_on(often, names) : often;
}

/** With its end. @param {RuleView} rule */
export function ruleInWords(rule) {
  const often = oftenInWords(rule);
  if (rule.until !== null) return t.programme.often_until(often, plainDay(rule.until));
  return rule.count === null ? often : t.programme.often_times(often, rule.count);
}

const TYPED_TIME = /^(\d{1,2})(?:[:.h]?(\d{2}))?\s*(?:([ap])\.?m?\.?)?$/;
const NOON = 12;

/**
 * A time as people type it: "5:30 pm", "5pm", "17:30", "1730". An hour of which nobody can say whether it is
 * before or after noon is asked about, never guessed.
 * @param {string} text
 * @returns {{ time: string } | { fault: "half" | "unread" }}
 */
export function readTime(text) {
  const typed = TYPED_TIME.exec(text.trim().toLowerCase());
  if (typed === null) return { fault: "unread" };
  const [, hourText = "", minuteText = "00", half] = typed;
  const [hour, minute] = [Number(hourText), Number(minuteText)];
  const isWhole = half === undefined;
  if (minute > 59 || hour > (isWhole ? 23 : NOON) || (!isWhole && hour === 0)) return { fault: "unread" };
  if (isWhole && hour > 0 && hour <= NOON && !hourText.startsWith("0")) return { fault: "half" };
  const ofDay = isWhole ? hour : (hour % NOON) + (half === "p" ? NOON : 0);
  return { time: timeAfter("00:00", ofDay * 60 + minute) };
}
