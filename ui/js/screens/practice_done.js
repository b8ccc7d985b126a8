// The end: what was before and what is now, and where to go from here. Nothing is claimed.

import { Button } from "../components/button.js";
import { Scene } from "../components/scene.js";
import { html } from "../html.js";
import { t } from "../strings/en.js";

/**
 * @typedef {import("../ipc.js").PracticeView} PracticeView
 * @typedef {import("../ipc.js").Need} Need
 */

/** What is true now fills the rating before the next exercise. @param {PracticeView} view @returns {Need | null} */
function needNow({ after }) {
  if (!after || after.strength === null) return null;
  return { feeling: after.feeling, urge: after.urge, strength: after.strength, minutes: null, place: null };
}

/**
 * @param {{
 *   view: PracticeView,
 *   onStart: (skill: string, need: Need | null) => void,
 *   onFind: () => void,
 *   onHelp: () => void,
 *   onSheet: (id: number) => void,
 * }} props
 */
export function PracticeDone({ view, onStart, onFind, onHelp, onSheet }) {
  const next = view.next_skill;
  const need = needNow(view);
  return html`<div class="done">
    <div class="done-text">
      <p class="step-say">${t.practice.done_lead}</p>
      <${Change} view=${view} />
      <div class="done-ways">
        ${next && html`<${Button} kind="primary" iconEnd="next" onClick=${() => onStart(next.id, need)}>${t.practice.go_on_with(next.name)}<//>`}
        <${Button} kind=${next ? "secondary" : "primary"} icon="search" onClick=${onFind}>${t.practice.another}<//>
        <${Button} icon="undo" onClick=${() => onStart(view.skill, need)}>${t.practice.again}<//>
        <${Button} icon="words" onClick=${() => onSheet(view.id)}>${t.practice.read}<//>
        <${Button} class="done-help" icon="help" onClick=${onHelp}>${t.practice.help}<//>
      </div>
    </div>
    <${Scene} class="done-scene" />
  </div>`;
}

/** @param {{ view: PracticeView }} props */
function Change({ view: { before, after } }) {
  const feeling = after?.feeling ?? before?.feeling;
  const urge = after?.urge ?? before?.urge;
  const rows = [
    {
      what: feeling ? t.skills.feelings[feeling] : t.practice.feeling_any,
      from: before?.strength ?? null,
      to: after?.strength ?? null,
      most: 100,
    },
    {
      what: urge ? t.practice.urge_named(t.skills.urges[urge]) : t.practice.urge_any,
      from: before?.urge_strength ?? null,
      to: after?.urge_strength ?? null,
      most: 5,
    },
  ].filter(({ to }) => to !== null);
  if (rows.length === 0) return html`<p class="quiet-text">${t.practice.done_unrated}</p>`;
  return html`<ul role="list" class="changes" aria-label=${t.practice.done_change}>
    ${rows.map(
      ({ what, from, to, most }) => html`<li class="change" key=${what}>
        <p class="change-words">
          ${from === null ? t.practice.only_now(what, to ?? 0) : t.practice.change(what, from, to ?? 0)}
        </p>
        <div class="change-line" aria-hidden="true">
          ${from !== null && html`<span class="change-before" style=${{ left: `${(from / most) * 100}%` }} />`}
          <span class="change-now" style=${{ left: `${((to ?? 0) / most) * 100}%` }} />
        </div>
      </li>`,
    )}
  </ul>`;
}
