// What a person has practised: finished, waiting to be gone on with, and in the trash.

import { usePages } from "../asking.js";
import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Icon } from "../components/icon.js";
import { List, ListItem } from "../components/list.js";
import { Page } from "../components/page.js";
import { TrashList } from "../components/trash_list.js";
import { Which } from "../components/which.js";
import { clock, nearDay, plainDay } from "../dates.js";
import { html } from "../html.js";
import { t } from "../strings/en.js";
import { byMonth } from "../timeline.js";

/**
 * @typedef {import("../ipc.js").PracticeSummaryView} PracticeSummaryView
 * @typedef {import("../app.js").Ways} Ways
 * @typedef {"finished" | "unfinished" | "trashed"} WhichOnes
 */

const PAGE = Object.freeze({ rows: "practices", length: 40 });

/** What the ratings say, in a few words; empty if there are none. @param {PracticeSummaryView} practice */
export function changeWords({ feeling, before, after }) {
  if (before === null) return "";
  if (after === null) return t.skills.at_start(before);
  return feeling === null
    ? t.skills.from_to(before, after)
    : t.skills.feeling_from_to(t.skills.feelings[feeling], before, after);
}

/** @param {PracticeSummaryView} practice @param {string} today */
export const whenWords = ({ date, time }, today) => t.skills.when(nearDay(date, today), clock(time));

/**
 * @param {{
 *   label: string, practices: PracticeSummaryView[], today: string, onOpen: (id: number) => void, named?: boolean,
 *   discreet?: boolean,
 * }} props `named={false}` where all are of the same skill; `discreet` where others may look on
 */
export function PracticeList({ label, practices, today, onOpen, named, discreet }) {
  return html`<${List} label=${label} class="practice-list">
    ${practices.map((practice) => html`<${PracticeRow} key=${practice.id} ...${{ practice, today, onOpen, named, discreet }} />`)}
  <//>`;
}

/**
 * @param {{
 *   practice: PracticeSummaryView, today: string, onOpen: (id: number) => void, named?: boolean,
 *   discreet?: boolean, snippet?: { text: string, is_match: boolean }[],
 * }} props `discreet` shows nothing that was written or rated
 */
export function PracticeRow({ practice, today, onOpen, named = true, discreet = false, snippet }) {
  const when = whenWords(practice, today);
  const facts = [named && when, !discreet && changeWords(practice)].filter(Boolean).join(" · ");
  return html`<${ListItem} id=${`practice-${practice.id}`} class="practice-row" onOpen=${() => onOpen(practice.id)}>
    <span class="practice-text">
      ${!practice.finished && html`<span class="only-heard">${t.skills.go_on}: </span>`}
      <span class="practice-name">${named ? practice.name : when}</span>
      ${
        snippet
          ? html`<span class="excerpt">
              ${snippet.map(({ text, is_match }, index) => (is_match ? html`<mark key=${index}>${text}</mark>` : text))}
            </span>`
          : !discreet && practice.excerpt && html`<span class="excerpt">${practice.excerpt}</span>`
      }
      ${facts && html`<span class="practice-facts">${facts}</span>`}
    </span>
    ${!practice.finished && html`<span class="practice-go" aria-hidden="true">${t.skills.go_on}<${Icon} name="play" /></span>`}
  <//>`;
}

/** @param {PracticeSummaryView} practice */
const trashed = ({ name, excerpt, date }) => ({ title: name, name, excerpt, when: plainDay(date) });

/** @param {{ which: WhichOnes, today: string, ways: Ways, parts: import("../html.js").VNode }} props */
export function Practices({ which, today, ways, parts }) {
  /** @type {import("../asking.js").Pages<PracticeSummaryView>} */
  const { rows, problem, setProblem, reload, loadMore } = usePages(
    "practice_page",
    { which, skill: null },
    PAGE,
  );
  const shown = rows ?? [];
  return html`<${Page} class="skills-page" before=${parts} title=${t.skills.done_title}>
    <${Which}
      label=${t.skills.done_label}
      names=${t.skills.done_which}
      shown=${which}
      onShow=${(/** @type {WhichOnes} */ next) => ways.go({ room: "skills", view: "done", which: next })}
    />
    ${problem && html`<${ProblemBanner} code=${problem} onRetry=${reload} />`}
    ${which === "trashed" && shown.length > 0 && html`<p class="quiet-text">${t.skills.done_trash_lead}</p>`}
    ${
      rows?.length === 0 &&
      html`<div class="empty" role="status">
        <p class="empty-title">${t.skills.done_empty[which].title}</p>
        <p>${t.skills.done_empty[which].text}</p>
      </div>`
    }
    ${
      shown.length > 0 &&
      (which === "trashed"
        ? html`<${TrashList}
            label=${t.skills.done_lists.trashed}
            things=${shown}
            show=${trashed}
            words=${t.skills}
            about=${t.skills.about_practice}
            restore="practice_restore"
            remove="practice_delete"
            onChange=${reload}
            onProblem=${setProblem}
          />`
        : html`<${Months}
            which=${which}
            practices=${shown}
            today=${today}
            onOpen=${(/** @type {number} */ id) => (which === "finished" ? ways.go({ room: "skills", view: "sheet", id }) : ways.resume(id))}
          />`)
    }
    ${loadMore && html`<div><${Button} icon="down" onClick=${loadMore}>${t.skills.done_older}<//></div>`}
  <//>`;
}

/**
 * @param {{
 *   which: "finished" | "unfinished", practices: PracticeSummaryView[], today: string, onOpen: (id: number) => void,
 * }} props
 */
function Months({ which, practices, today, onOpen }) {
  return html`<${List} label=${t.skills.done_lists[which]} class="practice-list">
    ${byMonth(practices).map(
      ({ name, entries }) => html`<li class="practice-month" key=${name}>
        <h2 class="practice-month-name">${name}</h2>
        <ul role="list">
          ${entries.map(({ entry }) => html`<${PracticeRow} key=${entry.id} practice=${entry} today=${today} onOpen=${onOpen} />`)}
        </ul>
      </li>`,
    )}
  <//>`;
}
