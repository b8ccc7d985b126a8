// What the steps that run on time have in common: a timer on the wall clock, and its buttons.

import {
  canBeShortened,
  isOver,
  isRunning,
  isUntouched,
  lengthened,
  newClock,
  ranSeconds,
  secondsLeft,
  shortened,
  started,
  stopped,
} from "../clock.js";
import { Button } from "../components/button.js";
import { playTone } from "../components/sound.js";
import { html, useEffect, useReducer } from "../html.js";
import { t } from "../strings/en.js";

/**
 * @typedef {import("../ipc.js").Clock} Clock
 * @typedef {Extract<import("../ipc.js").Answer, { kind: "clock" }>} ClockAnswer
 * @typedef {"ready" | "running" | "paused" | "over"} Phase
 */

const TICK_MS = 250;

/** @param {Clock} clock @param {number} now @returns {Phase} */
export function phaseOf(clock, now) {
  if (isOver(clock, now)) return "over";
  if (isRunning(clock)) return "running";
  return isUntouched(clock) ? "ready" : "paused";
}

/** Draws again several times a second while it runs. @param {boolean} running */
export function useTicks(running) {
  const [, redraw] = useReducer((/** @type {number} */ count) => count + 1, 0);
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => redraw(undefined), TICK_MS);
    return () => clearInterval(timer);
  }, [running]);
}

/**
 * @param {import("./props.js").StepProps} props
 * @param {number} seconds how long it is meant to run
 */
export function useClock({ answer, onChange, say, now, sound }, seconds) {
  /** @type {ClockAnswer} */
  const given =
    answer?.kind === "clock" ? answer : { kind: "clock", clock: newClock(seconds), count: null, pace: null };
  const { clock } = given;
  useTicks(isRunning(clock));
  const phase = phaseOf(clock, now());
  const ranOut = phase === "over" && isRunning(clock);

  /** @param {Partial<ClockAnswer>} patch */
  const change = (patch) => onChange({ ...given, ...patch });

  useEffect(() => {
    if (!ranOut) return;
    change({ clock: stopped(clock, now()) });
    say(t.practice.time_up);
    if (sound) playTone("end");
  }, [ranOut]);

  return {
    given,
    clock,
    phase,
    change,
    ran: () => ranSeconds(clock, now()),
    left: secondsLeft(clock, now()),
    share: clock.length_s === 0 ? 1 : ranSeconds(clock, now()) / clock.length_s,
    start() {
      change({ clock: started(clock, now()) });
      say(phase === "ready" ? t.practice.started(clock.length_s) : "");
    },
    pause() {
      change({ clock: stopped(clock, now()) });
      say(t.practice.paused);
    },
    longer() {
      change({ clock: lengthened(clock, now()) });
      say(t.practice.left_spoken(secondsLeft(lengthened(clock, now()), now())));
    },
    shorter() {
      change({ clock: shortened(clock) });
      say(t.practice.left_spoken(secondsLeft(shortened(clock), now())));
    },
    canBeShortened: canBeShortened(clock, now()),
  };
}

/** @typedef {ReturnType<typeof useClock>} RunningClock */

/**
 * Start, Pause and Go on are one button, so that the keyboard stays on it.
 * @param {{
 *   running: RunningClock,
 *   onStart?: () => void,
 *   onAgain?: () => void,
 *   children?: import("../html.js").Children,
 * }} props with `onAgain` it starts from the beginning once it is over; without, it can be made longer and shorter
 */
export function ClockButtons({ running, onStart, onAgain, children }) {
  const { phase } = running;
  const start = () => {
    onStart?.();
    running.start();
  };
  const act = { ready: start, running: running.pause, paused: start, over: onAgain ?? running.longer }[phase];
  const words = {
    ready: t.practice.start,
    running: t.practice.pause,
    paused: t.practice.go_on,
    over: onAgain ? t.practice.again : t.practice.longer,
  }[phase];
  const icon = { ready: "play", running: "pause", paused: "play", over: onAgain ? "undo" : "plus" }[phase];
  return html`<div class="clock-buttons">
    <${Button} kind=${phase === "ready" || phase === "paused" ? "primary" : "secondary"} icon=${icon} onClick=${act}>${words}<//>
    ${
      !onAgain &&
      phase !== "over" &&
      html`<${Button} kind="quiet" icon="minus" aria-disabled=${running.canBeShortened ? undefined : "true"} onClick=${running.shorter}>${t.practice.shorter}<//>
        <${Button} kind="quiet" icon="plus" onClick=${running.longer}>${t.practice.longer}<//>`
    }
    ${children}
  </div>`;
}

/** How far it is, without a number. @param {{ share: number }} props */
export const SlowBar = ({ share }) => html`<div class="pacer-line" aria-hidden="true">
  <div class="pacer-line-run" style=${{ scale: `${Math.min(share, 1)} 1` }} />
</div>`;
