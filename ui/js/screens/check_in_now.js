// Now: the quick check-in, what was said today, and the way to the card.

import { useAsked } from "../asking.js";
import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Page } from "../components/page.js";
import { html, useState } from "../html.js";
import { t } from "../strings/en.js";
import { CheckInDialog, CheckInRows } from "./check_in_list.js";
import { QuickCheckIn } from "./check_in_quick.js";

/**
 * @typedef {import("../ipc.js").CheckInView} CheckInView
 * @typedef {import("../ipc.js").CheckInPageView} CheckInPageView
 * @typedef {import("../ipc.js").MoodWordsView} MoodWordsView
 */

const MOST_SHOWN = 40;
const NEWEST = Object.freeze({ before: null, limit: MOST_SHOWN, trashed: false });

/** The seven steps, the words, and the check-ins of a day. @param {string} today */
export function useToday(today) {
  /** @type {import("../asking.js").Asked<MoodWordsView>} */
  const words = useAsked("check_in_words");
  /** @type {import("../asking.js").Asked<CheckInPageView>} */
  const page = useAsked("check_in_page", NEWEST);
  return {
    words: words.view,
    ofToday: page.view?.check_ins.filter(({ date }) => date === today) ?? [],
    problem: words.problem ?? page.problem,
    reload: async () => {
      await Promise.all([words.reload(), page.reload()]);
    },
  };
}

/**
 * @param {{
 *   ways: import("../app.js").Ways, today: string, drafts: import("../locking.js").Writers["drafts"],
 *   parts: import("../html.js").VNode,
 * }} props
 */
export function Now({ parts, ways, today, drafts }) {
  const { words, ofToday, problem, reload } = useToday(today);
  const [changing, setChanging] = useState(/** @type {CheckInView | "new" | null} */ (null));
  return html`<${Page} class="skills-page" before=${parts} title=${t.check_in.now_title}>
    ${problem && html`<${ProblemBanner} code=${problem} onRetry=${reload} />`}
    <div class="now-columns">
      ${words && html`<${QuickCheckIn} words=${words} last=${null} today=${today} drafts=${drafts} onChange=${reload} />`}
      <div class="now-side">
        ${
          words &&
          ofToday.length > 0 &&
          html`<section class="today-part" aria-labelledby="now-today-title">
            <h2 id="now-today-title">${t.check_in.now_today}</h2>
            <${CheckInRows}
              label=${t.check_in.now_today}
              checkIns=${ofToday}
              words=${words}
              timeOnly
              onOpen=${setChanging}
              onChange=${reload}
            />
          </section>`
        }
        <section class="today-part" aria-labelledby="now-card-title">
          <h2 id="now-card-title">${t.check_in.now_card}</h2>
          <p class="quiet-text">${t.check_in.now_card_text}</p>
          <div class="button-row">
            <${Button} id="now-card" icon="card" onClick=${() => ways.go({ room: "check_in", view: "card", date: null })}>${t.check_in.now_card_action}<//>
          </div>
        </section>
        <div class="stands-in-line"><${Button} id="now-other" kind="quiet" icon="clock" onClick=${() => setChanging("new")}>${t.check_in.now_other}<//></div>
      </div>
    </div>
    ${
      changing !== null &&
      words &&
      html`<${CheckInDialog}
        checkIn=${changing === "new" ? null : changing}
        ...${{ words, today, drafts }}
        onClose=${() => {
          setChanging(null);
          reload();
        }}
      />`
    }
  <//>`;
}
