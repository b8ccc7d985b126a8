import { html } from "../html.js";

/**
 * The parts of a room, above each of them.
 * @template {{ view: string }} Route
 * @param {{
 *   label: string, room: string, parts: readonly Route[], names: Record<string, string>, shown: string,
 *   onShow: (part: Route) => void,
 * }} props `names` by view
 */
export function Parts({ label, room, parts, names, shown, onShow }) {
  return html`<nav class="skills-parts" aria-label=${label}>
    <ul role="list">
      ${parts.map(
        (part) => html`<li key=${part.view}>
          <button
            type="button"
            id=${`${room}-part-${part.view}`}
            class="skills-part"
            aria-current=${part.view === shown ? "page" : undefined}
            onClick=${() => onShow(part)}
          >
            ${names[part.view]}
          </button>
        </li>`,
      )}
    </ul>
  </nav>`;
}
