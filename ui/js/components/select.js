import { html } from "../html.js";
import { Field } from "./field.js";
import { Icon } from "./icon.js";

/**
 * @param {{
 *   label: string,
 *   options: { value: string, label: string }[],
 *   value: string,
 *   onChange: (value: string) => void,
 *   hint?: string,
 *   error?: string,
 *   labelHidden?: boolean,
 *   selectRef?: import("preact").Ref<HTMLSelectElement>,
 *   id?: string,
 *   class?: string,
 * }} props
 */
export function Select({ options, value, onChange, selectRef, ...frame }) {
  return html`<${Field} ...${frame} value=${value} onInput=${onChange}>
    ${(/** @type {import("./field.js").Wiring} */ wiring) => html`<div class="select">
      <select
        ...${wiring}
        ref=${selectRef}
        class="input"
        value=${value}
        onChange=${(/** @type {any} */ event) => onChange(event.currentTarget.value)}
      >
        ${options.map((option) => html`<option key=${option.value} value=${option.value}>${option.label}</option>`)}
      </select>
      <${Icon} name="down" />
    </div>`}
  <//>`;
}
