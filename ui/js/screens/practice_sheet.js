// One practice, to read again: the ratings, what was written, and a way to change each of it.

import { useAsked } from "../asking.js";
import { Answered } from "../components/answered.js";
import { Banner, ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Page } from "../components/page.js";
import { showToast } from "../components/toast.js";
import { html } from "../html.js";
import { call } from "../ipc.js";
import { t } from "../strings/en.js";
import { changeWords, whenWords } from "./practices.js";

/**
 * @typedef {import("../ipc.js").PracticeSheetView} PracticeSheetView
 * @typedef {NonNullable<PracticeSheetView["before"]>} Rated
 * @typedef {import("../app.js").Ways} Ways
 */

/** @param {{ id: number, ways: Ways, today: string }} props */
export function PracticeSheet({ id, ways, today }) {
  /** @type {import("../asking.js").Asked<PracticeSheetView>} */
  const { view, problem, reload } = useAsked("practice_sheet", { id });
  const back = html`<div><${Button} kind="quiet" icon="back" class="page-back" onClick=${ways.back}>${t.skills.back}<//></div>`;
  if (view === null) {
    return problem === null
      ? null
      : html`<${Page} class="skills-page" before=${back} title=${t.skills.done_title}>
          <${ProblemBanner} code=${problem} onRetry=${reload} />
        <//>`;
  }
  const { summary, before, after, answers } = view;

  const restore = async () => {
    await call("practice_restore", { id });
    showToast({ text: t.skills.restored });
  };
  const trash = async () => {
    try {
      await call("practice_trash", { id });
    } catch (error) {
      showToast({ text: t.errors[/** @type {import("../ipc.js").Problem} */ (error).code].what });
      return;
    }
    ways.back();
    showToast({
      text: t.skills.trashed(summary.name),
      action: {
        label: t.skills.undo,
        run: async () => {
          await call("practice_restore", { id });
          ways.go({ room: "skills", view: "sheet", id });
        },
      },
    });
  };

  return html`<${Page}
    class="skills-page practice-sheet"
    before=${back}
    title=${summary.name}
    lead=${whenWords(summary, today)}
    actions=${html`<${Button} id="sheet-skill" icon="skills" onClick=${() => ways.go({ room: "skills", view: "skill", skill: summary.skill })}>${t.skills.sheet_skill}<//>
      ${summary.trashed_on === null && html`<${Button} kind="quiet" icon="bin" label=${t.skills.sheet_trash} onClick=${trash} />`}`}
  >
    ${problem && html`<${ProblemBanner} code=${problem} onRetry=${reload} />`}
    ${
      summary.trashed_on !== null &&
      html`<${Banner} live=${false} title=${t.skills.sheet_trashed} actions=${html`<${Button} icon="undo" onClick=${() => restore().then(reload, reload)}>${t.skills.restore}<//>`} />`
    }
    ${
      !summary.finished &&
      html`<${Banner} live=${false} title=${t.skills.sheet_unfinished} actions=${html`<${Button} id="sheet-go-on" kind="primary" icon="play" onClick=${() => ways.resume(id)}>${t.skills.go_on}<//>`} />`
    }
    ${changeWords(summary) !== "" && html`<p class="sheet-change">${changeWords(summary)}</p>`}
    <div class="sheet-ratings">
      <${Rated} id="edit-before" title=${t.skills.sheet_before} rated=${before} onEdit=${() => ways.resume(id, "before")} />
      ${summary.finished && html`<${Rated} id="edit-after" title=${t.skills.sheet_after} rated=${after} onEdit=${() => ways.resume(id, "after")} />`}
      ${
        summary.finished &&
        html`<${SheetPart} id="edit-use" title=${t.skills.sheet_code} onEdit=${() => ways.resume(id, "use")}>
          <p>${summary.code === null ? t.skills.not_said : t.skills.codes[summary.code]}</p>
        <//>`
      }
    </div>
    <section class="sheet-answers" aria-labelledby="sheet-answers-title">
      <h2 id="sheet-answers-title">${t.skills.sheet_written}</h2>
      ${answers.length === 0 && html`<p class="quiet-text">${t.skills.sheet_nothing}</p>`}
      ${answers.map(
        (answered) => html`<div class="sheet-answer" key=${answered.step.id}>
          <${Answered} answered=${answered} />
          <${Edit} id=${`edit-${answered.step.id}`} title=${answered.step.title} onEdit=${() => ways.resume(id, answered.step.id)} />
        </div>`,
      )}
    </section>
  <//>`;
}

/** @param {{ id: string, title: string, onEdit: () => void }} props */
function Edit({ id, title, onEdit }) {
  return html`<${Button} id=${id} kind="quiet" icon="pen" label=${t.skills.sheet_edit_of(title)} onClick=${onEdit} />`;
}

/** @param {{ id: string, title: string, onEdit: () => void, children?: import("../html.js").Children }} props */
function SheetPart({ id, title, onEdit, children }) {
  return html`<section class="sheet-part" aria-labelledby=${`${id}-title`}>
    <div class="sheet-part-head">
      <h2 id=${`${id}-title`}>${title}</h2>
      <${Edit} id=${id} title=${title} onEdit=${onEdit} />
    </div>
    ${children}
  </section>`;
}

/** @param {{ id: string, title: string, rated: Rated | null, onEdit: () => void }} props */
function Rated({ id, title, rated, onEdit }) {
  const lines = [
    rated?.feeling && { name: t.skills.sheet_feeling, words: t.skills.feelings[rated.feeling] },
    rated?.strength != null && {
      name: t.skills.sheet_strength,
      words: t.skills.sheet_strength_value(rated.strength),
    },
    rated?.urge && {
      name: t.skills.sheet_urge,
      words:
        rated.urge_strength === null
          ? t.skills.urges[rated.urge]
          : t.skills.sheet_urge_value(t.skills.urges[rated.urge], rated.urge_strength),
    },
  ].flatMap((line) => line || []);
  return html`<${SheetPart} ...${{ id, title, onEdit }}>
    ${
      lines.length === 0
        ? html`<p class="quiet-text">${t.skills.not_said}</p>`
        : html`<dl class="sheet-lines">
            ${lines.map(({ name, words }) => html`<div key=${name}><dt>${name}</dt><dd>${words}</dd></div>`)}
          </dl>`
    }
  <//>`;
}
