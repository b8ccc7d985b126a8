/**
 * Saves one page while it is being written. Knows nothing of the screen, nor of what a page holds.
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
 * @template Page, Saved
 * @param {object} given
 * @param {(page: Page) => Promise<Saved>} given.save  rejects with `{code}`
 * @param {(state: SaveState) => void} given.onState
 * @param {(saved: Saved) => void} [given.onSaved]  gets every answer, before the state changes
 * @param {Clock} [given.clock]
 */
export function createSaver({ save, onState, onSaved = () => {}, clock = systemClock }) {
  /** @type {Page | null} */
  let latest = null;
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

  /** The page that no answer has confirmed yet. @returns {Page | null} */
  function unsaved() {
    return isSaved() ? null : latest;
  }

  /** @returns {Promise<void>} */
  function saveNow() {
    if (underWay) return underWay;
    const page = unsaved();
    if (page === null) return Promise.resolve();
    stopTimer();
    const sentRevision = revision;
    firstUnsentAt = null;
    become({ name: "saving", failed: lastFailure() });
    underWay = save(page).then(
      (saved) => {
        underWay = null;
        failures = 0;
        savedRevision = sentRevision;
        onSaved(saved);
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

  /** @param {Page} page  the whole page as it is now */
  function change(page) {
    const now = clock.now();
    latest = page;
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
   * @returns {Promise<Page | null>}  what could not be saved
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

  return { change, flush, unsaved, state: () => state };
}

/**
 * A saver for a page of the journal: it becomes an entry with its first save.
 * @param {object} given
 * @param {number | null} given.id  the entry, or null for a page that is not an entry yet
 * @param {(request: JournalSaveRequest) => Promise<EntryView>} given.save  rejects with `{code}`
 * @param {(state: SaveState) => void} given.onState
 * @param {(entry: EntryView) => void} [given.onSaved]
 * @param {Clock} [given.clock]
 */
export function createAutosave({ id, save, onSaved = () => {}, ...given }) {
  /** @param {Draft | null} page */
  const asRequest = (page) => (page === null ? null : { id, ...page });
  const saver = createSaver({
    ...given,
    save: (/** @type {Draft} */ page) => save({ id, ...page }),
    onSaved: (entry) => {
      id = entry.id;
      onSaved(entry);
    },
  });
  return {
    ...saver,
    id: () => id,
    unsaved: () => asRequest(saver.unsaved()),
    /** @param {number} [limitMs] */
    flush: async (limitMs) => asRequest(await saver.flush(limitMs)),
  };
}

/** @typedef {ReturnType<typeof createAutosave>} Autosave */
