import { html, useId } from "../html.js";

/** @typedef {{ value: number, label: string, spoken?: string }} Segment */

/**
 * One of a few, side by side and small, for a row of a card. Arrows move, the first letter or digit chooses, and
 * the same press again, Delete or Backspace takes the answer away.
 * @param {{
 *   labelledBy: string,
 *   options: Segment[],
 *   value: number | null,
 *   onChange: (value: number | null) => void,
 *   id?: string,
 *   class?: string,
 * }} props
 */
export function Segments({ labelledBy, options, value, onChange, id, class: className = "" }) {
  const name = useId();

  /** @param {any} event */
  const onKey = (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const { key } = event;
    const inputs = /** @type {HTMLInputElement[]} */ ([...event.currentTarget.querySelectorAll("input")]);
    const here = inputs.indexOf(/** @type {HTMLInputElement} */ (event.target));
    const last = options.length - 1;
    const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
    const typed = options.findIndex(({ label }) => label.charAt(0).toLowerCase() === key.toLowerCase());
    const by = steps[/** @type {keyof typeof steps} */ (key)];
    if (key === "Delete" || key === "Backspace") {
      event.preventDefault();
      onChange(null);
      return;
    }
    const ends = { Home: 0, End: last };
    const to =
      by === undefined ? (ends[/** @type {keyof typeof ends} */ (key)] ?? typed) : clamp(here + by, last);
    const option = options[to];
    if (!option) return;
    event.preventDefault();
    inputs[to]?.focus();
    onChange(option.value);
  };

  return html`<div id=${id} class=${`segments ${className}`} role="radiogroup" aria-labelledby=${labelledBy} onKeyDown=${onKey}>
    ${options.map(
      (option) => html`<label class="segment" key=${option.value}>
        <input
          type="radio"
          name=${name}
          checked=${option.value === value}
          aria-label=${option.spoken ?? option.label}
          onClick=${() => onChange(option.value === value ? null : option.value)}
        />
        <span aria-hidden="true">${option.label}</span>
      </label>`,
    )}
  </div>`;
}

/** @param {number} place @param {number} last */
const clamp = (place, last) => Math.min(Math.max(place, 0), last);
