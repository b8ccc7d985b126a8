import { html } from "../html.js";

/**
 * Which of a few lists is shown.
 * @template {string} Name
 * @param {{ label: string, names: Record<Name, string>, shown: Name, onShow: (name: Name) => void }} props
 */
export function Which({ label, names, shown, onShow }) {
  return html`<nav class="which" aria-label=${label}>
    ${
      /** @type {Name[]} */ (Object.keys(names)).map(
        (name) => html`<button
        key=${name}
        type="button"
        class="which-button"
        aria-current=${name === shown ? "page" : undefined}
        onClick=${() => onShow(name)}
      >
        ${names[name]}
      </button>`,
      )
    }
  </nav>`;
}
