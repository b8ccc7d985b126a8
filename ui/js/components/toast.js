import { rememberFocus } from "../focus.js";
import { html, useEffect, useRef, useState } from "../html.js";
import { t } from "../strings/en.js";
import { Button } from "./button.js";

/** @typedef {{ text: string, action?: { label: string, run: () => void, icon?: string }, seconds?: number }} ToastRequest */
/** @typedef {ToastRequest & { key: number }} Toast */

const LEAST_SECONDS = 10;

/** @type {((toast: Toast) => void) | null} */
let show = null;
let lastKey = 0;

/**
 * Says that something is done and offers to undo it, without asking first.
 * @param {ToastRequest} request shown for at least ten seconds, and for as long as it is hovered or focused
 */
export function showToast(request) {
  lastKey += 1;
  show?.({ ...request, key: lastKey });
}

/** One per window, last in the page. F6 moves to the toast and back; Esc dismisses it. */
export function ToastHost() {
  const [toast, setToast] = useState(/** @type {Toast | null} */ (null));
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  const giveBack = useRef(() => {});

  const leave = () => giveBack.current();
  const dismiss = () => {
    if (box.current?.contains(document.activeElement)) leave();
    setToast(null);
  };

  useEffect(() => {
    show = setToast;
    return () => {
      show = null;
    };
  }, []);

  useEffect(() => {
    if (!toast) return;
    const end = Date.now() + Math.max(toast.seconds ?? LEAST_SECONDS, LEAST_SECONDS) * 1000;
    const timer = setInterval(() => {
      const held = box.current?.matches(":hover, :focus-within");
      if (!held && Date.now() >= end) setToast(null);
    }, 500);
    return () => clearInterval(timer);
  }, [toast]);

  useEffect(() => {
    if (!toast) return;
    /** @param {KeyboardEvent} event */
    const onKey = (event) => {
      if (event.key !== "F6") return;
      event.preventDefault();
      if (box.current?.contains(document.activeElement)) {
        leave();
      } else {
        giveBack.current = rememberFocus();
        box.current?.querySelector("button")?.focus();
      }
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [toast]);

  /** @param {KeyboardEvent} event */
  const onEscape = (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    dismiss();
  };

  return html`<div
    ref=${box}
    class="toast-host"
    role=${toast ? "region" : undefined}
    aria-label=${toast ? t.common.messages : undefined}
    onKeyDown=${onEscape}
  >
    <div role="status">
      ${toast && html`<p class="toast-text" key=${toast.key}>${toast.text}</p>`}
    </div>
    ${
      toast &&
      html`<div class="toast-actions">
        ${
          toast.action &&
          html`<${Button}
            kind="quiet"
            icon=${toast.action.icon ?? "undo"}
            aria-keyshortcuts="F6"
            onClick=${() => {
              toast.action?.run();
              dismiss();
            }}
            >${toast.action.label}<//
          >`
        }
        <${Button} kind="quiet" icon="close" label=${t.common.dismiss} onClick=${dismiss} />
      </div>`
    }
  </div>`;
}
