// What stands around every step: where one is, the way out, the way on.

import { Banner, ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Icon } from "../components/icon.js";
import { copyText } from "../copy.js";
import { useArrival } from "../focus.js";
import { classes, h, html, useEffect, useId, useRef, useState } from "../html.js";
import { kindOf, runsOnTime } from "../practice.js";
import { TITLE } from "../steps/props.js";
import { phaseOf, useTicks } from "../steps/running.js";
import { t } from "../strings/en.js";

/**
 * @typedef {import("../ipc.js").PracticeView} PracticeView
 * @typedef {import("../ipc.js").Answer} Answer
 * @typedef {import("../autosave.js").SaveState} SaveState
 * @typedef {"next" | "back" | "finish"} Way
 */

/** Where Enter goes on: fields, buttons and links have their own use for it. */
const KEEPS_ENTER =
  "button, a, select, textarea, summary, input:not([type='radio'], [type='checkbox'], [type='range'])";

/** @param {SaveState} state */
export const failureOf = (state) =>
  state.name === "failed" || state.name === "saving" ? state.failed : null;

/** A safety question that is open is answered with its own buttons. @param {PracticeView} view @param {Answer | null} answer */
export function hasNext({ step, gate }, answer) {
  if (!step || kindOf(step.do) !== "gate" || !gate) return true;
  return answer !== null || gate.asked === false;
}

/**
 * @param {{
 *   view: PracticeView,
 *   title: string,
 *   lead?: string,
 *   answer: Answer | null,
 *   state: SaveState,
 *   stuck: number,
 *   spoken: { words: string, turn: number },
 *   problem: { code: import("../ipc.js").ErrorCode, retry: () => void } | null,
 *   editing: boolean,
 *   busy: boolean,
 *   now: () => number,
 *   sound: boolean,
 *   onSound: (sound: boolean) => void,
 *   onGo: (way: Way) => void,
 *   onLeave: () => void,
 *   onLeaveAnyway: () => void,
 *   onEdited: () => void,
 *   onSave: () => void,
 *   words: () => string,
 *   children?: import("../html.js").Children,
 * }} props `stuck` counts the times it stayed because of words not saved
 */
