// The answer a person is giving at one step of an exercise, and its saving. It outlives the screen that
// shows it, so that a word that could not be saved is still there to be saved later.
import { createSaver } from "./autosave.js";
import { isRunning, stopped } from "./clock.js";

/**
 * @typedef {import("./ipc.js").Answer} Answer
 * @typedef {import("./ipc.js").Task} Task
 * @typedef {import("./ipc.js").Line} Line
 * @typedef {import("./ipc.js").PracticeView} PracticeView
 * @typedef {{ id: number, step: string, answer: Answer | null }} AnswerRequest
 *
 * @typedef {"read" | "choose" | "write" | "rate" | "checklist" | "timer" | "breathe" | "tense" | "grid" | "list"
 *   | "sort" | "curve" | "imagery" | "branch" | "gate"} TaskKind
 */

const RUNNING_KINDS = ["timer", "breathe", "tense", "imagery", "curve"];

/** @param {Task} task @returns {TaskKind} */
export const kindOf = (task) =>
  /** @type {TaskKind} */ (typeof task === "string" ? task : Object.keys(task)[0]);

/** What a task holds. @param {Task} task @returns {any} */
export const partsOf = (task) => (typeof task === "string" ? {} : Object.values(task)[0]);

/** Whether a step has a timer of its own. @param {PracticeView} view */
export const runsOnTime = ({ step }) => step !== null && RUNNING_KINDS.includes(kindOf(step.do));

/**
 * The same answer with its timer standing still; null if there is none that runs.
 * @param {Answer | null} answer
 * @param {number} now
 * @returns {Answer | null}
 */
export function atRest(answer, now) {
  const clock = answer && "clock" in answer ? answer.clock : null;
  return clock && isRunning(clock) ? /** @type {Answer} */ ({ ...answer, clock: stopped(clock, now) }) : null;
}

/** All the words of an answer, as plain text. @param {Answer | null} answer @returns {string} */
export function wordsOf(answer) {
  switch (answer?.kind) {
    case "text":
      return answer.text;
    case "choice":
      return answer.chosen.join("\n");
    case "lines":
      return answer.lines.map(lineWords).join("\n");
    case "cells":
      return answer.cells.flat().map(lineWords).join("\n");
    default:
      return "";
  }
}

/** @param {Line} line */
const lineWords = ({ text, tag }) => (tag === null ? text : `${text} (${tag})`);

/**
 * @param {object} given
 * @param {number} given.id the practice
 * @param {string} given.step
 * @param {Answer | null} given.answer
 * @param {(request: AnswerRequest) => Promise<unknown>} given.save rejects with `{code}`
 * @param {import("./autosave.js").Clock} [given.clock]
 */
export function openAnswer({ id, step, answer: first, save, clock }) {
  let answer = first;
  /** @type {Set<() => void>} */
  const listeners = new Set();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const saver = createSaver({ save, onState: tell, ...(clock && { clock }) });

  return {
    id,
    step,
    answer: () => answer,
    words: () => wordsOf(answer),
    state: saver.state,
    unsaved: saver.unsaved,
    flush: saver.flush,
    /** @param {Answer | null} next null takes the answer away */
    change(next) {
      answer = next;
      saver.change({ id, step, answer });
      tell();
    },
    /** @param {() => void} listener @returns {() => void} stops listening */
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** @typedef {ReturnType<typeof openAnswer>} OpenAnswer */
