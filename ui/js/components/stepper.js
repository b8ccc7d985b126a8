import { typedNumber } from "../card.js";
import { html, useState } from "../html.js";
import { t } from "../strings/en.js";
import { Icon } from "./icon.js";

/**
 * A number to type, or to step with the buttons beside it. The arrow keys step too.
 * @param {{
 *   name: string,
 *   labelledBy: string,
 *   unit: string | null,
 *   value: number | null,
 *   onChange: (value: number | null) => void,
 *   step: number,
 *   most: number,
 *   first: number,
 *   id?: string,
 *   class?: string,
 * }} props `first` is where it starts when one steps up from nothing
 */
export function Stepper({
  name,
  labelledBy,
  unit,
  value,
  onChange,
  step,
  most,
  first,
  id,
  class: className = "",
}) {
  const [typed, setTyped] = useState(/** @type {string | null} */ (null));
  const unitId = `${labelledBy}-unit`;

  /** @param {1 | -1} by */
  const move = (by) => {
    setTyped(null);
    if (value === null) onChange(by > 0 ? first : 0);
    else onChange(Math.min(Math.max(value + by * step, 0), most));
  };
  /** @param {string} text */
  const type = (text) => {
    setTyped(text);
    if (text.trim() === "") onChange(null);
    else {
      const number = typedNumber(text, { step, most });
      if (number !== null) onChange(number);
    }
  };
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    move(event.key === "ArrowUp" ? 1 : -1);
  };

  return html`<div id=${id} class=${`stepper ${className}`}>
    <button type="button" tabindex="-1" aria-label=${t.card.less(name)} onClick=${() => move(-1)}><${Icon} name="minus" /></button>
    <input
      type="text"
      inputmode="decimal"
      autocomplete="off"
      aria-labelledby=${labelledBy}
      aria-describedby=${unit ? unitId : undefined}
      value=${typed ?? (value === null ? "" : String(value))}
      onInput=${(/** @type {any} */ event) => type(event.currentTarget.value)}
      onKeyDown=${onKey}
      onBlur=${() => setTyped(null)}
    />
    <button type="button" tabindex="-1" aria-label=${t.card.more(name)} onClick=${() => move(1)}><${Icon} name="plus" /></button>
    ${unit && html`<span class="stepper-unit" id=${unitId}>${unit}</span>`}
  </div>`;
}
