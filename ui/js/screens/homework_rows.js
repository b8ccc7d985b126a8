// Homework as lines to tick, on Today and on its own page.

import { Button } from "../components/button.js";
import { Icon } from "../components/icon.js";
import { showToast } from "../components/toast.js";
import { clock, nearDay } from "../dates.js";
import { classes, html, useId } from "../html.js";
import { call } from "../ipc.js";
import { dayAhead } from "../schedule.js";
import { sayWhat } from "../schedule_changes.js";
import { t } from "../strings/en.js";

/** @typedef {import("../ipc.js").HomeworkView} HomeworkView */

/** @param {HomeworkView} homework @param {string} today */
function dueWords({ due }, today) {
  if (due === null) return t.programme.homework_due_none;
  const day = dayAhead(due.date, today);
  const when = due.time === null ? day : t.programme.homework_when(day, clock(due.time));
  return due.event === null ? t.programme.homework_due(when) : t.programme.homework_due_session(when);
}

/** In the middle of a sentence. @param {string} day @param {string} today */
const dayPast = (day, today) => {
  const words = nearDay(day, today);
  return words === t.journal.today || words === t.journal.yesterday ? words.toLowerCase() : words;
};

/**
 * @param {HomeworkView} homework
 * @param {boolean} done
 * @param {(saved: HomeworkView) => void} onChange
 */
async function tick({ id }, done, onChange) {
  try {
    onChange(await call("homework_done", { id, done }));
  } catch (error) {
    sayWhat(error);
    return;
  }
  if (!done) return;
  showToast({
    text: t.programme.homework_done,
    action: {
      label: t.programme.undo,
      run: () => call("homework_done", { id, done: false }).then(onChange, sayWhat),
    },
  });
}

/**
 * @param {{
 *   label: string, homework: HomeworkView[], skills: ReadonlyMap<string, string>, today: string,
 *   onChange: (saved: HomeworkView) => void, onSkill: (skill: string) => void, onOpen?: (homework: HomeworkView) => void,
 *   onTrash?: (homework: HomeworkView) => void,
 * }} props `skills` has the names
 */
export function HomeworkRows({ label, homework, ...row }) {
  return html`<ul role="list" class="homework-list" aria-label=${label}>
    ${homework.map((one) => html`<${HomeworkRow} key=${one.id} homework=${one} ...${row} />`)}
  </ul>`;
}

/**
 * @param {{
 *   homework: HomeworkView, skills: ReadonlyMap<string, string>, today: string,
 *   onChange: (saved: HomeworkView) => void, onSkill: (skill: string) => void, onOpen?: (homework: HomeworkView) => void,
 *   onTrash?: (homework: HomeworkView) => void,
 * }} props
 */
function HomeworkRow({ homework, skills, today, onChange, onSkill, onOpen, onTrash }) {
  const { id, text, skill, done_date } = homework;
  const about = useId();
  const isDone = done_date !== null;
  const name = skill === null ? undefined : skills.get(skill);
  return html`<li class=${classes("homework", isDone && "is-done")}>
    <label class="homework-tick">
      <input
        type="checkbox"
        id=${`homework-${id}`}
        checked=${isDone}
        aria-describedby=${about}
        onChange=${(/** @type {any} */ event) => tick(homework, event.currentTarget.checked, onChange)}
      />
      <span class="check-box"><${Icon} name="check" /></span>
      <span class="homework-text">${text}</span>
    </label>
    <div class="homework-facts">
      <span id=${about}>${isDone ? t.programme.homework_was_done(dayPast(done_date, today)) : dueWords(homework, today)}</span>
      ${
        skill !== null &&
        name !== undefined &&
        html`<button type="button" class="homework-skill" id=${`homework-skill-${id}`} onClick=${() => onSkill(skill)}>
          <${Icon} name="skills" /><span>${name}</span>
        </button>`
      }
    </div>
    ${
      (onOpen || onTrash) &&
      html`<div class="homework-actions">
        ${onOpen && html`<${Button} id=${`homework-change-${id}`} kind="quiet" icon="pen" label=${t.programme.about(t.programme.change, text)} onClick=${() => onOpen(homework)} />`}
        ${onTrash && html`<${Button} kind="quiet" icon="bin" label=${t.programme.about(t.programme.homework_trash, text)} onClick=${() => onTrash(homework)} />`}
      </div>`
    }
  </li>`;
}
