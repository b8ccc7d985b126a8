import { useAsked } from "../asking.js";
import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Page } from "../components/page.js";
import { TrashList } from "../components/trash_list.js";
import { plainDay } from "../dates.js";
import { html } from "../html.js";
import { t } from "../strings/en.js";

/** @typedef {import("../ipc.js").EntrySummaryView} EntrySummaryView */

/** @param {EntrySummaryView} entry */
const trashed = ({ title, excerpt, date }) => ({
  title: title || t.journal.untitled,
  name: title || excerpt || t.journal.untitled,
  excerpt,
  when: plainDay(date),
});

/** @param {{ active: boolean, onBack: () => void, onChange: () => void }} props */
export function JournalTrash({ active, onBack, onChange }) {
  /** @type {import("../asking.js").Asked<EntrySummaryView[]>} */
  const { view: entries, problem, setProblem, reload } = useAsked("journal_trashed");
  return html`<div class="trash" hidden=${!active}>
    <${Page}
      title=${t.journal.trash}
      lead=${t.journal.trash_lead}
      actions=${html`<${Button} icon="back" onClick=${onBack}>${t.journal.trash_back}<//>`}
    >
      ${problem && html`<${ProblemBanner} code=${problem} onRetry=${reload} />`}
      ${
        entries?.length === 0 &&
        html`<div class="empty">
          <p class="empty-title">${t.journal.trash_empty_title}</p>
          <p>${t.journal.trash_empty_text}</p>
        </div>`
      }
      ${
        entries &&
        entries.length > 0 &&
        html`<${TrashList}
          label=${t.journal.trash_list}
          things=${entries}
          show=${trashed}
          words=${t.journal}
          about=${t.journal.about_entry}
          restore="journal_restore"
          remove="journal_delete"
          onChange=${() => reload().then(onChange)}
          onProblem=${setProblem}
        />`
      }
    <//>
  </div>`;
}
