import { html, useState } from "../html.js";
import { t } from "../strings/en.js";
import { isUnfinishedDay } from "../unfinished.js";
import { Field } from "./field.js";

/**
 * A day. One that was typed in part counts as none for the field itself, so it is said here.
 * @param {Omit<import("./field.js").FieldProps, "type" | "onBlur">} props
 */
export function DateField({ error, onInput, ...field }) {
  const [isLeft, setIsLeft] = useState(false);
  return html`<${Field}
    ...${field}
    type="date"
    data-empty=${field.value === "" && !isLeft}
    error=${isLeft ? t.programme.date_unfinished : error}
    onInput=${(/** @type {string} */ day, /** @type {Event} */ event) => {
      setIsLeft(false);
      onInput(day, event);
    }}
    onBlur=${(/** @type {any} */ event) => setIsLeft(isUnfinishedDay(event.currentTarget))}
  />`;
}
