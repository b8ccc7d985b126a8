/**
 * What every kind of step is given.
 * @typedef {object} StepProps
 * @property {import("../ipc.js").PracticeView} view
 * @property {import("../ipc.js").Step} step
 * @property {any} task what the step's `do` holds
 * @property {import("../ipc.js").Answer | null} answer
 * @property {(answer: import("../ipc.js").Answer | null) => void} onChange
 * @property {(words: string) => void} say to a screen reader, politely
 * @property {() => number} now the host's clock, in milliseconds
 * @property {boolean} sound
 * @property {() => void} onNext
 */

/** The id of the heading of the screen, which names what stands below it. */
export const TITLE = "practice-title";
