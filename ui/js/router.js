// Where the person is. Kept in memory only: nothing about it is written anywhere.

/**
 * @typedef {(
 *   | {room: "skills", view: "library" | "find" | "works"}
 *   | {room: "skills", view: "skill" | "menu", skill: string}
 *   | {room: "skills", view: "done", which: "finished" | "unfinished" | "trashed"}
 *   | {room: "skills", view: "sheet", id: number}
 *   | {room: "skills", view: "practice", id: number, at: string | null}
 * )} SkillsRoute
 *
 * @typedef {(
 *   | {room: "check_in", view: "now" | "set" | "assessments" | "assessments_trash" | "medicines"}
 *   | {room: "check_in", view: "card" | "week", date: string | null}
 *   | {room: "check_in", view: "past", which: "kept" | "trashed"}
 *   | {room: "check_in", view: "assessment", id: number}
 * )} CheckInRoute  `date` is the day of the card, or the first of the week; null for the one of today
 *
 * @typedef {(
 *   | {room: "schedule", view: "week" | "list", date: string | null}
 *   | {room: "schedule", view: "session", event: number, recurrence_id: string}
 *   | {room: "schedule", view: "event", event: number | null, recurrence_id: string | null}
 *   | {room: "schedule", view: "homework", which: "kept" | "trashed"}
 *   | {room: "schedule", view: "programme" | "set_up" | "calendar" | "trash"}
 * )} ScheduleRoute  `date` is a day of the week that is shown; null for the one of today
 *
 * @typedef {{room: "progress", view: "charts" | "together"}} ProgressRoute
 *
 * @typedef {(
 *   | {room: "today"}
 *   | CheckInRoute
 *   | SkillsRoute
 *   | ScheduleRoute
 *   | ProgressRoute
 *   | {room: "journal", view: "pages" | "trash"}
 *   | {room: "settings", section: string | null}
 *   | {room: "help"}
 * )} Route
 *
 * @typedef {{route: Route, focus: string | null}} Step  `focus` is the id of what was pressed there
 */

const MOST_STEPS_BACK = 20;

/** @param {Route} first */
export function createRouter(first) {
  let route = first;
  /** @type {Step[]} */
  let passed = [];
  /** @type {Set<(route: Route) => void>} */
  const listeners = new Set();

  /** @param {Route} next */
  function show(next) {
    route = next;
    for (const listener of listeners) listener(route);
  }

  /** A practice, an assessment, a form and a list one looked through are left for good: nothing leads back into them, except from Help now. @param {Route} next */
  const isKept = (next) => next.room === "help" || !isPassing(route, next);

  return {
    route: () => route,
    /** What a person comes back to from Help now. */
    beneath: () => passed.at(-1)?.route ?? first,
    /** @param {Route} next @param {string | null} [focus] @returns {Step | null} the step if it led back */
    go(next, focus = null) {
      if (isSame(route, next)) return null;
      const before = passed.at(-1);
      if (isKept(next)) passed = [...passed, { route, focus }].slice(-MOST_STEPS_BACK);
      else if (before && isSame(before.route, next)) return this.back();
      show(next);
      return null;
    },
    /** @returns {Step | null} where it went; null where there is nowhere to go back to */
    back() {
      const before = passed.at(-1);
      if (!before) return null;
      passed = passed.slice(0, -1);
      show(before.route);
      return before;
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

/** @param {Route} here @param {Route} next */
const isPassing = (here, next) => {
  const isTurned = "view" in here && "view" in next && here.room === next.room && here.view === next.view;
  if (here.room === "skills") return here.view === "practice" || (here.view === "done" && isTurned);
  if (here.room === "schedule") return here.view === "set_up" || here.view === "event" || isTurned;
  return here.room === "check_in" && (here.view === "assessment" || isTurned);
};

/** @typedef {ReturnType<typeof createRouter>} Router */
