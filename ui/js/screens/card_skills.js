// The skills of the day: how it went, which ones, and what got in the way if there were none.

import { Field } from "../components/field.js";
import { Icon } from "../components/icon.js";
import { html, useId, useState } from "../html.js";
import { MODULE_ICONS } from "../library.js";
import { t } from "../strings/en.js";

/**
 * @typedef {import("../ipc.js").CardSkillView} CardSkillView
 * @typedef {import("../ipc.js").Module} Module
 * @typedef {import("../card.js").OpenCard} OpenCard
 */

/** Modules as they first come. @param {CardSkillView[]} skills @returns {{ module: Module, skills: CardSkillView[] }[]} */
function byModule(skills) {
  const modules = [...new Set(skills.map(({ module }) => module))];
  return modules.map((module) => ({ module, skills: skills.filter((skill) => skill.module === module) }));
}

/** @param {{ open: OpenCard }} props */
export function CardSkills({ open }) {
  const { skills, why_no_skills } = open.page();
  return html`<section class="card-skills" aria-labelledby="card-skills-title">
    <h2 id="card-skills-title">${t.card.skills}</h2>
    <div class="card-skills-parts">
      <${Code} open=${open} />
      <div class="card-modules" role="group" aria-labelledby="card-which">
        <div>
          <h3 class="field-label" id="card-which">${t.card.skills_which}</h3>
          <p class="field-hint">${t.card.skills_hint}</p>
        </div>
        ${byModule(open.card.skills).map((group) => html`<${ModuleChecks} key=${group.module} ...${group} open=${open} />`)}
        ${
          skills.size === 0 &&
          html`<${Field}
            class="card-why"
            label=${t.card.why_none}
            hint=${t.card.why_none_hint}
            autocomplete="off"
            value=${why_no_skills}
            onInput=${(/** @type {string} */ text) => open.change({ why_no_skills: text })}
          />`
        }
      </div>
    </div>
  </section>`;
}

/** The use code of the day. @param {{ open: OpenCard }} props */
function Code({ open }) {
  const name = useId();
  const { skills_code } = open.page();
  return html`<fieldset class="codes">
    <legend class="field-label">${t.card.skills_code}</legend>
    ${t.skills.codes.map(
      (words, code) => html`<label class="code" key=${code}>
        <input
          type="radio"
          name=${name}
          checked=${code === skills_code}
          onClick=${() => open.change({ skills_code: code === skills_code ? null : code })}
        />
        <span class="code-number">${code}</span>
        <span>${words}</span>
      </label>`,
    )}
  </fieldset>`;
}

/** @param {{ module: Module, skills: CardSkillView[], open: OpenCard }} props */
function ModuleChecks({ module, skills, open }) {
  const id = useId();
  const used = open.page().skills;
  const chosen = skills.filter(({ skill }) => used.has(skill)).map(({ name }) => name);
  const [isOpen, setOpen] = useState(false);
  return html`<div class="card-module">
    <h4>
      <button
        type="button"
        class="card-module-button"
        aria-expanded=${isOpen ? "true" : "false"}
        aria-controls=${id}
        onClick=${() => setOpen(!isOpen)}
      >
        <${Icon} name=${MODULE_ICONS[module]} />
        <span class="card-module-name">
          <span>${t.skills.modules[module]}</span>
          ${!isOpen && chosen.length > 0 && html`<span class="card-module-used">${chosen.join(", ")}</span>`}
        </span>
        <span class="card-module-count" aria-hidden="true">${t.card.skills_used(chosen.length, skills.length)}</span>
        <span class="only-heard">, ${t.card.skills_used_spoken(chosen.length)}</span>
        <${Icon} name="down" class="card-module-mark" />
      </button>
    </h4>
    <ul role="list" id=${id} class="card-checks" hidden=${!isOpen}>
      ${
        isOpen &&
        skills.map(
          ({ skill, name, practised }) => html`<li key=${skill}>
            <label class="card-check">
              <input
                type="checkbox"
                checked=${used.has(skill)}
                onChange=${(/** @type {any} */ event) => open.tick(skill, event.currentTarget.checked)}
              />
              <span class="check-box"><${Icon} name="check" /></span>
              <span>${name}${practised && html`<span class="card-practised"> · ${t.card.practised}</span>`}</span>
            </label>
          </li>`,
        )
      }
    </ul>
  </div>`;
}
