// One week, day by day, on the screen and on one page of paper.

import { useAsked } from "../asking.js";
import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { List } from "../components/list.js";
import { Page } from "../components/page.js";
import { addDays, monthDay, plainDay } from "../dates.js";
import { html, useEffect, useState } from "../html.js";
import { cityOf, mondayOf } from "../schedule.js";
import { useSchedule } from "../schedule_changes.js";
import { hoursInWords, weekName } from "../session_words.js";
import { t } from "../strings/en.js";
import { useMinute } from "../ticking.js";
import { Conflicts } from "./schedule_conflicts.js";
import { Day } from "./schedule_days.js";
import { Paper } from "./schedule_paper.js";

/**
 * @typedef {import("../ipc.js").ScheduleView} ScheduleView
 * @typedef {import("../ipc.js").ProgrammeView} ProgrammeView
 * @typedef {import("../app.js").Ways} Ways
 */

const DAYS = 7;

/** @param {{ route: { date: string | null }, today: string, ways: Ways, parts: import("../html.js").VNode }} props */
export function Week({ parts, route, today, ways }) {
  const current = mondayOf(today);
  const monday = mondayOf(route.date ?? today);
  const sunday = addDays(monday, DAYS - 1);
  /** @type {import("../asking.js").Asked<ScheduleView>} */
  const { view, problem, reload } = useSchedule("schedule_span", { from: monday, until: sunday });
  /** @type {import("../asking.js").Asked<ProgrammeView>} */
  const { view: programme } = useAsked("programme");
  const shown = view && view.days[0]?.date === monday ? view : null;
  const [isArrival, setArrival] = useState(true);
  useEffect(() => setArrival(false), []);
  const isBlank = shown?.days.every(({ occurrences }) => occurrences.length === 0) ?? false;
  const dates = t.schedule.week_of(monthDay(monday), plainDay(sunday));
  const isSetUp = programme === null || saysMore(programme);

  return html`<${Page}
    class="skills-page schedule-page"
    before=${parts}
    title=${weekName(monday, today)}
    lead=${dates}
    arrive=${isArrival}
    actions=${
      shown &&
      (isSetUp || !isBlank) &&
      html`<${Button} id="schedule-add" kind="primary" icon="plus" onClick=${() => ways.go({ room: "schedule", view: "event", event: null, recurrence_id: null })}>${t.schedule.add}<//>
        ${!isBlank && html`<${Button} id="schedule-print" icon="print" onClick=${() => window.print()}>${t.schedule.print}<//>`}`
    }
  >
    <${WeekPicker} ...${{ monday, current, ways }} heard=${shown && !isArrival ? dates : ""} />
    ${problem && html`<${ProblemBanner} code=${problem} onRetry=${reload} />`}
    ${
      isBlank && !isSetUp && monday === current
        ? html`<${Welcome} ways=${ways} />`
        : shown &&
          html`<${Sheet} ...${{ view: shown, isBlank, today, ways, dates, programme }} onChange=${reload} />`
    }
    ${
      shown &&
      html`<div class="schedule-foot">
        <${Button} id="schedule-reminders" kind="quiet" icon="bell" onClick=${() => ways.go({ room: "settings", section: "reminders" })}>${t.schedule.reminders}<//>
        <${Button} id="schedule-trash" kind="quiet" icon="bin" onClick=${() => ways.go({ room: "schedule", view: "trash" })}>${t.schedule.trash_title}<//>
      </div>`
    }
  <//>`;
}

/** Of a program that Progress asked only the first day of, nothing is set up yet. @param {ProgrammeView} programme */
const saysMore = ({ name, weeks, zone }) => name !== "" || weeks !== null || zone !== null;

/** @param {{ monday: string, current: string, ways: Ways, heard: string }} props `heard` is said when the week is there */
function WeekPicker({ monday, current, ways, heard }) {
  /** @param {string} day */
  const go = (day) => {
    if (day === "") return;
    const date = mondayOf(day);
    ways.go({ room: "schedule", view: "week", date: date === current ? null : date });
  };
  return html`<div class="day-picker" role="group" aria-label=${t.schedule.week_pick}>
    <${Button} id="schedule-before" kind="quiet" icon="back" onClick=${() => go(addDays(monday, -DAYS))}>${t.schedule.week_before}<//>
    <input
      id="schedule-day"
      class="input"
      type="date"
      aria-label=${t.schedule.week_pick}
      value=${monday}
      onChange=${(/** @type {any} */ event) => go(event.currentTarget.value)}
    />
    <${Button} id="schedule-after" kind="quiet" iconEnd="next" onClick=${() => go(addDays(monday, DAYS))}>${t.schedule.week_after}<//>
    <${Button} id="schedule-now" kind="quiet" icon="today" aria-disabled=${monday === current ? "true" : undefined} onClick=${() => go(current)}>${t.schedule.weeks.now}<//>
    <p class="only-heard" role="status">${heard}</p>
  </div>`;
}

/**
 * @param {{
 *   view: ScheduleView, isBlank: boolean, today: string, ways: Ways, dates: string, programme: ProgrammeView | null,
 *   onChange: () => Promise<void>,
 * }} props
 */
function Sheet({ view, isBlank, today, ways, dates, programme, onChange }) {
  const { days, hours, week_of, zone, here_zone } = view;
  const now = useMinute();
  const facts = [
    week_of && t.schedule.week_count(week_of.week, week_of.of),
    hours[0] && hoursInWords(hours[0]),
  ].filter(Boolean);
  return html`<div class="schedule-sheet">
    ${facts.length > 0 && html`<p class="schedule-facts">${facts.map((words) => html`<span key=${words}>${words}</span>`)}</p>`}
    <${Conflicts} view=${view} onChange=${onChange} />
    ${here_zone !== null && !isBlank && html`<p class="quiet-text schedule-zones">${t.schedule.two_zones(cityOf(zone))}</p>`}
    ${
      isBlank && days.every(({ break_name }) => break_name === null)
        ? html`<div class="empty schedule-empty" role="status">
            <p class="empty-title">${t.schedule.nothing_week}</p>
            <p>${t.schedule.nothing_week_text}</p>
          </div>`
        : html`<${List} label=${t.schedule.week_days} class="schedule-days">
            ${days.map(
              (day) => html`<${Day}
                key=${day.date}
                ...${{ day, today, now }}
                onOpen=${openSession(ways)}
              />`,
            )}
          <//>`
    }
    <${Paper} ...${{ view, dates, programme }} />
  </div>`;
}

/** @param {Ways} ways @returns {(session: import("../ipc.js").OccurrenceView) => void} */
export const openSession =
  (ways) =>
  ({ event, recurrence_id }) =>
    ways.go({ room: "schedule", view: "session", event, recurrence_id });

/** @param {{ ways: Ways }} props */
function Welcome({ ways }) {
  return html`<section class="schedule-welcome" aria-labelledby="schedule-welcome">
    <h2 id="schedule-welcome">${t.schedule.empty_title}</h2>
    <p>${t.schedule.empty_text}</p>
    <div class="button-row">
      <${Button} id="schedule-set-up" kind="primary" icon="calendar" onClick=${() => ways.go({ room: "schedule", view: "set_up" })}>${t.schedule.empty_set_up}<//>
      <${Button} id="schedule-first" icon="plus" onClick=${() => ways.go({ room: "schedule", view: "event", event: null, recurrence_id: null })}>${t.schedule.empty_add}<//>
      <${Button} id="schedule-file" icon="import" onClick=${() => ways.go({ room: "schedule", view: "calendar" })}>${t.schedule.empty_file}<//>
    </div>
  </section>`;
}
