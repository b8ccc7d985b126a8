// The Skills room: which of its screens is shown, and what it remembers while one is elsewhere.

import { html, useEffect } from "../html.js";
import { NO_NEED } from "../library.js";
import { t } from "../strings/en.js";
import { Practice } from "./practice.js";
import { PracticeSheet } from "./practice_sheet.js";
import { Practices } from "./practices.js";
import { Find } from "./skills_find.js";
import { Library } from "./skills_library.js";
import { Menu } from "./skills_menu.js";
import { Skill } from "./skills_skill.js";
import { Works } from "./skills_works.js";

/**
 * @typedef {import("../ipc.js").Need} Need
 * @typedef {import("../app.js").Ways} Ways
 * @typedef {import("../locking.js").Writers} Writers
 * @typedef {import("../router.js").SkillsRoute} SkillsRoute
 *
 * @typedef {object} Memory  what is still there when one comes back, and gone with the lock
 * @property {string} text  of the search
 * @property {Need} need
 */

/** @returns {Memory} */
export const freshMemory = () => ({ text: "", need: NO_NEED });

/** @type {readonly { view: "library" | "find" | "works" | "done", route: SkillsRoute }[]} */
const PARTS = Object.freeze([
  { view: "library", route: { room: "skills", view: "library" } },
  { view: "find", route: { room: "skills", view: "find" } },
  { view: "works", route: { room: "skills", view: "works" } },
  { view: "done", route: { room: "skills", view: "done", which: "finished" } },
]);

/** @param {{ shown: SkillsRoute["view"], ways: Ways }} props */
function Parts({ shown, ways }) {
  return html`<nav class="skills-parts" aria-label=${t.skills.parts_label}>
    <ul role="list">
      ${PARTS.map(
        ({ view, route }) => html`<li key=${view}>
          <button
            type="button"
            class="skills-part"
            aria-current=${view === shown ? "page" : undefined}
            onClick=${() => ways.go(route)}
          >
            ${t.skills.parts[view]}
          </button>
        </li>`,
      )}
    </ul>
  </nav>`;
}

/**
 * @param {{
 *   route: SkillsRoute, ways: Ways, memory: Memory, writers: Writers, active: boolean, today: string,
 *   sound: boolean, onSound: (sound: boolean) => void,
 * }} props
 */
export function SkillsRoom({ route, ways, memory, writers, active, today, sound, onSound }) {
  const parts = html`<${Parts} shown=${route.view} ways=${ways} />`;
  switch (route.view) {
    case "library":
      return html`<${Library} ...${{ ways, memory, today, parts }} />`;
    case "find":
      return html`<${Find} ...${{ ways, memory, parts }} />`;
    case "works":
      return html`<${Works} ...${{ ways, parts }} />`;
    case "done":
      return html`<${Practices} which=${route.which} ...${{ ways, today, parts }} />`;
    case "skill":
      return html`<${Skill} key=${route.skill} id=${route.skill} ...${{ ways, today }} />`;
    case "menu":
      return html`<${Menu} key=${route.skill} id=${route.skill} ways=${ways} handle=${writers.menu} />`;
    case "sheet":
      return html`<${PracticeSheet} key=${route.id} id=${route.id} ...${{ ways, today }} />`;
    case "practice":
      return html`<${Player} key=${`${route.id} ${route.at}`} ...${{ route, ways, active, sound, onSound }} handle=${writers.practice} />`;
  }
}

/**
 * @param {{
 *   route: Extract<SkillsRoute, { view: "practice" }>, ways: Ways, handle: Writers["practice"], active: boolean,
 *   sound: boolean, onSound: (sound: boolean) => void,
 * }} props
 */
function Player({ route, ways, handle, active, sound, onSound }) {
  useEffect(
    () => () => {
      handle.current = null;
    },
    [],
  );
  return html`<${Practice}
    id=${route.id}
    at=${route.at}
    ...${{ handle, onSound }}
    sound=${sound && active}
    onLeave=${() => {
      handle.current = null;
      ways.back();
    }}
    onStart=${ways.start}
    onFind=${ways.find}
    onHelp=${ways.help}
    onSheet=${(/** @type {number} */ id) => ways.go({ room: "skills", view: "sheet", id })}
  />`;
}
