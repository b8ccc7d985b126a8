import { indexAt, sizeAt } from "../beats.js";
import { classes, html, useEffect, useRef } from "../html.js";
import { motionIsReduced } from "../theme.js";

/** @typedef {import("../beats.js").Beat} Beat */

const REDUCED_MS = 250;

/**
 * A soft round shape that moves with the beats, and nothing to read.
 * @param {{
 *   beats: Beat[],
 *   seconds: () => number,
 *   running: boolean,
 *   onBeat?: (index: number) => void,
 *   onDraw?: (seconds: number) => void,
 *   id?: string,
 *   class?: string,
 * }} props `seconds` is asked at every frame while it runs; `onBeat` hears -1 after the last beat
 */
export function Breath({ beats, seconds, running, onBeat, onDraw, id, class: className }) {
  const shape = useRef(/** @type {HTMLElement | null} */ (null));
  const latest = useRef({ beats, seconds, onBeat, onDraw });
  latest.current = { beats, seconds, onBeat, onDraw };

  const drawNow = () => {
    const { beats: line, seconds: ask, onBeat: tell, onDraw: drawn } = latest.current;
    const now = ask();
    const at = indexAt(line, now);
    const beat = line[at];
    if (beat && shape.current) {
      shape.current.dataset.shape = beat.shape;
      if (!motionIsReduced()) shape.current.style.scale = String(sizeAt(beat, now));
    }
    drawn?.(now);
    tell?.(at);
  };

  useEffect(() => {
    drawNow();
    if (!running) return;
    const reduced = motionIsReduced();
    let frame = 0;
    const draw = () => {
      drawNow();
      frame = reduced ? window.setTimeout(draw, REDUCED_MS) : requestAnimationFrame(draw);
    };
    draw();
    return () => (reduced ? clearTimeout(frame) : cancelAnimationFrame(frame));
  }, [running, beats]);

  return html`<div id=${id} class=${classes("pacer-stage", className)} aria-hidden="true">
    <div class="pacer-limit" />
    <div ref=${shape} class=${classes("pacer-shape", !running && "is-paused")} />
  </div>`;
}
