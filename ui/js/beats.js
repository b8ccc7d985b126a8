// What is said when, in an exercise that moves with time, and how large its shape is meanwhile.

/**
 * @typedef {import("./ipc.js").Shape} Shape
 * @typedef {{ say: string, seconds: number, shape: Shape }} Phase
 * @typedef {{ say: string, shape: Shape, from: number, to: number, starts: number, ends: number }} Beat
 *   `from` and `to` are the size of the shape, 1 is the largest; times are seconds
 */

export const SMALL = 0.52;
export const MIDDLE = 0.74;
export const LARGE = 1;

/**
 * One after the other on a time line.
 * @param {Phase[]} phases
 * @param {{ starts?: number, size?: number }} [given] where the line begins, and how large the shape is there
 * @returns {Beat[]}
 */
export function beatsOf(phases, { starts = 0, size = restingSize(phases) } = {}) {
  let at = starts;
  let from = size;
  return phases.map(({ say, seconds, shape }) => {
    const to = shape === "grow" ? LARGE : shape === "shrink" ? SMALL : from;
    const beat = { say, shape, from, to, starts: at, ends: at + seconds };
    at = beat.ends;
    from = to;
    return beat;
  });
}

/** What breathes begins small, so that it has room to grow. @param {Phase[]} phases */
export const restingSize = (phases) => (phases.some(({ shape }) => shape === "grow") ? SMALL : MIDDLE);

/** Over and over. @param {Phase[]} phases @param {number} rounds @returns {Phase[]} */
export const repeated = (phases, rounds) => Array.from({ length: rounds }, () => phases).flat();

/** @param {Beat[]} beats @param {number} seconds @returns {number} -1 after the last one */
export const indexAt = (beats, seconds) => beats.findIndex(({ ends }) => seconds < ends);

/** Slow at both ends, as a breath is. @param {number} share */
const smooth = (share) => (1 - Math.cos(Math.PI * share)) / 2;

/** @param {Beat} beat @param {number} seconds */
export function sizeAt({ from, to, starts, ends }, seconds) {
  const share = Math.min(Math.max((seconds - starts) / (ends - starts), 0), 1);
  return from + (to - from) * smooth(share);
}
