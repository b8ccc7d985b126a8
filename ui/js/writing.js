// The page a person has open: its words and their autosave. It outlives the screen that shows it, so
// that going to Help now, or to another room, never costs a word.
import { createAutosave } from "./autosave.js";

/**
 * @typedef {import("./ipc.js").EntryView} EntryView
 * @typedef {import("./ipc.js").JournalSaveRequest} JournalSaveRequest
 * @typedef {import("./ipc.js").Kind} Kind
 * @typedef {import("./autosave.js").Draft} Draft
 */

/** @param {Draft} page */
const hasWords = (page) => page.title !== "" || page.body !== "" || page.tags.length > 0;

/** @param {EntryView} entry @returns {Draft} */
const pageOf = ({ kind, title, body, tags, prompt }) => ({ kind, title, body, tags, prompt, written: null });

/** @returns {Draft} */
const blankPage = () => ({ kind: "journal", title: "", body: "", tags: [], prompt: null, written: null });

/**
 * @param {object} given
 * @param {EntryView | null} given.entry  null for a new page, which becomes an entry with its first letter
 * @param {(request: JournalSaveRequest) => Promise<EntryView>} given.save
 * @param {(entry: EntryView) => void} [given.onSaved]
 * @param {import("./autosave.js").Clock} [given.clock]
 */
export function openWriting({ entry, save, onSaved = () => {}, clock }) {
  let page = entry ? pageOf(entry) : blankPage();
  /** @type {{date: string, time: string} | null} */
  let placed = entry && { date: entry.date, time: entry.time };
  /** @type {Set<() => void>} */
  const listeners = new Set();
  const tell = () => {
    for (const listener of listeners) listener();
  };

  const autosave = createAutosave({
    id: entry?.id ?? null,
    save,
    onState: tell,
    onSaved: (saved) => {
      placed = { date: saved.date, time: saved.time };
      onSaved(saved);
    },
    ...(clock && { clock }),
  });

  return {
    id: autosave.id,
    state: autosave.state,
    unsaved: autosave.unsaved,
    flush: autosave.flush,
    page: () => page,
    /** When it was written, as chosen or as saved; null while a new page has neither. */
    written: () => page.written ?? placed,
    isNew: entry === null,
    /** @param {Partial<Draft>} patch */
    change(patch) {
      page = { ...page, ...patch };
      if (autosave.id() !== null || autosave.unsaved() !== null || hasWords(page)) autosave.change(page);
      tell();
    },
    /** @param {() => void} listener @returns {() => void} stops listening */
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** @typedef {ReturnType<typeof openWriting>} Writing */

/** All the words on the page, as plain text. @param {Writing} writing */
export function wordsOf(writing) {
  const { title, body } = writing.page();
  return [title, body].filter((part) => part !== "").join("\n\n");
}
