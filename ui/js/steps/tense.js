import { beatsOf, MIDDLE } from "../beats.js";
import { movedTo } from "../clock.js";
import { Breath } from "../components/breath.js";
import { Button } from "../components/button.js";
import { playTone } from "../components/sound.js";
import { html, useEffect, useMemo, useState } from "../html.js";
import { t } from "../strings/en.js";
import { ClockButtons, SlowBar, useClock } from "./running.js";

const READY_S = 6;
const BEATS_A_GROUP = 3;

/** @typedef {{ tense: number, release: number, groups: { name: string, how: string }[] }} Tense */

/** @param {Tense} task */
const timeLine = ({ tense, release, groups }) =>
  beatsOf(
    groups.flatMap(() => [
      { say: t.practice.tense_ready, seconds: READY_S, shape: /** @type {const} */ ("still") },
      { say: t.practice.tense, seconds: tense, shape: /** @type {const} */ ("shrink") },
      { say: t.practice.let_go, seconds: release, shape: /** @type {const} */ ("grow") },
    ]),
    { size: MIDDLE },
  );

/** @param {import("./props.js").StepProps} props */
export function TenseStep(props) {
  const { say, sound, now } = props;
  const task = /** @type {Tense} */ (props.task);
  const beats = useMemo(() => timeLine(task), [props.step]);
  const length = beats.at(-1)?.ends ?? 0;
  const running = useClock(props, length);
  const { clock, phase } = running;
  const [index, setIndex] = useState(0);
  const isRunning = phase === "running";
  const part = phase === "over" ? task.groups.length - 1 : Math.max(0, Math.floor(index / BEATS_A_GROUP));
  const group = task.groups[part];
  const beat = beats[index];

  useEffect(() => {
    if (!isRunning || !beat || !group) return;
    const isFirst = index % BEATS_A_GROUP === 0;
    say(isFirst ? `${group.name}. ${group.how}` : beat.say);
    if (sound) playTone(beat.shape === "shrink" ? "in" : beat.shape === "grow" ? "out" : "next");
  }, [isRunning, index]);

  /** @param {number} place */
  const goTo = (place) => {
    const start = beats[place * BEATS_A_GROUP]?.starts ?? length;
    running.change({ clock: movedTo(clock, start, now()) });
    setIndex(place * BEATS_A_GROUP);
  };

  const words = {
    ready: group?.name,
    running: index % BEATS_A_GROUP === 0 ? group?.name : beat?.say,
    paused: t.practice.paused,
    over: t.practice.all_done,
  }[phase];
  return html`<div class="stage">
    <${Breath} class="stage-breath" beats=${beats} seconds=${running.ran} running=${isRunning} onBeat=${setIndex} />
    <p class="stage-words"><span key=${words}>${words}</span></p>
    <p class="stage-below">${phase === "over" ? t.practice.time_up_hint : group?.how}</p>
    <${SlowBar} share=${running.share} />
    <p class="stage-part">${t.practice.part_of(part + 1, task.groups.length)}</p>
    <${ClockButtons} running=${running} onAgain=${() => goTo(0)}>
      <${Button} kind="quiet" icon="undo" onClick=${() => goTo(part)}>${t.practice.part_again}<//>
      ${
        part < task.groups.length - 1 &&
        html`<${Button} kind="quiet" iconEnd="next" onClick=${() => goTo(part + 1)}>${t.practice.part_next}<//>`
      }
    <//>
  </div>`;
}
