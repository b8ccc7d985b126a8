// The rows of the set-up: which days, from when until when, and what kind.

import { Button } from "../components/button.js";
import { DateField } from "../components/date_field.js";
import { Field } from "../components/field.js";
import { Fold } from "../components/fold.js";
import { Select } from "../components/select.js";
import { TimeField } from "../components/time_field.js";
import { showToast } from "../components/toast.js";
import { WeekdayPicker } from "../components/weekday_picker.js";
import { plainDay } from "../dates.js";
import { focusWhenThere } from "../focus.js";
import { html } from "../html.js";
import {
  changed,
  firstDayOf,
  firstDays,
  isUntouched,
  lastDayOf,
  newSession,
  sessionFaults,
} from "../programme_draft.js";
import { KINDS } from "../schedule.js";
import { dayInShort } from "../session_words.js";
import { t } from "../strings/en.js";

/**
 * @typedef {import("../programme_draft.js").SessionDraft} SessionDraft
 * @typedef {import("../programme_draft.js").SessionFault} SessionFault
 * @typedef {import("../programme_draft.js").Frame} Frame
 */

/** Each new row offers the kind that is not there yet. @type {readonly import("../ipc.js").EventKind[]} */
const NEXT_KINDS = Object.freeze(["group", "individual", "family"]);

/** @param {SessionDraft[]} sessions */
const nextKind = (sessions) =>
  NEXT_KINDS.find((kind) => sessions.every((session) => session.kind !== kind)) ?? "group";

/**
 * @param {{
 *   sessions: SessionDraft[], onChange: (change: (now: SessionDraft[]) => SessionDraft[]) => void, frame: Frame, asked: boolean,
 * }} props
 */
export function SessionRows({ sessions, onChange, frame, asked }) {
  const add = () => {
    const session = newSession(nextKind(sessions));
    onChange((now) => [...now, session]);
    focusWhenThere(`session-${session.key}-kind`);
  };

  /** @param {SessionDraft} session */
  const remove = (session) => {
    const at = sessions.indexOf(session);
    onChange((now) => now.filter(({ key }) => key !== session.key));
    focusWhenThere("session-add");
    if (isUntouched(session)) return;
    showToast({
      text: t.programme.session_removed,
      action: { label: t.programme.undo, run: () => onChange((now) => now.toSpliced(at, 0, session)) },
    });
  };

  return html`<div class="session-rows">
    ${sessions.map(
      (session, at) => html`<${SessionRow}
        key=${session.key}
        ...${{ session, frame, asked }}
        place=${at + 1}
        onChange=${(/** @type {Partial<SessionDraft>} */ patch) =>
          onChange((now) => now.map((one) => (one.key === session.key ? changed(one, patch) : one)))}
        onRemove=${() => remove(session)}
      />`,
    )}
    ${sessions.length === 0 && html`<p class="quiet-text">${t.programme.sessions_none}</p>`}
    <div><${Button} id="session-add" icon="plus" onClick=${add}>${t.programme.session_add}<//></div>
  </div>`;
}

/**
 * @param {{
 *   session: SessionDraft, place: number, frame: Frame, asked: boolean,
 *   onChange: (patch: Partial<SessionDraft>) => void, onRemove: () => void,
 * }} props
 */
function SessionRow({ session, place, frame, asked, onChange, onRemove }) {
  const { key, kind, weekdays, from, until, interval } = session;
  /** @type {Set<SessionFault>} */
  const faults = asked ? sessionFaults(session, frame) : new Set();
  const starts = firstDays(session, frame);
  const name = t.programme.session(place);
  return html`<fieldset class="session-row">
    <legend class="only-heard">${name}</legend>
    <div class="session-kind">
      <${Select}
        id=${`session-${key}-kind`}
        label=${t.programme.kind}
        options=${KINDS.map((value) => ({ value, label: t.schedule.kinds[value] }))}
        value=${kind}
        onChange=${(/** @type {SessionDraft["kind"]} */ next) => onChange({ kind: next })}
      />
      <${Button} kind="quiet" icon="bin" label=${t.programme.about(t.programme.remove, name)} onClick=${onRemove} />
    </div>
    <${WeekdayPicker}
      legend=${t.programme.days}
      days=${weekdays}
      error=${faults.has("weekdays") && t.programme.days_missing}
      onChange=${(/** @type {SessionDraft["weekdays"]} */ days) => onChange({ weekdays: days })}
    />
    <div class="session-times">
      <${TimeField}
        label=${t.programme.from}
        error=${faults.has("from") && t.programme.from_missing}
        value=${from}
        onInput=${(/** @type {string} */ time) => onChange({ from: time })}
      />
      <${TimeField}
        label=${t.programme.until}
        error=${(faults.has("until") && t.programme.until_missing) || (faults.has("until_order") && t.programme.until_wrong)}
        value=${until}
        onInput=${(/** @type {string} */ time) => onChange({ until: time })}
      />
      <${Select}
        label=${t.programme.how_often}
        options=${t.programme.intervals}
        value=${String(interval)}
        onChange=${(/** @type {string} */ value) => onChange({ interval: Number(value) })}
      />
      ${
        interval > 1 &&
        starts.length > 0 &&
        html`<${Select}
          label=${t.programme.first_one}
          options=${starts.map((day) => ({ value: day, label: dayInShort(day) }))}
          value=${firstDayOf(session, frame)}
          onChange=${(/** @type {string} */ first) => onChange({ first })}
        />`
      }
    </div>
    <${Fold} label=${t.programme.session_more} open=${faults.has("last") || faults.has("travel")}>
      <${SessionMore} ...${{ session, frame, faults, onChange }} />
    <//>
  </fieldset>`;
}

/**
 * @param {{
 *   session: SessionDraft, frame: Frame, faults: Set<SessionFault>, onChange: (patch: Partial<SessionDraft>) => void,
 * }} props
 */
function SessionMore({ session, frame, faults, onChange }) {
  const last = lastDayOf({ ...session, last: "" }, frame);
  return html`<div class="programme-fields">
    <${Field} label=${t.programme.place} value=${session.place} autocomplete="off" onInput=${(/** @type {string} */ place) => onChange({ place })} />
    <${Field} label=${t.programme.room} value=${session.room} autocomplete="off" onInput=${(/** @type {string} */ room) => onChange({ room })} />
    <${Field} label=${t.programme.facilitator} value=${session.facilitator} autocomplete="off" onInput=${(/** @type {string} */ facilitator) => onChange({ facilitator })} />
    <${Field} label=${t.programme.bring_label} placeholder=${t.programme.bring_hint} value=${session.bring} autocomplete="off" onInput=${(/** @type {string} */ bring) => onChange({ bring })} />
    <${Field} label=${t.programme.link_label} value=${session.link} autocomplete="off" spellcheck=${false} onInput=${(/** @type {string} */ link) => onChange({ link })} />
    <${Field}
      inputmode="numeric"
      label=${t.programme.travel}
      placeholder=${t.programme.travel_hint}
      error=${faults.has("travel") && t.programme.travel_wrong}
      value=${session.travel}
      autocomplete="off"
      onInput=${(/** @type {string} */ travel) => onChange({ travel })}
    />
    <${DateField}
      label=${t.programme.session_last}
      hint=${last === null ? t.programme.last_day_hint : t.programme.last_day_from(plainDay(last))}
      error=${faults.has("last") && t.programme.session_last_wrong}
      value=${session.last}
      onInput=${(/** @type {string} */ day) => onChange({ last: day })}
    />
  </div>`;
}
