// All check-ins by month, those in the trash, and the door to what comes from elsewhere.

import { useAsked, usePages } from "../asking.js";
import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { List } from "../components/list.js";
import { MoodSky } from "../components/mood_steps.js";
import { Page } from "../components/page.js";
import { TrashList } from "../components/trash_list.js";
import { Which } from "../components/which.js";
import { html, useState } from "../html.js";
import { t } from "../strings/en.js";
import { byMonth } from "../timeline.js";
import { stepName } from "./check_in_form.js";
import { CheckInDialog, CheckInRow, whenOf } from "./check_in_list.js";
import { Daylio } from "./daylio.js";

/**
 * @typedef {import("../ipc.js").CheckInView} CheckInView
 * @typedef {import("../ipc.js").MoodWordsView} MoodWordsView
 * @typedef {"kept" | "trashed"} WhichOnes
 */

const PAGE = Object.freeze({ rows: "check_ins", length: 60 });

/**
 * @param {{
 *   which: WhichOnes, ways: import("../app.js").Ways, today: string, drafts: import("../locking.js").Writers["drafts"],
 *   parts: import("../html.js").VNode,
 * }} props
 */
export function Past({ parts, which, ways, today, drafts }) {
  /** @type {import("../asking.js").Asked<MoodWordsView>} */
  const { view: words, problem: wordsProblem, reload: askWords } = useAsked("check_in_words");
  /** @type {import("../asking.js").Pages<CheckInView>} */
  const { rows, problem, setProblem, reload, loadMore } = usePages(
    "check_in_page",
    { trashed: which === "trashed" },
    PAGE,
  );
  const [changing, setChanging] = useState(/** @type {CheckInView | null} */ (null));
  const [importing, setImporting] = useState(false);
  const shown = rows ?? [];
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
    <${Which}
      label=${t.check_in.past_label}
      names=${t.check_in.past_which}
      shown=${which}
      onShow=${(/** @type {WhichOnes} */ next) => ways.go({ room: "check_in", view: "past", which: next })}
    />
    ${failed && html`<${ProblemBanner} code=${failed} onRetry=${() => Promise.all([reload(), askWords()])} />`}
    ${which === "trashed" && shown.length > 0 && html`<p class="quiet-text">${t.check_in.past_trash_lead}</p>`}
    ${
      rows?.length === 0 &&
      html`<div class="empty" role="status">
        <p class="empty-title">${t.check_in.past_empty[which].title}</p>
        <p>${t.check_in.past_empty[which].text}</p>
      </div>`
    }
    ${
      words &&
      shown.length > 0 &&
      (which === "trashed"
        ? html`<${TrashList}
            label=${t.check_in.past_lists.trashed}
            things=${shown}
            show=${(/** @type {CheckInView} */ checkIn) => trashed(checkIn, words, today)}
            words=${t.check_in}
            about=${t.check_in.about}
            restore="check_in_restore"
            remove="check_in_delete"
            onChange=${reload}
            onProblem=${setProblem}
          />`
        : html`<${Months} words=${words} checkIns=${shown} onOpen=${setChanging} onChange=${reload} />`)
    }
    ${loadMore && html`<div><${Button} icon="down" onClick=${loadMore}>${t.check_in.past_older}<//></div>`}
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

/** @param {CheckInView} checkIn @param {MoodWordsView} words @param {string} today */
function trashed(checkIn, words, today) {
  const when = whenOf(checkIn, today);
  const title = stepName(words, checkIn.mood);
  return {
    title,
    when,
    name: when,
    quote: `${when}: ${title}`,
    words: checkIn.words.join(", "),
    excerpt: checkIn.note,
    mark: html`<${MoodSky} mood=${checkIn.mood} />`,
  };
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
