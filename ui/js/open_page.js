// A small page that saves itself while it is filled in. It outlives a save that failed.
import { createSaver } from "./autosave.js";

/**
 * @template {object} Page, Saved
 * @param {object} given
 * @param {Page} given.page
 * @param {(page: Page) => Promise<Saved>} given.save  rejects with `{code}`
 * @param {(saved: Saved) => void} [given.onSaved]
 * @param {(page: Page) => boolean} [given.isWhole]  what is not whole waits for the rest of it
 * @param {(page: Page) => string} [given.words]  to copy
 * @param {import("./autosave.js").Clock} [given.clock]
 */
export function openPage({ page: first, save, onSaved, isWhole = () => true, words = () => "", clock }) {
  let page = first;
  /** @type {Set<() => void>} */
  const listeners = new Set();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const saver = createSaver({ save, onState: tell, ...(onSaved && { onSaved }), ...(clock && { clock }) });
  return {
    page: () => page,
    state: saver.state,
    words: () => words(page),
    /** @param {number} [limitMs] @returns {Promise<boolean>} whether all of it is saved */
    flush: async (limitMs) => (await saver.flush(limitMs)) === null,
    /** @param {Partial<Page>} patch */
    change(patch) {
      page = { ...page, ...patch };
      if (isWhole(page)) saver.change(page);
      tell();
    },
    /** @param {() => void} listener @returns {() => void} stops listening */
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * @template {object} [Page=any]
 * @typedef {ReturnType<typeof openPage<Page, any>>} OpenPage
 */
