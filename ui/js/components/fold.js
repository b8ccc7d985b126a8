import { classes, html, useId, useRef, useState } from "../html.js";
import { Icon } from "./icon.js";

/**
 * What most people do not need, behind a button.
 * @param {{
 *   label: string,
 *   children?: import("../html.js").Children,
 *   open?: boolean,
 *   id?: string,
 *   class?: string,
 * }} props `open` is how it starts, and opens it later on
 */
export function Fold({ label, children, open: startsOpen = false, id: wantedId, class: className }) {
  const ownId = useId();
  const id = wantedId ?? ownId;
  const [chosen, setChosen] = useState(/** @type {boolean | null} */ (null));
  const wasOpen = useRef(startsOpen);
  wasOpen.current ||= startsOpen;
  const isOpen = chosen ?? wasOpen.current;
  return html`<div class=${classes("fold", className)}>
    <button
      type="button"
      id=${id}
      class="fold-button"
      aria-expanded=${isOpen ? "true" : "false"}
      aria-controls=${`${id}-more`}
      onClick=${() => setChosen(!isOpen)}
    >
      <${Icon} name="down" /><span>${label}</span>
    </button>
    <div id=${`${id}-more`} class="fold-more" hidden=${!isOpen}>${children}</div>
  </div>`;
}
