// Days with what is in them. Each row names its day, so that it can be read alone.

import { Icon } from "../components/icon.js";
import { longDay, shortDay, weekday } from "../dates.js";
import { classes, html } from "../html.js";
import { kindBeside, markOf, nameOf, placesOf, statusOf, timeHere, timeOf } from "../session_words.js";
import { t } from "../strings/en.js";

/**
 * @typedef {import("../ipc.js").OccurrenceView} OccurrenceView
 * @typedef {import("../ipc.js").ScheduleDay} ScheduleDay
 */

/** What goes on for several days stands under each of them. @param {OccurrenceView} session @param {string} date */
const idOf = ({ event, recurrence_id }, date) => `session-${date}-${event}-${recurrence_id}`;

/**
 * @param {{
 *   day: ScheduleDay, today: string, now: number, onOpen: (session: OccurrenceView) => void, heading?: "h2" | "h3",
 * }} props
 */
export function Day({ day, today, now, onOpen, heading = "h2" }) {
  const { date, break_name, occurrences } = day;
  const isToday = date === today;
  return html`<li class=${classes("schedule-day", isToday && "is-today")}>
    <${heading} class="only-heard">${longDay(date)}<//>
    ${occurrences.length === 0 && html`<${BlankDay} ...${{ date, isToday, break_name }} />`}
    ${
      occurrences.length > 0 &&
      html`<ul role="list">
        ${occurrences.map((session) => html`<${SessionRow} key=${idOf(session, date)} ...${{ session, date, isToday, now }} onOpen=${() => onOpen(session)} />`)}
      </ul>`
    }
  </li>`;
}

/** @param {{ date: string, isToday: boolean }} props */
function DayName({ date, isToday }) {
  return html`<span class="schedule-date">
    <span class="schedule-weekday">${weekday(date)}</span>
    <span>${shortDay(date)}</span>
    ${isToday && html`<span class="schedule-today">${t.schedule.today}</span>`}
  </span>`;
}

/** @param {{ date: string, isToday: boolean, break_name: string | null }} props */
function BlankDay({ date, isToday, break_name }) {
  return html`<p class="schedule-blank">
    <${DayName} ...${{ date, isToday }} />
    <span>${break_name === null ? t.schedule.nothing : t.schedule.on_break(break_name)}</span>
  </p>`;
}

/**
 * @param {{
 *   session: OccurrenceView, date: string, isToday: boolean, now: number, onOpen: () => void,
 * }} props `date`: the day that it stands under
 */
function SessionRow({ session, date, isToday, now, onOpen }) {
  const isOff = session.status !== "planned";
  const here = timeHere(session);
  const kind = kindBeside(session);
  const states = statusOf(session);
  const mark = markOf(session, now);
  const name = nameOf(session);
  return html`<li>
    <button
      type="button"
      id=${idOf(session, date)}
      class=${classes("schedule-row", isOff && "is-off", session.kind === "personal" && "is-personal")}
      data-stop
      onClick=${onOpen}
    >
      <${DayName} ...${{ date, isToday }} />
      <span class="schedule-time">
        <span>${timeOf(session)}</span>
        ${here && html`<span class="schedule-here">${here}</span>`}
      </span>
      <span class="schedule-what">
        <span class="schedule-name">${isOff ? html`<s>${name}</s>` : name}</span>
        ${kind && html`<span class="schedule-kind">${kind}</span>`}
        <${Places} session=${session} />
      </span>
      ${
        (states.length > 0 || mark) &&
        html`<span class="schedule-states">
          ${states.map((words) => html`<span class="schedule-state" key=${words}>${words}</span>`)}
          ${mark && html`<span class=${session.attendance === null ? "schedule-open" : "schedule-mark"}>${mark}</span>`}
        </span>`
      }
      <${Icon} name="next" class="schedule-go" />
    </button>
  </li>`;
}

/** @param {{ session: OccurrenceView }} props */
function Places({ session }) {
  const places = placesOf(session);
  if (places.length === 0) return null;
  return html`<span class="schedule-places">${places.map((words) => html`<span key=${words}>${words}</span>`)}</span>`;
}
