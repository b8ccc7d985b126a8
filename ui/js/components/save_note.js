import { copyText } from "../copy.js";
import { classes, html, useEffect, useReducer } from "../html.js";
import { useWriter } from "../locking.js";
import { t } from "../strings/en.js";
import { ProblemBanner } from "./banner.js";
import { Button } from "./button.js";
import { Icon } from "./icon.js";

/** @typedef {Pick<import("../open_page.js").OpenPage, "state" | "words" | "flush" | "subscribe">} Saving  what saves itself */

/**
 * Draws again when it changes, and lets the window wait for it.
 * @param {Saving} open
 * @param {Set<import("../locking.js").WriterHandle>} drafts
 */
export function useOpenPage(open, drafts) {
  const [, redraw] = useReducer((/** @type {number} */ count) => count + 1, 0);
  useEffect(() => open.subscribe(() => redraw(undefined)), [open]);
  useWriter(drafts, open);
}

/** @param {import("../autosave.js").SaveState} state */
export const failureOf = (state) =>
  state.name === "failed" || state.name === "saving" ? state.failed : null;

/** "Saved", as it is for what saves itself. @param {{ open: Saving, id?: string, class?: string }} props */
export const SaveNote = ({ open, ...rest }) => html`<${StateNote} state=${open.state()} ...${rest} />`;

/** @param {{ state: import("../autosave.js").SaveState, id?: string, class?: string }} props */
export function StateNote({ state, id, class: className }) {
  const failed = failureOf(state) !== null;
  const isSaved = state.name === "saved";
  const words = failed ? t.schedule.not_saved : isSaved ? t.schedule.saved : t.schedule.saving;
  return html`<p class="only-heard" role="status">${isSaved ? t.schedule.saved : ""}</p>
    ${
      state.name !== "idle" &&
      html`<p id=${id} class=${classes("save-state", failed && "is-failed", isSaved && "is-saved", className)}>
        ${(isSaved || failed) && html`<${Icon} name=${failed ? "problem" : "check"} />`}<span aria-hidden=${isSaved ? "true" : undefined}>${words}</span>
      </p>`
    }`;
}

/** Why it could not be saved, and what to do. @param {{ open: Saving, id?: string, class?: string }} props */
export function SaveFailed({ open, id, class: className }) {
  const failure = failureOf(open.state());
  if (failure === null) return null;
  const words = open.words();
  return html`<${ProblemBanner}
    id=${id}
    class=${className}
    code=${failure}
    onRetry=${() => open.flush()}
    actions=${words !== "" && html`<${Button} icon="copy" onClick=${() => copyText(words)}>${t.common.copy_words}<//>`}
  />`;
}
