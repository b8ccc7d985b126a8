// The way to a lock: every word is saved first, or handed to the host with the lock itself.
import { rememberFocus } from "./focus.js";
import { useCallback, useEffect, useRef, useState } from "./html.js";
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
 * @typedef {object} CardHandle  of the diary card that is open
 * @property {(limitMs?: number) => Promise<Unsaved["card"]>} flush  gives what could not be saved
 * @property {() => string} words
 *
 * @typedef {object} WriterHandle  of anything else that is being written
 * @property {(limitMs?: number) => Promise<boolean>} flush  false if something could not be saved
 * @property {() => string} words
 *
 * @typedef {object} Writers  what may hold words that are not saved yet
 * @property {{ current: import("./screens/journal.js").JournalHandle | null }} journal
 * @property {{ current: AnswerHandle | null }} practice
 * @property {{ current: WriterHandle | null }} menu
 * @property {{ current: WriterHandle | null }} assessment
 * @property {{ current: CardHandle | null }} card
 * @property {Set<WriterHandle>} drafts  check-ins and medicines
 */

/** @type {Unsaved} */
const NOTHING = Object.freeze({ entry: null, answer: null, card: null });

/** @param {Writers} writers @param {number} limitMs */
async function saveAll({ journal, practice, menu, assessment, card: open, drafts }, limitMs) {
  const [entry, answer, card, ...areSaved] = await Promise.all([
    journal.current?.flush(limitMs) ?? null,
    practice.current?.flush(limitMs) ?? null,
    open.current?.flush(limitMs) ?? null,
    menu.current?.flush(limitMs) ?? true,
    assessment.current?.flush(limitMs) ?? true,
    ...[...drafts].map((draft) => draft.flush(limitMs)),
  ]);
  return { unsaved: { entry, answer, card }, isRestSaved: areSaved.every((isSaved) => isSaved) };
}

/**
 * The window waits for what is written here before it locks or shows another room.
 * @param {Set<WriterHandle>} drafts
 * @param {WriterHandle} writer
 */
export function useWriter(drafts, writer) {
  useEffect(() => {
    drafts.add(writer);
    return () => {
      void writer.flush();
      drafts.delete(writer);
    };
  }, [writer]);
}

/**
 * Saves what is open before another room is shown.
 * @param {Writers} writers
 * @returns {Promise<boolean>} false if the screen would take words with it that are not saved
 */
export async function settle(writers) {
  const { unsaved, isRestSaved } = await saveAll(writers, ROOM_WAIT_MS);
  return unsaved.answer === null && unsaved.card === null && isRestSaved;
}

/** All the words of what is open, as plain text. @param {Writers} writers */
export const openWords = ({ journal, practice, menu, assessment, card, drafts }) =>
  [journal.current, practice.current, menu.current, assessment.current, card.current, ...drafts]
    .map((writer) => writer?.words() ?? "")
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

  /** `isComing`: the host locks in any case, so that what can be handed over is. */
  const lock = useCallback(async (/** @type {boolean} */ hide, isComing = false) => {
    if (isLocking.current) return;
    isLocking.current = true;
    giveBackFocus.current = rememberFocus();
    setLocking({ hide, failed: false });
    const { unsaved, isRestSaved } = await saveAll(writers, LOCK_WAIT_MS);
    if (isRestSaved || isComing) await endSession(hide, unsaved);
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
