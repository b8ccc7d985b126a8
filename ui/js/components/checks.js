import { classes, html, useId } from "../html.js";
import { Icon } from "./icon.js";

/**
 * Any of a few, as cards to tick; or one of them.
 * @param {{
 *   legend: string,
 *   legendHidden?: boolean,
 *   options: string[],
 *   chosen: string[],
 *   onToggle: (option: string, on: boolean) => void,
 *   many?: boolean,
 *   name?: string,
 *   quiet?: boolean,
 *   id?: string,
 *   class?: string,
 * }} props `name` joins several groups into one choice, `quiet` makes small cards in a row
 */
export function Checks({
  legend,
  legendHidden,
  options,
  chosen,
  onToggle,
  many = true,
  name,
  quiet,
  id,
  class: className,
}) {
  const ownName = useId();
  return html`<fieldset id=${id} class=${classes("checks", quiet && "checks-quiet", className)}>
    <legend class=${legendHidden ? "only-heard" : "field-label"}>${legend}</legend>
    <div class="checks-options">
      ${options.map(
        (option) => html`<label class="check-card" key=${option}>
          <input
            type=${many ? "checkbox" : "radio"}
            name=${name ?? ownName}
            checked=${chosen.includes(option)}
            onChange=${(/** @type {any} */ event) => onToggle(option, event.currentTarget.checked)}
          />
          <span class=${many ? "check-box" : "check-box is-round"}><${Icon} name="check" /></span>
          <span class="check-label">${option}</span>
        </label>`,
      )}
    </div>
  </fieldset>`;
}

/**
 * One of a few short words, in a row.
 * @param {{
 *   legend: string,
 *   legendHidden?: boolean,
 *   hint?: string,
 *   options: { value: string, label: string }[],
 *   value: string | null,
 *   onChange: (value: string) => void,
 *   id?: string,
 *   class?: string,
 * }} props
 */
export function Chips({ legend, legendHidden, hint, options, value, onChange, id, class: className }) {
  const name = useId();
  return html`<fieldset id=${id} class=${classes("chips", className)} aria-describedby=${hint ? `${name}-hint` : undefined}>
    <legend class=${legendHidden ? "only-heard" : "field-label"}>${legend}</legend>
    ${hint && html`<p class="field-hint" id=${`${name}-hint`}>${hint}</p>`}
    <div class="chips-row">
      ${options.map(
        (option) => html`<label class="chip" key=${option.value}>
          <input
            type="radio"
            name=${name}
            value=${option.value}
            checked=${option.value === value}
            onChange=${() => onChange(option.value)}
          />
          <span>${option.label}</span>
        </label>`,
      )}
    </div>
  </fieldset>`;
}
