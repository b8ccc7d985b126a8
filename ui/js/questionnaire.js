// A questionnaire that is being filled in, and its saving. Each answer is saved by itself.
import { createSaver } from "./autosave.js";

/**
 * @typedef {import("./ipc.js").AssessmentView} AssessmentView
 * @typedef {import("./ipc.js").AssessmentAnswerRequest} AssessmentAnswerRequest
 * @typedef {Readonly<Record<string, number>>} Given  answers by item
 */

/** The first question of a questionnaire that has one: 1 is yes, 0 is no. */
export const GATE = "gate";

/** @param {AssessmentView} view @param {Given} given */
export const itemsAsked = ({ gate, items }, given) => (gate === null || given[GATE] === 1 ? items : []);

/** What still needs an answer for a score. @param {AssessmentView} view @param {Given} given @returns {string | null} */
export function firstOpen(view, given) {
  if (view.gate !== null && given[GATE] === undefined) return GATE;
  return itemsAsked(view, given).find(({ id, counts }) => counts && given[id] === undefined)?.id ?? null;
}

/**
 * The lines before the list, the list, and the question after it.
 * @param {string} text
 */
export function gateParts(text) {
  const lines = text.split("\n").map((line) => line.trim());
  const isListed = (/** @type {string} */ line) => line.startsWith("•");
  const first = lines.findIndex(isListed);
  const last = lines.findLastIndex(isListed);
  const [before, after] =
    first < 0 ? [lines.slice(0, -1), lines.slice(-1)] : [lines.slice(0, first), lines.slice(last + 1)];
  return {
    say: before.filter(Boolean),
    list: lines.filter(isListed).map((line) => line.slice(1).trim()),
    ask: after.filter(Boolean).join(" "),
  };
}

/**
 * @param {object} given
 * @param {AssessmentView} given.view
 * @param {(request: AssessmentAnswerRequest) => Promise<{ offer_help: boolean }>} given.save rejects with `{code}`
 * @param {(item: string) => void} given.onOffer the answer to this item calls for Help now
 * @param {import("./autosave.js").Clock} [given.clock]
 */
export function openQuestionnaire({ view, save, onOffer, clock }) {
  /** @type {Given} */
  let given = Object.fromEntries(view.answers.map(({ item, value }) => [item, value]));
  /** @type {Given} */
  let saved = given;
  let finished = view.finished;
  /** @type {Set<() => void>} */
  const listeners = new Set();
  const tell = () => {
    for (const listener of listeners) listener();
  };

  /** @param {Given} page */
  async function saveChanges(page) {
    for (const [item, value] of Object.entries(page)) {
      if (saved[item] === value) continue;
      const { offer_help } = await save({ id: view.id, item, value });
      saved = { ...saved, [item]: value };
      finished &&= firstOpen(view, saved) === null;
      if (offer_help) onOffer(item);
    }
  }
  const saver = createSaver({ save: saveChanges, onState: tell, ...(clock && { clock }) });

  return {
    given: () => given,
    /** As the host has it: an answer that opens further questions makes a finished one half-done again. */
    finished: () => finished,
    state: saver.state,
    flush: saver.flush,
    /** @param {string} item @param {number} value */
    choose(item, value) {
      given = { ...given, [item]: value };
      saver.change(given);
      tell();
    },
    /** @param {() => void} listener @returns {() => void} stops listening */
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** @typedef {ReturnType<typeof openQuestionnaire>} OpenQuestionnaire */
