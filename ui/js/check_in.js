// A check-in that is being made or changed, and its saving. It is kept from the first step on, and outlives
// a save that failed.
import { createSaver } from "./autosave.js";

/**
 * @typedef {import("./ipc.js").CheckInView} CheckInView
 * @typedef {import("./ipc.js").CheckInSaveRequest} CheckInSaveRequest
 * @typedef {import("./ipc.js").Side} Side
 * @typedef {{ mood: number | null, words: string[], note: string, written: { date: string, time: string } | null }} CheckInDraft
 */

const MIDDLE = 4;

/** @param {number} mood @returns {Side} */
export function sideOf(mood) {
  if (mood === MIDDLE) return "between";
  return mood < MIDDLE ? "unpleasant" : "pleasant";
}

/** @param {CheckInView} checkIn @returns {CheckInSaveRequest} */
export const requestOf = ({ id, mood, words, note, date, time }) => ({
  id,
  mood,
  words,
  note,
  written: { date, time },
});

/**
 * @param {object} given
 * @param {CheckInView | null} given.checkIn  null for a new one
 * @param {CheckInDraft["written"]} [given.written]  when a new one is about; now, if nothing is said
 * @param {(request: CheckInSaveRequest) => Promise<CheckInView>} given.save  rejects with `{code}`
 * @param {(saved: CheckInView) => void} [given.onSaved]
 * @param {import("./autosave.js").Clock} [given.clock]
 */
export function openCheckIn({ checkIn, written = null, save, onSaved = () => {}, clock }) {
  let kept = checkIn;
  /** @type {CheckInDraft} */
  let draft = checkIn
    ? { mood: checkIn.mood, words: checkIn.words, note: checkIn.note, written: null }
    : { mood: null, words: [], note: "", written };
  /** @type {Set<() => void>} */
  const listeners = new Set();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const saver = createSaver({
    save: (/** @type {CheckInDraft & { mood: number }} */ page) => save({ id: kept?.id ?? null, ...page }),
    onState: tell,
    onSaved: (/** @type {CheckInView} */ saved) => {
      kept = saved;
      onSaved(saved);
    },
    ...(clock && { clock }),
  });

  /** @param {Partial<CheckInDraft>} patch */
  const change = (patch) => {
    draft = { ...draft, ...patch };
    const { mood } = draft;
    if (mood !== null) saver.change({ ...draft, mood });
    tell();
  };

  return {
    draft: () => draft,
    /** As it was saved last; null while it was not. */
    kept: () => kept,
    state: saver.state,
    /** @param {number} [limitMs] @returns {Promise<boolean>} whether all of it is saved */
    flush: async (limitMs) => (await saver.flush(limitMs)) === null,
    words: () => [draft.words.join(", "), draft.note].filter((part) => part !== "").join("\n"),
    change,
    /** One press is enough: it is saved without waiting. @param {number} mood */
    choose(mood) {
      change({ mood });
      void saver.flush();
    },
    /** @param {string} word @param {boolean} on */
    say: (word, on) =>
      change({ words: on ? [...draft.words, word] : draft.words.filter((other) => other !== word) }),
    /** @param {() => void} listener @returns {() => void} stops listening */
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** @typedef {ReturnType<typeof openCheckIn>} OpenCheckIn */
