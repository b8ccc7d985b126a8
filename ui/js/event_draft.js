// What is typed about an event, what is wrong with it, and the request it becomes.

import { addDays } from "./dates.js";
import { isLike } from "./form_draft.js";
import { minutesBetween, timeAfter, WEEKDAYS, weekdayOf } from "./schedule.js";

/**
 * @typedef {import("./ipc.js").EventView} EventView
 * @typedef {import("./ipc.js").EventDetails} EventDetails
 * @typedef {import("./ipc.js").EventKind} EventKind
 * @typedef {import("./ipc.js").ChangeScope} ChangeScope
 * @typedef {import("./ipc.js").RuleView} RuleView
 * @typedef {import("./ipc.js").Weekday} Weekday
 * @typedef {"once" | "weekly" | "second" | "other" | "own"} Repeats  "own": by a rule the form cannot show
 *
 * @typedef {object} EventDraft
 * @property {EventKind} kind
 * @property {string} summary
 * @property {Repeats} repeats
 * @property {string} interval  weeks, as typed
 * @property {readonly Weekday[]} weekdays
 * @property {string} date  of the one
 * @property {string} from  the first day of the series
 * @property {string} until
 * @property {readonly string[]} dates  further ones at the same time, as typed
 * @property {boolean} all_day
 * @property {string} last_day  of one that is all day
 * @property {string} start
 * @property {string} end
 * @property {number} more  whole days that it takes beyond what start and end say, in minutes
 * @property {string} location
 * @property {string} link
 * @property {string} room
 * @property {string} facilitator
 * @property {string} bring
 * @property {string} travel  minutes, as typed
 * @property {string} zone  nothing: as it is
 * @property {string} description
 *
 * @typedef {{ scope: ChangeScope, patch: Partial<EventDraft> }} Typed  over what there is
 *
 * @typedef {Partial<Record<"summary" | "interval" | "weekdays" | "date" | "from" | "until" | "last_day" | "start"
 *   | "end" | "travel", "missing" | "wrong">>} Faults
 */

const DAY_MINUTES = 24 * 60;
const MOST_WEEKS = 52;
const MOST_TRAVEL = 600;

/** @param {string} date @returns {EventDraft} */
export const blankDraft = (date) => ({
  kind: "personal",
  summary: "",
  repeats: "once",
  interval: "3",
  weekdays: [weekdayOf(date)],
  date,
  from: date,
  until: "",
  dates: [],
  all_day: false,
  last_day: date,
  start: "",
  end: "",
  more: 0,
  location: "",
  link: "",
  room: "",
  facilitator: "",
  bring: "",
  travel: "",
  zone: "",
  description: "",
});

/** @param {RuleView | null} rule @returns {Repeats} */
export function repeatsOf(rule) {
  if (rule === null) return "once";
  if (!rule.plain || rule.frequency !== "weekly" || rule.count !== null) return "own";
  if (rule.interval === 1) return "weekly";
  return rule.interval === 2 ? "second" : "other";
}

/** @param {number} instant milliseconds since 1970 @param {string} zone */
export function wallClock(instant, zone) {
  const parts = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "short",
  }).format(new Date(instant));
  return { date: parts.slice(0, 10), time: parts.slice(11, 16) };
}

/** When this one is, on the clock of its event. @param {EventView} view */
function ownTimes({ details, occurrence }) {
  const { date, time, end_time, zone, here } = occurrence;
  const shown = { date, time: time ?? "", end: end_time ?? "" };
  if (occurrence.all_day) return shown;
  if (details.zone === null) {
    return here === null ? shown : { date: here.date, time: here.time, end: here.end_time };
  }
  if (details.zone === zone) return shown;
  const from = wallClock(occurrence.starts_ms, details.zone);
  return { ...from, end: wallClock(occurrence.ends_ms, details.zone).time };
}

/** @param {string} time @param {string} end */
const minutesOf = (time, end) => (minutesBetween(time, end) + DAY_MINUTES) % DAY_MINUTES;

/** An event as the form shows it for this scope. @param {EventView} view @param {ChangeScope} scope @returns {EventDraft} */
export function draftOf(view, scope) {
  const { details, rule, occurrence } = view;
  const isOne = scope === "this" || !occurrence.recurs;
  const words = isOne ? occurrence : details;
  const own = ownTimes(view);
  const series = { date: details.date, time: details.time ?? "", end: endOf(details) };
  const times = isOne ? own : series;
  const minutes = isOne ? occurrence.planned_minutes : details.minutes;
  const days = Math.max(1, Math.round(minutes / DAY_MINUTES));
  const first = scope === "this_and_future" ? occurrence.recurrence_id.slice(0, 10) : details.date;
  return {
    ...blankDraft(own.date || details.date),
    kind: details.kind,
    summary: words.summary,
    repeats: repeatsOf(rule),
    interval: String(rule?.interval ?? 3),
    weekdays: rule?.weekdays.length ? rule.weekdays : [weekdayOf(details.date)],
    date: isOne ? own.date : first,
    from: first,
    until: rule?.until ?? "",
    dates: details.dates ?? [],
    all_day: details.all_day,
    last_day: addDays(isOne ? own.date : first, details.all_day ? days - 1 : 0),
    start: times.time,
    end: times.end,
    more: details.all_day || times.time === "" ? 0 : minutes - minutesOf(times.time, times.end),
    location: words.location,
    link: words.link,
    room: words.room,
    facilitator: words.facilitator,
    bring: words.bring,
    travel: String(words.travel_minutes ?? ""),
    description: words.description,
  };
}

/** These are the same for every one of a series. */
const OF_ALL = /** @type {readonly (keyof EventDraft)[]} */ (["kind", "repeats", "all_day", "zone"]);

