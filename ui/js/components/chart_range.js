import { heightOf } from "../chart.js";
import { html } from "../html.js";

const MIDDLE = 14;
const THICK = 14;

/**
 * A middle half as a bar and the middle as a dot, on the whole of a scale. The words beside it say the same.
 * @param {{
 *   spread: { typical: number, low: number, high: number }, axis: import("../chart.js").Axis, id?: string, class?: string,
 * }} props
 */
export function ChartRange({ spread, axis, id, class: className = "" }) {
  const at = (/** @type {number} */ value) => 100 - heightOf(axis, value);
  const { low, high, typical } = spread;
  return html`<svg id=${id} class=${`chart-range ${className}`} height=${2 * MIDDLE} width="100%" aria-hidden="true" focusable="false">
    <line class="chart-range-track" x1="0%" x2="100%" y1=${MIDDLE} y2=${MIDDLE} />
    ${axis.ticks.map((tick) => html`<line key=${tick} class="chart-range-tick" x1=${`${at(tick)}%`} x2=${`${at(tick)}%`} y1=${MIDDLE - 5} y2=${MIDDLE + 5} />`)}
    <rect class="chart-range-half" x=${`${at(low)}%`} width=${`${at(high) - at(low)}%`} y=${MIDDLE - THICK / 2} height=${THICK} rx=${THICK / 2} />
    <circle class="chart-range-middle" cx=${`${at(typical)}%`} cy=${MIDDLE} r="7" />
  </svg>`;
}
