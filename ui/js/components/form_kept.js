// What the forms share that can be left half filled in.

import { useAsked } from "../asking.js";
import { formDraft } from "../form_draft.js";
import { html, useState } from "../html.js";
import { call } from "../ipc.js";
import { t } from "../strings/en.js";
import { Button } from "./button.js";
import { useOpenPage } from "./save_note.js";

/** @param {string} form @returns {import("../asking.js").Asked<import("../ipc.js").FormDraftView>} */
export const useKept = (form) => useAsked("form_draft", { form });

/**
 * Keeps what is typed, and lets the window wait for it.
 * @template {object} Typed
 * @param {object} given
 * @param {string} given.form
 * @param {Typed | null} given.kept  from before
 * @param {(typed: Typed) => string} given.words
 * @param {import("../locking.js").Writers["drafts"]} given.drafts
 * @returns {import("../form_draft.js").FormDraft<Typed>}
 */
export function useFormDraft({ form, kept, words, drafts }) {
  const [draft] = useState(() =>
    formDraft({ kept, save: (body) => call("form_draft_save", { form, body }), words }),
  );
  useOpenPage(draft, drafts);
  return draft;
}

/** @param {{ onStartOver: () => void }} props */
export const FormKept = ({ onStartOver }) => html`<div class="form-kept">
  <p class="quiet-text">${t.schedule.form_kept}</p>
  <${Button} kind="quiet" icon="undo" onClick=${onStartOver}>${t.schedule.form_fresh}<//>
</div>`;
