// Whether one was there: four answers that weigh the same, and none is counted.

import { Button } from "../components/button.js";
import { Choice } from "../components/choice.js";
import { Field } from "../components/field.js";
import { SaveFailed, SaveNote, useOpenPage } from "../components/save_note.js";
import { html, useMemo, useState } from "../html.js";
import { call } from "../ipc.js";
import { openPage } from "../open_page.js";
import { isMarkable } from "../session_words.js";
import { t } from "../strings/en.js";

/**
 * @typedef {import("../ipc.js").OccurrenceView} OccurrenceView
 * @typedef {import("../ipc.js").Attendance} Attendance
 * @typedef {{ attendance: Attendance | null, minutes: string }} Mark  `minutes` as they are typed
 */

/** @type {readonly Attendance[]} */
const ANSWERS = Object.freeze(["attended", "part", "missed", "excused"]);

/** @param {string} typed @param {number} most */
const isMinutes = (typed, most) => /^\d+$/.test(typed.trim()) && Number(typed) >= 1 && Number(typed) <= most;

/**
 * @param {{
 *   session: OccurrenceView, now: number, drafts: import("../locking.js").Writers["drafts"],
 *   onSaved: (session: OccurrenceView) => void,
 * }} props
 */
export function AttendancePart({ session, now, drafts, onSaved }) {
  const [asked, setAsked] = useState(false);
  if (!isMarkable(session)) return null;
  const isOpen = asked || session.attendance !== null || session.starts_ms <= now;
  return html`<section class="session-part" aria-labelledby="session-attendance">
    <h2 id="session-attendance">${t.schedule.attendance_title}</h2>
    ${
      isOpen
        ? html`<${AttendanceForm} ...${{ session, drafts, onSaved }} />`
        : html`<div class="session-later">
            <p class="quiet-text">${t.schedule.attendance_later}</p>
            <${Button} kind="quiet" onClick=${() => setAsked(true)}>${t.schedule.attendance_already}<//>
          </div>`
    }
  </section>`;
}

/**
 * @param {{
 *   session: OccurrenceView, drafts: import("../locking.js").Writers["drafts"],
 *   onSaved: (session: OccurrenceView) => void,
 * }} props
 */
function AttendanceForm({ session, drafts, onSaved }) {
  const { event, recurrence_id, planned_minutes: most } = session;
  const open = useMemo(
    () =>
      openPage({
        page: /** @type {Mark} */ ({
          attendance: session.attendance,
          minutes: session.attendance === "part" ? String(session.minutes ?? "") : "",
        }),
        isWhole: ({ attendance, minutes }) => attendance !== "part" || isMinutes(minutes, most),
        save: ({ attendance, minutes }) =>
          call("attendance_save", {
            event,
            recurrence_id,
            attendance,
            minutes: attendance === "part" ? Number(minutes) : null,
          }),
        onSaved,
      }),
    [event, recurrence_id],
  );
  useOpenPage(open, drafts);
  const [left, setLeft] = useState(false);
  const { attendance, minutes } = open.page();
  const isPart = attendance === "part";
  const isWaiting = isPart && !isMinutes(minutes, most);

  /** @param {Attendance | null} next */
  const choose = (next) => {
    setLeft(false);
    open.change({ attendance: next });
    if (next !== "part") open.flush();
  };
  const clear = () => {
    choose(null);
    document.getElementById("session-attendance-choice")?.querySelector("input")?.focus();
  };

  return html`<div class="session-attendance">
    <${Choice}
      id="session-attendance-choice"
      legend=${t.schedule.attendance_title}
      legendHidden
      hint=${t.schedule.attendance_hint}
      columns
      options=${ANSWERS.map((value) => ({ value, label: t.schedule.attendance[value] }))}
      value=${attendance}
      onChange=${choose}
    />
    ${
      isPart &&
      html`<${Field}
        class="session-minutes"
        label=${t.schedule.attendance_minutes}
        hint=${t.schedule.attendance_minutes_hint(most)}
        error=${left && isWaiting && t.schedule.attendance_minutes_missing(most)}
        inputmode="numeric"
        autocomplete="off"
        value=${minutes}
        onInput=${(/** @type {string} */ typed) => open.change({ minutes: typed })}
        onBlur=${() => setLeft(true)}
      />`
    }
    <div class="session-saved">
      ${isWaiting ? html`<p class="quiet-text" role="status">${t.schedule.attendance_waiting}</p>` : html`<${SaveNote} open=${open} />`}
      ${attendance !== null && html`<${Button} kind="quiet" icon="undo" onClick=${clear}>${t.schedule.attendance_clear}<//>`}
    </div>
    <${SaveFailed} open=${open} />
  </div>`;
}
