import { h, html } from "../html.js";
import { t } from "../strings/en.js";

/** @typedef {import("../clock.js").Point} Point */

const SIZE = 100;

/**
 * A line through the points that never swings beyond them.
 * @param {{ x: number, y: number }[]} points
 */
function smoothPath(points) {
  const [first, ...rest] = points;
  if (!first) return "";
  let path = `M ${first.x} ${first.y}`;
  let before = first;
  for (const point of rest) {
    const middle = (before.x + point.x) / 2;
    path += ` C ${middle} ${before.y} ${middle} ${point.y} ${point.x} ${point.y}`;
    before = point;
  }
  return path;
}

/** As a place on the plot. @param {number} x @param {number} y */
const placed = (x, y) => ({ left: `${x}%`, top: `${y}%` });

/**
 * Ratings over time, drawn. What it shows stands in a table beside it.
 * @param {{
 *   points: Point[],
 *   minutes: number[],
 *   most: number,
 *   low: string,
 *   high: string,
 *   nowMinute?: number | null,
 *   id?: string,
 *   class?: string,
 * }} props
 */
export function Curve({ points, minutes, most, low, high, nowMinute = null, id, class: className = "" }) {
  const last = Math.max(minutes.at(-1) ?? 1, points.at(-1)?.minute ?? 0, nowMinute ?? 0, 1);
  const spots = points.map(({ minute, value }) => ({
    x: (minute / last) * SIZE,
    y: SIZE - (value / most) * SIZE,
    value,
    minute,
  }));
  const line = smoothPath(spots);
  const end = spots.at(-1)?.x ?? 0;
  const start = spots[0]?.x ?? 0;
  return html`<div id=${id} class=${`curve ${className}`} aria-hidden="true">
    <p class="curve-end">${most} · ${high}</p>
    <div class="curve-plot">
      ${h(
        "svg",
        { viewBox: `0 0 ${SIZE} ${SIZE}`, preserveAspectRatio: "none", focusable: "false" },
        minutes.map((minute) =>
          h("path", { class: "curve-grid", d: `M ${(minute / last) * SIZE} 0 V ${SIZE}`, key: minute }),
        ),
        spots.length > 1 &&
          h("path", { class: "curve-area", d: `${line} L ${end} ${SIZE} L ${start} ${SIZE} Z` }),
        h("path", { class: "curve-line", d: line }),
      )}
      ${nowMinute !== null && html`<span class="curve-now" style=${{ left: `${(nowMinute / last) * 100}%` }} />`}
      ${spots.map(
        (spot) =>
          html`<span class="curve-spot" key=${spot.minute} style=${placed(spot.x, spot.y)}><span>${spot.value}</span></span>`,
      )}
    </div>
    <p class="curve-end">0 · ${low}</p>
    <div class="curve-minutes">
      ${minutes.map((minute) => html`<span key=${minute} style=${{ left: `${(minute / last) * 100}%` }}>${minute}</span>`)}
    </div>
    <p class="curve-unit">${t.practice.curve_minutes}</p>
  </div>`;
}
