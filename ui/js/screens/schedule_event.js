// The form for a new or changed event. What is typed is kept until it is saved or let go.

import { useAsked } from "../asking.js";
import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Choice } from "../components/choice.js";
import { FormKept, useFormDraft, useKept } from "../components/form_kept.js";
import { Page } from "../components/page.js";
import { SaveFailed } from "../components/save_note.js";
import { showToast } from "../components/toast.js";
import { blankDraft, detailsOf, draftOf, faultsOf, fitting, isTyped, wordsOf } from "../event_draft.js";
import { readDraft } from "../form_draft.js";
import { html, useEffect, useRef, useState } from "../html.js";
import { call, codeOf } from "../ipc.js";
import { mondayOf } from "../schedule.js";
import { offerUndo, scheduleChanged } from "../schedule_changes.js";
import { nameOf } from "../session_words.js";
import { t } from "../strings/en.js";
import { focusFirstFault, focusUnfinished } from "../unfinished.js";
import { MoreFields, PlaceFields, WhatFields } from "./event_fields.js";
import { WhenFields } from "./event_when.js";

/**
 * @typedef {import("../ipc.js").EventView} EventView
 * @typedef {import("../ipc.js").ChangedView} ChangedView
 * @typedef {import("../ipc.js").ChangeScope} ChangeScope
 * @typedef {import("../ipc.js").ProgrammeView} ProgrammeView
 * @typedef {import("../ipc.js").ErrorCode} ErrorCode
 * @typedef {import("../event_draft.js").EventDraft} EventDraft
 * @typedef {import("../app.js").Ways} Ways
 * @typedef {import("../locking.js").Writers["drafts"]} Drafts
 * @typedef {{ event: number | null, recurrence_id: string | null }} Of
 * @typedef {import("../event_draft.js").Typed} Typed
 */

/** @type {readonly ChangeScope[]} */
const SCOPES = Object.freeze(["this", "this_and_future", "all"]);

/** @param {{ route: Of, today: string, ways: Ways, drafts: Drafts }} props */
export function EventForm({ route: { event, recurrence_id }, today, ways, drafts }) {
  if (event === null || recurrence_id === null) {
    return html`<${KeptForm} key="event" form="event" view=${null} ...${{ today, ways, drafts }} />`;
  }
  const form = `event:${event}@${recurrence_id}`;
  return html`<${ChangeForm} key=${form} of=${{ event, recurrence_id }} ...${{ form, today, ways, drafts }} />`;
}

/**
 * What was half filled in for an event that is gone does not come up.
 * @param {{ of: import("../ipc.js").OccurrenceKey, form: string, today: string, ways: Ways, drafts: Drafts }} props
 */
function ChangeForm({ of, ...rest }) {
  /** @type {import("../asking.js").Asked<EventView>} */
  const { view, problem, reload } = useAsked("schedule_event", of);
  if (view !== null) return html`<${KeptForm} ...${{ view, ...rest }} />`;
  return html`<${NotThere} title=${t.schedule.change_title} ...${{ problem, reload }} />`;
}

/** @param {{ view: EventView | null, form: string, today: string, ways: Ways, drafts: Drafts }} props */
function KeptForm(props) {
  const { view: kept, problem, reload } = useKept(props.form);
  if (kept !== null) return html`<${Form} body=${kept.body} ...${props} />`;
  const title = props.view === null ? t.schedule.new_title : t.schedule.change_title;
  return html`<${NotThere} ...${{ title, problem, reload }} />`;
}

/** @param {{ title: string, problem: ErrorCode | null, reload: () => void }} props */
const NotThere = ({ title, problem, reload }) =>
  problem === null
    ? null
    : html`<${Page} class="skills-page event-page" title=${title}>
        <${ProblemBanner} code=${problem} onRetry=${reload} />
      <//>`;

/** @param {EventView | null} view */
const scopesOf = (view) =>
  view?.occurrence.recurs
    ? SCOPES.filter((one) => one !== "this_and_future" || !view.first)
    : /** @type {readonly ChangeScope[]} */ (["all"]);

/** @param {string | null} body @param {readonly ChangeScope[]} scopes @returns {Typed | null} */
function typedBefore(body, scopes) {
  /** @type {Typed | null} */
  const typed = readDraft(body, isTyped);
  return typed && { ...typed, scope: scopes.find((one) => one === typed.scope) ?? scopes[0] ?? "all" };
}

/**
 * What is typed lies over what there is, so that another scope keeps it.
 * @param {{ form: string, body: string | null, view: EventView | null, today: string, drafts: Drafts }} props
 */
function useTyped({ form, body, view, today, drafts }) {
  const [scopes] = useState(() => scopesOf(view));
  const [before] = useState(() => typedBefore(body, scopes));
  const [typed, setTyped] = useState(before ?? /** @type {Typed} */ ({ scope: scopes[0], patch: {} }));
  const kept = useFormDraft({
    form,
    kept: before,
    words: ({ patch }) => wordsOf({ ...blankDraft(today), ...patch }),
    drafts,
  });
  const { scope, patch } = typed;
  const draft = { ...(view === null ? blankDraft(today) : draftOf(view, scope)), ...fitting(patch, scope) };

  /** @param {Typed} next */
  const become = (next) => {
    setTyped(next);
    kept.keep(next);
  };
  return {
    kept,
    draft,
    scope,
    become,
    /** A new one keeps the day that it was begun for. @param {Partial<EventDraft>} more */
    change: (more) => become({ scope, patch: { ...(view === null ? draft : patch), ...more } }),
    setScope: (/** @type {ChangeScope} */ next) => become({ scope: next, patch }),
    afresh: () => {
      setTyped({ scope, patch: {} });
      kept.forget();
    },
  };
}

