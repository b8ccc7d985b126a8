import { classes, html, useId } from "../html.js";
import { inOrder, WEEKDAYS, weekdayInFull, weekdayInShort } from "../schedule.js";
import { Icon } from "./icon.js";

/**
 * Any days of the week, in a row.
 * @param {{
 *   legend: string,
 *   days: readonly import("../ipc.js").Weekday[],
 *   onChange: (days: import("../ipc.js").Weekday[]) => void,
 *   error?: string | false,
 *   firstRef?: import("preact").Ref<HTMLInputElement>,
 *   id?: string,
 *   class?: string,
 * }} props
 */
export function WeekdayPicker({ legend, days, onChange, error, firstRef, id, class: className }) {
  const name = useId();
  return html`<fieldset
    id=${id}
    class=${classes("weekdays", className)}
    aria-describedby=${error ? `${name}-error` : undefined}
  >
    <legend class="field-label">${legend}</legend>
    <div class="weekdays-row">
      ${WEEKDAYS.map(
        (day, at) => html`<label class="weekday" key=${day}>
          <input
            ref=${at === 0 ? firstRef : undefined}
            type="checkbox"
            checked=${days.includes(day)}
            aria-label=${weekdayInFull(day)}
            onChange=${(/** @type {any} */ event) =>
              onChange(
                inOrder(event.currentTarget.checked ? [...days, day] : days.filter((one) => one !== day)),
              )}
          />
          <span aria-hidden="true">${weekdayInShort(day)}</span>
        </label>`,
      )}
    </div>
    ${error && html`<div class="field-error" id=${`${name}-error`}><${Icon} name="problem" /><span>${error}</span></div>`}
  </fieldset>`;
}
