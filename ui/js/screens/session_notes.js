// What one brings to a session, and what one keeps from it. It saves itself.

import { useAsked } from "../asking.js";
import { ProblemBanner } from "../components/banner.js";
import { TextArea } from "../components/field.js";
import { SaveFailed, SaveNote, useOpenPage } from "../components/save_note.js";
import { html, useMemo } from "../html.js";
import { call } from "../ipc.js";
import { openPage } from "../open_page.js";
import { t } from "../strings/en.js";

/**
 * @typedef {import("../ipc.js").OccurrenceKey} OccurrenceKey
 * @typedef {import("../ipc.js").SessionNotesView} SessionNotesView
 * @typedef {import("../locking.js").Writers["drafts"]} Drafts
 */

/** @param {{ of: OccurrenceKey, drafts: Drafts }} props */
export function NotesPart({ of, drafts }) {
  /** @type {import("../asking.js").Asked<SessionNotesView>} */
  const { view, problem, reload } = useAsked("session_notes", of);
  return html`<section class="session-part" aria-labelledby="session-notes">
    <h2 id="session-notes">${t.schedule.notes_title}</h2>
    ${problem && html`<${ProblemBanner} code=${problem} onRetry=${reload} />`}
    ${view && html`<${NotesForm} notes=${view} ...${{ of, drafts }} />`}
  </section>`;
}

/** @param {{ notes: SessionNotesView, of: OccurrenceKey, drafts: Drafts }} props */
function NotesForm({ notes, of, drafts }) {
  const open = useMemo(
    () =>
      openPage({
        page: notes,
        save: (page) => call("session_notes_save", { ...of, ...page }),
        words: ({ before, after }) => [before, after].filter((words) => words !== "").join("\n\n"),
      }),
    [],
  );
  useOpenPage(open, drafts);
  const { before, after } = open.page();
  return html`<div class="session-notes">
    <${TextArea}
      id="session-before"
      label=${t.schedule.notes_before}
      hint=${t.schedule.notes_before_hint}
      spellcheck=${true}
      value=${before}
      onInput=${(/** @type {string} */ words) => open.change({ before: words })}
    />
    <${TextArea}
      id="session-after"
      label=${t.schedule.notes_after}
      hint=${t.schedule.notes_after_hint}
      spellcheck=${true}
      value=${after}
      onInput=${(/** @type {string} */ words) => open.change({ after: words })}
    />
    <div class="session-saved"><${SaveNote} open=${open} /></div>
    <${SaveFailed} open=${open} />
  </div>`;
}
