// Changes of the schedule that can be taken back, from wherever the person is by then.

import { useAsked } from "./asking.js";
import { showToast } from "./components/toast.js";
import { useEffect } from "./html.js";
import { call, codeOf } from "./ipc.js";
import { t } from "./strings/en.js";

/** @typedef {import("./ipc.js").Undo} Undo */

/** @type {Set<() => void>} */
const listeners = new Set();

/** Screens that show the schedule ask for it again. */
export function scheduleChanged() {
  for (const listener of listeners) listener();
}

/** @param {unknown} error */
export const sayWhat = (error) => showToast({ text: t.errors[codeOf(error)].what });

/** @param {Undo} undo */
async function takeBack(undo) {
  try {
    await call("schedule_undo", /** @type {Record<string, unknown>} */ (undo));
    showToast({ text: t.schedule.undone });
  } catch (error) {
    if (codeOf(error) === "invalid") showToast({ text: t.schedule.undo_refused });
    else sayWhat(error);
  }
  scheduleChanged();
}

/**
 * Says what was done, with the way back.
 * @param {string} text
 * @param {Undo} undo
 * @param {() => void} [andThen]  after it was taken back
 */
export const offerUndo = (text, undo, andThen = () => {}) =>
  showToast({ text, action: { label: t.schedule.undo, run: () => takeBack(undo).then(andThen) } });

/**
 * As `useAsked`, and asked again after a change that was taken back.
 * @template View
 * @param {string} command
 * @param {Record<string, unknown>} [request]
 * @returns {import("./asking.js").Asked<View>}
 */
export function useSchedule(command, request) {
  /** @type {import("./asking.js").Asked<View>} */
  const asked = useAsked(command, request);
  const { reload } = asked;
  useEffect(() => {
    listeners.add(reload);
    return () => {
      listeners.delete(reload);
    };
  }, [reload]);
  return asked;
}
