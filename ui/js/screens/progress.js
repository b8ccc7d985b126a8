// The Progress room: which of its screens is shown, and what it remembers while one is elsewhere.

import { html } from "../html.js";
import { t } from "../strings/en.js";
import { Charts } from "./progress_charts.js";
import { Together } from "./progress_together.js";

/**
 * @typedef {import("../app.js").Ways} Ways
 * @typedef {Extract<import("../router.js").Route, { room: "progress" }>} ProgressRoute
 *
 * @typedef {object} Memory  gone with the window, and so with the lock
 * @property {import("../ipc.js").Span} span
 * @property {string[]} hidden  keys of series
 * @property {{ a: string | null, b: string | null }} pair
 */

/** @type {Memory} */
const memory = { span: "month", hidden: [], pair: { a: null, b: null } };

/** @type {readonly ProgressRoute["view"][]} */
const PARTS = Object.freeze(["charts", "together"]);

/** @param {{ shown: ProgressRoute["view"], ways: Ways }} props */
function Parts({ shown, ways }) {
  return html`<nav class="skills-parts" aria-label=${t.progress.parts_label}>
    <ul role="list">
      ${PARTS.map(
        (view) => html`<li key=${view}>
          <button
            type="button"
            class="skills-part"
            aria-current=${view === shown ? "page" : undefined}
            onClick=${() => ways.go({ room: "progress", view })}
          >
            ${t.progress.parts[view]}
          </button>
        </li>`,
      )}
    </ul>
  </nav>`;
}

/** @param {{ route: ProgressRoute, ways: Ways, today: string }} props */
export function ProgressRoom({ route, ways, today }) {
  const parts = html`<${Parts} shown=${route.view} ways=${ways} />`;
  return route.view === "together"
    ? html`<${Together} ...${{ today, memory, parts }} />`
    : html`<${Charts} ...${{ ways, today, memory, parts }} />`;
}