export function PracticeFrame(props) {
  const { view, title, lead, answer, state, stuck, spoken, problem, editing, onGo, onLeave, children } =
    props;
  const heading = useArrival(view);
  const flow = useRef(/** @type {HTMLElement | null} */ (null));
  const hasFailed = useRef(false);
  const failure = failureOf(state);
  const canGoOn = view.at !== "done" && hasNext(view, answer);

  useEffect(() => {
    flow.current?.scrollTo(0, 0);
  }, [view]);
  useEffect(() => {
    if (hasFailed.current && failure === null && document.activeElement === document.body)
      heading.current?.focus();
    hasFailed.current = failure !== null;
  }, [failure]);
  useEffect(() => {
    const button = flow.current?.querySelector(".practice-problem button");
    if (stuck > 0 && button instanceof HTMLElement) button.focus();
  }, [stuck]);

  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === "Escape") {
      event.preventDefault();
      (editing ? props.onEdited : onLeave)();
      return;
    }
    if (event.key !== "Enter" || event.repeat || event.altKey || event.shiftKey || !canGoOn) return;
    const held = event.ctrlKey || event.metaKey;
    if (!held && event.target instanceof Element && event.target.matches(KEEPS_ENTER)) return;
    event.preventDefault();
    if (editing) props.onEdited();
    else onGo("next");
  };

  return html`<main class="practice" onKeyDown=${onKey} data-at=${view.at}>
    <div class="practice-flow" ref=${flow}>
      <${Bar} ...${props} />
      <div class="practice-body">
        <div class="practice-head">
          <h1 id=${TITLE} ref=${heading} tabindex="-1">${title}</h1>
          ${lead && html`<p class="step-say">${lead}</p>`}
        </div>
        ${
          view.at === "before" &&
          view.cautions.length > 0 &&
          html`<${Banner} tone="care" live=${false} title=${t.practice.care_title}>
            ${view.cautions.map((words) => html`<p key=${words}>${words}</p>`)}
          <//>`
        }
        ${
          failure &&
          html`<${ProblemBanner}
            class="practice-problem"
            code=${failure}
            onRetry=${props.onSave}
            actions=${html`<${Button} icon="copy" onClick=${() => copyText(props.words())}>${t.practice.copy}<//>
              ${stuck > 0 && html`<${Button} kind="quiet" onClick=${props.onLeaveAnyway}>${t.practice.leave_anyway}<//>`}`}
          />`
        }
        ${problem && html`<${ProblemBanner} code=${problem.code} onRetry=${problem.retry} />`}
        ${children}
      </div>
      ${view.at !== "done" && html`<${Foot} ...${props} />`}
    </div>
    <p class="only-heard" role="status"><span key=${spoken.turn}>${spoken.words}</span></p>
  </main>`;
}

/** @param {any} props those of the frame */
function Bar({ view, state, editing, sound, onSound, onLeave, onEdited }) {
  const id = useId();
  const [caring, setCaring] = useState(false);
  const hasCare = view.cautions.length > 0 && view.at !== "before" && view.at !== "done";
  useEffect(() => setCaring(false), [view]);
  return html`<div class="practice-top">
    <${Voyage} share=${view.number / view.total} />
    <div class="practice-bar" role="group" aria-label=${t.practice.bar}>
      <${Button} kind="quiet" icon="back" class="practice-leave" onClick=${editing ? onEdited : onLeave} aria-describedby=${`${id}-kept`}>
        ${view.at === "done" ? t.practice.close : t.practice.leave}
      <//>
      <span hidden id=${`${id}-kept`}>${t.practice.leave_hint}</span>
      <p class="practice-where">
        <span class="practice-name">${view.name}</span>
        ${
          view.at !== "done" &&
          !editing &&
          html`<span class="practice-number">${t.common.step_of(view.number, view.total)}</span>`
        }
        <${Saved} state=${state} />
      </p>
      ${
        runsOnTime(view) &&
        html`<${Button} kind="quiet" icon=${sound ? "sound" : "silent"} class="practice-sound" onClick=${() => onSound(!sound)}>
          ${sound ? t.practice.sound_on : t.practice.sound_off}
        <//>`
      }
      ${
        hasCare &&
        html`<${Button} kind="quiet" icon="care" class="practice-care" aria-expanded=${caring ? "true" : "false"} aria-controls=${id} onClick=${() => setCaring(!caring)}>
          ${t.practice.care}
        <//>`
      }
    </div>
    <div id=${id} class="practice-cautions" hidden=${!caring}>
      ${view.cautions.map((/** @type {string} */ words) => html`<p key=${words}>${words}</p>`)}
    </div>
  </div>`;
}

/** @param {{ state: SaveState }} props */
function Saved({ state }) {
  const failed = failureOf(state) !== null;
  const words = failed
    ? t.practice.not_saved
    : state.name === "saved" || state.name === "idle"
      ? t.practice.saved
      : t.practice.saving;
  return html`<span class=${classes("practice-saved", failed && "is-failed")}>
    <${Icon} name=${failed ? "problem" : "check"} />${words}
  </span>`;
}

/** A small boat on its way over. @param {{ share: number }} props */
function Voyage({ share }) {
  return html`<div class="voyage" aria-hidden="true" style=${{ "--share": String(Math.min(share, 1)) }}>
    <span class="voyage-done" />
    ${h(
      "svg",
      { class: "voyage-boat", viewBox: "0 0 28 26", focusable: "false" },
      h("path", { class: "voyage-sail", d: "M13 2 Q22 9 22.5 17 H13 Z" }),
      h("path", { class: "voyage-sail", d: "M11 5 Q6.5 11 4.5 17 H11 Z" }),
      h("path", { class: "voyage-hull", d: "M2 19 H26 Q24 25 18 25 H9.5 Q4 25 2 19 Z" }),
    )}
  </div>`;
}

/** Whether a timer of this step has still to run, so that going on is not what it asks for. @param {PracticeView} view @param {Answer | null} answer @param {() => number} now */
function useIsRunningStep(view, answer, now) {
  const clock = answer && "clock" in answer ? answer.clock : null;
  useTicks(clock?.run_since != null);
  if (!runsOnTime(view)) return false;
  return !clock || phaseOf(clock, now()) !== "over";
}

/** @param {any} props those of the frame */
function Foot({ view, answer, editing, busy, now, onGo, onEdited }) {
  const waits = useIsRunningStep(view, answer, now);
  if (editing) {
    return html`<div class="practice-foot">
      <${Button} kind="primary" class="practice-next" icon="check" busy=${busy} onClick=${onEdited}>${t.practice.edited}<//>
    </div>`;
  }
  const isStep = view.step !== null;
  const isRead = isStep && kindOf(view.step.do) === "read";
  return html`<div class="practice-foot">
    <div class="practice-ways">
      ${view.at !== "before" && html`<${Button} kind="quiet" icon="back" onClick=${() => onGo("back")}>${t.practice.back}<//>`}
      ${isStep && html`<${Button} kind="quiet" onClick=${() => onGo("finish")}>${t.practice.finish}<//>`}
    </div>
    <div class="practice-ways">
      ${answer === null && !isRead && html`<${Button} kind="quiet" onClick=${() => onGo("next")}>${t.practice.skip}<//>`}
      ${
        hasNext(view, answer) &&
        html`<${Button} kind=${waits ? "secondary" : "primary"} class="practice-next" iconEnd="next" busy=${busy} onClick=${() => onGo("next")}>
          ${t.practice.next}
        <//>`
      }
    </div>
  </div>`;
}
