// The form for a new or changed event. What is typed stays for the visit, until it is saved or let go.

import { useAsked } from "../asking.js";
import { Banner, ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Choice } from "../components/choice.js";
import { Page } from "../components/page.js";
import { showToast } from "../components/toast.js";
import { blankDraft, detailsOf, draftOf, faultsOf, fitting, wordsOf } from "../event_draft.js";
import { html, useEffect, useMemo, useRef, useState } from "../html.js";
import { call, codeOf } from "../ipc.js";
import { useWriter } from "../locking.js";
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
 * @typedef {{ scope: ChangeScope, patch: Partial<EventDraft> }} Typed
 */

/** Kept in memory only. @type {Map<string, Typed>} */
const typedBefore = new Map();

/** @type {readonly ChangeScope[]} */
const SCOPES = Object.freeze(["this", "this_and_future", "all"]);

/** @param {{ route: Of, today: string, ways: Ways, drafts: Drafts }} props */
export function EventForm({ route: { event, recurrence_id }, today, ways, drafts }) {
  return event === null || recurrence_id === null
    ? html`<${Form} view=${null} ...${{ today, ways, drafts }} />`
    : html`<${ChangeForm} of=${{ event, recurrence_id }} ...${{ today, ways, drafts }} />`;
}

/** @param {{ of: import("../ipc.js").OccurrenceKey, today: string, ways: Ways, drafts: Drafts }} props */
function ChangeForm({ of, today, ways, drafts }) {
  /** @type {import("../asking.js").Asked<EventView>} */
  const { view, problem, reload } = useAsked("schedule_event", of);
  if (view !== null) return html`<${Form} ...${{ view, today, ways, drafts }} />`;
  return problem === null
    ? null
    : html`<${Page} class="skills-page event-page" title=${t.schedule.change_title}>
        <${ProblemBanner} code=${problem} onRetry=${reload} />
      <//>`;
}

/** @param {EventView | null} view */
const keyOf = (view) => (view === null ? "" : `${view.occurrence.event} ${view.occurrence.recurrence_id}`);

/**
 * What is typed lies over what there is, so that another scope keeps it.
 * @param {EventView | null} view @param {string} today
 */
function useTyped(view, today) {
  const key = keyOf(view);
  const [before] = useState(() => typedBefore.get(key));
  const [typed, setTyped] = useState(
    () => before ?? /** @type {Typed} */ ({ scope: view?.occurrence.recurs ? "this" : "all", patch: {} }),
  );
  const { scope, patch } = typed;
  const draft = { ...(view === null ? blankDraft(today) : draftOf(view, scope)), ...fitting(patch, scope) };

  /** @param {Typed} next */
  const become = (next) => {
    typedBefore.set(key, next);
    setTyped(next);
  };
  return {
    draft,
    scope,
    wasKept: before !== undefined,
    change: (/** @type {Partial<EventDraft>} */ more) => become({ scope, patch: { ...patch, ...more } }),
    setScope: (/** @type {ChangeScope} */ next) => become({ scope: next, patch }),
    forget: () => typedBefore.delete(key),
    afresh: () => {
      typedBefore.delete(key);
      setTyped({ scope, patch: {} });
    },
  };
}

/** @param {{ view: EventView | null, today: string, ways: Ways, drafts: Drafts }} props */
function Form({ view, today, ways, drafts }) {
  const { draft, scope, wasKept, change, setScope, forget, afresh } = useTyped(view, today);
  /** @type {import("../asking.js").Asked<ProgrammeView>} */
  const { view: programme } = useAsked("programme");
  const [isChecked, setChecked] = useState(false);
  const [problem, setProblem] = useState(/** @type {ErrorCode | null} */ (null));
  const [busy, setBusy] = useState(false);
  const [isKept, setKept] = useState(wasKept);
  const form = useRef(/** @type {HTMLFormElement | null} */ (null));
  const latest = useRef(draft);
  latest.current = draft;
  const writer = useMemo(() => ({ flush: async () => true, words: () => wordsOf(latest.current) }), []);
  useWriter(drafts, writer);

  const rule = view?.rule ?? null;
  const allFaults = faultsOf(draft, scope);
  const faults = isChecked ? allFaults : {};
  const count = Object.keys(allFaults).length;

  useEffect(() => {
    if (problem) document.getElementById("event-problem")?.scrollIntoView({ block: "center" });
  }, [problem]);

  /** @param {ChangedView} changed */
  const leave = async ({ event, recurrence_id, undo }) => {
    forget();
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
  const letGo = () => {
    forget();
    ways.back();
  };
  const startAfresh = () => {
    const typed = { scope, draft };
    afresh();
    setKept(false);
    setChecked(false);
    document.querySelector("h1")?.focus();
    showToast({
      text: t.schedule.form_emptied,
      action: { label: t.schedule.undo, run: () => change(typed.draft) },
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
      ${
        isKept &&
        html`<${Banner} live=${false} title=${t.schedule.form_kept} actions=${html`<${Button} onClick=${startAfresh}>${t.schedule.form_fresh}<//>`} />`
      }
      ${view?.occurrence.recurs && html`<${ScopeChoice} view=${view} scope=${scope} onChange=${setScope} />`}
      <${WhatFields} ...${fields} />
      <${WhenFields} ...${fields} />
      <${PlaceFields} ...${fields} />
      <${MoreFields} ...${fields} />
      ${problem && html`<${ProblemBanner} id="event-problem" code=${problem} />`}
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

/** @param {{ view: EventView, scope: ChangeScope, onChange: (scope: ChangeScope) => void }} props */
function ScopeChoice({ view, scope, onChange }) {
  const scopes = SCOPES.filter((one) => one !== "this_and_future" || !view.first);
  return html`<${Choice}
    id="event-scope"
    columns
    legend=${t.schedule.scope}
    options=${scopes.map((value) => ({ value, ...t.schedule.scopes[value] }))}
    value=${scope}
    onChange=${onChange}
  />`;
}
