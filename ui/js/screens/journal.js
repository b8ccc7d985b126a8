// The journal room: the list on one side, the page on the other. Where there is room for one only,
// the style sheet shows the one named in `data-pane`.

import { showToast } from "../components/toast.js";
import { useArrival } from "../focus.js";
import { html, useCallback, useEffect, useMemo, useRef, useState } from "../html.js";
import { call } from "../ipc.js";
import { t } from "../strings/en.js";
import { openWriting, wordsOf } from "../writing.js";
import { JournalEditor } from "./journal_editor.js";
import { NO_FILTER, useEntries } from "./journal_entries.js";
import { JournalList } from "./journal_list.js";
import { JournalTrash } from "./journal_trash.js";

/**
 * @typedef {import("../ipc.js").EntryView} EntryView
 * @typedef {import("../ipc.js").JournalSaveRequest} JournalSaveRequest
 * @typedef {import("../ipc.js").SessionView} SessionView
 * @typedef {import("../writing.js").Writing} Writing
 *
 * @typedef {object} JournalHandle  what the window may ask of this room, shown or not
 * @property {() => void} newEntry
 * @property {() => void} search
 * @property {(id: number) => Promise<void>} open
 * @property {() => Promise<void>} reload
 * @property {() => void} back
 * @property {() => string} words  of the open page, to copy
 * @property {(limitMs?: number) => Promise<JournalSaveRequest | null>} flush
 */

/** @param {string} name */
const trashedWords = (name) =>
  name.trim() === "" ? t.journal.trashed_untitled : t.journal.trashed(name.trim());

/**
 * @param {{
 *   handle: { current: JournalHandle | null },
 *   active: boolean,
 *   view: "pages" | "trash",
 *   session: SessionView,
 *   onView: (view: "pages" | "trash") => void,
 *   onPractice: (text: string) => void,
 * }} props `onPractice` searches the skills practice instead
 */
export function JournalRoom({ handle, active, view, session, onView, onPractice }) {
  const [query, setQuery] = useState({ text: "", filter: NO_FILTER });
  const { entries, reload, loadMore, put, drop } = useEntries(query);
  const [tags, setTags] = useState(/** @type {{tag: string, count: number}[]} */ ([]));
  const [prompts, setPrompts] = useState(/** @type {{kind: string, texts: string[]}[]} */ ([]));
  const [pane, setPane] = useState(/** @type {"list" | "page"} */ ("list"));
  const [wanted, setWanted] = useState({ target: "", turn: 0 });
  const onSaved = useRef((/** @type {EntryView} */ _entry) => {});
  const room = useRef(/** @type {HTMLElement | null} */ (null));
  const search = useRef(/** @type {HTMLInputElement | null} */ (null));
  const heading = useArrival(view, active && view === "pages");

  const begin = useCallback(
    (/** @type {EntryView | null} */ entry) =>
      openWriting({
        entry,
        save: (request) => call("journal_save", request),
        onSaved: (saved) => onSaved.current(saved),
      }),
    [],
  );
  const [writing, setWriting] = useState(() => begin(null));
  const isFirstEver =
    entries.answers === query && query.text === "" && query.filter === NO_FILTER && entries.total === 0;
  const [isFirst, setIsFirst] = useState(false);

  const loadTags = useCallback(async () => setTags(await call("journal_tags")), []);
  useEffect(() => {
    loadTags().catch(() => setTags([]));
    call("journal_prompts").then(setPrompts, () => setPrompts([]));
  }, []);
  useEffect(() => {
    if (isFirstEver) setIsFirst(true);
  }, [isFirstEver]);

  onSaved.current = (entry) => {
    put(entry);
    if (entry.tags.some((tag) => !tags.some((known) => known.tag === tag))) loadTags().catch(() => {});
  };

  /** @param {"title" | "body" | "search" | "list" | "problem"} target */
  const focus = (target) => setWanted(({ turn }) => ({ target, turn: turn + 1 }));

  useEffect(() => {
    if (wanted.turn === 0) return;
    const list = room.current?.querySelector(
      ".timeline [aria-current='true'], .timeline [data-stop][tabindex='0']",
    );
    const targets = {
      body: room.current?.querySelector(".sheet-body textarea"),
      problem: room.current?.querySelector(".sheet .banner button"),
      search: search.current,
      list: list ?? search.current,
    };
    const element = targets[/** @type {keyof typeof targets} */ (wanted.target)];
    if (element instanceof HTMLElement) element.focus({ preventScroll: wanted.target === "body" });
    if (wanted.target === "search") search.current?.select();
  }, [wanted.turn]);

  /** Puts away the page that is open, unless it holds words that could not be saved. @returns {Promise<boolean>} */
  const putAway = async () => {
    if ((await writing.flush()) === null) return true;
    setPane("page");
    focus("problem");
    showToast({ text: t.journal.stay_first });
    return false;
  };

  const newEntry = async () => {
    if (!(await putAway())) return;
    setWriting(begin(null));
    if (writing.id() !== null) setIsFirst(false);
    setPane("page");
    focus("body");
  };

  /** @param {number} id */
  const open = async (id) => {
    if (id !== writing.id()) {
      if (!(await putAway())) return;
      try {
        setWriting(begin(await call("journal_entry", { id })));
      } catch (error) {
        const { code } = /** @type {import("../ipc.js").Problem} */ (error);
        showToast({ text: t.errors[code].what });
        if (code === "not_found") drop(id);
        return;
      }
    }
    setPane("page");
    focus("body");
  };

  const trash = async () => {
    if (!(await putAway())) return;
    const id = writing.id();
    if (id === null) return;
    const { title } = writing.page();
    try {
      await call("journal_trash", { id });
    } catch (error) {
      showToast({ text: t.errors[/** @type {import("../ipc.js").Problem} */ (error).code].what });
      return;
    }
    drop(id);
    setWriting(begin(null));
    setPane("list");
    focus("list");
    showToast({
      text: trashedWords(title),
      action: {
        label: t.journal.undo,
        run: async () => {
          await call("journal_restore", { id });
          await handle.current?.reload();
          await handle.current?.open(id);
        },
      },
    });
  };

  const showList = () => {
    setPane("list");
    focus("list");
  };

  handle.current = {
    newEntry,
    open,
    reload,
    flush: writing.flush,
    words: () => wordsOf(writing),
    search: () => {
      setPane("list");
      focus("search");
    },
    back: () => {
      if (view === "trash") onView("pages");
      else if (document.activeElement === search.current && query.text !== "")
        setQuery({ ...query, text: "" });
      else showList();
    },
  };

  const knownTags = useMemo(() => tags.map(({ tag }) => tag), [tags]);

  if (view === "trash") {
    return html`<${JournalTrash}
      active=${active}
      onBack=${() => onView("pages")}
      onChange=${() => {
        reload();
        loadTags().catch(() => {});
      }}
    />`;
  }
  return html`<main class="journal" data-pane=${pane} hidden=${!active} ref=${room}>
    <${JournalList}
      headingRef=${heading}
      searchRef=${search}
      query=${query}
      onQuery=${setQuery}
      entries=${entries}
      tags=${tags}
      openId=${writing.id()}
      onOpen=${open}
      onNew=${newEntry}
      onMore=${loadMore}
      onRetry=${reload}
      onTrash=${() => onView("trash")}
      onPractice=${() => onPractice(query.text)}
    />
    <${JournalEditor}
      key=${writing}
      writing=${writing}
      isFirst=${isFirst}
      tags=${knownTags}
      prompts=${prompts}
      today=${session.today}
      onList=${showList}
      onTrash=${trash}
    />
  </main>`;
}
