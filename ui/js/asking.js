// What a screen shows of the host: the answer to one question, asked again when the question changes.
import { useCallback, useEffect, useRef, useState } from "./html.js";
import { call } from "./ipc.js";

/**
 * @template View
 * @typedef {object} Asked
 * @property {View | null} view  the last answer; it stays until the next one is there
 * @property {import("./ipc.js").ErrorCode | null} problem
 * @property {() => Promise<void>} reload
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

  return { ...asked, reload, patch };
}
