// Values over time, drawn. The sentence that names it says what it shows, and a table holds the same.

import {
  bandPath,
  barsPath,
  dateTicks,
  dotsPath,
  heightOf,
  linePath,
  nearest,
  runsOf,
  spotsOf,
} from "../chart.js";
import { classes, h, html, useMemo, useState } from "../html.js";
import { t } from "../strings/en.js";
import { tickLabel } from "./chart_dates.js";

/**
 * @typedef {import("../chart.js").Point} Point
 * @typedef {import("../chart.js").Axis} Axis
 * @typedef {import("../chart.js").Grain} Grain
 */

const MANY_POINTS = 70;

/** As a place on the plot. @param {number} x @param {number} y */
const placed = (x, y) => ({ left: `${x}%`, top: `${y}%` });

/** Words at the ends stay inside. @param {number} x */
const endOf = (x) => (x < 6 ? "is-first" : x > 94 ? "is-last" : undefined);

/**
 * One stop for Tab: the arrow keys, Home and End walk the points, and the pointer finds them too.
 * @param {{
 *   points: Point[],
 *   axis: Axis,
 *   grain: Grain,
 *   time: { from: string, until: string },
 *   reach?: number,
 *   name: string,
 *   labelledBy: string,
 *   words: (index: number) => string,
 *   tickWords?: (value: number) => string,
 *   named?: boolean,
 *   joined?: boolean,
 *   id?: string,
 *   class?: string,
 * }} props `named` where the axis has words and not numbers, `joined={false}` where a line would mean nothing,
 *   `reach` is the number of days a line may pass over
 */
export function Chart({
  points,
  axis,
  grain,
  time,
  reach,
  name,
  labelledBy,
  words,
  tickWords = t.progress.number,
  named = false,
  joined = true,
  id,
  class: className,
}) {
  const [active, setActive] = useState(/** @type {number | null} */ (null));
  const { from, until } = time;
  const drawn = useMemo(() => {
    const spots = spotsOf(points, { axis, grain, time });
    const runs = joined ? runsOf(points, grain, reach) : points.map((_, index) => [index]);
    return {
      spots,
      line: linePath(spots, runs),
      band: grain === "day" ? "" : bandPath(spots, runs),
      bars: grain === "day" ? "" : barsPath(spots, runs),
      dots: dotsPath(spots),
      ticks: dateTicks(time),
    };
  }, [points, axis, grain, from, until, reach, joined]);
  const { spots } = drawn;
  const last = spots.length - 1;
  const at = active === null ? last : Math.min(active, last);
  const spot = active === null ? undefined : spots[at];

  /** @param {PointerEvent} event */
  const point = (event) => {
    const plot = /** @type {HTMLElement} */ (event.currentTarget).getBoundingClientRect();
    setActive(nearest(spots, ((event.clientX - plot.left) / plot.width) * 100));
  };
  /** The keyboard keeps its point when the pointer goes. @param {PointerEvent} event */
  const leave = (event) => {
    const plot = /** @type {HTMLElement} */ (event.currentTarget);
    if (!plot.contains(document.activeElement)) setActive(null);
  };

  return html`<div id=${id} class=${classes("chart", named && "is-named", points.length > MANY_POINTS && "is-dense", className)}>
    ${named && html`<p class="chart-end" aria-hidden="true">${tickWords(axis.top)}</p>`}
    <div class="chart-y" aria-hidden="true">
      ${axis.ticks.map((tick) => html`<span key=${tick} style=${{ top: `${heightOf(axis, tick)}%` }}>${tickWords(tick)}</span>`)}
    </div>
    <div class="chart-plot" onPointerMove=${point} onPointerDown=${point} onPointerLeave=${leave}>
      ${h(
        "svg",
        {
          viewBox: "0 0 100 100",
          preserveAspectRatio: "none",
          role: "img",
          "aria-labelledby": labelledBy,
          focusable: "false",
        },
        h("path", {
          class: "chart-grid",
          d: axis.ticks.map((tick) => `M0 ${heightOf(axis, tick)}H100`).join(""),
        }),
        h("path", { class: "chart-grid is-time", d: drawn.ticks.map(({ x }) => `M${x} 0V100`).join("") }),
        drawn.band && h("path", { class: "chart-band", d: drawn.band }),
        drawn.bars && h("path", { class: "chart-bars", d: drawn.bars }),
        drawn.line && h("path", { class: "chart-line", d: drawn.line }),
        h("path", { class: "chart-dots-rim", d: drawn.dots }),
        h("path", { class: "chart-dots", d: drawn.dots }),
      )}
      ${
        spot &&
        html`<span class="chart-thread" style=${{ left: `${spot.x}%` }} />
          <span class="chart-mark" style=${placed(spot.x, spot.y)} />`
      }
      <input
        type="range"
        class="chart-walk"
        min="0"
        max=${last}
        step="1"
        value=${at}
        aria-label=${t.progress.walk(name)}
        aria-valuetext=${words(at)}
        onFocus=${() => setActive(at)}
        onBlur=${() => setActive(null)}
        onInput=${(/** @type {any} */ event) => setActive(Number(event.currentTarget.value))}
      />
    </div>
    <div class="chart-x" aria-hidden="true">
      ${drawn.ticks.map(
        ({ date, x, unit, isMain }) =>
          html`<span key=${date} class=${classes(endOf(x), !isMain && "is-between")} style=${{ left: `${x}%` }}>${tickLabel(date, unit)}</span>`,
      )}
    </div>
    ${named && html`<p class="chart-end is-low" aria-hidden="true">${tickWords(axis.least)}</p>`}
    <p class=${classes("chart-said", active !== null && "is-active")} aria-hidden="true">
      ${active === null && html`<span>${t.progress.last_point} </span>`}${words(at)}
    </p>
  </div>`;
}
