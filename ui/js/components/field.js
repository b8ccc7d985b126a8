import { classes, html, useId, useState } from "../html.js";
import { t } from "../strings/en.js";
import { Icon } from "./icon.js";

/**
 * @typedef {{
 *   label: string,
 *   hint?: import("../html.js").Children,
 *   error?: import("../html.js").Children,
 *   labelHidden?: boolean,
 *   id?: string,
 *   class?: string,
 * }} FrameProps
 *
 * @typedef {FrameProps & {
 *   value: string,
 *   onInput: (value: string, event: Event) => void,
 *   type?: string,
 *   inputRef?: import("preact").Ref<any>,
 *   children?: (wiring: Wiring) => import("../html.js").VNode,
 *   [attribute: string]: any,
 * }} FieldProps
 *
 * @typedef {{ id: string, "aria-describedby": string | undefined, "aria-invalid": "true" | undefined }} Wiring
 */

/**
 * Label, hint and error around one control, tied to it for a screen reader.
 * @param {FrameProps & { control: (wiring: Wiring) => import("../html.js").VNode }} props
 */
function Frame({ label, hint, error, labelHidden, id: wantedId, class: className, control }) {
  const ownId = useId();
  const id = wantedId ?? ownId;
  const describedBy = classes(Boolean(hint) && `${id}-hint`, Boolean(error) && `${id}-error`);
  return html`<div class=${classes("field", className)}>
    <label class=${labelHidden ? "only-heard" : "field-label"} for=${id}>${label}</label>
    ${hint && html`<div class="field-hint" id=${`${id}-hint`}>${hint}</div>`}
    ${control({ id, "aria-describedby": describedBy || undefined, "aria-invalid": error ? "true" : undefined })}
    ${
      error &&
      html`<div class="field-error" id=${`${id}-error`}>
        <${Icon} name="problem" />
        <span>${error}</span>
      </div>`
    }
  </div>`;
}

/**
 * One line of text; or any other control, given as a function child that spreads the wiring.
 * Other attributes go to the input.
 * @param {FieldProps} props
 */
export function Field({
  label,
  hint,
  error,
  labelHidden,
  id,
  class: className,
  value,
  onInput,
  type = "text",
  inputRef,
  children,
  ...rest
}) {
  return html`<${Frame}
    ...${{ label, hint, error, labelHidden, id, class: className }}
    control=${(/** @type {Wiring} */ wiring) =>
      children?.(wiring) ??
      html`<input
        ...${rest}
        ...${wiring}
        ref=${inputRef}
        class="input"
        type=${type}
        value=${value}
        onInput=${(/** @type {any} */ event) => onInput(event.currentTarget.value, event)}
      />`}
  />`;
}

/** @param {FieldProps} props */
export function TextArea({
  label,
  hint,
  error,
  labelHidden,
  id,
  class: className,
  value,
  onInput,
  inputRef,
  ...rest
}) {
  return html`<${Frame}
    ...${{ label, hint, error, labelHidden, id, class: className }}
    control=${(/** @type {Wiring} */ wiring) => html`<textarea
      rows="4"
      ...${rest}
      ...${wiring}
      ref=${inputRef}
      class="input"
      value=${value}
      onInput=${(/** @type {any} */ event) => onInput(event.currentTarget.value, event)}
    />`}
  />`;
}

/**
 * A secret that can be shown and pasted.
 * @param {FieldProps & { shown?: boolean }} props `shown` is how it starts
 */
export function PasswordField({
  label,
  hint,
  error,
  labelHidden,
  id,
  class: className,
  value,
  onInput,
  inputRef,
  shown: startsShown = false,
  ...rest
}) {
  const [shown, setShown] = useState(startsShown);
  return html`<${Frame}
    ...${{ label, hint, error, labelHidden, id, class: className }}
    control=${(/** @type {Wiring} */ wiring) => html`<div class="input-group">
      <input
        autocomplete="off"
        autocapitalize="off"
        autocorrect="off"
        spellcheck=${false}
        ...${rest}
        ...${wiring}
        ref=${inputRef}
        class=${classes("input", shown && "input-plain-secret")}
        type=${shown ? "text" : "password"}
        value=${value}
        onInput=${(/** @type {any} */ event) => onInput(event.currentTarget.value, event)}
      />
      <button
        type="button"
        class="input-button"
        aria-label=${shown ? t.common.hide_typed(label) : t.common.show_typed(label)}
        aria-controls=${wiring.id}
        onClick=${() => setShown(!shown)}
      >
        <${Icon} name=${shown ? "eye_shut" : "eye"} />
        <span aria-hidden="true">${shown ? t.common.hide : t.common.show}</span>
      </button>
    </div>`}
  />`;
}
