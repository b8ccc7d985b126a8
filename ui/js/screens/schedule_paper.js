// The week as it comes out of the printer. Who was there when is left out: others may read it.

import { shortDay, weekday } from "../dates.js";
import { classes, html } from "../html.js";
import { kindBeside, nameOf, placesOf, statusOf, timeHere, timeOf } from "../session_words.js";
import { t } from "../strings/en.js";

/**
 * @typedef {import("../ipc.js").ScheduleView} ScheduleView
 * @typedef {import("../ipc.js").OccurrenceView} OccurrenceView
 * @typedef {import("../ipc.js").ScheduleDay} ScheduleDay
 */

/** More rows than this are set smaller, so that one page holds them. */
const ROWS_ON_A_PAGE = 20;

/**
 * @param {{
 *   view: ScheduleView, dates: string, programme: import("../ipc.js").ProgrammeView | null,
 * }} props
 */
export function Paper({ view, dates, programme }) {
  const rows = view.days.reduce((sum, { occurrences }) => sum + Math.max(1, occurrences.length), 0);
  const columns = t.schedule.paper_columns;
  const lines = programme
    ? [programme.name, programme.address, programme.phone && t.schedule.paper_phone(programme.phone)]
    : [];
  return html`<div class=${classes("schedule-paper", rows > ROWS_ON_A_PAGE && "is-dense")} aria-hidden="true">
    <p class="schedule-paper-title">${t.schedule.paper_title(dates)}</p>
    ${view.week_of && html`<p>${t.schedule.week_count(view.week_of.week, view.week_of.of)}</p>`}
    <table>
      <thead>
        <tr>
          <th>${columns.day}</th>
          <th>${columns.time}</th>
          <th>${columns.what}</th>
          <th>${columns.where}</th>
          <th>${columns.bring}</th>
        </tr>
      </thead>
      ${view.days.map((day) => html`<${PaperDay} key=${day.date} day=${day} />`)}
    </table>
    <p>${lines.filter((words) => words !== "").join(" · ")}</p>
  </div>`;
}

/** @param {{ day: ScheduleDay }} props */
function PaperDay({ day: { date, break_name, occurrences } }) {
  const name = html`<th scope="row">${weekday(date)} ${shortDay(date)}</th>`;
  if (occurrences.length === 0) {
    return html`<tbody>
      <tr>
        ${name}
        <td colspan="4">${break_name === null ? "" : t.schedule.on_break(break_name)}</td>
      </tr>
    </tbody>`;
  }
  return html`<tbody>
    ${occurrences.map((session) => html`<tr key=${`${session.event} ${session.recurrence_id}`}>${name}<${PaperCells} session=${session} /></tr>`)}
  </tbody>`;
}

/** @param {{ session: OccurrenceView }} props */
function PaperCells({ session }) {
  const name = nameOf(session);
  const about = [kindBeside(session), ...statusOf(session)].filter((words) => words !== null);
  return html`<td>${timeOf(session)}${timeHere(session) && html`<br />${timeHere(session)}`}</td>
    <td>
      <strong>${session.status === "planned" ? name : html`<s>${name}</s>`}</strong>
      ${about.length > 0 && html`<br />${about.join(" · ")}`}
    </td>
    <td>${placesOf(session).join(", ")}</td>
    <td>${session.bring}</td>`;
}
