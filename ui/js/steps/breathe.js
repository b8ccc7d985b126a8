import { beatsOf, repeated, SMALL, sizeAt } from "../beats.js";
import { Breath } from "../components/breath.js";
import { Button } from "../components/button.js";
import { playTone } from "../components/sound.js";
import { html, useEffect, useMemo, useState } from "../html.js";
import { t } from "../strings/en.js";
import { ClockButtons, SlowBar, useClock } from "./running.js";

const SETTLE_S = 3;
const LEAST_S = 2;
const MOST_S = 10;

/** @typedef {{ inhale: number, exhale: number }} Pace */

/** @param {Pace} pace @param {number} length @returns {import("../beats.js").Phase[]} */
function phasesOf({ inhale, exhale }, length) {
  /** @type {import("../beats.js").Phase[]} */
  const breath = [
    { say: t.practice.breathe_in, seconds: inhale, shape: "grow" },
    { say: t.practice.breathe_out, seconds: exhale, shape: "shrink" },
  ];
  const rounds = Math.ceil(length / (inhale + exhale)) + 1;
  return [{ say: t.practice.settle, seconds: SETTLE_S, shape: "shrink" }, ...repeated(breath, rounds)];
}

/** @param {import("./props.js").StepProps} props */
export function BreatheStep(props) {
  const { task, say, sound } = props;
  const running = useClock(props, task.seconds);
  const { clock, phase } = running;
  /** @type {Pace} */
  const pace = running.given.pace ?? { inhale: task.inhale, exhale: task.exhale };
  const [line, setLine] = useState(() => ({ starts: running.ran(), size: SMALL }));
  const beats = useMemo(
    () => beatsOf(phasesOf(pace, clock.length_s - line.starts), line),
    [pace.inhale, pace.exhale, clock.length_s, line],
  );
  const [index, setIndex] = useState(0);
  const isRunning = phase === "running";
  const beat = beats[index] ?? beats[0];

  useEffect(() => {
    if (!isRunning || !beat) return;
    say(beat.say);
    if (sound && index > 0) playTone(beat.shape === "grow" ? "in" : "out");
  }, [isRunning, beat?.starts]);

  /** A new breath begins here, from the size the shape has now. */
  const beginAgain = () => {
    const now = running.ran();
    const current = beats[index];
    setLine({ starts: now, size: current ? sizeAt(current, now) : SMALL });
    setIndex(0);
  };
  /** @param {Pace} next */
  const setPace = (next) => {
    beginAgain();
    running.change({ pace: next });
  };

  const words = {
    ready: t.practice.pace(pace.inhale, pace.exhale),
    running: beat?.say,
    paused: t.practice.paused,
    over: t.practice.time_up,
  }[phase];
  return html`<div class="stage">
    <${Breath} class="stage-breath" beats=${beats} seconds=${running.ran} running=${isRunning} onBeat=${setIndex} />
    <p class="stage-words"><span key=${words}>${words}</span></p>
    <p class="stage-below">${phase === "over" ? t.practice.time_up_hint : t.practice.gentle}</p>
    <${SlowBar} share=${running.share} />
    <${ClockButtons} running=${running} onStart=${beginAgain} />
    <div class="paces">
      <${Seconds}
        what=${t.practice.inhale}
        value=${pace.inhale}
        least=${LEAST_S}
        most=${MOST_S}
        onChange=${(/** @type {number} */ inhale) => setPace({ inhale, exhale: Math.max(inhale, pace.exhale) })}
      />
      <${Seconds}
        what=${t.practice.exhale}
        value=${pace.exhale}
        least=${pace.inhale}
        most=${MOST_S}
        onChange=${(/** @type {number} */ exhale) => setPace({ ...pace, exhale })}
      />
    </div>
  </div>`;
}

/** @param {{ what: string, value: number, least: number, most: number, onChange: (value: number) => void }} props */
function Seconds({ what, value, least, most, onChange }) {
  return html`<div class="pace" role="group" aria-label=${`${what}: ${t.practice.seconds(value)}`}>
    <span class="pace-what">${what}</span>
    <${Button} kind="quiet" icon="minus" label=${t.practice.faster(what)} aria-disabled=${value <= least ? "true" : undefined} onClick=${() => onChange(value - 1)} />
    <span class="pace-value">${t.practice.seconds(value)}</span>
    <${Button} kind="quiet" icon="plus" label=${t.practice.slower(what)} aria-disabled=${value >= most ? "true" : undefined} onClick=${() => onChange(value + 1)} />
  </div>`;
}
