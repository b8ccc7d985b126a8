// All check-ins by month, those in the trash, and the door to what comes from elsewhere.

import { useAsked } from "../asking.js";
import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Dialog } from "../components/dialog.js";
import { List } from "../components/list.js";
import { MoodSky } from "../components/mood_steps.js";
import { Page } from "../components/page.js";
import { showToast } from "../components/toast.js";
import { addDays, plainDay } from "../dates.js";
import { html, useCallback, useEffect, useRef, useState } from "../html.js";
import { call } from "../ipc.js";
import { t } from "../strings/en.js";
import { byMonth } from "../timeline.js";
import { stepName } from "./check_in_form.js";
import { CheckInDialog, CheckInRow, whenOf } from "./check_in_list.js";
import { Daylio } from "./daylio.js";

/**
 * @typedef {import("../ipc.js").CheckInView} CheckInView
 * @typedef {import("../ipc.js").CheckInPageView} CheckInPageView
 * @typedef {import("../ipc.js").MoodWordsView} MoodWordsView
 * @typedef {import("../ipc.js").ErrorCode} ErrorCode
 * @typedef {"kept" | "trashed"} Which
 */

const PAGE_LENGTH = 60;
const DAYS_KEPT = 30;
const WHICH = /** @type {Which[]} */ (["kept", "trashed"]);

