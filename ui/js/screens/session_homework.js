// What was given to do at a session.

import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { HomeworkForm } from "../components/homework_form.js";
import { Icon } from "../components/icon.js";
import { focusWhenThere } from "../focus.js";
import { html, useState } from "../html.js";
import { useSchedule } from "../schedule_changes.js";
import { dayInShort } from "../session_words.js";
import { t } from "../strings/en.js";

/**
 * @typedef {import("../ipc.js").HomeworkView} HomeworkView
 * @typedef {import("../ipc.js").OccurrenceView} OccurrenceView
 */

/**
 * @param {{
 *   session: OccurrenceView, today: string, ways: import("../app.js").Ways,
 *   drafts: import("../locking.js").Writers["drafts"],
 * }} props
 */
export function HomeworkPart({ session, today, ways, drafts }) {
  const { event, date } = session;
  /** @type {import("../asking.js").Asked<HomeworkView[]>} */
  const { view, problem, reload } = useSchedule("homework");
  const [adding, setAdding] = useState(false);
  const given = view?.filter((one) => one.event === event && one.given_date === date) ?? [];

  const close = () => {
    setAdding(false);
    focusWhenThere("session-homework-add");
  };

  return html`<section class="session-part" aria-labelledby="session-homework">
    <h2 id="session-homework">${t.schedule.homework_title}</h2>
    ${problem && html`<${ProblemBanner} code=${problem} onRetry=${reload} />`}
    ${
      given.length > 0 &&
      html`<ul role="list" class="session-homework">
        ${given.map(
          ({ id, text, due, done_date }) => html`<li key=${id}>
            <p>${text}</p>
            ${
              done_date !== null
                ? html`<p class="session-homework-fact"><${Icon} name="check" />${t.schedule.homework_done}</p>`
                : due &&
                  html`<p class="session-homework-fact">${t.schedule.homework_due(dayInShort(due.date))}</p>`
            }
          </li>`,
        )}
      </ul>`
    }
    ${
      adding
        ? html`<${HomeworkForm}
            homework=${null}
            event=${event}
            given=${date}
            ...${{ today, drafts }}
            onSaved=${reload}
            onClose=${close}
          />`
        : html`<div class="button-row">
            <${Button} id="session-homework-add" icon="plus" onClick=${() => setAdding(true)}>${t.schedule.homework_add}<//>
            ${view && view.length > 0 && html`<${Button} id="session-homework-all" kind="quiet" onClick=${() => ways.go({ room: "schedule", view: "homework", which: "kept" })}>${t.schedule.homework_all}<//>`}
          </div>`
    }
  </section>`;
}
