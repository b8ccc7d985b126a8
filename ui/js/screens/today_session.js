// The part of Today that says when and where one has to be, what comes later, and what is due.

import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { copyText } from "../copy.js";
import { clock, clockOf } from "../dates.js";
import { html, useEffect, useRef } from "../html.js";
import { dayAhead, timeSpan } from "../schedule.js";
import { useSchedule } from "../schedule_changes.js";
import { nameOf, spanOf, statusOf, timeHere, timeOf } from "../session_words.js";
import { t } from "../strings/en.js";
import { useMinute } from "../ticking.js";
import { useSkillNames, withSaved } from "./homework.js";
import { HomeworkRows } from "./homework_rows.js";
import { useSetUpBegun } from "./programme_set_up.js";

/**
 * @typedef {import("../ipc.js").ScheduleTodayView} ScheduleTodayView
 * @typedef {import("../ipc.js").OccurrenceView} OccurrenceView
 * @typedef {import("../ipc.js").HomeworkView} HomeworkView
 * @typedef {import("../app.js").Ways} Ways
 * @typedef {import("../asking.js").Asked<ScheduleTodayView>} AskedSchedule
 */

const MINUTE_MS = 60_000;
/** Later than this it is a day that counts, and no longer the hours. */
const COUNTED_MS = 12 * 60 * MINUTE_MS;

/** The schedule of today; asked anew when the next session is over, and with a new day. @param {string} today */
export function useTodaySchedule(today) {
  /** @type {AskedSchedule} */
  const asked = useSchedule("schedule_today");
  const now = useMinute();
  const ends = asked.view?.next?.ends_ms ?? null;
  const isOver = ends !== null && ends <= now;
  const dayShown = useRef(today);
  useEffect(() => {
    if (isOver || dayShown.current !== today) asked.reload();
    dayShown.current = today;
  }, [isOver, today]);
  return { ...asked, now };
}

/** On the person's own clock. @param {OccurrenceView} session */
const dayOf = ({ date, here }) => here?.date ?? date;

/**
 * Whether the next session is today or goes on, or one of today does not take place: then it stands first.
 * @param {ReturnType<typeof useTodaySchedule>} schedule
 * @param {string} today
 */
export function isAboutToday({ view, problem, now }, today) {
  if (view === null) return problem !== null;
  const { next, later_today } = view;
  const isNextToday = next !== null && (dayOf(next) === today || next.starts_ms <= now);
  return isNextToday || later_today.some(({ all_day }) => !all_day);
}

/**
 * How long until it starts, and when to leave; in sentences. Of a day to come nothing.
 * @param {OccurrenceView} session
 * @param {string} today
 * @param {number} now
 */
function countdown(session, today, now) {
  const { starts_ms, leave_ms, end_time, here } = session;
  const until = here?.end_time ?? end_time;
  if (now >= starts_ms) return until === null ? [] : [t.programme.next_now(clock(until))];
  const isSoon = starts_ms - now <= COUNTED_MS;
  const minutes = Math.ceil((starts_ms - now) / MINUTE_MS);
  const lines = [];
  if (isSoon) lines.push(t.programme.next_in(Math.floor(minutes / 60), minutes % 60));
  if (leave_ms !== null && (isSoon || dayOf(session) === today))
    lines.push(now < leave_ms ? t.programme.leave_by(clockOf(leave_ms)) : t.programme.leave_now);
  return lines;
}

/** On the person's own clock. @param {OccurrenceView} session @param {string} today */
function headline(session, today) {
  const { here } = session;
  const day = dayAhead(dayOf(session), today);
  const time = here === null ? spanOf(session) : timeSpan(here.time, here.end_time);
  return t.programme.next_line(nameOf(session), day, time);
}

/**
 * @param {{
 *   schedule: ReturnType<typeof useTodaySchedule>, isFirst: boolean, today: string, ways: Ways,
 * }} props `isFirst`: large, above all else
 */
export function TodaySession({ schedule, isFirst, today, ways }) {
  const { view, problem, reload, now } = schedule;
  if (problem && view === null) return html`<${ProblemBanner} code=${problem} onRetry=${reload} />`;
  if (view === null || (!view.programme && view.next === null && view.later_today.length === 0)) return null;
  return html`<section class=${isFirst ? "today-session" : "today-part"} aria-labelledby="today-session-title">
    ${view.next === null ? html`<${NothingNext} ways=${ways} />` : html`<${Next} session=${view.next} ...${{ today, now, ways }} />`}
    <${Beside} view=${view} ways=${ways} />
  </section>`;
}

/** @param {{ ways: Ways }} props */
function NothingNext({ ways }) {
  return html`<div class="next">
    <h2 id="today-session-title">${t.programme.next_none}</h2>
    <p class="quiet-text">${t.programme.next_none_text}</p>
    <div><${Button} id="today-week" icon="calendar" onClick=${() => ways.go({ room: "schedule", view: "week", date: null })}>${t.programme.schedule_open}<//></div>
  </div>`;
}

