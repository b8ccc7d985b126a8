// Timers on the wall clock: what has run is read from the time of day, never counted, so that a lock,
// a sleeping computer or a closed window takes nothing away.

/** @typedef {import("./ipc.js").Clock} Clock */

export const MINUTE_S = 60;
const LEAST_LENGTH_S = 20;

/** @param {number} seconds @returns {Clock} */
export const newClock = (seconds) => ({ length_s: seconds, run_since: null, counted_ms: 0 });

/** Milliseconds that have run. @param {Clock} clock @param {number} now */
export const elapsedMs = ({ run_since, counted_ms }, now) =>
  counted_ms + (run_since === null ? 0 : Math.max(0, now - run_since));

/** Seconds that have run, at most the length. @param {Clock} clock @param {number} now */
export const ranSeconds = (clock, now) => Math.min(elapsedMs(clock, now) / 1000, clock.length_s);

/** @param {Clock} clock @param {number} now */
export const secondsLeft = (clock, now) => clock.length_s - ranSeconds(clock, now);

/** @param {Clock} clock @param {number} now */
export const isOver = (clock, now) => elapsedMs(clock, now) >= clock.length_s * 1000;

/** @param {Clock} clock */
export const isRunning = (clock) => clock.run_since !== null;

/** @param {Clock} clock */
export const isUntouched = (clock) => clock.run_since === null && clock.counted_ms === 0;

/** @param {Clock} clock @param {number} now @returns {Clock} */
export const started = (clock, now) => (isRunning(clock) ? clock : { ...clock, run_since: Math.round(now) });

/** Stands still at what has run, at most at its length. @param {Clock} clock @param {number} now @returns {Clock} */
export const stopped = (clock, now) => ({
  ...clock,
  run_since: null,
  counted_ms: Math.round(ranSeconds(clock, now) * 1000),
});

/** Put to a place on its way, running or not as before. @param {Clock} clock @param {number} seconds @param {number} now @returns {Clock} */
export const movedTo = (clock, seconds, now) => ({
  ...clock,
  run_since: isRunning(clock) ? Math.round(now) : null,
  counted_ms: Math.round(Math.min(Math.max(seconds, 0), clock.length_s) * 1000),
});

/** A minute more; one whose time was up runs on from there. @param {Clock} clock @param {number} now @returns {Clock} */
export function lengthened(clock, now) {
  const length_s = clock.length_s + MINUTE_S;
  return isOver(clock, now) ? started({ ...stopped(clock, now), length_s }, now) : { ...clock, length_s };
}

/** @param {Clock} clock @param {number} now */
export const canBeShortened = (clock, now) =>
  clock.length_s - MINUTE_S >= LEAST_LENGTH_S && elapsedMs(clock, now) < (clock.length_s - MINUTE_S) * 1000;

/** @param {Clock} clock @returns {Clock} */
export const shortened = (clock) => ({ ...clock, length_s: clock.length_s - MINUTE_S });

/**
 * @typedef {{ minute: number, value: number }} Point
 */

/** The minute a rating given now belongs to. @param {Clock} clock @param {number} now */
export const minuteNow = (clock, now) => Math.round(elapsedMs(clock, now) / 60_000);

/**
 * When the next rating of a curve is due, in seconds from the start; null after the last one.
 * A rating that was missed is not asked for later.
 * @param {number[]} minutes
 * @param {Point[]} points
 */
export function nextDue(minutes, points) {
  const last = points.at(-1)?.minute ?? -1;
  const next = minutes.find((minute) => minute > last);
  return next === undefined ? null : next * 60;
}

/** In the order of time; a second rating within a minute takes the place of the first. @param {Point[]} points @param {Point} point */
export const withPoint = (points, point) =>
  [...points.filter(({ minute }) => minute !== point.minute), point].sort(
    (one, other) => one.minute - other.minute,
  );
