// Today: the one thing to do now, and what waits. Each part stands for itself and stays away if it is empty.

import { useAsked } from "../asking.js";
import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Page } from "../components/page.js";
import { Scene } from "../components/scene.js";
import { ReadySkill } from "../components/suggestion.js";
import { longDay, partOfDay } from "../dates.js";
import { html } from "../html.js";
import { t } from "../strings/en.js";
import { useToday } from "./check_in_now.js";
import { QuickCheckIn } from "./check_in_quick.js";
import { PracticeList } from "./practices.js";
import {
  isAboutToday,
  ScheduleInvitation,
  TodayHomework,
  TodaySession,
  useTodaySchedule,
} from "./today_session.js";

/**
 * @typedef {import("../ipc.js").TodayView} TodayView
 * @typedef {import("../app.js").Ways} Ways
 */

/** @param {{ today: string, ways: Ways, drafts: import("../locking.js").Writers["drafts"] }} props */
export function Today({ today, ways, drafts }) {
  /** @type {import("../asking.js").Asked<TodayView>} */
  const { view, problem, reload } = useAsked("skills_today");
  const schedule = useTodaySchedule(today);
  /** Before that, what comes above would push aside what one is about to press. */
  const isSettled = schedule.view !== null || schedule.problem !== null;
  const isFirst = isAboutToday(schedule, today);
  const session = html`<${TodaySession} ...${{ schedule, isFirst, today, ways }} />`;
  return html`<${Page} class="today" title=${t.today.greetings[partOfDay(new Date())]} lead=${longDay(today)}>
    ${problem && html`<${ProblemBanner} code=${problem} onRetry=${reload} />`}
    ${isFirst && session}
    ${
      isSettled &&
      html`<div class="today-columns">
          <div class="today-main">
            <${CheckIn} ...${{ today, ways, drafts }} />
            <${FindCard} onFind=${ways.find} />
            ${view && view.ready.length > 0 && html`<${Ready} ready=${view.ready} onStart=${ways.start} />`}
          </div>
          <div class="today-side">
            ${!isFirst && session}
            <${TodayHomework} ...${{ schedule, today, ways }} />
            ${view && view.unfinished.length > 0 && html`<${Unfinished} unfinished=${view.unfinished} today=${today} onResume=${ways.resume} />`}
            ${view && view.in_group.length > 0 && html`<${InGroup} skills=${view.in_group} ways=${ways} />`}
            <${ScheduleInvitation} ...${{ schedule, ways }} />
            <${WriteCard} onWrite=${ways.write} />
          </div>
        </div>`
    }
  <//>`;
}

/** @param {{ today: string, ways: Ways, drafts: import("../locking.js").Writers["drafts"] }} props */
function CheckIn({ today, ways, drafts }) {
  const { words, ofToday, problem, reload } = useToday(today);
  if (problem) return html`<${ProblemBanner} code=${problem} onRetry=${reload} />`;
  if (!words) return null;
  return html`<div class="today-check-in stands-in-line">
    <${QuickCheckIn} ...${{ words, today, drafts }} last=${ofToday[0] ?? null} onChange=${reload} />
    <${Button} id="today-card" kind="quiet" icon="card" onClick=${() => ways.go({ room: "check_in", view: "card", date: null })}>
      ${t.today.card_action}
    <//>
  </div>`;
}

/** @param {{ onFind: () => void }} props */
function FindCard({ onFind }) {
  return html`<section class="today-find" aria-labelledby="today-find-title">
    <div class="today-find-text">
      <h2 id="today-find-title">${t.today.find_title}</h2>
      <p>${t.today.find_text}</p>
      <div><${Button} id="today-find" kind="primary" icon="skills" onClick=${onFind}>${t.today.find_action}<//></div>
    </div>
    <${Scene} class="today-scene" />
  </section>`;
}

/** @param {{ ready: TodayView["ready"], onStart: (skill: string) => void }} props */
function Ready({ ready, onStart }) {
  return html`<section class="today-part" aria-labelledby="today-ready-title">
    <div class="today-part-head">
      <h2 id="today-ready-title">${t.today.ready_title}</h2>
      <p class="quiet-text">${t.today.ready_text}</p>
    </div>
    <ul role="list" class="ready-list">
      ${ready.map(
        (suggestion) => html`<${ReadySkill}
          key=${suggestion.card.id}
          id=${`ready-${suggestion.card.id}`}
          suggestion=${suggestion}
          onStart=${() => onStart(suggestion.card.id)}
        />`,
      )}
    </ul>
  </section>`;
}

/** @param {{ unfinished: TodayView["unfinished"], today: string, onResume: (id: number) => void }} props */
function Unfinished({ unfinished, today, onResume }) {
  return html`<section class="today-part" aria-labelledby="today-unfinished-title">
    <h2 id="today-unfinished-title">${t.today.unfinished_title}</h2>
    <${PracticeList} discreet label=${t.today.unfinished_title} practices=${unfinished} today=${today} onOpen=${onResume} />
  </section>`;
}

/** @param {{ skills: TodayView["in_group"], ways: Ways }} props */
function InGroup({ skills, ways }) {
  return html`<section class="today-part" aria-labelledby="today-group-title">
    <h2 id="today-group-title">${t.today.in_group_title}</h2>
    <ul role="list" class="name-chips">
      ${skills.map(
        ({ id, name }) => html`<li key=${id}>
          <${Button} id=${`group-${id}`} onClick=${() => ways.go({ room: "skills", view: "skill", skill: id })}>${name}<//>
        </li>`,
      )}
    </ul>
  </section>`;
}

/** @param {{ onWrite: () => void }} props */
function WriteCard({ onWrite }) {
  return html`<section class="today-part" aria-labelledby="today-write-title">
    <h2 id="today-write-title">${t.today.write_title}</h2>
    <p class="quiet-text">${t.today.write_text}</p>
    <div><${Button} id="today-write" icon="pen" onClick=${onWrite}>${t.today.write_action}<//></div>
  </section>`;
}
