import { classes, html } from "../html.js";
import { t } from "../strings/en.js";
import { Icon } from "./icon.js";

/**
 * @param {{
 *   kind?: "primary" | "secondary" | "quiet" | "danger",
 *   icon?: string,
 *   iconEnd?: string,
 *   busy?: boolean | string,
 *   disabled?: boolean,
 *   type?: "button" | "submit",
 *   onClick?: (event: MouseEvent) => void,
 *   label?: string,
 *   id?: string,
 *   class?: string,
 *   buttonRef?: import("preact").Ref<HTMLButtonElement>,
 *   children?: import("../html.js").Children,
 *   [attribute: `aria-${string}` | `data-${string}`]: unknown,
 * }} props `busy` may be the words to show meanwhile; `label` names a button that shows only an icon.
 *
 * A busy button keeps the focus and swallows presses, so that the keyboard does not fall off the page. So does one
 * that is `aria-disabled`, for a button that its own press can turn off.
 */
export function Button({
  kind = "secondary",
  icon,
  iconEnd,
  busy = false,
  disabled = false,
  type = "button",
  onClick,
  label,
  id,
  class: className,
  buttonRef,
  children,
  "aria-disabled": off,
  ...rest
}) {
  /** @param {MouseEvent} event */
  const press = (event) => {
    if (busy || off === "true") event.preventDefault();
    else onClick?.(event);
  };
  return html`<button
    ...${rest}
    id=${id}
    ref=${buttonRef}
    type=${type}
    class=${classes("button", `button-${kind}`, !children && "button-icon", className)}
    disabled=${disabled}
    aria-disabled=${busy ? "true" : off}
    aria-busy=${busy ? "true" : undefined}
    aria-label=${label}
    title=${children ? undefined : label}
    onClick=${press}
  >
    ${icon && html`<${Icon} name=${icon} />`}
    ${children && html`<span>${busy ? (busy === true ? t.common.working : busy) : children}</span>`}
    ${iconEnd && html`<${Icon} name=${iconEnd} />`}
  </button>`;
}
