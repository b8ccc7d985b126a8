// Where the person is. Kept in memory only: nothing about it is written anywhere.

/**
 * @typedef {(
 *   | {room: "journal", view: "pages" | "trash"}
 *   | {room: "settings", section: string | null}
 *   | {room: "help"}
 * )} Route
 */

const MOST_STEPS_BACK = 20;

/** @param {Route} first */
export function createRouter(first) {
  let route = first;
  /** @type {Route[]} */
  let passed = [];
  /** @type {Set<(route: Route) => void>} */
  const listeners = new Set();

  /** @param {Route} next */
  function show(next) {
    route = next;
    for (const listener of listeners) listener(route);
  }

  return {
    route: () => route,
    /** @param {Route} next */
    go(next) {
      if (isSame(route, next)) return;
      passed = [...passed, route].slice(-MOST_STEPS_BACK);
      show(next);
    },
    /** @returns {boolean} false where there is nowhere to go back to */
    back() {
      const before = passed.at(-1);
      if (!before) return false;
      passed = passed.slice(0, -1);
      show(before);
      return true;
    },
    /** @param {(route: Route) => void} listener @returns {() => void} stops listening */
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** @param {Route} one @param {Route} other */
const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** @typedef {ReturnType<typeof createRouter>} Router */
