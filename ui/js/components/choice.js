import { classes, html, useId } from "../html.js";
import { Icon } from "./icon.js";

/**
 * One of a few, as cards. The arrow keys move, as in any group of radio buttons.
 * @param {{
 *   legend: string,
 *   legendHidden?: boolean,
 *   hint?: string,
 *   options: { value: string | number, label: string, hint?: string, disabled?: boolean }[],
 *   value: string | number | null,
 *   onChange: (value: any) => void,
 *   columns?: boolean,
 *   inputRef?: import("preact").Ref<HTMLInputElement>,
 *   id?: string,
 *   class?: string,
 * }} props `columns` puts the cards side by side where there is room
 */
export function Choice({
  legend,
  legendHidden,
  hint,
  options,
  value,
  onChange,
  columns,
  inputRef,
  id,
  class: className,
}) {
  const name = useId();
  return html`<fieldset id=${id} class=${classes("choice", className)} aria-describedby=${hint ? `${name}-hint` : undefined}>
    <legend class=${legendHidden ? "only-heard" : "field-label"}>${legend}</legend>
    ${hint && html`<p class="field-hint" id=${`${name}-hint`}>${hint}</p>`}
    <div class=${classes("choice-options", columns && "choice-columns")}>
      ${options.map(
        (option, index) => html`<label class="choice-card" key=${option.value}>
          <input
            ref=${index === 0 ? inputRef : undefined}
            type="radio"
            name=${name}
            value=${option.value}
            checked=${option.value === value}
            disabled=${option.disabled}
            aria-describedby=${option.hint ? `${name}-${index}` : undefined}
            aria-labelledby=${`${name}-${index}-label`}
            onChange=${() => onChange(option.value)}
          />
          <span class="choice-dot" />
          <span class="choice-text">
            <span class="choice-label" id=${`${name}-${index}-label`}>${option.label}</span>
            ${option.hint && html`<span class="choice-hint" id=${`${name}-${index}`}>${option.hint}</span>`}
          </span>
        </label>`,
      )}
    </div>
  </fieldset>`;
}

/**
 * On or off, at once.
 * @param {{
 *   label: string,
 *   hint?: string,
 *   checked: boolean,
 *   onChange: (checked: boolean) => void,
 *   disabled?: boolean,
 *   id?: string,
 *   class?: string,
 * }} props
 */
export function Toggle({ label, hint, checked, onChange, disabled, id: wantedId, class: className }) {
  const ownId = useId();
  const id = wantedId ?? ownId;
  return html`<label class=${classes("toggle", className)}>
    <input
      id=${id}
      type="checkbox"
      role="switch"
      checked=${checked}
      disabled=${disabled}
      aria-labelledby=${`${id}-label`}
      aria-describedby=${hint ? `${id}-hint` : undefined}
      onChange=${(/** @type {any} */ event) => onChange(event.currentTarget.checked)}
    />
    <span class="toggle-track"><span class="toggle-knob"><${Icon} name="check" /></span></span>
    <span class="toggle-text">
      <span class="toggle-label" id=${`${id}-label`}>${label}</span>
      ${hint && html`<span class="choice-hint" id=${`${id}-hint`}>${hint}</span>`}
    </span>
  </label>`;
}
