import { html } from "../html.js";

const MIDDLE = 14;
const THICK = 12;

/**
 * The middle half of the changes as a bar, the typical one as a dot, and where nothing changes as a line.
 * The words beside it say the same.
 * @param {{
 *   change: import("../ipc.js").Change, scale: import("../library.js").Scale, id?: string, class?: string,
 * }} props
 */
export function ChangeRange({ change, scale, id, class: className = "" }) {
  const { low, high, typical } = change;
  return html`<svg id=${id} class=${`change-range ${className}`} height=${2 * MIDDLE} width="100%" aria-hidden="true" focusable="false">
    <line class="change-track" x1="0%" x2="100%" y1=${MIDDLE} y2=${MIDDLE} />
    <line class="change-zero" x1=${`${scale.at(0)}%`} x2=${`${scale.at(0)}%`} y1="3" y2=${2 * MIDDLE - 3} />
    <rect class="change-spread" x=${`${scale.at(low)}%`} width=${`${scale.at(high) - scale.at(low)}%`} y=${MIDDLE - THICK / 2} height=${THICK} rx=${THICK / 2} />
    <circle class="change-typical" cx=${`${scale.at(typical)}%`} cy=${MIDDLE} r="6" />
  </svg>`;
}