/** @param {Which} which */
function useCheckIns(which) {
  const [page, setPage] = useState(/** @type {CheckInPageView | null} */ (null));
  const [problem, setProblem] = useState(/** @type {ErrorCode | null} */ (null));

  /** Only the answer to the last question is shown, so that a second press adds no row twice. */
  const turn = useRef(0);

  const ask = useCallback(
    async (/** @type {number | null} */ before, /** @type {number} */ limit) => {
      turn.current += 1;
      const mine = turn.current;
      try {
        const next = await call("check_in_page", { before, limit, trashed: which === "trashed" });
        if (mine !== turn.current) return;
        setProblem(null);
        setPage((now) =>
          before === null || now === null
            ? next
            : { ...next, check_ins: [...now.check_ins, ...next.check_ins] },
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
    reload: () => ask(null, Math.max(PAGE_LENGTH, page?.check_ins.length ?? 0)),
    loadMore: () => page !== null && page.next !== null && ask(page.next, PAGE_LENGTH),
  };
}

/**
 * @param {{
 *   which: Which, ways: import("../app.js").Ways, today: string, drafts: import("../locking.js").Writers["drafts"],
 *   parts: import("../html.js").VNode,
 * }} props
 */
export function Past({ parts, which, ways, today, drafts }) {
  /** @type {import("../asking.js").Asked<MoodWordsView>} */
  const { view: words, problem: wordsProblem, reload: askWords } = useAsked("check_in_words");
  const { page, problem, setProblem, reload, loadMore } = useCheckIns(which);
  const [changing, setChanging] = useState(/** @type {CheckInView | null} */ (null));
  const [importing, setImporting] = useState(false);
  const shown = page?.check_ins ?? [];
  const failed = problem ?? wordsProblem;

  if (importing && words) {
    return html`<${Daylio}
      steps=${words.steps}
      onDone=${() => {
        setImporting(false);
        reload();
      }}
    />`;
  }
  return html`<${Page}
    class="skills-page past-page"
    before=${parts}
    title=${t.check_in.past_title}
    actions=${html`<${Button} id="past-daylio" icon="import" onClick=${() => setImporting(true)}>${t.check_in.daylio}<//>`}
  >
    <nav class="which" aria-label=${t.check_in.past_label}>
      ${WHICH.map(
        (one) => html`<button
          key=${one}
          type="button"
          class="which-button"
          aria-current=${one === which ? "page" : undefined}
          onClick=${() => ways.go({ room: "check_in", view: "past", which: one })}
        >
          ${t.check_in.past_which[one]}
        </button>`,
      )}
    </nav>
    ${failed && html`<${ProblemBanner} code=${failed} onRetry=${() => Promise.all([reload(), askWords()])} />`}
    ${which === "trashed" && shown.length > 0 && html`<p class="quiet-text">${t.check_in.past_trash_lead}</p>`}
    ${
      page?.check_ins.length === 0 &&
      html`<div class="empty" role="status">
        <p class="empty-title">${t.check_in.past_empty[which].title}</p>
        <p>${t.check_in.past_empty[which].text}</p>
      </div>`
    }
    ${
      words &&
      shown.length > 0 &&
      (which === "trashed"
        ? html`<${Trash} ...${{ words, today }} checkIns=${shown} onChange=${reload} onProblem=${setProblem} />`
        : html`<${Months} words=${words} checkIns=${shown} onOpen=${setChanging} onChange=${reload} />`)
    }
    ${page !== null && page.next !== null && html`<div><${Button} icon="down" onClick=${loadMore}>${t.check_in.past_older}<//></div>`}
    ${
      changing &&
      words &&
      html`<${CheckInDialog}
        checkIn=${changing}
        ...${{ words, today, drafts }}
        onClose=${() => {
          setChanging(null);
          reload();
        }}
      />`
    }
  <//>`;
}

/**
 * @param {{
 *   checkIns: CheckInView[], words: MoodWordsView, onOpen: (checkIn: CheckInView) => void, onChange: () => void,
 * }} props
 */
function Months({ checkIns, ...row }) {
  return html`<${List} label=${t.check_in.past_lists.kept} class="check-in-list">
    ${byMonth(checkIns).map(
      ({ name, entries }) => html`<li class="practice-month" key=${name}>
        <h2 class="practice-month-name">${name}</h2>
        <ul role="list">
          ${entries.map(({ entry, opensDay }) => html`<${CheckInRow} key=${entry.id} checkIn=${entry} opensDay=${opensDay} ...${row} />`)}
        </ul>
      </li>`,
    )}
  <//>`;
}

/**
 * @param {{
 *   checkIns: CheckInView[], words: MoodWordsView, today: string, onChange: () => Promise<void>,
 *   onProblem: (code: ErrorCode) => void,
 * }} props
 */
function Trash({ checkIns, words, today, onChange, onProblem }) {
  const [asked, setAsked] = useState(/** @type {CheckInView | null} */ (null));
  const list = useRef(/** @type {HTMLElement | null} */ (null));

  /** @param {"check_in_restore" | "check_in_delete"} command @param {CheckInView} checkIn @param {string} done */
  const act = async (command, checkIn, done) => {
    setAsked(null);
    const at = checkIns.indexOf(checkIn);
    try {
      await call(command, { id: checkIn.id });
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

  return html`<ul role="list" class="trash-list" aria-label=${t.check_in.past_lists.trashed} ref=${list}>
      ${checkIns.map((checkIn) => {
        const when = whenOf(checkIn, today);
        return html`<li class="trash-entry" key=${checkIn.id}>
          <div class="check-in-trashed">
            <${MoodSky} mood=${checkIn.mood} />
            <div class="trash-text">
              <h2 class="check-in-step">${stepName(words, checkIn.mood)}</h2>
              ${checkIn.words.length > 0 && html`<p class="check-in-words">${checkIn.words.join(", ")}</p>`}
              ${checkIn.note && html`<p class="check-in-excerpt">${checkIn.note}</p>`}
              <p class="practice-facts">
                ${when}${checkIn.trashed_on && ` · ${t.check_in.kept_until(plainDay(addDays(checkIn.trashed_on, DAYS_KEPT)))}`}
              </p>
            </div>
          </div>
          <div class="button-row">
            <${Button}
              icon="undo"
              data-restore
              label=${t.check_in.about(t.check_in.restore, when)}
              onClick=${() => act("check_in_restore", checkIn, t.check_in.restored)}
              >${t.check_in.restore}<//
            >
            <${Button} kind="quiet" icon="bin" label=${t.check_in.about(t.check_in.delete_for_good, when)} onClick=${() => setAsked(checkIn)}
              >${t.check_in.delete_for_good}<//
            >
          </div>
        </li>`;
      })}
    </ul>
    ${
      asked &&
      html`<${Dialog}
        title=${t.check_in.delete_title}
        onClose=${() => setAsked(null)}
        actions=${html`<${Button} kind="danger" onClick=${() => act("check_in_delete", asked, t.check_in.deleted)}>${t.check_in.delete_for_good}<//>
          <${Button} kind="primary" data-first-focus onClick=${() => setAsked(null)}>${t.check_in.delete_keep}<//>`}
      >
        <p class="dialog-quote">${whenOf(asked, today)}: ${stepName(words, asked.mood)}</p>
        <p>${t.check_in.delete_text}</p>
      <//>`
    }`;
}
