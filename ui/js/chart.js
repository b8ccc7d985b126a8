// Where things lie on a chart. Places are in per cent, from the left and from the top; an axis is never cut.

/**
 * @typedef {"day" | "week" | "month"} Grain
 * @typedef {{ date: string, typical: number, low: number, high: number }} Point
 * @typedef {{ x: number, y: number, low: number, high: number }} Spot  `low` and `high` are the middle half
 * @typedef {{ least: number, top: number, ticks: number[] }} Axis
 * @typedef {"weekday" | "day" | "month" | "year"} TickUnit
 * @typedef {{ date: string, x: number, unit: TickUnit, isMain: boolean }} DateTick
 */

const DAY_MS = 86_400_000;
const STEPS = [1, 2, 3, 4, 5, 6, 7, 9, 10, 20, 25, 50, 100, 200, 250, 500, 1000];
const MOST_STEPS = 5;
const LEAST_TOP = 4;
/** From the middle of one stretch of time to that of the next, in days. */
const APART = { day: 1, week: 7, month: 31 };
/** Questionnaires are weeks apart: days that a line between two of them may pass over. */
export const SCORE_REACH = 45;
/** In the middle of a stretch, counted from its first day. */
const MIDDLE = { day: 0, week: 3, month: 14 };

/** @param {string} date */
export const dayNumberOf = (date) => Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS);

/** @param {number} number */
const dateOf = (number) => new Date(number * DAY_MS).toISOString().slice(0, 10);

/** The whole of a scale whose ends are known. @param {number} least @param {number} most @returns {Axis} */
export function scaleAxis(least, most) {
  const range = most - least;
  const step = STEPS.find((one) => one >= range / MOST_STEPS && range % one === 0) ?? range;
  return { least, top: most, ticks: ticksUpTo(least, most, step) };
}

/** From zero to a round number that holds the highest value. @param {number} highest @returns {Axis} */
export function openAxis(highest) {
  const most = Math.max(highest, LEAST_TOP);
  const step = STEPS.find((one) => one >= most / MOST_STEPS) ?? Math.ceil(most / MOST_STEPS);
  const top = Math.ceil(most / step) * step;
  return { least: 0, top, ticks: ticksUpTo(0, top, step) };
}

/** @param {number} least @param {number} most @param {number} step */
const ticksUpTo = (least, most, step) =>
  Array.from({ length: Math.round((most - least) / step) + 1 }, (_, index) => least + index * step);

/** @param {Axis} axis @param {number} value */
export const heightOf = ({ least, top }, value) => 100 - ((value - least) / (top - least)) * 100;

/**
 * @param {number} day @param {{ from: string, until: string }} time
 */
function along(day, { from, until }) {
  const first = dayNumberOf(from);
  const last = dayNumberOf(until);
  if (first === last) return 50;
  return ((Math.min(Math.max(day, first), last) - first) / (last - first)) * 100;
}

/**
 * @param {Point[]} points
 * @param {{ axis: Axis, grain: Grain, time: { from: string, until: string } }} given
 * @returns {Spot[]}
 */
export function spotsOf(points, { axis, grain, time }) {
  return points.map(({ date, typical, low, high }) => ({
    x: along(dayNumberOf(date) + MIDDLE[grain], time),
    y: heightOf(axis, typical),
    low: heightOf(axis, low),
    high: heightOf(axis, high),
  }));
}

/**
 * Points that follow on each other, as places in the list: where something is missing, a new run begins.
 * @param {Point[]} points the earliest first
 * @param {Grain} grain
 * @param {number} [reach] days that may lie between two points of a run
 */
export function runsOf(points, grain, reach = APART[grain]) {
  /** @type {number[][]} */
  const runs = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const [index, { date }] of points.entries()) {
    const day = dayNumberOf(date);
    if (day - before <= reach) runs.at(-1)?.push(index);
    else runs.push([index]);
    before = day;
  }
  return runs;
}

/** @param {number} value */
const short = (value) => String(Math.round(value * 100) / 100);

/** @param {Spot[]} spots @param {number[][]} runs */
export const linePath = (spots, runs) =>
  runs
    .filter((run) => run.length > 1)
    .map((run) => `M${pathThrough(spotsIn(spots, run).map(({ x, y }) => [x, y]))}`)
    .join("");

