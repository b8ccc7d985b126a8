// A guided exercise: one thing on the screen at a time.

import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Page } from "../components/page.js";
import { html, useCallback, useEffect, useReducer, useRef, useState } from "../html.js";
import { call, codeOf } from "../ipc.js";
import { atRest, openAnswer } from "../practice.js";
import { t } from "../strings/en.js";
import { PracticeDone } from "./practice_done.js";
import { PracticeFrame } from "./practice_frame.js";
import { PracticeRating } from "./practice_rating.js";
import { PracticeStep } from "./practice_step.js";
import { PracticeUse } from "./practice_use.js";

/**
 * @typedef {import("../ipc.js").PracticeView} PracticeView
 * @typedef {import("../ipc.js").Need} Need
 * @typedef {import("../ipc.js").ErrorCode} ErrorCode
 * @typedef {import("../practice.js").OpenAnswer} OpenAnswer
 * @typedef {import("../practice.js").AnswerRequest} AnswerRequest
 *
 * @typedef {object} PracticeHandle what the window may ask of the answer that is being given
 * @property {(limitMs?: number) => Promise<AnswerRequest | null>} flush what could not be saved
 * @property {() => string} words of that answer, to copy
 */

/** A move faster than this shows no sign of waiting. */
const PATIENCE_MS = 400;

/** @param {AnswerRequest} request */
const saveAnswer = (request) => call("practice_answer", request);

/**
 * @param {{
 *   id: number,
 *   at: string | null,
 *   handle: { current: PracticeHandle | null },
 *   sound: boolean,
 *   onSound: (sound: boolean) => void,
 *   onLeave: () => void,
 *   onStart: (skill: string, need: Need | null) => void,
 *   onFind: () => void,
 *   onHelp: () => void,
 *   onSheet: (id: number) => void,
 * }} props `at` opens a finished one at a step, to change what was written there
 */
export function Practice({ id, at, handle, sound, onSound, onLeave, onStart, onFind, onHelp, onSheet }) {
  const [shown, setShown] = useState(/** @type {{ view: PracticeView, open: OpenAnswer } | null} */ (null));
  const [editing, setEditing] = useState(false);
  const [problem, setProblem] = useState(/** @type {{ code: ErrorCode, retry: () => void } | null} */ (null));
  const [stuck, setStuck] = useState(0);
  const [busy, setBusy] = useState(false);
  const [spoken, say] = useSpoken();
  const moving = useRef(false);
  const ahead = useRef(0);
  const open = shown?.open ?? null;
  useAnswer(open);

  const now = useCallback(() => Date.now() + ahead.current, []);

  /** @param {PracticeView} view */
  const show = (view) => {
    ahead.current = view.now_ms - Date.now();
    const kept = /** @type {OpenAnswer | null} */ (handle.current);
    const isKept = kept !== null && kept.id === view.id && kept.step === view.at && kept.unsaved() !== null;
    const next = isKept
      ? kept
      : openAnswer({ id: view.id, step: view.at, answer: view.answer, save: saveAnswer });
    handle.current = next;
    setShown({ view, open: next });
    setProblem(null);
    setStuck(0);
    say("");
  };

  const load = async () => {
    try {
      await handle.current?.flush();
      const view = await call("practice_open", { id, at });
      setEditing(at !== null && view.finished);
      show(view);
    } catch (error) {
      setProblem({ code: codeOf(error), retry: load });
    }
  };
  useEffect(() => {
    load();
  }, [id, at]);
  useEffect(() => () => void handle.current?.flush(), []);

  /** @returns {Promise<boolean>} whether every word is saved */
  const isSaved = async () => {
    if (open === null || (await open.flush()) === null) return true;
    setStuck((times) => times + 1);
    say(t.practice.stay_first);
    return false;
  };

  /** One move at a time, however often a key is pressed. @param {() => Promise<void>} act */
  const move = async (act) => {
    if (moving.current) return;
    moving.current = true;
    const waiting = setTimeout(() => setBusy(true), PATIENCE_MS);
    try {
      await act();
    } catch (error) {
      setProblem({ code: codeOf(error), retry: () => move(act) });
    } finally {
      clearTimeout(waiting);
      setBusy(false);
      moving.current = false;
    }
  };

  /** @param {import("./practice_frame.js").Way} to */
  const go = (to) =>
    move(async () => {
      if (!shown || !open) return;
      const rested = atRest(open.answer(), now());
      if (rested) open.change(rested);
      if (await isSaved()) show(await call("practice_move", { id, from: shown.view.at, to }));
    });
  const leave = () =>
    move(async () => {
      if (await isSaved()) onLeave();
    });
  const edited = () =>
    move(async () => {
      if (await isSaved()) onSheet(id);
    });

  if (!shown || !open) {
    return html`<${Page} title=${t.practice.loading} class="flow" arrive=${false}>
      ${
        problem &&
        html`<${ProblemBanner}
          code=${problem.code}
          onRetry=${problem.retry}
          actions=${html`<${Button} onClick=${onLeave}>${t.practice.leave}<//>`}
        />`
      }
    <//>`;
  }
  const { view } = shown;
  const answer = open.answer();
  return html`<${PracticeFrame}
    ...${{ view, answer, stuck, spoken, problem, editing, busy, now, sound, onSound }}
    ...${wordsFor(view)}
    state=${open.state()}
    words=${open.words}
    onSave=${() => open.flush()}
    onGo=${go}
    onLeave=${leave}
    onLeaveAnyway=${onLeave}
    onEdited=${edited}
  >
    <${Screen}
      key=${open}
      ...${{ view, answer, say, now, sound, onStart, onFind, onHelp, onSheet }}
      onChange=${open.change}
      onNext=${() => go("next")}
    />
  <//>`;
}

/** The heading, and what stands below it where the frame has its own steps. @param {PracticeView} view */
function wordsFor({ at, step }) {
  if (step) return { title: step.title };
  if (at === "before") return { title: t.practice.before_title };
  if (at === "after") return { title: t.practice.after_title };
  if (at === "use") return { title: t.practice.use_title, lead: t.practice.use_lead };
  return { title: t.practice.done_title };
}

/** @param {any} props */
function Screen({ view, answer, onChange, onHelp, onStart, onFind, onSheet, ...rest }) {
  if (view.step) return html`<${PracticeStep} ...${{ view, step: view.step, answer, onChange, ...rest }} />`;
  if (view.at === "use") return html`<${PracticeUse} ...${{ answer, onChange }} />`;
  if (view.at === "done") return html`<${PracticeDone} ...${{ view, onStart, onFind, onHelp, onSheet }} />`;
  return html`<${PracticeRating} ...${{ view, answer, onChange, say: rest.say, onHelp }} />`;
}

/** Draws again when the answer or its saving changes. @param {OpenAnswer | null} open */
function useAnswer(open) {
  const [, redraw] = useReducer((/** @type {number} */ count) => count + 1, 0);
  useEffect(() => open?.subscribe(() => redraw(undefined)), [open]);
}

/** The words of the one polite live region; the same words twice are heard twice. */
function useSpoken() {
  const [spoken, setSpoken] = useState({ words: "", turn: 0 });
  const say = useCallback(
    (/** @type {string} */ words) => setSpoken(({ turn }) => ({ words, turn: turn + 1 })),
    [],
  );
  return /** @type {const} */ ([spoken, say]);
}
