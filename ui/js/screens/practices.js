// What a person has practised: finished, waiting to be gone on with, and in the trash.

import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Dialog } from "../components/dialog.js";
import { Icon } from "../components/icon.js";
import { List, ListItem } from "../components/list.js";
import { Page } from "../components/page.js";
import { showToast } from "../components/toast.js";
import { addDays, clock, nearDay, plainDay } from "../dates.js";
import { html, useCallback, useEffect, useRef, useState } from "../html.js";
import { call } from "../ipc.js";
import { t } from "../strings/en.js";
import { byMonth } from "../timeline.js";

/**
 * @typedef {import("../ipc.js").PracticeSummaryView} PracticeSummaryView
 * @typedef {import("../ipc.js").PracticePageView} PracticePageView
 * @typedef {import("../ipc.js").ErrorCode} ErrorCode
 * @typedef {import("../app.js").Ways} Ways
 * @typedef {"finished" | "unfinished" | "trashed"} Which
 */

const PAGE_LENGTH = 40;
const DAYS_KEPT = 30;
const WHICH = /** @type {Which[]} */ (["finished", "unfinished", "trashed"]);

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
 * }} props `named={false}` where all are of the same skill
 */
export function PracticeList({ label, practices, today, onOpen, named = true }) {
  return html`<${List} label=${label} class="practice-list">
    ${practices.map((practice) => html`<${PracticeRow} key=${practice.id} ...${{ practice, today, onOpen, named }} />`)}
  <//>`;
}

/**
 * @param {{
 *   practice: PracticeSummaryView, today: string, onOpen: (id: number) => void, named?: boolean,
 *   snippet?: { text: string, is_match: boolean }[],
 * }} props
 */
export function PracticeRow({ practice, today, onOpen, named = true, snippet }) {
  const when = whenWords(practice, today);
  const facts = [named && when, changeWords(practice)].filter(Boolean).join(" · ");
  return html`<${ListItem} id=${`practice-${practice.id}`} class="practice-row" onOpen=${() => onOpen(practice.id)}>
    <span class="practice-text">
      ${!practice.finished && html`<span class="only-heard">${t.skills.go_on}: </span>`}
      <span class="practice-name">${named ? practice.name : when}</span>
      ${
        snippet
          ? html`<span class="practice-excerpt">
              ${snippet.map(({ text, is_match }, index) => (is_match ? html`<mark key=${index}>${text}</mark>` : text))}
            </span>`
          : practice.excerpt && html`<span class="practice-excerpt">${practice.excerpt}</span>`
      }
      ${facts && html`<span class="practice-facts">${facts}</span>`}
    </span>
    ${!practice.finished && html`<span class="practice-go" aria-hidden="true">${t.skills.go_on}<${Icon} name="play" /></span>`}
  <//>`;
}

/** @param {Which} which */
function usePractices(which) {
  const [page, setPage] = useState(/** @type {PracticePageView | null} */ (null));
  const [problem, setProblem] = useState(/** @type {ErrorCode | null} */ (null));

  /** Only the answer to the last question is shown, so that a second press adds no row twice. */
  const turn = useRef(0);

  const ask = useCallback(
    async (/** @type {number | null} */ before, /** @type {number} */ limit) => {
      turn.current += 1;
      const mine = turn.current;
      try {
        const next = await call("practice_page", { which, skill: null, before, limit });
        if (mine !== turn.current) return;
        setProblem(null);
        setPage((now) =>
          before === null || now === null
            ? next
            : { ...next, practices: [...now.practices, ...next.practices] },
        );
      } catch (error) {
        if (mine === turn.current) setProblem(/** @type {import("../ipc.js").Problem} */ (error).code);
      }
    },
    [which],
  );
  useEffect(() => {
    setPage(null);
    ask(null, PAGE_LENGTH);
  }, [ask]);

  return {
    page,
    problem,
    setProblem,
    /** As many as are shown, anew. */
    reload: () => ask(null, Math.max(PAGE_LENGTH, page?.practices.length ?? 0)),
    loadMore: () => page !== null && page.next !== null && ask(page.next, PAGE_LENGTH),
  };
}

