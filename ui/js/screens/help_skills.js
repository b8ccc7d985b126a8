// The part of Help now that only the open window has: crisis skills with a guide, one press away.

import { useAsked } from "../asking.js";
import { Button } from "../components/button.js";
import { ReadySkill } from "../components/suggestion.js";
import { html } from "../html.js";
import { NO_NEED } from "../library.js";
import { t } from "../strings/en.js";

/** @type {import("../ipc.js").Need} */
const CRISIS = Object.freeze({ ...NO_NEED, strength: 100 });

/** @param {{ onStart: (skill: string) => void, onFind: () => void }} props */
export function HelpSkills({ onStart, onFind }) {
  /** @type {import("../asking.js").Asked<import("../ipc.js").FindView>} */
  const { view } = useAsked("skills_find", CRISIS);
  return html`<section class="help-skills help-guided" aria-labelledby="help-guided-title">
    <h2 id="help-guided-title">${t.skills.help_title}</h2>
    <p class="quiet-text">${t.skills.help_lead}</p>
    <ul role="list" class="ready-list">
      ${view?.suggestions.map(
        (suggestion) => html`<${ReadySkill}
          key=${suggestion.card.id}
          id=${`guided-${suggestion.card.id}`}
          suggestion=${suggestion}
          onStart=${() => onStart(suggestion.card.id)}
        />`,
      )}
    </ul>
    <div><${Button} id="help-find" kind="quiet" icon="skills" onClick=${onFind}>${t.skills.parts.find}<//></div>
  </section>`;
}
