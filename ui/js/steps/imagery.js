import { beatsOf, indexAt } from "../beats.js";
import { movedTo } from "../clock.js";
import { Button } from "../components/button.js";
import { playTone } from "../components/sound.js";
import { html, useEffect, useMemo } from "../html.js";
import { t } from "../strings/en.js";
import { ClockButtons, SlowBar, useClock } from "./running.js";

/** @typedef {{ say: string, seconds: number }} Scene */

/**
 * Words only, one scene at a time.
 * @param {import("./props.js").StepProps} props
 */
export function ImageryStep(props) {
  const { say, sound, now } = props;
  /** @type {Scene[]} */
  const scenes = props.task.scenes;
  const beats = useMemo(
    () => beatsOf(scenes.map((scene) => ({ ...scene, shape: /** @type {const} */ ("still") }))),
    [props.step],
  );
  const running = useClock(props, beats.at(-1)?.ends ?? 0);
  const { clock, phase } = running;
  const isRunning = phase === "running";
  const found = indexAt(beats, running.ran());
  const index = found < 0 ? scenes.length - 1 : found;
  const words = scenes[index]?.say ?? "";

  useEffect(() => {
    if (!isRunning) return;
    say(words);
    if (sound) playTone("next");
  }, [isRunning, index]);

  /** @param {number} place */
  const goTo = (place) => {
    const start = beats[place]?.starts ?? clock.length_s;
    running.change({ clock: movedTo(clock, start, now()) });
  };

  const below = {
    ready: t.practice.eyes,
    running: t.practice.eyes,
    paused: t.practice.paused,
    over: `${t.practice.all_done}. ${t.practice.time_up_hint}`,
  }[phase];
  return html`<div class="stage stage-imagery">
    <p class="stage-scene-words"><span key=${index}>${words}</span></p>
    <p class="stage-below">${below}</p>
    <${SlowBar} share=${running.share} />
    <p class="stage-part">${t.practice.part_of(index + 1, scenes.length)}</p>
    <${ClockButtons} running=${running} onAgain=${() => goTo(0)}>
      <${Button} kind="quiet" icon="undo" onClick=${() => goTo(index)}>${t.practice.scene_again}<//>
      ${
        index < scenes.length - 1 &&
        html`<${Button} kind="quiet" iconEnd="next" onClick=${() => goTo(index + 1)}>${t.practice.scene_next}<//>`
      }
    <//>
  </div>`;
}
