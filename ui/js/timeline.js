// Entries in the order they are listed: newest first by the day and time they are about.
import { month } from "./dates.js";

/**
 * @typedef {import("./ipc.js").EntryView} EntryView
 * @typedef {import("./ipc.js").EntrySummaryView} EntrySummaryView
 * @typedef {import("./ipc.js").JournalFilter} JournalFilter
 */

const EXCERPT_LENGTH = 140;

/** @param {EntrySummaryView} one @param {EntrySummaryView} other */
const newestFirst = (one, other) =>
  `${other.date} ${other.time}`.localeCompare(`${one.date} ${one.time}`) || other.id - one.id;

/** @param {EntryView} entry @returns {EntrySummaryView} */
export function summaryOf({ id, kind, title, body, tags, date, time }) {
  const excerpt = body.replace(/\s+/g, " ").trim().slice(0, EXCERPT_LENGTH);
  return { id, kind, title, excerpt, tags, date, time, trashed_on: null };
}

/** @param {EntrySummaryView} entry @param {JournalFilter} filter */
export function fits(entry, { kinds, tags, from, to }) {
  return (
    (kinds.length === 0 || kinds.includes(entry.kind)) &&
    tags.every((tag) => entry.tags.includes(tag)) &&
    (from === null || entry.date >= from) &&
    (to === null || entry.date <= to)
  );
}

/**
 * Puts a summary where it belongs, in place of its older self.
 * @param {EntrySummaryView[]} entries
 * @param {EntrySummaryView} summary
 */
export function placed(entries, summary) {
  return [...entries.filter(({ id }) => id !== summary.id), summary].sort(newestFirst);
}

/**
 * @template {{ date: string }} Entry
 * @param {Entry[]} entries newest first
 */
export function byMonth(entries) {
  /** @type {{ name: string, entries: { entry: Entry, opensDay: boolean }[] }[]} */
  const months = [];
  let day = "";
  for (const entry of entries) {
    const name = month(entry.date);
    if (months.at(-1)?.name !== name) months.push({ name, entries: [] });
    months.at(-1)?.entries.push({ entry, opensDay: entry.date !== day });
    day = entry.date;
  }
  return months;
}
