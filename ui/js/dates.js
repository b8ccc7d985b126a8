// Days are "YYYY-MM-DD" and times "HH:MM" as the person's own calendar and clock showed them.
import { t } from "./strings/en.js";

const LANGUAGE = "en-US";
const longDayFormat = new Intl.DateTimeFormat(LANGUAGE, {
  weekday: "long",
  month: "long",
  day: "numeric",
  year: "numeric",
});
const plainDayFormat = new Intl.DateTimeFormat(LANGUAGE, { month: "long", day: "numeric", year: "numeric" });
const monthDayFormat = new Intl.DateTimeFormat(LANGUAGE, { month: "long", day: "numeric" });
const shortDayFormat = new Intl.DateTimeFormat(LANGUAGE, { month: "short", day: "numeric" });
const monthFormat = new Intl.DateTimeFormat(LANGUAGE, { month: "long", year: "numeric" });
const weekdayNameFormat = new Intl.DateTimeFormat(LANGUAGE, { weekday: "long" });
const weekdayFormat = new Intl.DateTimeFormat(LANGUAGE, { weekday: "short" });
const clockFormat = new Intl.DateTimeFormat(LANGUAGE, { hour: "numeric", minute: "2-digit" });

/** Noon, so that no change of clocks moves it to another day. @param {string} day */
const asDate = (day) => new Date(`${day}T12:00:00`);

/** @param {Date} date */
const spoken = (date) => clockFormat.format(date).replace(/\s/g, "\u00a0").toLowerCase();

/** @param {string} day */
export const longDay = (day) => longDayFormat.format(asDate(day));
/** @param {string} day */
export const plainDay = (day) => plainDayFormat.format(asDate(day));
/** @param {string} day */
export const shortDay = (day) => shortDayFormat.format(asDate(day));
/** Without the year. @param {string} day */
export const monthDay = (day) => monthDayFormat.format(asDate(day));
/** @param {string} day */
export const month = (day) => monthFormat.format(asDate(day));
/** @param {string} day */
export const weekday = (day) => weekdayFormat.format(asDate(day));
/** In full. @param {string} day */
export const weekdayName = (day) => weekdayNameFormat.format(asDate(day));
/** @param {string} day */
export const dayNumber = (day) => String(Number(day.slice(8)));
/** @param {string} time "17:32" becomes "5:32 pm" */
export const clock = (time) => spoken(new Date(`2000-01-01T${time}:00`));
/** @param {number} instant milliseconds since 1970 */
export const clockOf = (instant) => spoken(new Date(instant));

/** @param {string} day @param {number} days */
export function addDays(day, days) {
  const date = asDate(day);
  date.setDate(date.getDate() + days);
  return isoDay(date);
}

/** @param {Date} date */
export function isoDay(date) {
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
}

/** @param {Date} date */
export function isoTime(date) {
  return [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, "0")).join(":");
}

/** @param {Date} date @returns {"night" | "morning" | "afternoon" | "evening"} */
export function partOfDay(date) {
  const hour = date.getHours();
  if (hour < 5) return "night";
  if (hour < 12) return "morning";
  return hour < 18 ? "afternoon" : "evening";
}

const DAYS_BY_NAME = 6;

/** As short as it can be said: the days of the last week by their names. @param {string} day @param {string} today */
export function nearDay(day, today) {
  if (day === today || day === addDays(today, -1)) return dayInWords(day, today);
  return day < today && day >= addDays(today, -DAYS_BY_NAME)
    ? weekdayNameFormat.format(asDate(day))
    : plainDay(day);
}

/** @param {string} day @param {string} today */
export function dayInWords(day, today) {
  if (day === today) return t.journal.today;
  if (day === addDays(today, -1)) return t.journal.yesterday;
  return longDay(day);
}
