// The set-up of the program, in four short steps. It can be left and gone on with later.

import { useAsked } from "../asking.js";
import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Fold } from "../components/fold.js";
import { FormKept, useFormDraft, useKept } from "../components/form_kept.js";
import { Page, Steps } from "../components/page.js";
import { SaveFailed } from "../components/save_note.js";
import { showToast } from "../components/toast.js";
import { html, useRef, useState } from "../html.js";
import { call, codeOf } from "../ipc.js";
import {
  basicsFaults,
  detailsOf,
  frameOf,
  freshSetUp,
  hasChangeFaults,
  isUntouched,
  readSetUp,
  requestOf,
  sessionFaults,
  takenUp,
  wordsOf,
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
 * @typedef {import("../programme_draft.js").SetUpDraft} SetUpDraft
 * @typedef {import("../locking.js").Writers["drafts"]} Drafts
 */

const LAST_STEP = t.programme.set_up_steps.length - 1;

const FORM = "set_up";

/** Whether something of the set-up is filled in and not saved; null until it is known. @returns {boolean | null} */
export function useSetUpBegun() {
  const { view, problem } = useKept(FORM);
  if (view !== null) return readSetUp(view.body) !== null;
  return problem === null ? null : false;
}

/** @param {{ ways: import("../app.js").Ways, today: string, drafts: Drafts }} props */
export function SetUp(props) {
  /** @type {import("../asking.js").Asked<ProgrammeView>} */
  const programme = useAsked("programme");
  const kept = useKept(FORM);
  const { view } = programme;
  if (view !== null && kept.view !== null) {
    return html`<${SetUpForm} body=${kept.view.body} view=${view} ...${props} />`;
  }
  const { problem, reload } = programme.problem === null ? kept : programme;
  return html`<${Page} class="skills-page programme-page" title=${t.programme.set_up_steps[0]}>
    ${problem && html`<${ProblemBanner} code=${problem} onRetry=${reload} />`}
  <//>`;
}

/**
 * @param {{
 *   body: string | null, view: ProgrammeView, ways: import("../app.js").Ways, today: string, drafts: Drafts,
 * }} props
 */
function SetUpForm({ body, view, ways, today, drafts }) {
  const [before] = useState(() => readSetUp(body));
  const [draft, setDraft] = useState(() => (before === null ? freshSetUp(view) : takenUp(before, view)));
  const [isKept, setKept] = useState(before !== null);
  const kept = useFormDraft({ form: FORM, kept: before, words: wordsOf, drafts });
  const latest = useRef(draft);

  /** @param {SetUpDraft} next */
  const show = (next) => {
    latest.current = next;
    setDraft(next);
  };
  /** @param {(now: SetUpDraft) => SetUpDraft} edit */
  const change = (edit) => {
    show(edit(latest.current));
    kept.keep(latest.current);
  };
  const startOver = () => {
    const was = latest.current;
    show(freshSetUp(view));
    setKept(false);
    kept.forget();
    document.querySelector("h1")?.focus();
    showToast({
      text: t.schedule.form_emptied,
      action: { label: t.programme.undo, run: () => change(() => was) },
    });
  };

  return html`<${SetUpSteps} ...${{ draft, kept, view, ways, today, change }} onStartOver=${isKept ? startOver : null} />`;
}

/**
 * @param {{
 *   draft: SetUpDraft, kept: import("../form_draft.js").FormDraft<SetUpDraft>, view: ProgrammeView,
 *   ways: import("../app.js").Ways, today: string,
 *   change: (change: (now: SetUpDraft) => SetUpDraft) => void, onStartOver: (() => void) | null,
 * }} props
 */
function SetUpSteps({ draft, kept, view, ways, today, change, onStartOver }) {
  const { programme, sessions } = draft;
  const step = Math.min(draft.step, LAST_STEP);
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
    await kept.forget();
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
    ${onStartOver !== null && html`<${FormKept} onStartOver=${onStartOver} />`}
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
      ${problem ? html`<${ProblemBanner} code=${problem} />` : html`<${SaveFailed} open=${kept} />`}
      <div class="button-row">
        <${Button} kind="primary" type="submit" busy=${busy && t.programme.finishing}>
          ${step === LAST_STEP ? t.programme.finish : t.programme.next}
        <//>
        ${step > 0 && html`<${Button} onClick=${() => goTo(step - 1)}>${t.programme.back}<//>`}
      </div>
    </form>
  <//>`;
}