/** @param {{ session: OccurrenceView, today: string, now: number, ways: Ways }} props */
function Next({ session, today, now, ways }) {
  const { event, recurrence_id, location, link, room, facilitator, bring } = session;
  const lines = countdown(session, today, now);
  const here = timeHere(session);
  const facts = [
    {
      term: t.programme.where,
      words: [location, room && t.schedule.room_of(room)].filter(Boolean).join(", "),
    },
    { term: t.programme.with, words: facilitator },
    { term: t.programme.bring, words: bring },
    { term: t.programme.link, words: link },
  ].filter(({ words }) => words !== "");
  const notes = [...(here === null ? [] : [t.schedule.both(timeOf(session), here)]), ...statusOf(session)];
  return html`<div class="next">
    <h2 id="today-session-title">${headline(session, today)}</h2>
    ${lines.length > 0 && html`<p class="next-when">${lines.join(" ")}</p>`}
    ${notes.map((words) => html`<p class="next-note" key=${words}>${words}</p>`)}
    ${
      facts.length > 0 &&
      html`<dl class="next-facts">
        ${facts.map(({ term, words }) => html`<div key=${term}><dt>${term}</dt><dd>${words}</dd></div>`)}
      </dl>`
    }
    <div class="button-row">
      <${Button}
        id="today-next"
        label=${t.programme.next_open_spoken(nameOf(session))}
        onClick=${() => ways.go({ room: "schedule", view: "session", event, recurrence_id })}
        >${t.programme.next_open}<//
      >
      ${link !== "" && html`<${Button} kind="quiet" icon="copy" onClick=${() => copyText(link, t.programme.link_copied)}>${t.programme.link_copy}<//>`}
    </div>
  </div>`;
}

/** What comes after it today, and how far the program is. @param {{ view: ScheduleTodayView, ways: Ways }} props */
function Beside({ view, ways }) {
  const { later_today, week_of, hours, programme } = view;
  const soFar = [
    week_of && t.programme.week_of(week_of.week, week_of.of),
    programme &&
      (hours.target_minutes !== null || hours.attended_minutes > 0) &&
      t.programme.hours_so_far(hours.attended_minutes, hours.target_minutes),
  ].filter((words) => typeof words === "string");
  if (later_today.length === 0 && soFar.length === 0) return null;
  return html`<div class="next-beside">
    ${
      later_today.length > 0 &&
      html`<div class="next-later">
        <h3>${t.programme.later}</h3>
        <ul role="list">
          ${later_today.map((session) => html`<${Later} key=${`${session.event} ${session.recurrence_id}`} session=${session} ways=${ways} />`)}
        </ul>
      </div>`
    }
    ${soFar.length > 0 && html`<p class="next-so-far">${soFar.map((words) => html`<span key=${words}>${words}</span>`)}</p>`}
  </div>`;
}

/** @param {{ session: OccurrenceView, ways: Ways }} props */
function Later({ session, ways }) {
  const { event, recurrence_id, status, here } = session;
  const time = here === null ? spanOf(session) : timeSpan(here.time, here.end_time);
  return html`<li>
    <button
      type="button"
      class="later"
      id=${`later-${event}`}
      onClick=${() => ways.go({ room: "schedule", view: "session", event, recurrence_id })}
    >
      <span class="later-time">${time}</span>
      <span class="later-name">${status === "cancelled" ? html`<s>${nameOf(session)}</s>` : nameOf(session)}</span>
      ${statusOf(session).map((words) => html`<span class="later-note" key=${words}>${words}</span>`)}
    </button>
  </li>`;
}

/** @param {{ schedule: ReturnType<typeof useTodaySchedule>, today: string, ways: Ways }} props */
export function TodayHomework({ schedule, today, ways }) {
  const { view, patch } = schedule;
  if (view === null || view.homework.length === 0) return null;
  return html`<${HomeworkPart}
    homework=${view.homework}
    ...${{ today, ways }}
    onChange=${(/** @type {HomeworkView} */ saved) => patch((now) => ({ ...now, homework: withSaved(now.homework, saved) }))}
  />`;
}

/** @param {{ homework: HomeworkView[], today: string, ways: Ways, onChange: (saved: HomeworkView) => void }} props */
function HomeworkPart({ homework, today, ways, onChange }) {
  const skills = useSkillNames();
  return html`<section class="today-part" aria-labelledby="today-homework-title">
    <h2 id="today-homework-title">${t.programme.homework}</h2>
    <${HomeworkRows}
      label=${t.programme.homework_list}
      ...${{ homework, skills, today, onChange }}
      onSkill=${(/** @type {string} */ skill) => ways.go({ room: "skills", view: "skill", skill })}
    />
    <div class="today-homework-all">
      <${Button} id="today-homework" kind="quiet" onClick=${() => ways.go({ room: "schedule", view: "homework", which: "kept" })}>${t.programme.homework_all}<//>
    </div>
  </section>`;
}

/** Where there is no program yet, and nothing in the calendar. @param {{ schedule: ReturnType<typeof useTodaySchedule>, ways: Ways }} props */
export function ScheduleInvitation({ schedule, ways }) {
  const { view } = schedule;
  if (view === null || view.programme || view.next !== null) return null;
  return html`<${Invitation} ways=${ways} />`;
}

/** @param {{ ways: Ways }} props */
function Invitation({ ways }) {
  const begun = useSetUpBegun();
  if (begun === null) return null;
  return html`<section class="today-part" aria-labelledby="today-schedule-title">
    <h2 id="today-schedule-title">${t.programme.invite}</h2>
    <p class="quiet-text">${begun ? t.programme.set_up_kept : t.programme.invite_text}</p>
    <div>
      <${Button} id="today-set-up" icon="calendar" onClick=${() => ways.go({ room: "schedule", view: "set_up" })}>
        ${begun ? t.programme.blank_go_on : t.programme.invite_action}
      <//>
    </div>
  </section>`;
}
