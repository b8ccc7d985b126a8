// A one-minute skill, run quietly: one shape, a few words, no need to read anything else.

import { Button } from "../components/button.js";
import { useEscape } from "../focus.js";
import { classes, html, useEffect, useMemo, useRef, useState } from "../html.js";
import { t } from "../strings/en.js";
import { motionIsReduced } from "../theme.js";

/** @typedef {import("../ipc.js").MinuteSkill} Skill */
/** @typedef {{ say: string, shape: import("../ipc.js").Shape, from: number, to: number, starts: number, ends: number }} Beat */

const SETTLE_SECONDS = 3;
const SMALL = 0.52;
const MIDDLE = 0.74;
const LARGE = 1;

/**
 * The whole skill on one time line: what is said when, and how large the shape is at both ends of it.
 * @param {Skill} skill
 * @returns {Beat[]}
 */
function timeLine(skill) {
  const breathes = skill.phases.some((phase) => phase.shape === "grow");
  let size = breathes ? SMALL : MIDDLE;
  let at = SETTLE_SECONDS;
  /** @type {Beat[]} */
  const beats = [{ say: t.help.ready, shape: "still", from: size, to: size, starts: 0, ends: at }];
  for (let round = 0; round < skill.rounds; round += 1) {
    for (const phase of skill.phases) {
      const to = phase.shape === "grow" ? LARGE : phase.shape === "shrink" ? SMALL : size;
      beats.push({
        say: phase.say,
        shape: phase.shape,
        from: size,
        to,
        starts: at,
        ends: at + phase.seconds,
      });
      at += phase.seconds;
      size = to;
    }
  }
  return beats;
}

/** Slow at both ends, as a breath is. */
const smooth = (/** @type {number} */ share) => (1 - Math.cos(Math.PI * share)) / 2;

/**
 * @param {{ skill: Skill, onClose: () => void }} props
 */
export function Pacer({ skill, onClose }) {
  const beats = useMemo(() => timeLine(skill), [skill]);
  const [index, setIndex] = useState(0);
  const [paused, setPaused] = useState(false);
  const [run, setRun] = useState(0);
  const shape = useRef(/** @type {HTMLElement | null} */ (null));
  const line = useRef(/** @type {HTMLElement | null} */ (null));
  const first = useRef(/** @type {HTMLButtonElement | null} */ (null));
  /** Seconds already run before the last start: elapsed time is read from the clock, never counted in frames. */
  const before = useRef(0);
  const total = beats.at(-1)?.ends ?? 0;
  const beat = beats[index];
  const over = !beat;

  useEffect(() => {
    if (paused || over) return;
    const reduced = motionIsReduced();
    const started = performance.now();
    const elapsed = () => before.current + (performance.now() - started) / 1000;
    let frame = 0;
    const draw = () => {
      const now = elapsed();
      const at = beats.findIndex((one) => now < one.ends);
      const current = beats[at];
      setIndex(at < 0 ? beats.length : at);
      if (!current) return;
      const share = (now - current.starts) / (current.ends - current.starts);
      if (shape.current && !reduced) {
        shape.current.style.scale = String(current.from + (current.to - current.from) * smooth(share));
      }
      if (line.current) line.current.style.scale = `${Math.min(now / total, 1)} 1`;
      frame = reduced ? window.setTimeout(draw, 250) : requestAnimationFrame(draw);
    };
    draw();
    return () => {
      before.current = elapsed();
      if (reduced) clearTimeout(frame);
      else cancelAnimationFrame(frame);
    };
  }, [paused, over, beats, run]);

  useEffect(() => first.current?.focus(), [over]);

  useEscape(onClose);

  const again = () => {
    before.current = 0;
    setIndex(0);
    setRun(run + 1);
  };

  return html`<main class="pacer" aria-label=${skill.name}>
    <h1 class="pacer-name">${skill.name}</h1>
    <div class="pacer-stage" aria-hidden="true">
      <div class="pacer-limit" />
      <div
        ref=${shape}
        class=${classes("pacer-shape", `is-${beat?.shape ?? "still"}`, paused && "is-paused")}
        style=${{ scale: String(beats[0]?.from ?? MIDDLE) }}
      />
    </div>
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
                onClick=${() => setPaused(!paused)}
                >${paused ? t.help.resume : t.help.pause}<//
              >
              <${Button} icon="stop" onClick=${onClose}>${t.help.stop}<//>`
      }
    </div>
  </main>`;
}