/** @param {{ which: Which, today: string, ways: Ways, parts: import("../html.js").VNode }} props */
export function Practices({ which, today, ways, parts }) {
  const { page, problem, setProblem, reload, loadMore } = usePractices(which);
  const shown = page?.practices ?? [];
  return html`<${Page} class="skills-page" before=${parts} title=${t.skills.done_title}>
    <nav class="which" aria-label=${t.skills.done_label}>
      ${WHICH.map(
        (one) => html`<button
          key=${one}
          type="button"
          class="which-button"
          aria-current=${one === which ? "page" : undefined}
          onClick=${() => ways.go({ room: "skills", view: "done", which: one })}
        >
          ${t.skills.done_which[one]}
        </button>`,
      )}
    </nav>
    ${problem && html`<${ProblemBanner} code=${problem} onRetry=${reload} />`}
    ${which === "trashed" && shown.length > 0 && html`<p class="quiet-text">${t.skills.done_trash_lead}</p>`}
    ${
      page?.practices.length === 0 &&
      html`<div class="empty" role="status">
        <p class="empty-title">${t.skills.done_empty[which].title}</p>
        <p>${t.skills.done_empty[which].text}</p>
      </div>`
    }
    ${
      shown.length > 0 &&
      (which === "trashed"
        ? html`<${Trash} practices=${shown} onChange=${reload} onProblem=${setProblem} />`
        : html`<${Months}
            which=${which}
            practices=${shown}
            today=${today}
            onOpen=${(/** @type {number} */ id) => (which === "finished" ? ways.go({ room: "skills", view: "sheet", id }) : ways.resume(id))}
          />`)
    }
    ${
      page !== null &&
      page.next !== null &&
      html`<div><${Button} icon="down" onClick=${loadMore}>${t.skills.done_older}<//></div>`
    }
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

/**
 * @param {{
 *   practices: PracticeSummaryView[], onChange: () => Promise<void>, onProblem: (code: ErrorCode) => void,
 * }} props
 */
function Trash({ practices, onChange, onProblem }) {
  const [asked, setAsked] = useState(/** @type {PracticeSummaryView | null} */ (null));
  const list = useRef(/** @type {HTMLElement | null} */ (null));

  /** @param {"practice_restore" | "practice_delete"} command @param {PracticeSummaryView} practice @param {string} done */
  const act = async (command, practice, done) => {
    setAsked(null);
    const at = practices.indexOf(practice);
    try {
      await call(command, { id: practice.id });
    } catch (error) {
      onProblem(/** @type {import("../ipc.js").Problem} */ (error).code);
      return;
    }
    const room = list.current?.closest("main");
    await onChange();
    showToast({ text: done });
    setTimeout(() => {
      const buttons = /** @type {NodeListOf<HTMLElement>} */ (room?.querySelectorAll("[data-restore]"));
      const next = buttons[Math.min(at, buttons.length - 1)] ?? room?.querySelector("h1");
      if (next instanceof HTMLElement) next.focus();
    });
  };

  return html`<ul role="list" class="trash-list" aria-label=${t.skills.done_lists.trashed} ref=${list}>
      ${practices.map(
        (practice) => html`<li class="trash-entry" key=${practice.id}>
          <div class="trash-text">
            <h2 class="practice-name">${practice.name}</h2>
            <p class="practice-excerpt">${practice.excerpt}</p>
            <p class="practice-facts">
              ${plainDay(practice.date)}${practice.trashed_on && ` · ${t.skills.kept_until(plainDay(addDays(practice.trashed_on, DAYS_KEPT)))}`}
            </p>
          </div>
          <div class="button-row">
            <${Button}
              icon="undo"
              data-restore
              label=${t.skills.about_practice(t.skills.restore, practice.name)}
              onClick=${() => act("practice_restore", practice, t.skills.restored)}
              >${t.skills.restore}<//
            >
            <${Button}
              kind="quiet"
              icon="bin"
              label=${t.skills.about_practice(t.skills.delete_for_good, practice.name)}
              onClick=${() => setAsked(practice)}
              >${t.skills.delete_for_good}<//
            >
          </div>
        </li>`,
      )}
    </ul>
    ${
      asked &&
      html`<${Dialog}
        title=${t.skills.delete_title}
        onClose=${() => setAsked(null)}
        actions=${html`<${Button} kind="danger" onClick=${() => act("practice_delete", asked, t.skills.deleted)}>${t.skills.delete_for_good}<//>
          <${Button} kind="primary" data-first-focus onClick=${() => setAsked(null)}>${t.skills.delete_keep}<//>`}
      >
        <p class="dialog-quote">${asked.name}</p>
        <p>${t.skills.delete_text}</p>
      <//>`
    }`;
}