/**
 * @param {{
 *   form: string, body: string | null, view: EventView | null, today: string, ways: Ways, drafts: Drafts,
 * }} props
 */
function Form({ form: name, body, view, today, ways, drafts }) {
  const { kept, draft, scope, become, change, setScope, afresh } = useTyped({
    form: name,
    body,
    view,
    today,
    drafts,
  });
  /** @type {import("../asking.js").Asked<ProgrammeView>} */
  const { view: programme } = useAsked("programme");
  const [isChecked, setChecked] = useState(false);
  const [problem, setProblem] = useState(/** @type {ErrorCode | null} */ (null));
  const [busy, setBusy] = useState(false);
  const [isKept, setKept] = useState(kept.typed() !== null);
  const form = useRef(/** @type {HTMLFormElement | null} */ (null));

  const rule = view?.rule ?? null;
  const allFaults = faultsOf(draft, scope);
  const faults = isChecked ? allFaults : {};
  const count = Object.keys(allFaults).length;

  useEffect(() => {
    if (problem) document.getElementById("event-problem")?.scrollIntoView({ block: "center" });
  }, [problem]);

  /** @param {ChangedView} changed */
  const leave = async ({ event, recurrence_id, undo }) => {
    await kept.forget();
    scheduleChanged();
    if (view === null) {
      const monday = mondayOf(detailsOf(draft, scope).date);
      ways.go({ room: "schedule", view: "week", date: monday === mondayOf(today) ? null : monday });
      offerUndo(t.schedule.added(nameOf(draft)), undo);
      return;
    }
    const { occurrence } = view;
    await ways.back();
    const isSame = event === occurrence.event && recurrence_id === occurrence.recurrence_id;
    if (!isSame) ways.go({ room: "schedule", view: "session", event, recurrence_id });
    offerUndo(t.schedule.changed, undo, () =>
      ways.go({
        room: "schedule",
        view: "session",
        event: occurrence.event,
        recurrence_id: occurrence.recurrence_id,
      }),
    );
  };

  /** @param {SubmitEvent} event */
  const submit = async (event) => {
    event.preventDefault();
    if (busy) return;
    setChecked(true);
    if (focusUnfinished(form.current)) return;
    if (count > 0) {
      focusFirstFault(form.current);
      return;
    }
    setBusy(true);
    setProblem(null);
    try {
      const changed = await call("schedule_event_save", {
        event: view?.occurrence.event ?? null,
        recurrence_id: view?.occurrence.recurrence_id ?? null,
        scope,
        details: detailsOf(draft, scope, rule),
      });
      await leave(changed);
    } catch (error) {
      setBusy(false);
      setProblem(codeOf(error));
    }
  };
  const letGo = async () => {
    const typed = kept.typed();
    await kept.forget();
    await ways.back();
    if (typed !== null) showToast({ text: t.schedule.form_let_go, action: takeUp(typed) });
  };
  /** @param {Typed} typed */
  const takeUp = (typed) => ({
    label: t.schedule.undo,
    run: async () => {
      kept.keep(typed);
      await kept.flush();
      const { event, recurrence_id } = view?.occurrence ?? { event: null, recurrence_id: null };
      ways.go({ room: "schedule", view: "event", event, recurrence_id });
    },
  });
  const startAfresh = () => {
    const typed = kept.typed();
    afresh();
    setKept(false);
    setChecked(false);
    document.querySelector("h1")?.focus();
    showToast({
      text: t.schedule.form_emptied,
      ...(typed && { action: { label: t.schedule.undo, run: () => become(typed) } }),
    });
  };

  const fields = {
    draft,
    scope,
    faults,
    rule,
    isOneOfMany: scope === "this",
    programme,
    isNew: view === null,
    onChange: change,
  };
  return html`<${Page}
    class="skills-page event-page"
    before=${html`<div><${Button} kind="quiet" icon="back" class="page-back" onClick=${ways.back}>${t.schedule.back}<//></div>`}
    title=${view === null ? t.schedule.new_title : t.schedule.change_title_of(nameOf(view.occurrence))}
  >
    <form ref=${form} class="event-form" onSubmit=${submit} noValidate>
      ${isKept && html`<${FormKept} onStartOver=${startAfresh} />`}
      ${view?.occurrence.recurs && html`<${ScopeChoice} scopes=${scopesOf(view)} scope=${scope} onChange=${setScope} />`}
      <${WhatFields} ...${fields} />
      <${WhenFields} ...${fields} />
      <${PlaceFields} ...${fields} />
      <${MoreFields} ...${fields} />
      ${problem ? html`<${ProblemBanner} id="event-problem" code=${problem} />` : html`<${SaveFailed} open=${kept} />`}
      <p class=${isChecked && count > 0 ? "event-check" : "only-heard"} role="status">
        ${isChecked && count > 0 ? t.schedule.form_check(count) : ""}
      </p>
      <div class="button-row">
        <${Button} id="event-save" kind="primary" type="submit" busy=${busy}>${t.schedule.save}<//>
        <${Button} kind="quiet" onClick=${letGo}>${view === null ? t.schedule.form_cancel_new : t.schedule.form_cancel}<//>
      </div>
    </form>
  <//>`;
}

/** @param {{ scopes: readonly ChangeScope[], scope: ChangeScope, onChange: (scope: ChangeScope) => void }} props */
function ScopeChoice({ scopes, scope, onChange }) {
  return html`<${Choice}
    id="event-scope"
    columns
    legend=${t.schedule.scope}
    options=${scopes.map((value) => ({ value, ...t.schedule.scopes[value] }))}
    value=${scope}
    onChange=${onChange}
  />`;
}
