import { useEffect, useLayoutEffect, useRef } from "./html.js";

/**
 * A ref whose element takes the focus when it appears, and again whenever `key` changes.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {unknown} [key]
 * @param {boolean} [wanted]
 */
export function useArrival(key, wanted = true) {
  const element = useRef(/** @type {T | null} */ (null));
  useLayoutEffect(() => {
    if (wanted) element.current?.focus();
  }, [key, wanted]);
  return element;
}

/**
 * Remembers what had the focus and gives a function that hands it back, if it is still there.
 * @returns {() => void}
 */
export function rememberFocus() {
  const before = document.activeElement;
  return () => {
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  };
}

const LOOK_MS = 800;

/**
 * Focuses what has this id as soon as it is on the page, unless the person does something first.
 * @param {string} id
 */
export function focusWhenThere(id) {
  const until = performance.now() + LOOK_MS;
  const stop = new AbortController();
  for (const kind of ["keydown", "pointerdown"])
    addEventListener(kind, () => stop.abort(), { capture: true, once: true, signal: stop.signal });
  const look = () => {
    const element = document.getElementById(id);
    if (stop.signal.aborted) return;
    if (element?.checkVisibility()) {
      element.focus();
      stop.abort();
    } else if (performance.now() < until) requestAnimationFrame(look);
    else stop.abort();
  };
  requestAnimationFrame(look);
}

/**
 * Esc goes back. It is heard before anything else in the window hears it.
 * @param {() => void} goBack
 * @param {boolean} [active]
 */
export function useEscape(goBack, active = true) {
  useEffect(() => {
    if (!active) return;
    /** @param {KeyboardEvent} event */
    const onKey = (event) => {
      if (event.key !== "Escape" || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      goBack();
    };
    addEventListener("keydown", onKey, true);
    return () => removeEventListener("keydown", onKey, true);
  }, [goBack, active]);
}
