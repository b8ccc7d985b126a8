// The homework there is: to do, done, and in the trash.

import { useAsked } from "../asking.js";
import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { HomeworkForm } from "../components/homework_form.js";
import { Page } from "../components/page.js";
import { showToast } from "../components/toast.js";
import { TrashList } from "../components/trash_list.js";
import { Which } from "../components/which.js";
import { plainDay } from "../dates.js";
import { focusWhenThere } from "../focus.js";
import { html, useMemo, useState } from "../html.js";
import { call } from "../ipc.js";
import { sayWhat, useSchedule } from "../schedule_changes.js";
import { t } from "../strings/en.js";
import { HomeworkRows } from "./homework_rows.js";

/**
 * @typedef {import("../ipc.js").HomeworkView} HomeworkView
 * @typedef {import("../app.js").Ways} Ways
 * @typedef {import("../locking.js").Writers["drafts"]} Drafts
 * @typedef {"kept" | "trashed"} WhichOnes
 */

/** The names of the skills by their ids. @returns {ReadonlyMap<string, string>} */
export function useSkillNames() {
  /** @type {import("../asking.js").Asked<import("../ipc.js").LibraryView>} */
  const { view } = useAsked("skills_library");
  return useMemo(() => new Map(view?.skills.map(({ id, name }) => [id, name])), [view]);
}

/** @param {HomeworkView[]} all @param {HomeworkView} saved */
export const withSaved = (all, saved) => all.map((one) => (one.id === saved.id ? saved : one));

/**
 * @param {{
 *   which: WhichOnes, ways: Ways, today: string, drafts: Drafts, parts: import("../html.js").VNode,
 * }} props
 */
export function Homework({ which, ways, today, drafts, parts }) {
  return html`<${Page} class="skills-page homework-page" before=${parts} title=${t.programme.homework}>
    <${Which}
      label=${t.programme.homework_which}
      names=${t.programme.homework_whiches}
      shown=${which}
      onShow=${(/** @type {WhichOnes} */ next) => ways.go({ room: "schedule", view: "homework", which: next })}
    />
    ${which === "kept" ? html`<${Kept} ...${{ ways, today, drafts }} />` : html`<${Trashed} />`}
  <//>`;
}

/** @param {{ ways: Ways, today: string, drafts: Drafts }} props */
function Kept({ ways, today, drafts }) {
  /** @type {import("../asking.js").Asked<HomeworkView[]>} */
  const { view, problem, reload, patch } = useSchedule("homework");
  const skills = useSkillNames();
  const [open, setOpen] = useState(/** @type {HomeworkView | "new" | null} */ (null));
  const toDo = view?.filter(({ done_date }) => done_date === null) ?? [];
  const done = view?.filter(({ done_date }) => done_date !== null) ?? [];

  const close = () => {
    setOpen(null);
    focusWhenThere(open === "new" || open === null ? "homework-add" : `homework-change-${open.id}`);
  };

  /** The focus stays with what was ticked, though it moves to the other list. @param {HomeworkView} saved */
  const onTicked = (saved) => {
    patch((all) => withSaved(all, saved));
    focusWhenThere(`homework-${saved.id}`);
  };

  /** @param {HomeworkView} homework */
  const trash = async ({ id }) => {
    try {
      await call("homework_trash", { id });
    } catch (error) {
      sayWhat(error);
      return;
    }
    patch((all) => all.filter((one) => one.id !== id));
    focusWhenThere("homework-add");
    showToast({
      text: t.programme.homework_trashed,
      action: {
        label: t.programme.undo,
        run: () => call("homework_restore", { id }).then(reload, sayWhat),
      },
    });
  };

  const row = { skills, today, onChange: onTicked, onOpen: setOpen, onTrash: trash };
  /** @param {string} skill */
  const onSkill = (skill) => ways.go({ room: "skills", view: "skill", skill });
  return html`
    ${problem && html`<${ProblemBanner} code=${problem} onRetry=${reload} />`}
    ${
      view?.length === 0 &&
      open === null &&
      html`<div class="empty" role="status">
        <p class="empty-title">${t.programme.homework_empty_title}</p>
        <p>${t.programme.homework_empty_text}</p>
      </div>`
    }
    ${
      open !== null &&
      html`<${HomeworkForm}
        key=${open === "new" ? "new" : open.id}
        homework=${open === "new" ? null : open}
        given=${today}
        ...${{ today, drafts }}
        onSaved=${reload}
        onClose=${close}
      />`
    }
    ${
      view &&
      open === null &&
      html`<div><${Button} id="homework-add" kind=${view.length === 0 ? "primary" : "secondary"} icon="plus" onClick=${() => setOpen("new")}>${t.programme.homework_add}<//></div>`
    }
    ${
      view &&
      view.length > 0 &&
      html`<section class="homework-part" aria-labelledby="homework-to-do">
        <h2 id="homework-to-do">${t.programme.homework_open}</h2>
        ${
          toDo.length === 0
            ? html`<p class="quiet-text">${t.programme.homework_open_empty}</p>`
            : html`<${HomeworkRows} label=${t.programme.homework_list} homework=${toDo} onSkill=${onSkill} ...${row} />`
        }
      </section>`
    }
    ${
      done.length > 0 &&
      html`<section class="homework-part" aria-labelledby="homework-done">
        <h2 id="homework-done">${t.programme.homework_done_part}</h2>
        <${HomeworkRows} label=${t.programme.homework_list_done} homework=${done} onSkill=${onSkill} ...${row} />
      </section>`
    }
  `;
}

/** @param {HomeworkView} homework */
const trashed = ({ text, given_date }) => ({
  title: text,
  name: text,
  when: t.programme.homework_given(plainDay(given_date)),
});

function Trashed() {
  /** @type {import("../asking.js").Asked<HomeworkView[]>} */
  const { view, problem, setProblem, reload } = useAsked("homework_trashed");
  return html`
    ${problem && html`<${ProblemBanner} code=${problem} onRetry=${reload} />`}
    ${
      view?.length === 0 &&
      html`<div class="empty" role="status">
        <p class="empty-title">${t.programme.homework_trash_empty.title}</p>
        <p>${t.programme.homework_trash_empty.text}</p>
      </div>`
    }
    ${
      view &&
      view.length > 0 &&
      html`<p class="quiet-text">${t.programme.homework_trash_lead}</p>
        <${TrashList}
          label=${t.programme.homework_list_trashed}
          things=${view}
          show=${trashed}
          words=${t.programme.homework_in_trash}
          about=${t.programme.about}
          restore="homework_restore"
          remove="homework_delete"
          onChange=${reload}
          onProblem=${setProblem}
        />`
    }
  `;
}
