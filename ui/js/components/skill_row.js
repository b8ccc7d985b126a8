import { html } from "../html.js";
import { t } from "../strings/en.js";
import { Button } from "./button.js";
import { Icon } from "./icon.js";
import { ListItem } from "./list.js";

/** @typedef {import("../ipc.js").SkillCardView} SkillCardView */

/**
 * A skill as a line of a list.
 * @param {{
 *   skill: SkillCardView, onOpen: () => void, onFavourite?: (on: boolean) => void, id?: string, class?: string,
 * }} props with `onFavourite` a star stands beside it
 */
export function SkillRow({ skill, onOpen, onFavourite, id, class: className = "" }) {
  return html`<${ListItem}
    id=${id}
    class=${`skill-row ${className}`}
    onOpen=${onOpen}
    aside=${onFavourite && html`<${Star} name=${skill.name} on=${skill.favourite} onChange=${onFavourite} />`}
  >
    <span class="skill-row-text">
      <span class="skill-row-name">${skill.name}</span>
      <span class="skill-row-what">${skill.what}</span>
    </span>
    <span class="skill-row-facts">
      ${skill.in_group && html`<span class="skill-row-group"><${Icon} name="group" /><span class="only-heard">${t.skills.in_group}. </span></span>`}
      <span>${t.skills.minutes(skill.minutes)}</span>
    </span>
  <//>`;
}

/** @param {{ name: string, on: boolean, onChange: (on: boolean) => void }} props */
function Star({ name, on, onChange }) {
  return html`<${Button}
    kind="quiet"
    class="star"
    icon=${on ? "star_full" : "star"}
    aria-pressed=${on ? "true" : "false"}
    label=${t.skills.favourite_of(name)}
    onClick=${() => onChange(!on)}
  />`;
}
