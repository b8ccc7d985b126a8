// What the journal's list holds: pages of entries, or what a search found.
import { useCallback, useEffect, useRef, useState } from "../html.js";
import { call } from "../ipc.js";
import { fits, placed, summaryOf } from "../timeline.js";

/**
 * @typedef {import("../ipc.js").EntryView} EntryView
 * @typedef {import("../ipc.js").EntrySummaryView} EntrySummaryView
 * @typedef {import("../ipc.js").JournalFilter} JournalFilter
 * @typedef {import("../ipc.js").ErrorCode} ErrorCode
 * @typedef {{text: string, is_match: boolean}[]} Snippet
 * @typedef {{text: string, filter: JournalFilter}} Query
 *
 * @typedef {object} Entries
 * @property {EntrySummaryView[]} list
 * @property {Map<number, Snippet>} snippets  of a search, by entry
 * @property {number} total  all that fit, or how many were found
 * @property {boolean} isMore
 * @property {number | null} next
 * @property {Query | null} answers  the question this is the answer to; null before the first
 * @property {ErrorCode | null} problem
 */

const PAGE_LENGTH = 60;
const MOST_HITS = 100;
const TYPING_MS = 60;

/** @type {JournalFilter} */
export const NO_FILTER = Object.freeze({ kinds: [], tags: [], from: null, to: null });

/** @type {Entries} */
const NOTHING_YET = {
  list: [],
  snippets: new Map(),
  total: 0,
  isMore: false,
  next: null,
  answers: null,
  problem: null,
};

/** @param {Query} query @returns {Promise<Entries>} */
async function ask(query) {
  const { filter } = query;
  const text = query.text.trim();
  if (text === "") {
    const page = await call("journal_page", { filter, before: null, limit: PAGE_LENGTH });
    return {
      ...NOTHING_YET,
      list: page.entries,
      total: page.total,
      isMore: page.next !== null,
      next: page.next,
      answers: query,
    };
  }
  const { hits, more } = await call("journal_search", { text, filter, limit: MOST_HITS });
  return {
    ...NOTHING_YET,
    list: hits.map((/** @type {{entry: EntrySummaryView}} */ hit) => hit.entry),
    snippets: new Map(
      hits.map((/** @type {{entry: EntrySummaryView, snippet: Snippet}} */ hit) => [
        hit.entry.id,
        hit.snippet,
      ]),
    ),
    total: hits.length,
    isMore: more,
    answers: query,
  };
}

/** @param {Query} query */
export function useEntries(query) {
  const [entries, setEntries] = useState(NOTHING_YET);
  const turn = useRef(0);
  const loadingMore = useRef(false);

  const reload = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    try {
      const answer = await ask(query);
      if (mine === turn.current) setEntries(answer);
    } catch (error) {
      const { code } = /** @type {import("../ipc.js").Problem} */ (error);
      if (mine === turn.current) setEntries((now) => ({ ...now, answers: query, problem: code }));
    }
  }, [query]);

  useEffect(() => {
    const timer = setTimeout(reload, query.text.trim() === "" ? 0 : TYPING_MS);
    return () => clearTimeout(timer);
  }, [reload]);

  const loadMore = useCallback(async () => {
    if (entries.next === null || loadingMore.current) return;
    loadingMore.current = true;
    const mine = turn.current;
    try {
      const page = await call("journal_page", {
        filter: query.filter,
        before: entries.next,
        limit: PAGE_LENGTH,
      });
      if (mine !== turn.current) return;
      setEntries((now) => {
        const known = new Set(now.list.map(({ id }) => id));
        const older = page.entries.filter((/** @type {EntrySummaryView} */ { id }) => !known.has(id));
        return {
          ...now,
          list: [...now.list, ...older],
          total: page.total,
          isMore: page.next !== null,
          next: page.next,
        };
      });
    } catch (error) {
      const { code } = /** @type {import("../ipc.js").Problem} */ (error);
      if (mine === turn.current) setEntries((now) => ({ ...now, problem: code }));
    } finally {
      loadingMore.current = false;
    }
  }, [entries.next, query]);

  /** Shows a saved entry in its place without asking for the list again. @type {(entry: EntryView) => void} */
  const put = useCallback(
    (entry) => {
      const summary = summaryOf(entry);
      setEntries((now) => {
        const isListed = now.list.some(({ id }) => id === summary.id);
        if (!isListed && (query.text.trim() !== "" || !fits(summary, query.filter))) return now;
        const list = placed(now.list, summary);
        const isBeyondTheEnd = now.isMore && list.at(-1)?.id === summary.id;
        return {
          ...now,
          list: isBeyondTheEnd ? list.slice(0, -1) : list,
          total: now.total + (isListed ? 0 : 1),
        };
      });
    },
    [query],
  );

  const drop = useCallback((/** @type {number} */ gone) => {
    setEntries((now) => {
      const list = now.list.filter(({ id }) => id !== gone);
      return { ...now, list, total: now.total - (now.list.length - list.length) };
    });
  }, []);

  return { entries, reload, loadMore, put, drop };
}
