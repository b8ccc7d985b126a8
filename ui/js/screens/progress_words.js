// What a series says, in words: its name, its values, and the sentences that stand for its chart.

import { openAxis, scaleAxis } from "../chart.js";
import { longDay, month, plainDay } from "../dates.js";
import { t } from "../strings/en.js";

/**
 * @typedef {import("../ipc.js").SeriesView} SeriesView
 * @typedef {import("../ipc.js").Spread} Spread
 * @typedef {{ value: number, name: string }[]} MoodSteps
 * @typedef {Pick<SeriesView, "key" | "name" | "kind" | "unit" | "most">} Measure  what its values mean
 */

const HOURS_STEP = 0.5;

/** @param {Pick<SeriesView, "key" | "name">} series */
export function nameOf({ key, name }) {
  if (key === "mood") return t.progress.mood;
  return key === "skills" ? t.progress.skills : name;
}

/** @param {SeriesView} series @returns {import("../chart.js").Axis} */
export function axisOf({ kind, least, most }) {
  const isOpen = kind === "count" || kind === "hours" || kind === "uses";
  return isOpen ? openAxis(most) : scaleAxis(least, most);
}

/** A value by itself. @param {Measure} measure @param {number} value @param {MoodSteps} steps */
export function valueWords({ kind, unit, most }, value, steps) {
  switch (kind) {
    case "mood":
      return stepWords(value, steps);
    case "scale":
    case "score":
      return t.progress.of(value, most);
    case "yes_no":
      return yesNo(value);
    case "hours":
      return t.progress.hours(value);
    case "uses":
      return t.progress.uses(value);
    case "count":
      return unit ? t.progress.unit(value, unit) : t.progress.number(value);
  }
}

/** A value beside others of its kind. @param {Measure} measure @param {number} value @param {MoodSteps} steps */
export function shortWords({ kind }, value, steps) {
  if (kind === "mood") return stepWords(value, steps);
  return kind === "yes_no" ? yesNo(value) : t.progress.number(value);
}

/** @param {number} value */
function yesNo(value) {
  if (value === 1) return t.progress.yes;
  return value === 0 ? t.progress.no : t.progress.yes_and_no;
}

/** @param {number} value @param {MoodSteps} steps */
function stepWords(value, steps) {
  const name = (/** @type {number} */ step) => steps.find((one) => one.value === step)?.name ?? String(step);
  return Number.isInteger(value)
    ? t.progress.step(name(value))
    : t.progress.between_steps(name(Math.floor(value)), name(Math.ceil(value)));
}

/** The middle half, out to the next value that can be written down. @param {Measure} measure @param {Spread} spread */
function halfOf({ kind }, { low, high }) {
  const step = kind === "hours" ? HOURS_STEP : 1;
  return { from: Math.floor(low / step) * step, to: Math.ceil(high / step) * step };
}

/** @param {Measure} measure @param {Spread} spread @param {MoodSteps} steps */
export function halfWords(measure, spread, steps) {
  const { from, to } = halfOf(measure, spread);
  return from === to
    ? t.progress.half_at(valueWords(measure, from, steps))
    : t.progress.half_between(shortWords(measure, from, steps), valueWords(measure, to, steps));
}

/** @param {Measure} measure @param {Spread} spread @param {MoodSteps} steps */
function mostlyWords(measure, spread, steps) {
  const { from, to } = halfOf(measure, spread);
  if (from === to) return t.progress.mostly(valueWords(measure, from, steps));
  if (measure.kind !== "yes_no")
    return t.progress.mostly_between(shortWords(measure, from, steps), valueWords(measure, to, steps));
  if (spread.typical === 0.5) return t.progress.yes_as_no;
  return spread.typical > 0.5 ? t.progress.yes_more : t.progress.no_more;
}

/** What the chart shows, and no more. @param {SeriesView} series @param {MoodSteps} steps */
export function sentencesOf(series, steps) {
  const { kind, days, spread, early, late } = series;
  const recorded = kind === "score" ? t.progress.filled_in(days) : t.progress.recorded(days);
  const say = (/** @type {number} */ value) => shortWords(series, value, steps);
  return [
    recorded,
    spread ? mostlyWords(series, spread, steps) : t.progress.few,
    early !== null && late !== null ? t.progress.early_late(say(early), say(late)) : "",
  ].filter(Boolean);
}

/** @param {SeriesView["grain"]} grain @param {string} date */
function whenWords(grain, date) {
  if (grain === "day") return longDay(date);
  return grain === "week" ? t.progress.point_week(plainDay(date)) : month(date);
}

/** @param {SeriesView} series @param {number} index @param {MoodSteps} steps */
export function pointWords(series, index, steps) {
  const point = series.points[index];
  if (!point) return "";
  const { spread, date } = point;
  const when = whenWords(series.grain, date);
  const value = valueWords(series, spread.typical, steps);
  if (series.grain === "day")
    return spread.days > 1 && series.kind === "mood"
      ? t.progress.point_day_many(when, value, spread.days)
      : t.progress.point_day(when, value);
  return spread.low === spread.high
    ? t.progress.point_few(when, value, spread.days)
    : t.progress.point_many(when, value, halfWords(series, spread, steps), spread.days);
}

/** @param {SeriesView} series @param {MoodSteps} steps @returns {{ columns: string[], rows: string[][] }} */
export function tableOf(series, steps) {
  const { columns } = t.progress;
  const say = (/** @type {number} */ value) => shortWords(series, value, steps);
  if (series.grain === "day")
    return {
      columns: [columns.day, columns.value],
      rows: series.points.map(({ date, spread }) => [plainDay(date), say(spread.typical)]),
    };
  return {
    columns: [columns[series.grain], columns.middle, columns.half, columns.days],
    rows: series.points.map(({ date, spread }) => [
      series.grain === "week" ? plainDay(date) : month(date),
      say(spread.typical),
      halfWords(series, spread, steps),
      t.progress.number(spread.days),
    ]),
  };
}
