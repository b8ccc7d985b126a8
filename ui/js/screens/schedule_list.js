// What is to come, week after week, without the days that hold nothing.

import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { List } from "../components/list.js";
import { Page } from "../components/page.js";
import { addDays, monthDay, plainDay } from "../dates.js";
import { html, useState } from "../html.js";
import { mondayOf } from "../schedule.js";
import { useSchedule } from "../schedule_changes.js";
import { hoursInWords, weekName } from "../session_words.js";
import { t } from "../strings/en.js";
import { useMinute } from "../ticking.js";
import { Day } from "./schedule_days.js";
import { openSession } from "./schedule_week.js";

/**
 * @typedef {import("../ipc.js").ScheduleView} ScheduleView
 * @typedef {import("../ipc.js").ScheduleDay} ScheduleDay
 * @typedef {import("../app.js").Ways} Ways
 */

const DAYS = 7;
const WEEKS_AT_ONCE = 4;
const MOST_WEEKS = 52;

/** @param {ScheduleDay[]} days */
const byWeek = (days) =>
  [...Map.groupBy(days, ({ date }) => mondayOf(date))].map(([monday, ofWeek]) => ({ monday, days: ofWeek }));

/** @param {ScheduleDay} day */
const saysSomething = ({ occurrences, break_name }) => occurrences.length > 0 || break_name !== null;

/** @param {{ today: string, ways: Ways, parts: import("../html.js").VNode }} props */
export function ListView({ parts, today, ways }) {
  const [weeks, setWeeks] = useState(WEEKS_AT_ONCE);
  const until = addDays(mondayOf(today), weeks * DAYS - 1);
  /** @type {import("../asking.js").Asked<ScheduleView>} */
  const { view, problem, reload } = useSchedule("schedule_span", { from: today, until });
  const now = useMinute();
  const isBlank = view?.days.every((day) => !saysSomething(day)) ?? false;
  return html`<${Page}
    class="skills-page schedule-page"
    before=${parts}
    title=${t.schedule.list_title}
    lead=${t.schedule.week_of(monthDay(today), plainDay(until))}
    actions=${html`<${Button} id="schedule-add" icon="plus" onClick=${() => ways.go({ room: "schedule", view: "event", event: null, recurrence_id: null })}>${t.schedule.add}<//>`}
  >
    ${problem && html`<${ProblemBanner} code=${problem} onRetry=${reload} />`}
    ${
      isBlank &&
      html`<div class="empty schedule-empty" role="status">
        <p class="empty-title">${t.schedule.list_empty}</p>
        <p>${t.schedule.list_empty_text}</p>
      </div>`
    }
    ${
      view &&
      !isBlank &&
      html`<${List} label=${t.schedule.list_title} class="schedule-weeks">
        ${byWeek(view.days).map((week) => html`<${WeekOfList} key=${week.monday} ...${{ week, view, today, now, ways }} />`)}
      <//>`
    }
    ${view && weeks < MOST_WEEKS && html`<div><${Button} id="schedule-more" icon="down" onClick=${() => setWeeks(weeks + WEEKS_AT_ONCE)}>${t.schedule.list_more}<//></div>`}
  <//>`;
}

/** @param {{ week: { monday: string, days: ScheduleDay[] }, view: ScheduleView, today: string, now: number, ways: Ways }} props */
function WeekOfList({ week: { monday, days }, view, today, now, ways }) {
  const hours = view.hours.find((one) => one.monday === monday);
  const shown = days.filter(saysSomething);
  return html`<li class="schedule-week">
    <div class="schedule-week-head">
      <h2>${weekName(monday, today)}</h2>
      ${hours && html`<p class="quiet-text">${hoursInWords(hours)}</p>`}
    </div>
    ${
      shown.length === 0
        ? html`<p class="quiet-text">${t.schedule.nothing}</p>`
        : html`<ul role="list" class="schedule-days">
            ${shown.map((day) => html`<${Day} key=${day.date} heading="h3" ...${{ day, today, now }} onOpen=${openSession(ways)} />`)}
          </ul>`
    }
  </li>`;
}
