// One session in short words: its name, its time here and there, where it is, and how it stands.

import { addDays, clock, monthDay, shortDay, weekday } from "./dates.js";
import { cityOf, mondayOf, timeSpan } from "./schedule.js";
import { t } from "./strings/en.js";

/**
 * @typedef {import("./ipc.js").OccurrenceView} OccurrenceView
 * @typedef {import("./ipc.js").HoursView} HoursView
 * @typedef {Pick<OccurrenceView, "kind" | "summary">} Named
 * @typedef {Pick<OccurrenceView, "all_day" | "date" | "time" | "end_date" | "end_time">} Timed
 */

/** @param {Named} session */
export const nameOf = ({ kind, summary }) =>
  summary.trim() === "" ? t.schedule.kinds[kind] : summary.trim();

/** The kind, where the name does not say it. @param {Named} session @returns {string | null} */
export function kindBeside(session) {
  const kind = t.schedule.kinds[session.kind];
  return nameOf(session).toLowerCase().includes(kind.toLowerCase()) ? null : kind;
}

/** "Tue, Nov 17" @param {string} day */
export const dayInShort = (day) => t.schedule.day(weekday(day), shortDay(day));

/** @param {Timed} session */
export function spanOf({ all_day, date, time, end_date, end_time }) {
  if (all_day || time === null) {
    return end_date > date ? t.schedule.all_day_until(dayInShort(end_date)) : t.schedule.all_day;
  }
  return end_time === null ? clock(time) : timeSpan(time, end_time);
}

/** With the city, where the person's own clock shows something else. @param {OccurrenceView} session */
export const timeOf = (session) =>
  session.here === null ? spanOf(session) : t.schedule.in_city(spanOf(session), cityOf(session.zone));

/** On the person's own clock; null where that is the same. @param {OccurrenceView} session @returns {string | null} */
export function timeHere({ date, here }) {
  if (here === null) return null;
  const span = timeSpan(here.time, here.end_time);
  return t.schedule.here(here.date === date ? span : t.schedule.on_day(weekday(here.date), span));
}

/** Where and with whom, in the order one looks for it. @param {OccurrenceView} session @returns {string[]} */
export const placesOf = ({ location, link, room, facilitator }) =>
  [location || (link && t.schedule.by_link), room && t.schedule.room_of(room), facilitator].filter(
    (words) => words !== "",
  );

/** @param {OccurrenceView} session @returns {string[]} */
export function statusOf({ status, break_name, moved_from }) {
  const words = [];
  if (status === "cancelled") words.push(t.schedule.cancelled);
  if (status === "break") words.push(t.schedule.on_break(break_name ?? ""));
  if (moved_from !== null) {
    const { date, time } = moved_from;
    words.push(
      t.schedule.moved_from(time === null ? dayInShort(date) : t.schedule.on_day(weekday(date), clock(time))),
    );
  }
  return words;
}

/** Whether the person says if they were there. @param {OccurrenceView} session */
export const isMarkable = ({ kind, status, attendance }) =>
  attendance !== null || (kind !== "personal" && status === "planned");

/** @param {OccurrenceView} session @param {number} now milliseconds since 1970 @returns {string | null} */
export function markOf(session, now) {
  const { attendance, minutes } = session;
  if (attendance === "part" && minutes !== null) return t.schedule.part_of(minutes);
  if (attendance !== null) return t.schedule.attendance[attendance];
  return isMarkable(session) && session.ends_ms <= now ? t.schedule.not_marked : null;
}

const WEEK_DAYS = 7;

/** @param {string} monday @param {string} today */
export function weekName(monday, today) {
  const current = mondayOf(today);
  if (monday === current) return t.schedule.weeks.now;
  return monday === addDays(current, WEEK_DAYS)
    ? t.schedule.weeks.next
    : t.schedule.weeks.other(monthDay(monday));
}

/** @param {HoursView} hours @returns {string} nothing where there is nothing to say */
export function hoursInWords({ target_minutes, attended_minutes, planned_minutes, unmarked_minutes }) {
  if (attended_minutes === 0 && unmarked_minutes === 0) {
    return planned_minutes === 0 ? "" : t.schedule.hours_planned(planned_minutes, target_minutes);
  }
  const marked = t.schedule.hours_marked(attended_minutes, target_minutes);
  return unmarked_minutes === 0 ? marked : t.schedule.both(marked, t.schedule.hours_open(unmarked_minutes));
}
