// A file of the person's choice, and what it holds, before anything of it is taken in.

import { useEffect, useRef, useState } from "./html.js";
import { call, codeOf } from "./ipc.js";

/** Nothing of a file waits that one has turned away from. */
const drop = () => {
  call("import_drop").catch(() => {});
};

/**
 * @template Preview
 * @param {string} command asks for the file, and answers with what it holds; null where none was chosen
 */
export function useChosenFile(command) {
  const [preview, setPreview] = useState(/** @type {Preview | null} */ (null));
  const [problem, setProblem] = useState(/** @type {import("./ipc.js").ErrorCode | null} */ (null));
  const [busy, setBusy] = useState(false);
  const page = useRef(/** @type {HTMLElement | null} */ (null));

  const leave = () => {
    setPreview(null);
    setProblem(null);
    drop();
  };
  useEffect(() => drop, []);

  const choose = async () => {
    setBusy(true);
    try {
      const next = await call(command);
      setProblem(null);
      if (next === null) return;
      setPreview(next);
      setTimeout(() => page.current?.querySelector("h2")?.focus());
    } catch (error) {
      leave();
      setProblem(codeOf(error));
    } finally {
      setBusy(false);
    }
  };
  /** `page` holds the heading that takes the focus. */
  return { preview, problem, setProblem, busy, page, choose, leave };
}

/**
 * @template [Preview=any]
 * @typedef {ReturnType<typeof useChosenFile<Preview>>} ChosenFile
 */