/** What is typed for one scope, as far as it makes sense for another. @param {Partial<EventDraft>} typed @param {ChangeScope} scope */
export const fitting = (typed, scope) =>
  scope === "this"
    ? Object.fromEntries(
        Object.entries(typed).filter(([key]) => !OF_ALL.includes(/** @type {keyof EventDraft} */ (key))),
      )
    : typed;

/** @type {Record<string, unknown>} */
const EXAMPLE = { ...blankDraft("2000-01-01"), dates: [""] };

/** Whether it was typed into a form like that of today. @param {any} found */
export const isTyped = (found) =>
  isLike(found, { scope: "", patch: {} }) &&
  Object.entries(found.patch).every(
    ([field, value]) => Object.hasOwn(EXAMPLE, field) && isLike(value, EXAMPLE[field]),
  );

/** @param {EventDetails} details */
const endOf = ({ time, minutes }) => (time === null ? "" : timeAfter(time, minutes % DAY_MINUTES));

/** Whether the form shows one date rather than a series. @param {EventDraft} draft @param {ChangeScope} scope */
export const isOneDate = ({ repeats }, scope) => scope === "this" || repeats === "once";

/** The first day from `from` on that is one of these. @param {string} from @param {readonly Weekday[]} weekdays */
export function firstOn(from, weekdays) {
  const days = WEEKDAYS.map((_, at) => addDays(from, at));
  return days.find((day) => weekdays.includes(weekdayOf(day))) ?? from;
}

/** The first day of what is typed. @param {EventDraft} draft @param {ChangeScope} scope */
export function firstDay(draft, scope) {
  if (isOneDate(draft, scope)) return draft.date;
  return draft.repeats === "own" ? draft.from : firstOn(draft.from, draft.weekdays);
}

/** Minutes from start to end, over midnight if need be; null while one of them is missing. @param {EventDraft} draft */
export function lengthOf({ start, end, more }) {
  if (start === "" || end === "") return null;
  return minutesOf(start, end) + more;
}

/** @param {string} typed @param {number} least @param {number} most */
const isBetween = (typed, least, most) =>
  /^\d+$/.test(typed.trim()) && Number(typed) >= least && Number(typed) <= most;

/** @param {EventDraft} draft @param {ChangeScope} scope @returns {Faults} */
export function faultsOf(draft, scope) {
  /** @type {Faults} */
  const faults = {};
  if (draft.kind === "personal" && draft.summary.trim() === "") faults.summary = "missing";
  if (isOneDate(draft, scope)) {
    if (draft.date === "") faults.date = "missing";
  } else {
    if (draft.repeats === "other" && !isBetween(draft.interval, 1, MOST_WEEKS)) faults.interval = "wrong";
    if (draft.repeats !== "own" && draft.weekdays.length === 0) faults.weekdays = "missing";
    if (draft.from === "") faults.from = "missing";
    else if (draft.until !== "" && draft.until < firstDay(draft, scope)) faults.until = "wrong";
  }
  if (draft.all_day) {
    const isOver = isOneDate(draft, scope) && draft.last_day !== "" && draft.last_day < draft.date;
    if (isOver) faults.last_day = "wrong";
  } else {
    if (draft.start === "") faults.start = "missing";
    if (draft.end === "") faults.end = "missing";
    else if (lengthOf(draft) === 0) faults.end = "wrong";
  }
  if (draft.travel.trim() !== "" && !isBetween(draft.travel, 0, MOST_TRAVEL)) faults.travel = "wrong";
  return faults;
}

/** @param {EventDraft} draft @param {ChangeScope} scope @param {RuleView | null} rule of the event as it is @returns {EventDetails["rule"]} */
function ruleOf(draft, scope, rule) {
  if (scope === "this" || draft.repeats === "own") return rule === null ? null : { keep: true };
  if (draft.repeats === "once") return null;
  const interval = { weekly: 1, second: 2, other: Number(draft.interval) }[draft.repeats];
  return {
    interval,
    weekdays: WEEKDAYS.filter((day) => draft.weekdays.includes(day)),
    until: draft.until === "" ? null : draft.until,
  };
}

/** @param {string} from @param {string} until */
const daysFrom = (from, until) =>
  Math.round((Date.parse(`${until}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000) + 1;

/**
 * @param {EventDraft} draft without faults
 * @param {ChangeScope} scope
 * @param {RuleView | null} [rule] of the event as it is
 * @returns {EventDetails}
 */
export function detailsOf(draft, scope, rule = null) {
  const date = firstDay(draft, scope);
  const isLong = draft.all_day && isOneDate(draft, scope) && draft.last_day > date;
  const days = isLong ? daysFrom(date, draft.last_day) : 1;
  return {
    kind: draft.kind,
    summary: draft.summary.trim(),
    date,
    time: draft.all_day ? null : draft.start,
    minutes: draft.all_day ? days * DAY_MINUTES : (lengthOf(draft) ?? 0),
    all_day: draft.all_day,
    zone: draft.zone === "" ? null : draft.zone,
    rule: ruleOf(draft, scope, rule),
    dates:
      scope === "all" ? [...new Set(draft.dates)].filter((day) => day !== "" && day !== date).sort() : null,
    location: draft.location.trim(),
    link: draft.link.trim(),
    room: draft.room.trim(),
    facilitator: draft.facilitator.trim(),
    bring: draft.bring.trim(),
    description: draft.description.trim(),
    travel_minutes: draft.travel.trim() === "" ? null : Number(draft.travel),
  };
}

/** All the words of it, to copy. @param {EventDraft} draft */
export const wordsOf = ({ summary, location, link, room, facilitator, bring, description }) =>
  [summary, location, link, room, facilitator, bring, description].filter((words) => words !== "").join("\n");
