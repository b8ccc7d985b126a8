// The skills in the order they are shown, and the numbers behind their charts.

/**
 * @typedef {import("./ipc.js").SkillCardView} SkillCardView
 * @typedef {import("./ipc.js").Shelf} Shelf
 * @typedef {import("./ipc.js").Module} Module
 * @typedef {import("./ipc.js").Change} Change
 * @typedef {{ name: string, skills: SkillCardView[] }} Group
 * @typedef {{ module: Module, count: number, groups: Group[] }} ModuleShelf
 */

/** @type {Record<Module, string>} */
export const MODULE_ICONS = Object.freeze({
  mindfulness: "lotus",
  distress_tolerance: "anchor",
  emotion_regulation: "wave",
  interpersonal_effectiveness: "talk",
  more: "signpost",
});

/**
 * Modules and their groups, as they first come.
 * @param {SkillCardView[]} skills
 * @returns {ModuleShelf[]}
 */
export function byModule(skills) {
  /** @type {Map<Module, Map<string, SkillCardView[]>>} */
  const modules = new Map();
  for (const skill of skills) {
    const groups = modules.get(skill.module) ?? new Map();
    groups.set(skill.group, [...(groups.get(skill.group) ?? []), skill]);
    modules.set(skill.module, groups);
  }
  return [...modules].map(([module, groups]) => ({
    module,
    count: [...groups.values()].flat().length,
    groups: [...groups].map(([name, ofGroup]) => ({ name, skills: ofGroup })),
  }));
}

/**
 * @param {SkillCardView[]} skills
 * @param {Shelf} shelf
 * @param {string} id
 * @param {boolean} on
 */
export const shelved = (skills, shelf, id, on) =>
  skills.map((skill) => (skill.id === id ? { ...skill, [shelf]: on } : skill));

const LEAST_REACH = 20;
const TICK = 10;

/**
 * One scale for all changes that are shown beside each other; 0, no change, is always on it.
 * @param {Change[]} changes
 */
export function scaleOf(changes) {
  const low = Math.min(-LEAST_REACH, ...changes.map((change) => change.low));
  const high = Math.max(LEAST_REACH, ...changes.map((change) => change.high));
  const from = Math.floor(low / TICK) * TICK;
  const to = Math.ceil(high / TICK) * TICK;
  return {
    from,
    to,
    /** How far along the scale, in per cent. @param {number} value */
    at: (value) => ((value - from) / (to - from)) * 100,
  };
}

/** @typedef {ReturnType<typeof scaleOf>} Scale */

/** @type {import("./ipc.js").Need} */
export const NO_NEED = Object.freeze({
  feeling: null,
  urge: null,
  strength: null,
  minutes: null,
  place: null,
});
