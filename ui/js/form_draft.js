// A form that is half filled in: kept while it is typed, forgotten once it is saved or let go.
import { openPage } from "./open_page.js";

/**
 * @template {object} Typed
 * @param {object} given
 * @param {Typed | null} given.kept  from before
 * @param {(body: string | null) => Promise<unknown>} given.save  null forgets it; rejects with `{code}`
 * @param {(typed: Typed) => string} given.words  to copy
 * @param {import("./autosave.js").Clock} [given.clock]
 */
export function formDraft({ kept, save, words, clock }) {
  const open = openPage({
    page: { typed: kept },
    save: ({ typed }) => save(typed === null ? null : JSON.stringify(typed)),
    words: ({ typed }) => (typed === null ? "" : words(typed)),
    ...(clock && { clock }),
  });
  const typed = () => open.page().typed;
  /** One that cannot be forgotten takes no words along. @param {number} [limitMs] @returns {Promise<boolean>} */
  const flush = async (limitMs) => (await open.flush(limitMs)) || typed() === null;
  return {
    typed,
    state: open.state,
    words: open.words,
    subscribe: open.subscribe,
    flush,
    /** @param {Typed} next */
    keep: (next) => open.change({ typed: next }),
    async forget() {
      if (typed() === null && open.state().name === "idle") return;
      open.change({ typed: null });
      await flush();
    },
  };
}

/**
 * @template {object} Typed
 * @typedef {ReturnType<typeof formDraft<Typed>>} FormDraft
 */

/**
 * What a draft holds, if a form can still take it; nothing otherwise.
 * @template Typed
 * @param {string | null} body
 * @param {(found: any) => boolean} isRight  whether it has the shape of today
 * @returns {Typed | null}
 */
export function readDraft(body, isRight) {
  if (body === null) return null;
  try {
    const found = JSON.parse(body);
    return isRight(found) ? found : null;
  } catch {
    return null;
  }
}

/**
 * Whether it has all that the example has, of the same types. Where the example has null, a number fits too;
 * each thing of a list is like the first one of the example.
 * @param {any} found
 * @param {any} example
 * @returns {boolean}
 */
export function isLike(found, example) {
  if (example === null) return found === null || typeof found === "number";
  if (typeof example !== "object") return typeof found === typeof example;
  if (Array.isArray(example)) {
    return Array.isArray(found) && (example.length === 0 || found.every((one) => isLike(one, example[0])));
  }
  if (typeof found !== "object" || found === null || Array.isArray(found)) return false;
  return Object.keys(example).every((key) => isLike(found[key], example[key]));
}
