import { html, useId, useRef, useState } from "../html.js";

/** @typedef {import("../ipc.js").MoodStep} MoodStep */

const HORIZON = 30;
const SUN_LOW = 40;
const SUN_RISE = 4.6;

/**
 * The sun over the sea: below it at the first of the seven steps, high at the last. Decoration only.
 * @param {{ mood: number, id?: string, class?: string }} props
 */
export function MoodSky({ mood, id, class: className = "" }) {
  const clip = useId();
  return html`<svg id=${id} class=${`mood-sky ${className}`} data-mood=${mood} viewBox="0 0 48 48" aria-hidden="true" focusable="false">
    <clipPath id=${clip}><circle cx="24" cy="24" r="22" /></clipPath>
    <g clip-path=${`url(#${clip})`}>
      <rect class="mood-air" width="48" height="48" />
      <circle class="mood-sun" cx="24" cy=${SUN_LOW - (mood - 1) * SUN_RISE} r="8" />
      <path class="mood-sea" d=${`M -4 ${HORIZON} q 5 -2 10 0 t 10 0 t 10 0 t 10 0 t 10 0 t 10 0 V 50 H -4 Z`} />
    </g>
    <circle class="mood-rim" cx="24" cy="24" r="22" />
  </svg>`;
}

/**
 * Seven named steps in a row. One press chooses; the arrow keys only walk, and the keys 1 to 7 choose.
 * @param {{
 *   labelledBy: string, steps: MoodStep[], value: number | null, onChoose: (mood: number) => void,
 *   describedBy?: string, id?: string, class?: string,
 * }} props
 */
export function MoodSteps({ labelledBy, describedBy, steps, value, onChoose, id, class: className = "" }) {
  const [stop, setStop] = useState(/** @type {number | null} */ (null));
  const group = useRef(/** @type {HTMLElement | null} */ (null));
  const middle = steps[Math.floor(steps.length / 2)]?.value ?? null;
  const tabStop = stop ?? value ?? middle;

  /** @param {number} mood */
  const focus = (mood) => {
    const button = group.current?.querySelector(`[data-step="${mood}"]`);
    if (button instanceof HTMLElement) button.focus();
  };

  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const at = steps.findIndex((step) => step.value === tabStop);
    const to = {
      ArrowRight: at + 1,
      ArrowDown: at + 1,
      ArrowLeft: at - 1,
      ArrowUp: at - 1,
      Home: 0,
      End: steps.length - 1,
    }[event.key];
    const typed = steps.find((step) => String(step.value) === event.key);
    const target = typed ?? (to === undefined ? undefined : steps[to]);
    if (to === undefined && !typed) return;
    event.preventDefault();
    if (target) focus(target.value);
    if (typed) onChoose(typed.value);
  };

  return html`<div
    ref=${group}
    id=${id}
    role="group"
    class=${`mood-steps ${className}`}
    aria-labelledby=${labelledBy}
    aria-describedby=${describedBy}
    onKeyDown=${onKey}
  >
    ${steps.map(
      (step) => html`<button
        key=${step.value}
        type="button"
        class="mood-step"
        data-step=${step.value}
        aria-pressed=${step.value === value ? "true" : "false"}
        tabindex=${step.value === tabStop ? 0 : -1}
        onFocus=${() => setStop(step.value)}
        onClick=${() => onChoose(step.value)}
      >
        <${MoodSky} mood=${step.value} />
        <span>${step.name}</span>
      </button>`,
    )}
  </div>`;
}
