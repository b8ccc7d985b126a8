// The way to a lock: every word is saved first, or handed to the host with the lock itself.
import { rememberFocus } from "./focus.js";
import { useCallback, useRef, useState } from "./html.js";
import { call } from "./ipc.js";

/** How long a lock waits for the last save. The host locks in any case two seconds after it asked. */
const LOCK_WAIT_MS = 1500;
const ROOM_WAIT_MS = 2000;

/**
 * @typedef {import("./ipc.js").SessionLockRequest["unsaved"]} Unsaved
 *
 * @typedef {object} AnswerHandle  of the exercise that is open
 * @property {(limitMs?: number) => Promise<Unsaved["answer"]>} flush  gives what could not be saved
 * @property {() => string} words  to copy
 *
 * @typedef {object} ListHandle  of a list that is being written
 * @property {(limitMs?: number) => Promise<boolean>} flush  false if something could not be saved
 * @property {() => string} words
 *
 * @typedef {object} Writers  what may hold words that are not saved yet
 * @property {{ current: import("./screens/journal.js").JournalHandle | null }} journal
 * @property {{ current: AnswerHandle | null }} practice
 * @property {{ current: ListHandle | null }} menu
 */

/** @type {Unsaved} */
const NOTHING = Object.freeze({ entry: null, answer: null });

/** @param {Writers} writers @param {number} limitMs */
async function saveAll({ journal, practice, menu }, limitMs) {
  const [entry, answer, isListSaved] = await Promise.all([
    journal.current?.flush(limitMs) ?? null,
    practice.current?.flush(limitMs) ?? null,
    menu.current?.flush(limitMs) ?? true,
  ]);
  return { unsaved: { entry, answer }, isListSaved };
}

/**
 * Saves what is open before another room is shown.
 * @param {Writers} writers
 * @returns {Promise<boolean>} false if the screen would take words with it that are not saved
 */
export async function settle(writers) {
  const { unsaved, isListSaved } = await saveAll(writers, ROOM_WAIT_MS);
  return unsaved.answer === null && isListSaved;
}

/** All the words of what is open, as plain text. @param {Writers} writers */
export const openWords = ({ journal, practice, menu }) =>
  [journal, practice, menu]
    .map(({ current }) => current?.words() ?? "")
    .filter((words) => words !== "")
    .join("\n\n");

/** @param {Writers} writers */
export function useLocking(writers) {
  const [locking, setLocking] = useState(/** @type {{hide: boolean, failed: boolean} | null} */ (null));
  const isLocking = useRef(false);
  const giveBackFocus = useRef(() => {});
  /** What the next try still hands over: all of it only if the host has not refused it yet. */
  const left = useRef(NOTHING);

  /** @param {boolean} hide @param {Unsaved} unsaved */
  const fail = (hide, unsaved) => {
    isLocking.current = false;
    left.current = unsaved;
    setLocking({ hide, failed: true });
  };

  /** @param {boolean} hide @param {Unsaved} unsaved */
  const endSession = async (hide, unsaved) => {
    try {
      await call("session_lock", { unsaved, hide });
    } catch (error) {
      if (/** @type {import("./ipc.js").Problem} */ (error).code !== "locked") fail(hide, NOTHING);
    }
  };

  const lock = useCallback(async (/** @type {boolean} */ hide) => {
    if (isLocking.current) return;
    isLocking.current = true;
    giveBackFocus.current = rememberFocus();
    setLocking({ hide, failed: false });
    const { unsaved, isListSaved } = await saveAll(writers, LOCK_WAIT_MS);
    if (isListSaved) await endSession(hide, unsaved);
    else fail(hide, unsaved);
  }, []);

  return {
    locking,
    lock,
    stay: () => {
      setLocking(null);
      setTimeout(giveBackFocus.current);
    },
    lockAnyway: () => endSession(locking?.hide ?? false, left.current),
  };
}
