// The questionnaires in the trash.

import { useAsked } from "../asking.js";
import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Page } from "../components/page.js";
import { TrashList } from "../components/trash_list.js";
import { plainDay } from "../dates.js";
import { html } from "../html.js";
import { t } from "../strings/en.js";

/** @typedef {import("../ipc.js").TrashedAssessmentView} TrashedAssessmentView */

/** @param {TrashedAssessmentView} assessment */
function trashed({ name, date, score }) {
  const when = plainDay(date);
  return {
    title: name,
    when,
    name: t.assessments.trashed_when(name, when),
    words: score === null ? t.assessments.trashed_half_done : t.assessments.trashed_score(score),
  };
}

/** @param {{ ways: import("../app.js").Ways, parts?: import("../html.js").VNode }} props */
export function AssessmentsTrash({ ways, parts }) {
  /** @type {import("../asking.js").Asked<TrashedAssessmentView[]>} */
  const { view, problem, setProblem, reload } = useAsked("assessments_trashed");
  return html`<${Page}
    class="skills-page past-page"
    before=${parts}
    title=${t.assessments.trash_title}
    lead=${t.assessments.trash_lead}
    actions=${html`<${Button} icon="back" onClick=${ways.back}>${t.assessments.trash_back}<//>`}
  >
    ${problem && html`<${ProblemBanner} code=${problem} onRetry=${reload} />`}
    ${
      view?.length === 0 &&
      html`<div class="empty" role="status">
        <p class="empty-title">${t.assessments.trash_empty.title}</p>
        <p>${t.assessments.trash_empty.text}</p>
      </div>`
    }
    ${
      view &&
      view.length > 0 &&
      html`<${TrashList}
        label=${t.assessments.trash_list}
        things=${view}
        show=${trashed}
        words=${t.assessments}
        about=${t.assessments.about_trashed}
        restore="assessment_restore"
        remove="assessment_delete"
        onChange=${reload}
        onProblem=${setProblem}
      />`
    }
  <//>`;
}
