/**
 * Saves one page while it is being written. Knows nothing of the screen.
 *
 * Invariants:
 * - One save is under way at a time; what changes meanwhile goes into the next one.
 * - A save starts `PAUSE_MS` after the last change, and at most `LATEST_MS` after the first change not yet sent.
 * - The id of the first answer is used from then on: a page never becomes two entries.
 * - A failed save keeps the words. It is tried again, ever more slowly, and again after the next change.
 */

export const PAUSE_MS = 400;
export const LATEST_MS = 1000;
export const RETRY_MS = Object.freeze([1000, 2000, 5000, 10_000, 30_000]);

/**
 * @typedef {import("./ipc.js").JournalSaveRequest} JournalSaveRequest
 * @typedef {import("./ipc.js").EntryView} EntryView
 * @typedef {Omit<JournalSaveRequest, "id">} Draft
 *
 * @typedef {(
 *   | {name: "idle"}
 *   | {name: "unsaved"}
 *   | {name: "saving", failed: string | null}
 *   | {name: "saved", at: number}
 *   | {name: "failed", failed: string}
 * )} SaveState  `failed` is the code of the last try, until one succeeds
 *
 * @typedef {{now: () => number, set: (run: () => void, ms: number) => unknown, clear: (timer: any) => void}} Clock
 */

/** @type {Clock} */
export const systemClock = Object.freeze({
  now: () => Date.now(),
  set: (/** @type {() => void} */ run, /** @type {number} */ ms) => setTimeout(run, ms),
  clear: (/** @type {ReturnType<typeof setTimeout>} */ timer) => clearTimeout(timer),
});

/**
 * @param {object} given
 * @param {number | null} given.id  the entry, or null for a page that is not an entry yet
 * @param {(request: JournalSaveRequest) => Promise<EntryView>} given.save  rejects with `{code}`
 * @param {(state: SaveState) => void} given.onState
 * @param {(entry: EntryView) => void} [given.onSaved]  gets every answer, before the state changes
 * @param {Clock} [given.clock]
 */
export function createAutosave({ id, save, onState, onSaved = () => {}, clock = systemClock }) {
  /** @type {Draft | null} */
  let draft = null;
  let revision = 0;
  let savedRevision = 0;
  /** @type {number | null} */
  let firstUnsentAt = null;
  let failures = 0;
  /** @type {unknown} */
  let timer = null;
  /** @type {Promise<void> | null} */
  let underWay = null;
  /** @type {SaveState} */
  let state = { name: "idle" };

  const isSaved = () => revision === savedRevision;
  const lastFailure = () => (state.name === "failed" || state.name === "saving" ? state.failed : null);

  /** @param {SaveState} next */
  function become(next) {
    state = next;
    onState(next);
  }

  function stopTimer() {
    if (timer !== null) clock.clear(timer);
    timer = null;
  }

  /** @param {number} ms */
  function saveIn(ms) {
    stopTimer();
    timer = clock.set(
      () => {
        timer = null;
        void saveNow();
      },
      Math.max(0, ms),
    );
  }

  /** The words that no answer has confirmed yet, as they would be sent. @returns {JournalSaveRequest | null} */
  function unsaved() {
    return draft === null || isSaved() ? null : { id, ...draft };
  }

  /** @returns {Promise<void>} */
  function saveNow() {
    if (underWay) return underWay;
    const request = unsaved();
    if (request === null) return Promise.resolve();
    stopTimer();
    const sentRevision = revision;
    firstUnsentAt = null;
    become({ name: "saving", failed: lastFailure() });
    underWay = save(request).then(
      (entry) => {
        underWay = null;
        failures = 0;
        id = entry.id;
        savedRevision = sentRevision;
        onSaved(entry);
        if (isSaved()) return become({ name: "saved", at: clock.now() });
        become({ name: "unsaved" });
        saveWhenDue(clock.now());
      },
      (failure) => {
        underWay = null;
        const wait = RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? 0;
        failures += 1;
        become({ name: "failed", failed: String(failure?.code ?? "internal") });
        saveIn(wait);
      },
    );
    return underWay;
  }

  /** @param {number} lastChangeAt */
  function saveWhenDue(lastChangeAt) {
    const due = Math.min(lastChangeAt + PAUSE_MS, (firstUnsentAt ?? lastChangeAt) + LATEST_MS);
    saveIn(due - clock.now());
  }

  /** @param {Draft} page  the whole page as it is now */
  function change(page) {
    const now = clock.now();
    draft = page;
    revision += 1;
    firstUnsentAt ??= now;
    if (underWay) return;
    if (state.name !== "failed") become({ name: "unsaved" });
    saveWhenDue(now);
  }

  async function saveAll() {
    if (underWay) await underWay;
    while (!isSaved()) {
      await saveNow();
      if (state.name === "failed") return;
    }
  }

  /**
   * Saves everything now. A save that failed before is tried once more.
   * @param {number} [limitMs]  stop waiting after this long; a save under way goes on
   * @returns {Promise<JournalSaveRequest | null>}  what could not be saved
   */
  async function flush(limitMs) {
    if (limitMs === undefined) {
      await saveAll();
      return unsaved();
    }
    /** @type {unknown} */
    let limit;
    const tooLate = new Promise((resolve) => {
      limit = clock.set(() => resolve(undefined), limitMs);
    });
    await Promise.race([saveAll(), tooLate]);
    clock.clear(limit);
    return unsaved();
  }

  return { change, flush, unsaved, id: () => id, state: () => state };
}

/** @typedef {ReturnType<typeof createAutosave>} Autosave */
