// What one is reminded of. Each choice is saved at once; a time as soon as it is a whole one.

import { Toggle } from "../components/choice.js";
import { Fold } from "../components/fold.js";
import { SaveFailed, SaveNote, useOpenPage } from "../components/save_note.js";
import { Select } from "../components/select.js";
import { TimeField } from "../components/time_field.js";
import { showToast } from "../components/toast.js";
import { clock } from "../dates.js";
import { html, useMemo, useState } from "../html.js";
import { call } from "../ipc.js";
import { openPage } from "../open_page.js";
import { draftOf, leadOfAll, leadsWith, settingsOf, withLead } from "../reminders.js";
import { t } from "../strings/en.js";

/**
 * @typedef {import("../ipc.js").KindReminder} KindReminder
 * @typedef {import("../ipc.js").ReminderSettingsView} ReminderSettingsView
 * @typedef {import("../reminders.js").RemindersDraft} RemindersDraft
 * @typedef {import("../reminders.js").Daily} Daily
 * @typedef {import("../reminders.js").Quiet} Quiet
 * @typedef {"session" | "daily" | "quiet"} Part
 */

/**
 * @param {{
 *   settings: ReminderSettingsView, drafts: import("../locking.js").Writers["drafts"],
 *   onSaved: (view: import("../ipc.js").RemindersView) => void,
 * }} props `settings` is where it starts
 */
export function ReminderForm({ settings, drafts, onSaved }) {
  const open = useMemo(
    () =>
      openPage({
        page: draftOf(settings),
        save: (page) => call("reminders_save", settingsOf(page)),
        onSaved,
      }),
    [],
  );
  useOpenPage(open, drafts);
  const [changed, setChanged] = useState(/** @type {Part | null} */ (null));
  const { kinds, check_in, card, quiet } = open.page();

  /** @param {Part} part @returns {(patch: Partial<RemindersDraft>) => void} */
  const changeIn = (part) => (patch) => {
    setChanged(part);
    open.change(patch);
  };
  /** @param {Part} part @returns {(patch: Partial<RemindersDraft>) => void} */
  const chooseIn = (part) => (patch) => {
    changeIn(part)(patch);
    open.flush();
  };

  /** @param {Part} part @param {string} title @param {import("../html.js").Children} children */
  const section = (
    part,
    title,
    children,
  ) => html`<section class="part" aria-labelledby=${`reminders-${part}`}>
    <div class="reminders-head">
      <h3 id=${`reminders-${part}`}>${title}</h3>
      ${changed === part && html`<div><${SaveNote} open=${open} /></div>`}
    </div>
    ${changed === part && html`<${SaveFailed} open=${open} />`}
    ${children}
  </section>`;

  return html`${section(
    "session",
    t.reminders.session_title,
    html`<${BeforeSession} kinds=${kinds} onChange=${(/** @type {KindReminder[]} */ next) => chooseIn("session")({ kinds: next })} />`,
  )}
  ${section(
    "daily",
    t.reminders.daily_title,
    html`<${EachDay}
        name="check_in"
        daily=${check_in}
        onChoose=${(/** @type {Daily} */ next) => chooseIn("daily")({ check_in: next })}
        onTime=${(/** @type {Daily} */ next) => changeIn("daily")({ check_in: next })}
      />
      <${EachDay}
        name="card"
        daily=${card}
        onChoose=${(/** @type {Daily} */ next) => chooseIn("daily")({ card: next })}
        onTime=${(/** @type {Daily} */ next) => changeIn("daily")({ card: next })}
      />`,
  )}
  ${section(
    "quiet",
    t.reminders.quiet_title,
    html`<${QuietHours}
      quiet=${quiet}
      onChoose=${(/** @type {Quiet} */ next) => chooseIn("quiet")({ quiet: next })}
      onTime=${(/** @type {Quiet} */ next) => changeIn("quiet")({ quiet: next })}
    />`,
  )}`;
}

/** @param {{ kinds: KindReminder[], onChange: (kinds: KindReminder[]) => void }} props */
function BeforeSession({ kinds, onChange }) {
  const ofAll = leadOfAll(kinds);

  /** @param {number | null} lead */
  const chooseForAll = (lead) => {
    onChange(withLead(kinds, lead));
    if (ofAll !== undefined) return;
    showToast({
      text: t.reminders.session_same,
      action: { label: t.reminders.undo, run: () => onChange(kinds) },
    });
  };
  /** @param {KindReminder["kind"]} kind @param {number | null} lead */
  const choose = (kind, lead) =>
    onChange(kinds.map((one) => (one.kind === kind ? { kind, minutes_before: lead } : one)));

  return html`<${Lead} id="reminders-all" label=${t.reminders.session_all} hint=${t.reminders.session_hint} lead=${ofAll} onChange=${chooseForAll} />
    <${Fold} id="reminders-kinds" label=${t.reminders.session_kinds} open=${ofAll === undefined}>
      <div class="reminders-kinds">
        ${kinds.map(
          ({ kind, minutes_before }) => html`<${Lead}
            key=${kind}
            id=${`reminders-kind-${kind}`}
            label=${t.schedule.kinds[kind]}
            lead=${minutes_before}
            onChange=${(/** @type {number | null} */ lead) => choose(kind, lead)}
          />`,
        )}
      </div>
    <//>`;
}

