// The set-up of the program, in four short steps. It can be left and gone on with as long as the window is open.

import { useAsked } from "../asking.js";
import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Fold } from "../components/fold.js";
import { Page, Steps } from "../components/page.js";
import { showToast } from "../components/toast.js";
import { html, useEffect, useRef, useState } from "../html.js";
import { call, codeOf } from "../ipc.js";
import {
  basicsFaults,
  detailsOf,
  draftOf,
  frameOf,
  hasChangeFaults,
  isUntouched,
  newSession,
  requestOf,
  sessionFaults,
} from "../programme_draft.js";
import { t } from "../strings/en.js";
import { focusFirstFault, focusUnfinished } from "../unfinished.js";
import { BasicsFields, BreakRows, PhaseRows, PlaceFields } from "./programme_fields.js";
import { Review } from "./programme_review.js";
import { SessionRows } from "./programme_sessions.js";

/**
 * @typedef {import("../ipc.js").ProgrammeView} ProgrammeView
 * @typedef {import("../ipc.js").ErrorCode} ErrorCode
 * @typedef {import("../programme_draft.js").ProgrammeDraft} ProgrammeDraft
 * @typedef {import("../programme_draft.js").SessionDraft} SessionDraft
 * @typedef {{ step: number, programme: ProgrammeDraft, sessions: SessionDraft[] }} SetUpDraft
 */

const LAST_STEP = t.programme.set_up_steps.length - 1;

/** Gone with the window, and so with the lock. @type {{ draft: SetUpDraft | null }} */
const memory = { draft: null };

/** Something of the set-up is filled in and not saved. */
export const isSetUpBegun = () => memory.draft !== null;

/** @param {ProgrammeView} view @returns {SetUpDraft} */
function freshDraft(view) {
  const programme = draftOf(view);
  return {
    step: 0,
    programme: { ...programme, zone: programme.zone || view.here_zone },
    sessions: [newSession("group")],
  };
}

/** @param {{ ways: import("../app.js").Ways, today: string }} props */
export function SetUp({ ways, today }) {
  /** @type {import("../asking.js").Asked<ProgrammeView>} */
  const { view, problem, reload } = useAsked("programme");
  const [draft, setDraft] = useState(memory.draft);
  const [wasKept, setWasKept] = useState(memory.draft !== null);

  useEffect(() => {
    if (view !== null && draft === null) setDraft(freshDraft(view));
  }, [view, draft]);

  /** @param {(now: SetUpDraft) => SetUpDraft} edit */
  const change = (edit) =>
    setDraft((now) => {
      if (now === null) return now;
      memory.draft = edit(now);
      return memory.draft;
    });
  const startOver = () => {
    memory.draft = null;
    setWasKept(false);
    setDraft(null);
  };

  if (view === null || draft === null) {
    return html`<${Page} class="skills-page programme-page" title=${t.programme.set_up_steps[0]}>
      ${problem && html`<${ProblemBanner} code=${problem} onRetry=${reload} />`}
    <//>`;
  }
  return html`<${SetUpSteps}
    ...${{ draft, view, ways, today, change }}
    onStartOver=${wasKept ? startOver : null}
    onDone=${() => {
      memory.draft = null;
    }}
  />`;
}

/**
 * @param {{
 *   draft: SetUpDraft, view: ProgrammeView, ways: import("../app.js").Ways, today: string,
 *   change: (change: (now: SetUpDraft) => SetUpDraft) => void, onStartOver: (() => void) | null, onDone: () => void,
 * }} props
 */
function SetUpSteps({ draft, view, ways, today, change, onStartOver, onDone }) {
  const { step, programme, sessions } = draft;
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState(/** @type {ErrorCode | null} */ (null));
  const [busy, setBusy] = useState(false);
  const page = useRef(/** @type {HTMLElement | null} */ (null));
  const frame = frameOf(programme, today);

  /** @param {Partial<ProgrammeDraft>} patch */
  const edit = (patch) => change((now) => ({ ...now, programme: { ...now.programme, ...patch } }));
  /** @param {(now: SessionDraft[]) => SessionDraft[]} editRows */
  const editSessions = (editRows) => change((now) => ({ ...now, sessions: editRows(now.sessions) }));
  /** @param {number} to */
  const goTo = (to) => {
    setAsked(false);
    setProblem(null);
    change((now) => ({ ...now, step: to }));
    document.querySelector(".place")?.scrollTo(0, 0);
  };

  const isStepGood = [
    () => basicsFaults(programme).size === 0,
    () => sessions.every((session) => sessionFaults(session, frame).size === 0),
    () => !hasChangeFaults(programme),
  ];
  const goOn = () => {
    if (focusUnfinished(page.current)) return;
    if (isStepGood[step]?.() ?? true) goTo(step + 1);
    else {
      setAsked(true);
      focusFirstFault(page.current);
    }
  };

  const finish = async () => {
    setBusy(true);
    try {
      await call("programme_set_up", {
        programme: requestOf(programme),
        events: sessions
          .filter((session) => !isUntouched(session))
          .map((session) => detailsOf(session, frame)),
      });
    } catch (error) {
      setBusy(false);
      setProblem(codeOf(error));
      return;
    }
    onDone();
    ways.go({ room: "schedule", view: "week", date: null });
    showToast({ text: t.programme.finished });
  };

  /** @param {SubmitEvent} event */
  const submit = (event) => {
    event.preventDefault();
    if (step < LAST_STEP) goOn();
    else if (!busy) finish();
  };

  return html`<${Page}
    class="skills-page programme-page"
    before=${html`<div><${Button} id="set-up-leave" kind="quiet" icon="back" class="page-back" onClick=${ways.back}>${t.programme.set_up_back}<//></div>
      <${Steps} current=${step + 1} total=${LAST_STEP + 1} />`}
    title=${t.programme.set_up_steps[step]}
    lead=${t.programme.set_up_leads[step]}
  >
    ${
      onStartOver !== null &&
      html`<div class="set-up-kept">
        <p class="quiet-text">${t.programme.set_up_kept}</p>
        <${Button} kind="quiet" icon="undo" onClick=${onStartOver}>${t.programme.set_up_again}<//>
      </div>`
    }
    <form class="programme-form" ref=${page} onSubmit=${submit} noValidate>
      ${
        step === 0 &&
        html`<${BasicsFields} draft=${programme} onChange=${edit} asked=${asked} />
          <${Fold} label=${t.programme.more}><${PlaceFields} draft=${programme} onChange=${edit} zones=${view.zones} /><//>`
      }
      ${step === 1 && html`<${SessionRows} ...${{ sessions, frame, asked }} onChange=${editSessions} />`}
      ${
        step === 2 &&
        html`<${BreakRows} draft=${programme} onChange=${edit} asked=${asked} />
          <${PhaseRows} draft=${programme} onChange=${edit} asked=${asked} />`
      }
      ${step === LAST_STEP && html`<${Review} ...${{ programme, sessions, frame }} onEdit=${goTo} />`}
      ${problem && html`<${ProblemBanner} code=${problem} />`}
      <div class="button-row">
        <${Button} kind="primary" type="submit" busy=${busy && t.programme.finishing}>
          ${step === LAST_STEP ? t.programme.finish : t.programme.next}
        <//>
        ${step > 0 && html`<${Button} onClick=${() => goTo(step - 1)}>${t.programme.back}<//>`}
      </div>
    </form>
  <//>`;
}