/** The middle half around a run of points. @param {Spot[]} spots @param {number[][]} runs */
export const bandPath = (spots, runs) =>
  runs
    .filter((run) => run.length > 1)
    .map((run) => {
      const inRun = spotsIn(spots, run);
      const above = inRun.map(({ x, high }) => /** @type {[number, number]} */ ([x, high]));
      const below = inRun.map(({ x, low }) => /** @type {[number, number]} */ ([x, low]));
      return `M${pathThrough([...above, ...below.reverse()])}Z`;
    })
    .join("");

/** The middle half of points that stand alone. @param {Spot[]} spots @param {number[][]} runs */
export const barsPath = (spots, runs) =>
  runs
    .filter((run) => run.length === 1)
    .flatMap((run) => spotsIn(spots, run))
    .filter(({ low, high }) => low !== high)
    .map(({ x, low, high }) => `M${short(x)} ${short(low)}V${short(high)}`)
    .join("");

/** Drawn with a round pen, each is a dot. @param {Spot[]} spots */
export const dotsPath = (spots) => spots.map(({ x, y }) => `M${short(x)} ${short(y)}h.001`).join("");

/** @param {Spot[]} spots @param {number[]} run */
const spotsIn = (spots, run) => run.flatMap((index) => spots[index] ?? []);

/** @param {number[][]} places */
const pathThrough = (places) => places.map((place) => place.map(short).join(" ")).join("L");

/** @param {Spot[]} spots @param {number} x */
export function nearest(spots, x) {
  let best = 0;
  for (const [index, spot] of spots.entries()) {
    if (Math.abs(spot.x - x) < Math.abs((spots[best]?.x ?? x) - x)) best = index;
  }
  return best;
}

const MOST_DAYS_BY_WEEKDAY = 10;
const MOST_DAYS_BY_WEEK = 62;
const MOST_DAYS_BY_MONTH = 800;
const MOST_LABELS = 8;
/** Of months, each count meets January, which stands for its year. */
const APART_BY_UNIT = { month: [1, 2, 3, 4, 6], year: [1, 2, 5, 10] };

/**
 * What stands below the chart. The main ones are those that stay where there is little room.
 * @param {{ from: string, until: string }} time
 * @returns {DateTick[]}
 */
export function dateTicks(time) {
  const first = dayNumberOf(time.from);
  const last = dayNumberOf(time.until);
  const days = last - first + 1;
  if (days <= MOST_DAYS_BY_WEEK) {
    const [unit, step] = days <= MOST_DAYS_BY_WEEKDAY ? ["weekday", 1] : ["day", days <= 35 ? 7 : 14];
    const count = Math.floor((days - 1) / Number(step)) + 1;
    const backwards = Array.from({ length: count }, (_, index) => last - index * Number(step));
    return asTicks(backwards.reverse(), /** @type {TickUnit} */ (unit), time);
  }
  const unit = days <= MOST_DAYS_BY_MONTH ? "month" : "year";
  const starts = startsOf(time, unit);
  const step = APART_BY_UNIT[unit].find((one) => starts.length / one <= MOST_LABELS) ?? 12;
  const number = (/** @type {number} */ day) =>
    unit === "year" ? Number(dateOf(day).slice(0, 4)) : Number(dateOf(day).slice(5, 7)) - 1;
  return asTicks(
    starts.filter((day) => number(day) % step === 0),
    unit,
    time,
  );
}

/** First days of months or of years. @param {{ from: string, until: string }} time @param {"month" | "year"} unit */
function startsOf({ from, until }, unit) {
  const starts = [];
  const at = new Date(`${from}T00:00:00Z`);
  at.setUTCDate(1);
  if (unit === "year") at.setUTCMonth(0);
  for (let day = dateOf(at.getTime() / DAY_MS); day <= until; day = dateOf(at.getTime() / DAY_MS)) {
    if (day >= from) starts.push(dayNumberOf(day));
    at.setUTCMonth(at.getUTCMonth() + (unit === "month" ? 1 : 12));
  }
  return starts;
}

/** @param {number[]} days @param {TickUnit} unit @param {{ from: string, until: string }} time @returns {DateTick[]} */
const asTicks = (days, unit, time) =>
  days.map((day, index) => ({
    date: dateOf(day),
    x: along(day, time),
    unit,
    isMain: (days.length - 1 - index) % 2 === 0,
  }));