const OFF = "off";
const DIFFER = "differ";

/**
 * @param {{
 *   label: string, lead: number | null | undefined, onChange: (lead: number | null) => void, id: string, hint?: string,
 * }} props `undefined`: not the same for all
 */
function Lead({ lead, onChange, ...field }) {
  // WebKit knows the last choice by its place: one that goes away must not move the others.
  const [first] = useState(lead);
  const leads = leadsWith([first, lead]).map((minutes) => ({
    value: String(minutes),
    label: t.reminders.session_before(minutes),
  }));
  const off = { value: OFF, label: t.reminders.session_off };
  const differ = { value: DIFFER, label: t.reminders.session_differ };
  return html`<${Select}
    ...${field}
    class="reminders-lead"
    value=${lead === undefined ? DIFFER : lead === null ? OFF : String(lead)}
    options=${[off, ...leads, ...(lead === undefined ? [differ] : [])]}
    onChange=${(/** @type {string} */ value) => value !== DIFFER && onChange(value === OFF ? null : Number(value))}
  />`;
}

/**
 * @param {{
 *   name: "check_in" | "card", daily: Daily, onChoose: (daily: Daily) => void, onTime: (daily: Daily) => void,
 * }} props
 */
function EachDay({ name, daily, onChoose, onTime }) {
  return html`<div class="reminders-choice">
    <${Toggle}
      id=${`reminders-${name}`}
      label=${t.reminders[name]}
      hint=${t.reminders[`${name}_hint`]}
      checked=${daily.on}
      onChange=${(/** @type {boolean} */ on) => onChoose({ ...daily, on })}
    />
    ${
      daily.on &&
      html`<${WholeTime}
        id=${`reminders-${name}-time`}
        label=${t.reminders[`${name}_time`]}
        time=${daily.time}
        onTime=${(/** @type {string} */ time) => onTime({ ...daily, time })}
      />`
    }
  </div>`;
}

/** @param {{ quiet: Quiet, onChoose: (quiet: Quiet) => void, onTime: (quiet: Quiet) => void }} props */
function QuietHours({ quiet, onChoose, onTime }) {
  const [typed, setTyped] = useState(/** @type {{ from: string, to: string } | null} */ (null));
  const { from, to } = typed ?? quiet;

  /** Hours that end when they begin are not kept. @param {{ from: string, to: string }} hours */
  const change = (hours) => {
    const isSpan = hours.from !== hours.to;
    setTyped(isSpan ? null : hours);
    if (isSpan) onTime({ ...quiet, ...hours });
  };
  const fault = typed && t.reminders.quiet_same;
  const stays = t.reminders.quiet_stays(t.reminders.quiet_span(clock(quiet.from), clock(quiet.to)));

  return html`<div class="reminders-choice">
    <${Toggle}
      id="reminders-quiet-on"
      label=${t.reminders.quiet}
      hint=${t.reminders.quiet_hint}
      checked=${quiet.on}
      onChange=${(/** @type {boolean} */ on) => {
        setTyped(null);
        onChoose({ ...quiet, on });
      }}
    />
    ${
      quiet.on &&
      html`<div class="reminders-hours">
        <${WholeTime} id="reminders-quiet-from" label=${t.reminders.quiet_from} time=${from} onTime=${(/** @type {string} */ time) => change({ from: time, to })} />
        <${WholeTime} id="reminders-quiet-to" label=${t.reminders.quiet_to} time=${to} error=${fault} stays=${fault && stays} onTime=${(/** @type {string} */ time) => change({ from, to: time })} />
      </div>`
    }
  </div>`;
}

/**
 * A time that stays as it was until a whole one is typed.
 * @param {{
 *   id: string, label: string, time: string, onTime: (time: string) => void, error?: string | null,
 *   stays?: string | null,
 * }} props `stays` says what is kept while there is an error
 */
function WholeTime({ id, label, time, onTime, error, stays }) {
  const [isPart, setPart] = useState(false);
  const [isLeft, setLeft] = useState(true);
  const isOpen = isLeft && isPart;
  return html`<div class="reminders-time" onFocusIn=${() => setLeft(false)} onFocusOut=${() => setLeft(true)}>
    <${TimeField}
      id=${id}
      label=${label}
      value=${time}
      error=${error || (isOpen && t.programme.time_faults.unread)}
      onInput=${(/** @type {string} */ next) => {
        setPart(next === "");
        if (next !== "") onTime(next);
      }}
    />
    <p class="reminders-stays" role="status">${stays || (isOpen && t.reminders.stays(clock(time)))}</p>
  </div>`;
}
