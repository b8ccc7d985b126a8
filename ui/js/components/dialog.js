import { rememberFocus } from "../focus.js";
import { classes, html, useId, useLayoutEffect, useRef } from "../html.js";
import { t } from "../strings/en.js";
import { Button } from "./button.js";

/**
 * A question in front of everything else. Esc closes it; the focus returns to where it was.
 * @param {{
 *   title: string,
 *   onClose: () => void,
 *   children?: import("../html.js").Children,
 *   actions?: import("../html.js").Children,
 *   wide?: boolean,
 *   id?: string,
 *   class?: string,
 * }} props an element marked `data-first-focus` is focused on opening, otherwise the title
 */
export function Dialog({ title, onClose, children, actions, wide, id: wantedId, class: className }) {
  const ownId = useId();
  const id = wantedId ?? ownId;
  const dialog = useRef(/** @type {HTMLDialogElement | null} */ (null));
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return;
    const giveBack = rememberFocus();
    element.showModal();
    const first = element.querySelector("[data-first-focus]") ?? element.querySelector("h2");
    if (first instanceof HTMLElement) first.focus();
    return () => {
      if (element.open) element.close();
      giveBack();
    };
  }, []);
  return html`<dialog
    ref=${dialog}
    id=${id}
    class=${classes("dialog", wide && "dialog-wide", className)}
    aria-labelledby=${`${id}-title`}
    onCancel=${(/** @type {Event} */ event) => {
      event.preventDefault();
      onClose();
    }}
  >
    <div class="dialog-head">
      <h2 id=${`${id}-title`} tabindex="-1">${title}</h2>
      <${Button} kind="quiet" icon="close" label=${t.common.close} onClick=${onClose} />
    </div>
    <div class="dialog-body">${children}</div>
    ${actions && html`<div class="dialog-actions">${actions}</div>`}
  </dialog>`;
}
