// The program, all of it in one place, to look up and to change.

import { useAsked } from "../asking.js";
import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Page } from "../components/page.js";
import { showToast } from "../components/toast.js";
import { html, useEffect, useMemo, useRef, useState } from "../html.js";
import { call, codeOf } from "../ipc.js";
import { useWriter } from "../locking.js";
import { basicsFaults, draftOf, hasChangeFaults, isBlank, requestOf } from "../programme_draft.js";
import { t } from "../strings/en.js";
import { focusFirstFault, focusUnfinished } from "../unfinished.js";
import { BasicsFields, BreakRows, PhaseRows, PlaceFields } from "./programme_fields.js";
import { useSetUpBegun } from "./programme_set_up.js";

/**
 * @typedef {import("../ipc.js").ProgrammeView} ProgrammeView
 * @typedef {import("../ipc.js").ErrorCode} ErrorCode
 * @typedef {import("../programme_draft.js").ProgrammeDraft} ProgrammeDraft
 * @typedef {import("../app.js").Ways} Ways
 * @typedef {import("../locking.js").Writers["drafts"]} Drafts
 */

/** @param {{ parts: import("../html.js").VNode, ways: Ways, drafts: Drafts }} props */
export function Programme({ parts, ways, drafts }) {
  /** @type {import("../asking.js").Asked<ProgrammeView>} */
  const { view, problem, reload } = useAsked("programme");
  const begun = useSetUpBegun();
  const shown = begun === null ? null : view;
  const blank = shown !== null && isBlank(shown);
  return html`<${Page}
    class="skills-page programme-page"
    before=${parts}
    title=${t.programme.title}
    lead=${shown && !blank && t.programme.lead}
  >
    ${problem && html`<${ProblemBanner} code=${problem} onRetry=${reload} />`}
    ${(blank || begun) && html`<${ProgrammeInvitation} begun=${begun} ways=${ways} />`}
    ${shown && !blank && html`<${ProgrammeForm} view=${shown} ...${{ ways, drafts }} />`}
  <//>`;
}

/** @param {{ begun: boolean | null, ways: Ways }} props `begun`: the set-up */
function ProgrammeInvitation({ begun, ways }) {
  return html`<div class="empty">
    <p class="empty-title">${t.programme.blank_title}</p>
    <p>${begun ? t.programme.set_up_kept : t.programme.blank_text}</p>
    <div class="button-row">
      <${Button} id="programme-set-up" kind="primary" onClick=${() => ways.go({ room: "schedule", view: "set_up" })}>
        ${begun ? t.programme.blank_go_on : t.programme.blank_action}
      <//>
      <${Button} id="programme-file" icon="import" onClick=${() => ways.go({ room: "schedule", view: "calendar" })}>${t.programme.blank_file}<//>
    </div>
  </div>`;
}

/**
 * What is typed is saved by itself before the app locks or another room is shown.
 * @param {{ view: ProgrammeView, ways: Ways, drafts: Drafts }} props
 */
function ProgrammeForm({ view, ways, drafts }) {
  const [draft, setDraft] = useState(() => draftOf(view));
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState(/** @type {ErrorCode | null} */ (null));
  const [busy, setBusy] = useState(false);
  const form = useRef(/** @type {HTMLElement | null} */ (null));
  const latest = useRef({ draft, saved: view, isSaved: true });
  latest.current.draft = draft;

  /** @returns {Promise<boolean>} */
  const save = async () => {
    const { draft: typed, saved, isSaved } = latest.current;
    if (isSaved) return true;
    try {
      const next = await call("programme_save", requestOf(typed, saved));
      const isStill = latest.current.draft === typed;
      latest.current = { ...latest.current, saved: next, isSaved: isStill };
      setProblem(null);
      return true;
    } catch (failure) {
      setProblem(codeOf(failure));
      return false;
    }
  };
  const writer = useMemo(
    () => ({
      flush: save,
      words: () => {
        const { name, phone, address } = latest.current.draft;
        return latest.current.isSaved
          ? ""
          : [name, phone, address].filter((words) => words !== "").join("\n");
      },
    }),
    [],
  );
  useWriter(drafts, writer);
  useEffect(() => {
    latest.current.saved = view;
  }, [view]);

  /** @param {Partial<ProgrammeDraft>} patch */
  const change = (patch) => {
    latest.current.isSaved = false;
    setDraft((now) => ({ ...now, ...patch }));
  };

  /** @param {SubmitEvent} event */
  const submit = async (event) => {
    event.preventDefault();
    if (busy || focusUnfinished(form.current)) return;
    if (basicsFaults(draft).size > 0 || hasChangeFaults(draft)) {
      setAsked(true);
      focusFirstFault(form.current);
      return;
    }
    setBusy(true);
    const isDone = await save();
    setBusy(false);
    if (!isDone) return;
    setDraft(draftOf(latest.current.saved));
    latest.current.isSaved = true;
    setAsked(false);
    showToast({ text: t.programme.saved });
  };

  const fields = { draft, onChange: change, asked };
  return html`<form class="programme-form" ref=${form} onSubmit=${submit} noValidate>
    <section class="programme-part" aria-labelledby="programme-basics">
      <h2 id="programme-basics">${t.programme.basics}</h2>
      <${BasicsFields} ...${fields} />
    </section>
    <section class="programme-part" aria-labelledby="programme-place">
      <h2 id="programme-place">${t.programme.more}</h2>
      <${PlaceFields} draft=${draft} onChange=${change} zones=${view.zones} />
    </section>
    <${BreakRows} ...${fields} />
    <${PhaseRows} ...${fields} />
    <section class="programme-part" aria-labelledby="programme-sessions">
      <div class="programme-part-head">
        <h2 id="programme-sessions">${t.programme.review_sessions}</h2>
        <p class="quiet-text">${t.programme.sessions_where}</p>
      </div>
      <div class="button-row">
        <${Button} id="programme-week" icon="calendar" onClick=${() => ways.go({ room: "schedule", view: "week", date: null })}>${t.programme.sessions_week}<//>
        <${Button} id="programme-add" kind="quiet" icon="plus" onClick=${() => ways.go({ room: "schedule", view: "event", event: null, recurrence_id: null })}>${t.programme.session_add}<//>
      </div>
    </section>
    ${problem && html`<${ProblemBanner} code=${problem} />`}
    <div class="button-row programme-save"><${Button} kind="primary" type="submit" busy=${busy}>${t.programme.save}<//></div>
  </form>`;
}
