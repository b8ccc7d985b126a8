// What was deleted from the schedule as a whole.

import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Page } from "../components/page.js";
import { TrashList } from "../components/trash_list.js";
import { plainDay } from "../dates.js";
import { html } from "../html.js";
import { useSchedule } from "../schedule_changes.js";
import { kindBeside, nameOf } from "../session_words.js";
import { t } from "../strings/en.js";

/** @typedef {import("../ipc.js").TrashedEventView} TrashedEventView */

/** @param {TrashedEventView} event */
function trashed(event) {
  const day = plainDay(event.date);
  const when = event.recurs ? t.schedule.trashed_series(day) : day;
  const title = nameOf(event);
  return { title, when, name: t.schedule.when(title, day), words: kindBeside(event) ?? "" };
}

/** @param {{ ways: import("../app.js").Ways, parts: import("../html.js").VNode }} props */
export function ScheduleTrash({ ways, parts }) {
  /** @type {import("../asking.js").Asked<TrashedEventView[]>} */
  const { view, problem, setProblem, reload } = useSchedule("schedule_trashed");
  return html`<${Page}
    class="skills-page schedule-page"
    before=${parts}
    title=${t.schedule.trash_title}
    lead=${t.schedule.trash_lead}
    actions=${html`<${Button} icon="back" onClick=${ways.back}>${t.schedule.trash_back}<//>`}
  >
    ${problem && html`<${ProblemBanner} code=${problem} onRetry=${reload} />`}
    ${
      view?.length === 0 &&
      html`<div class="empty" role="status">
        <p class="empty-title">${t.schedule.trash_empty.title}</p>
        <p>${t.schedule.trash_empty.text}</p>
      </div>`
    }
    ${
      view &&
      view.length > 0 &&
      html`<${TrashList}
        label=${t.schedule.trash_list}
        things=${view.map((event) => ({ ...event, id: event.event }))}
        show=${trashed}
        words=${t.schedule.trash}
        about=${t.programme.about}
        restore="schedule_restore"
        remove="schedule_delete"
        onChange=${reload}
        onProblem=${setProblem}
      />`
    }
  <//>`;
}
