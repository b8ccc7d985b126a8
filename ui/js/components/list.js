import { classes, html, useLayoutEffect, useRef } from "../html.js";

/**
 * A list one tabs into once and walks with the arrow keys, Home and End.
 * @param {{ label: string, children?: import("../html.js").Children, id?: string, class?: string }} props
 */
export function List({ label, children, id, class: className }) {
  const list = useRef(/** @type {HTMLElement | null} */ (null));
  const stops = () =>
    /** @type {HTMLElement[]} */ ([...(list.current?.querySelectorAll("[data-stop]") ?? [])]);

  /** @param {HTMLElement} stop */
  const besides = (stop) =>
    /** @type {HTMLElement[]} */ ([...(stop.parentElement?.querySelectorAll(".list-aside button") ?? [])]);

  /** @param {HTMLElement | undefined} chosen */
  const makeStop = (chosen) => {
    for (const stop of stops()) {
      stop.tabIndex = stop === chosen ? 0 : -1;
      for (const button of besides(stop)) button.tabIndex = stop.tabIndex;
    }
  };

  // Tab stops are set on the elements, not in the markup, so that a new render does not move them.
  useLayoutEffect(() => {
    const all = stops();
    const chosen =
      all.find((stop) => stop === document.activeElement) ??
      all.find((stop) => stop.getAttribute("aria-current") === "true") ??
      all.find((stop) => stop.tabIndex === 0) ??
      all[0];
    makeStop(chosen);
  });

  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    const all = stops();
    const at = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    if (at < 0) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    const target = to === undefined ? undefined : all[to];
    if (to === undefined) return;
    event.preventDefault();
    if (!target) return;
    makeStop(target);
    target.focus();
  };

  return html`<ul
    ref=${list}
    id=${id}
    role="list"
    class=${classes("list", className)}
    aria-label=${label}
    onKeyDown=${onKey}
    onFocusIn=${(/** @type {FocusEvent} */ event) => {
      const stop = /** @type {HTMLElement} */ (event.target);
      if (stop.matches("[data-stop]")) makeStop(stop);
      else if (stop.closest(".list-aside"))
        makeStop(stops().find((one) => one.parentElement?.contains(stop)));
    }}
  >
    ${children}
  </ul>`;
}

/**
 * @param {{
 *   selected?: boolean,
 *   onOpen: () => void,
 *   children?: import("../html.js").Children,
 *   aside?: import("../html.js").Children,
 *   id?: string,
 *   class?: string,
 * }} props `aside` holds further buttons beside the row; Tab reaches those of the row one stands on
 */
export function ListItem({ selected = false, onOpen, children, aside, id, class: className }) {
  return html`<li class=${classes("list-row", className)}>
    <button
      type="button"
      id=${id}
      class="list-item"
      data-stop
      aria-current=${selected ? "true" : undefined}
      onClick=${onOpen}
    >
      ${children}
    </button>
    ${aside && html`<div class="list-aside">${aside}</div>`}
  </li>`;
}
