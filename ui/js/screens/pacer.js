// A one-minute skill, run quietly: one shape, a few words, no need to read anything else.

import { beatsOf, repeated } from "../beats.js";
import { Breath } from "../components/breath.js";
import { Button } from "../components/button.js";
import { useEscape } from "../focus.js";
import { html, useEffect, useMemo, useRef, useState } from "../html.js";
import { t } from "../strings/en.js";

/** @typedef {import("../ipc.js").MinuteSkill} Skill */

const SETTLE_SECONDS = 3;

/** The whole skill on one time line. @param {Skill} skill */
function timeLine(skill) {
  /** @type {import("../beats.js").Phase} */
  const settle = { say: t.help.ready, seconds: SETTLE_SECONDS, shape: "still" };
  return beatsOf([settle, ...repeated(skill.phases, skill.rounds)]);
}

/**
 * @param {{ skill: Skill, onClose: () => void }} props
 */
export function Pacer({ skill, onClose }) {
  const beats = useMemo(() => timeLine(skill), [skill]);
  const [index, setIndex] = useState(0);
  const [paused, setPaused] = useState(false);
  const [run, setRun] = useState(0);
  const line = useRef(/** @type {HTMLElement | null} */ (null));
  const first = useRef(/** @type {HTMLButtonElement | null} */ (null));
  /** Seconds run before the last start, and when that was: time is read from the clock, never counted in frames. */
  const time = useRef({ before: 0, started: performance.now() });
  const total = beats.at(-1)?.ends ?? 0;
  const beat = index < 0 ? undefined : beats[index];
  const over = !beat;

  const sinceStart = () => (performance.now() - time.current.started) / 1000;
  const seconds = () => time.current.before + (paused ? 0 : sinceStart());
  const pause = () => {
    time.current = { before: time.current.before + (paused ? 0 : sinceStart()), started: performance.now() };
    setPaused(!paused);
  };
  /** @param {number} now */
  const draw = (now) => {
    if (line.current) line.current.style.scale = `${Math.min(now / total, 1)} 1`;
  };

  useEffect(() => first.current?.focus(), [over]);

  useEscape(onClose);

  const again = () => {
    time.current = { before: 0, started: performance.now() };
    setIndex(0);
    setRun(run + 1);
  };

  return html`<main class="pacer" aria-label=${skill.name}>
    <h1 class="pacer-name">${skill.name}</h1>
    <${Breath} beats=${beats} seconds=${seconds} running=${!paused && !over} onBeat=${setIndex} onDraw=${draw} />
    <p class="pacer-say" role="status">
      <span key=${`${run}-${index}-${paused}`}>${over ? t.help.done_title : paused ? t.help.paused : beat.say}</span>
    </p>
    <p class="pacer-caution">${over ? t.help.done_what : skill.caution}</p>
    <div class="pacer-line" aria-hidden="true"><div ref=${line} class="pacer-line-run" /></div>
    <div class="pacer-buttons button-row">
      ${
        over
          ? html`<${Button} kind="primary" buttonRef=${first} onClick=${onClose}>${t.help.other}<//>
              <${Button} icon="undo" onClick=${again}>${t.help.again}<//>`
          : html`<${Button}
                kind="primary"
                icon=${paused ? "play" : "pause"}
                buttonRef=${first}
                onClick=${pause}
                >${paused ? t.help.resume : t.help.pause}<//
              >
              <${Button} icon="stop" onClick=${onClose}>${t.help.stop}<//>`
      }
    </div>
  </main>`;
}
