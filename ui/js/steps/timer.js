import { Button } from "../components/button.js";
import { Scene } from "../components/scene.js";
import { html, useEffect, useRef } from "../html.js";
import { t } from "../strings/en.js";
import { ClockButtons, SlowBar, useClock } from "./running.js";

const LONG_S = 300;
const LAST_WORDS_S = 120;

/** @param {import("./props.js").StepProps} props */
export function TimerStep(props) {
  const { task, say } = props;
  const running = useClock(props, task.seconds);
  const { clock, phase, left } = running;
  useLastMinutes(running, say);
  const count = running.given.count ?? 0;
  const words = {
    ready: t.practice.how_long(clock.length_s),
    running: t.practice.left(left),
    paused: t.practice.left(left),
    over: t.practice.time_up,
  }[phase];
  const below = {
    ready: t.practice.no_rush,
    running: "",
    paused: t.practice.paused,
    over: t.practice.time_up_hint,
  }[phase];
  return html`<div class="stage">
    <${Scene} class="stage-scene" day=${running.share} />
    <p class="stage-words">${words}</p>
    <p class="stage-below">${below}</p>
    <${SlowBar} share=${running.share} />
    <${ClockButtons} running=${running} />
    ${
      task.count &&
      html`<${Button} class="tally" icon="plus" onClick=${() => running.change({ count: count + 1 })}>
        ${count === 0 ? task.count : t.practice.tally(task.count, count)}
      <//>`
    }
  </div>`;
}

/** Said once, and only where there was time to forget it. @param {import("./running.js").RunningClock} running @param {(words: string) => void} say */
function useLastMinutes({ clock, phase, left }, say) {
  const isNear = phase === "running" && clock.length_s >= LONG_S && left <= LAST_WORDS_S;
  const said = useRef(isNear);
  useEffect(() => {
    if (isNear && !said.current) say(t.practice.left_spoken(LAST_WORDS_S));
    said.current = isNear;
  }, [isNear]);
}
