// What can be done with one session, each with a way back.

import { Button } from "../components/button.js";
import { Choice } from "../components/choice.js";
import { Dialog } from "../components/dialog.js";
import { focusWhenThere } from "../focus.js";
import { html, useState } from "../html.js";
import { call } from "../ipc.js";
import { offerUndo, sayWhat } from "../schedule_changes.js";
import { nameOf } from "../session_words.js";
import { t } from "../strings/en.js";

/**
 * @typedef {import("../ipc.js").EventView} EventView
 * @typedef {import("../ipc.js").ChangedView} ChangedView
 * @typedef {import("../ipc.js").ChangeScope} ChangeScope
 * @typedef {import("../app.js").Ways} Ways
 */

/** @param {{ view: EventView, ways: Ways, onChange: () => Promise<void> }} props */
export function SessionActions({ view, ways, onChange }) {
  const { occurrence, first } = view;
  const { event, recurrence_id, recurs, status } = occurrence;
  const [asking, setAsking] = useState(false);
  const of = { event, recurrence_id };
  const isCancelled = status === "cancelled";

  /** @param {string} command @param {Record<string, unknown>} request @returns {Promise<ChangedView | null>} */
  const change = async (command, request) => {
    try {
      return await call(command, request);
    } catch (error) {
      sayWhat(error);
      return null;
    }
  };
  const cancel = async () => {
    const changed = await change("schedule_event_cancel", { ...of, scope: "this" });
    if (changed === null) return;
    await onChange();
    focusWhenThere("session-uncancel");
    offerUndo(t.schedule.cancelled_done, changed.undo, () => focusWhenThere("session-cancel"));
  };
  const uncancel = async () => {
    const changed = await change("schedule_event_uncancel", of);
    if (changed === null) return;
    await onChange();
    focusWhenThere("session-cancel");
    offerUndo(t.schedule.uncancelled_done, changed.undo, () => focusWhenThere("session-uncancel"));
  };
  /** @param {ChangeScope} scope */
  const remove = async (scope) => {
    setAsking(false);
    if (scope === "this" && recurs) return cancel();
    const changed = await change("schedule_event_cancel", { ...of, scope });
    if (changed === null) return;
    ways.back();
    const said = scope === "all" ? t.schedule.removed_done(nameOf(occurrence)) : t.schedule.ended_done;
    offerUndo(said, changed.undo, () => ways.go({ room: "schedule", view: "session", ...of }));
  };

  return html`<div class="button-row session-actions">
      <${Button} id="session-change" icon="pen" onClick=${() => ways.go({ room: "schedule", view: "event", ...of })}>${t.schedule.change}<//>
      ${isCancelled && html`<${Button} id="session-uncancel" icon="undo" onClick=${uncancel}>${t.schedule.uncancel}<//>`}
      ${status === "planned" && html`<${Button} id="session-cancel" icon="close" onClick=${cancel}>${t.schedule.cancel}<//>`}
      <${Button} id="session-remove" kind="quiet" icon="bin" onClick=${() => (recurs ? setAsking(true) : remove("all"))}>${t.schedule.remove}<//>
    </div>
    ${asking && html`<${WhichOnes} first=${first} isCancelled=${isCancelled} onChoose=${remove} onClose=${() => setAsking(false)} />`}`;
}

/**
 * @param {{
 *   first: boolean, isCancelled: boolean, onChoose: (scope: ChangeScope) => void, onClose: () => void,
 * }} props
 */
function WhichOnes({ first, isCancelled, onChoose, onClose }) {
  const options = [
    { value: "this", label: t.schedule.remove_one, hint: t.schedule.remove_one_hint },
    { value: "this_and_future", label: t.schedule.remove_later, hint: t.schedule.remove_later_hint },
    { value: "all", label: t.schedule.remove_all, hint: t.schedule.remove_all_hint },
  ].filter(({ value }) => !(value === "this" && isCancelled) && !(value === "this_and_future" && first));
  const [scope, setScope] = useState(options[0]?.value ?? "all");
  return html`<${Dialog}
    id="session-which"
    title=${t.schedule.remove_title}
    onClose=${onClose}
    actions=${html`<${Button} onClick=${onClose}>${t.schedule.remove_keep}<//>
      <${Button} kind="danger" onClick=${() => onChoose(/** @type {ChangeScope} */ (scope))}>${t.schedule.remove}<//>`}
  >
    <${Choice} legend=${t.schedule.remove_title} legendHidden options=${options} value=${scope} onChange=${setScope} />
  <//>`;
}
