// The Skills room: which of its screens is shown, and what it remembers while one is elsewhere.

import { Parts } from "../components/parts.js";
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

/** @type {readonly (SkillsRoute & { view: keyof typeof t.skills.parts })[]} */
const PARTS = Object.freeze([
  { room: "skills", view: "library" },
  { room: "skills", view: "find" },
  { room: "skills", view: "works" },
  { room: "skills", view: "done", which: "finished" },
]);

/**
 * @param {{
 *   route: SkillsRoute, ways: Ways, memory: Memory, writers: Writers, active: boolean, today: string,
 *   sound: boolean, onSound: (sound: boolean) => void,
 * }} props
 */
export function SkillsRoom({ route, ways, memory, writers, active, today, sound, onSound }) {
  const parts = html`<${Parts}
    label=${t.skills.parts_label}
    room="skills"
    parts=${PARTS}
    names=${t.skills.parts}
    shown=${route.view}
    onShow=${ways.go}
  />`;
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
