// The card of one day while it is being filled in, and its saving.
import { createSaver } from "./autosave.js";

/**
 * @typedef {import("./ipc.js").CardView} CardView
 * @typedef {import("./ipc.js").CardItemView} CardItemView
 * @typedef {import("./ipc.js").CardSaveRequest} CardSaveRequest
 * @typedef {import("./ipc.js").CardSavedView} CardSavedView
 * @typedef {import("./ipc.js").Section} Section
 * @typedef {{ number: number | null, text: string | null }} CardAnswer
 * @typedef {Omit<CardSaveRequest, "date" | "values" | "skills"> & { values: Map<number, CardAnswer>, skills: Set<string> }} CardPage
 */

export const SCALE_MOST = 5;
export const COUNT_MOST = 99;
export const HOURS_MOST = 24;
export const CODE_MOST = 7;

/** In the order of the card. @type {readonly Section[]} */
export const SECTIONS = Object.freeze([
  "emotions",
  "urges",
  "actions",
  "body",
  "medicine",
  "substances",
  "please",
  "session",
]);

/**
 * @template {{ section: Section }} Row
 * @param {Row[]} rows
 * @returns {{ section: Section, rows: Row[] }[]} only those that have rows
 */
export const bySection = (rows) =>
  SECTIONS.map((section) => ({ section, rows: rows.filter((row) => row.section === section) })).filter(
    (group) => group.rows.length > 0,
  );

/** @param {CardView} card @returns {CardPage} */
const pageOf = ({ values, skills, skills_code, why_no_skills, note, session_day }) => ({
  values: new Map(values.map(({ item, number, text }) => [item, { number, text }])),
  skills: new Set(skills.filter(({ used }) => used).map(({ skill }) => skill)),
  skills_code,
  why_no_skills,
  note,
  session_day,
});

/** Text of blanks only is no answer. @param {CardAnswer} answer */
const isAnswer = ({ number, text }) => number !== null || (text !== null && text.trim() !== "");

/** @param {string} date @param {CardPage} page @returns {CardSaveRequest} */
const requestOf = (date, { values, skills, ...page }) => ({
  date,
  values: [...values]
    .filter(([, answer]) => isAnswer(answer))
    .map(([item, { number, text }]) => ({ item, number, text: text === null ? null : text.trim() })),
  skills: [...skills],
  ...page,
});

/**
 * @param {object} given
 * @param {CardView} given.card
 * @param {(request: CardSaveRequest) => Promise<CardSavedView>} given.save  rejects with `{code}`
 * @param {(saved: CardSavedView) => void} [given.onSaved]
 * @param {import("./autosave.js").Clock} [given.clock]
 */
export function openCard({ card, save, onSaved = () => {}, clock }) {
  let page = pageOf(card);
  let { filled, filled_later, filled_on } = card;
  /** @type {Set<() => void>} */
  const listeners = new Set();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const saver = createSaver({
    save,
    onState: tell,
    onSaved: (/** @type {CardSavedView} */ saved) => {
      ({ filled, filled_later, filled_on } = saved.card);
      onSaved(saved);
    },
    ...(clock && { clock }),
  });

  /** @param {Partial<CardPage>} patch */
  const change = (patch) => {
    page = { ...page, ...patch };
    saver.change(requestOf(card.date, page));
    tell();
  };

  return {
    card,
    page: () => page,
    /** Whether there is anything to take away, and when it was filled in. */
    filled: () => ({ filled, filled_later, filled_on }),
    request: () => requestOf(card.date, page),
    state: saver.state,
    flush: saver.flush,
    words: () =>
      [
        ...card.items.flatMap(({ id, name }) => {
          const text = page.values.get(id)?.text ?? "";
          return text.trim() === "" ? [] : [`${name}: ${text}`];
        }),
        page.why_no_skills,
        page.note,
      ]
        .filter((part) => part !== "")
        .join("\n"),
    change,
    /** @param {number} item */
    answer: (item) => page.values.get(item) ?? null,
    /** @param {number} item @param {number | null} number null takes the answer away */
    setNumber(item, number) {
      const values = new Map(page.values);
      if (number === null) values.delete(item);
      else values.set(item, { number, text: null });
      change({ values });
    },
    /** @param {number} item @param {string} text */
    setText: (item, text) => change({ values: new Map(page.values).set(item, { number: null, text }) }),
    /** @param {string} skill @param {boolean} used */
    tick(skill, used) {
      const skills = new Set(page.skills);
      if (used) skills.add(skill);
      else skills.delete(skill);
      change({ skills });
    },
    /** @param {() => void} listener @returns {() => void} stops listening */
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** @typedef {ReturnType<typeof openCard>} OpenCard */

/**
 * A number as it is typed: a comma or a point, nothing else. Null if it is none, or out of range.
 * @param {string} text
 * @param {{ step: number, most: number }} limits
 */
export function typedNumber(text, { step, most }) {
  const plain = text.trim().replace(",", ".");
  if (!/^\d+(\.\d*)?$/.test(plain)) return null;
  const number = Math.round(Number(plain) / step) * step;
  return number <= most ? number : null;
}

/**
 * The highest of a week; of yes and no, on how many days it was yes.
 * @param {import("./ipc.js").WeekRow} row
 * @returns {number | null} null where nothing was said
 */
export function peakOf({ item, cells }) {
  const numbers = cells.flatMap((cell) => (cell === null || cell.number === null ? [] : [cell.number]));
  if (numbers.length === 0) return null;
  return item.kind === "yes_no" ? numbers.filter((number) => number === 1).length : Math.max(...numbers);
}
