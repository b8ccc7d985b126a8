import { Checks } from "../components/checks.js";
import { Icon } from "../components/icon.js";
import { classes, html, useId, useState } from "../html.js";
import { t } from "../strings/en.js";
import { OwnWords, useChosen } from "./chosen.js";

/** @typedef {import("../ipc.js").SlotView} SlotView */

/** @param {import("./props.js").StepProps} props */
export function ChooseStep({ view, task, answer, onChange }) {
  const name = useId();
  const slots = task.menu ? view.menu : [];
  const inMenu = slots.flatMap((slot) => [...slot.items, ...slot.ideas]);
  const options = task.options.filter((/** @type {string} */ option) => !inMenu.includes(option));
  const chosen = useChosen({ answer, onChange, many: task.many, offered: [...inMenu, ...options] });
  const group = { many: task.many, name: task.many ? undefined : name, chosen: chosen.picked };
  const hasMenu = slots.length > 0;
  const rest = [...options, ...chosen.own];
  return html`<div class="step-parts">
    <p class="quiet-text">${task.many ? t.practice.choose_many : t.practice.choose_one}</p>
    ${slots.map(
      (slot) =>
        slot.items.length > 0 &&
        html`<${Checks} key=${slot.id} ...${group} legend=${slot.name} options=${slot.items} onToggle=${chosen.toggle} />`,
    )}
    ${
      rest.length > 0 &&
      html`<${Checks}
        ...${group}
        legend=${hasMenu ? t.practice.more_ideas : t.practice.choose_one}
        legendHidden=${!slots.some((slot) => slot.items.length > 0)}
        options=${rest}
        onToggle=${chosen.toggle}
      />`
    }
    ${task.own && html`<${OwnWords} chosen=${chosen} />`}
    ${
      hasMenu &&
      html`<div class="idea-slots">
        <h2 class="step-heading">${t.practice.ideas}</h2>
        ${slots.map((slot) => html`<${Ideas} key=${slot.id} slot=${slot} group=${group} onToggle=${chosen.toggle} />`)}
      </div>`
    }
  </div>`;
}

/**
 * @param {{
 *   slot: SlotView,
 *   group: { many: boolean, name: string | undefined, chosen: string[] },
 *   onToggle: (option: string, on: boolean) => void,
 * }} props
 */
function Ideas({ slot, group, onToggle }) {
  const id = useId();
  const ideas = slot.ideas.filter((idea) => !slot.items.includes(idea));
  const [open, setOpen] = useState(() => ideas.some((idea) => group.chosen.includes(idea)));
  if (ideas.length === 0) return null;
  return html`<div class="idea-slot">
    <button
      type="button"
      class=${classes("idea-button", open && "is-open")}
      aria-expanded=${open ? "true" : "false"}
      aria-controls=${id}
      onClick=${() => setOpen(!open)}
    >
      <span class="idea-name">${slot.name}</span>
      <span class="idea-ask">${slot.ask}</span>
      <${Icon} name="down" />
    </button>
    <div id=${id} hidden=${!open}>
      <${Checks} ...${group} quiet legend=${t.practice.ideas_of(slot.name)} legendHidden options=${ideas} onToggle=${onToggle} />
    </div>
  </div>`;
}
