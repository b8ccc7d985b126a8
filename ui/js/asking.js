// What a screen shows of the host: the answer to one question, asked again when the question changes;
// or a list, page by page.
import { useCallback, useEffect, useRef, useState } from "./html.js";
import { call } from "./ipc.js";

/**
 * @template View
 * @typedef {object} Asked
 * @property {View | null} view  the last answer; it stays until the next one is there
 * @property {import("./ipc.js").ErrorCode | null} problem
 * @property {() => Promise<void>} reload
 * @property {(code: import("./ipc.js").ErrorCode) => void} setProblem  of something done with the view
 * @property {(change: (view: View) => View) => void} patch  shows a change before the host is asked again
 */

/**
 * @template View
 * @param {string} command
 * @param {Record<string, unknown>} [request]
 * @param {number} [waitMs]  for a question that changes with every key; the first is asked at once
 * @returns {Asked<View>}
 */
export function useAsked(command, request, waitMs = 0) {
  const [asked, setAsked] = useState(
    /** @type {{view: View | null, problem: import("./ipc.js").ErrorCode | null}} */ ({
      view: null,
      problem: null,
    }),
  );
  const turn = useRef(0);
  const question = JSON.stringify(request);

  const reload = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    try {
      const view = await call(command, question === undefined ? undefined : JSON.parse(question));
      if (mine === turn.current) setAsked({ view, problem: null });
    } catch (error) {
      const { code } = /** @type {import("./ipc.js").Problem} */ (error);
      if (mine === turn.current) setAsked((now) => ({ ...now, problem: code }));
    }
  }, [command, question]);

  const isFirst = useRef(true);
  useEffect(() => {
    const timer = setTimeout(reload, isFirst.current ? 0 : waitMs);
    isFirst.current = false;
    return () => {
      clearTimeout(timer);
      turn.current += 1;
    };
  }, [reload, waitMs]);

  const patch = useCallback(
    (/** @type {(view: View) => View} */ change) =>
      setAsked((now) => (now.view === null ? now : { ...now, view: change(now.view) })),
    [],
  );

  const setProblem = useCallback(
    (/** @type {import("./ipc.js").ErrorCode} */ problem) => setAsked((now) => ({ ...now, problem })),
    [],
  );

  return { ...asked, setProblem, reload, patch };
}

/**
 * @template Row
 * @typedef {object} Pages
 * @property {Row[] | null} rows  null before the first answer
 * @property {import("./ipc.js").ErrorCode | null} problem
 * @property {(code: import("./ipc.js").ErrorCode) => void} setProblem
 * @property {() => Promise<void>} reload  as many as are shown, anew
 * @property {(() => Promise<void>) | null} loadMore  null at the end
 */

/**
 * @template Row
 * @param {string} command takes `before` and `limit`, and answers with the rows and `next`
 * @param {Record<string, unknown>} request
 * @param {{ rows: string, length: number }} page  the name of the rows in the answer, and how many make a page
 * @returns {Pages<Row>}
 */
export function usePages(command, request, { rows, length }) {
  const [page, setPage] = useState(/** @type {{ rows: Row[], next: number | null } | null} */ (null));
  const [problem, setProblem] = useState(/** @type {import("./ipc.js").ErrorCode | null} */ (null));
  /** Only the answer to the last question is shown, so that a second press adds no row twice. */
  const turn = useRef(0);
  const question = JSON.stringify(request);

  const ask = useCallback(
    async (/** @type {number | null} */ before, /** @type {number} */ limit) => {
      turn.current += 1;
      const mine = turn.current;
      try {
        const { [rows]: more, next } = await call(command, { ...JSON.parse(question), before, limit });
        if (mine !== turn.current) return;
        setProblem(null);
        setPage((now) => ({ rows: before === null ? more : [...(now?.rows ?? []), ...more], next }));
      } catch (error) {
        if (mine === turn.current) setProblem(/** @type {import("./ipc.js").Problem} */ (error).code);
      }
    },
    [command, question, rows],
  );
  useEffect(() => {
    setPage(null);
    ask(null, length);
  }, [ask, length]);

  const next = page?.next ?? null;
  return {
    rows: page?.rows ?? null,
    problem,
    setProblem,
    reload: () => ask(null, Math.max(length, page?.rows.length ?? 0)),
    loadMore: next === null ? null : () => ask(next, length),
  };
}
