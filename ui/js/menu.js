// One slot of a personal list while it is being written: its lines and their saving.
import { createSaver } from "./autosave.js";

/**
 * @typedef {import("./ipc.js").SlotView} SlotView
 * @typedef {{ skill: string, slot: string, items: string[] }} MenuSaveRequest
 * @typedef {{ key: number, text: string }} MenuLine
 */

/** @param {string} text */
const isBlank = (text) => text.trim() === "";

/**
 * @param {object} given
 * @param {string} given.skill
 * @param {SlotView} given.slot
 * @param {(request: MenuSaveRequest) => Promise<unknown>} given.save  rejects with `{code}`
 * @param {import("./autosave.js").Clock} [given.clock]
 */
export function openSlot({ skill, slot, save, clock }) {
  let lastKey = 0;
  /** @param {string} text @returns {MenuLine} */
  const lineOf = (text) => {
    lastKey += 1;
    return { key: lastKey, text };
  };
  /** The last line is always blank: it is the one to write the next thing on. @type {MenuLine[]} */
  let lines = [...slot.items, ""].map(lineOf);
  /** @type {Set<() => void>} */
  const listeners = new Set();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const saver = createSaver({ save, onState: tell, ...(clock && { clock }) });
  const items = () => lines.map(({ text }) => text.trim()).filter((text) => text !== "");

  /** @param {MenuLine[]} next */
  const become = (next) => {
    const before = items().join("\n");
    const last = next.at(-1);
    lines = last && isBlank(last.text) ? next : [...next, lineOf("")];
    if (items().join("\n") !== before) saver.change({ skill, slot: slot.id, items: items() });
    tell();
  };

  return {
    slot,
    lines: () => lines,
    items,
    state: saver.state,
    flush: saver.flush,
    /** Ideas that are not on the list yet. */
    ideas: () =>
      slot.ideas.filter((idea) => !items().some((item) => item.toLowerCase() === idea.toLowerCase())),
    /** @param {number} key @param {string} text */
    write: (key, text) => become(lines.map((line) => (line.key === key ? { key, text } : line))),
    /** @param {string} text */
    take: (text) => become([...lines.slice(0, -1), lineOf(text), ...lines.slice(-1)]),
    /** A line that was emptied goes when one leaves it. @param {number} key */
    leave(key) {
      const isLast = lines.at(-1)?.key === key;
      if (!isLast && lines.some((line) => line.key === key && isBlank(line.text)))
        become(lines.filter((line) => line.key !== key));
    },
    /** @param {number} key @returns {() => void} puts the line back where it was */
    remove(key) {
      const at = lines.findIndex((line) => line.key === key);
      const gone = lines[at];
      become(lines.filter((line) => line.key !== key));
      return () => gone && become([...lines.slice(0, at), gone, ...lines.slice(at)]);
    },
    /** @param {() => void} listener @returns {() => void} stops listening */
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** @typedef {ReturnType<typeof openSlot>} OpenSlot */
