import { h, html, useId } from "../html.js";

const HORIZON = 214;
/** One wave is 100 wide, so a drift of 100 repeats without a seam. */
const wave = (/** @type {number} */ y, /** @type {number} */ height) => {
  const crests = Array.from({ length: 6 }, () => `q 25 ${-height} 50 0 t 50 0`).join(" ");
  return `M -100 ${y} ${crests} V 420 H -100 Z`;
};
const RIVETS = Array.from({ length: 8 }, (_, index) => {
  const angle = ((index + 0.5) * Math.PI) / 4;
  return { cx: 200 + 184 * Math.cos(angle), cy: 200 + 184 * Math.sin(angle) };
});

/** How far the sun comes down in a day. */
const SUN_WAY = { x: 74, y: 118 };

/**
 * A porthole on a calm sea, with a boat on an even keel. Pure decoration.
 * @param {{ day?: number, id?: string, class?: string }} props `day` goes from 0, with the sun high, to 1, where it sets
 */
export function Scene({ day = 1, id, class: className = "" }) {
  const sky = useId();
  const glass = useId();
  return html`<svg id=${id} class=${`scene ${className}`} viewBox="0 0 400 400" aria-hidden="true" focusable="false">
    <defs>
      <linearGradient id=${sky} x1="0" y1="0" x2="0" y2="1">
        <stop offset="0.05" class="scene-sky-high" />
        <stop offset="0.58" class="scene-sky-low" />
      </linearGradient>
      <clipPath id=${glass}><circle cx="200" cy="200" r="168" /></clipPath>
    </defs>
    <circle class="scene-rim" cx="200" cy="200" r="198" />
    ${RIVETS.map((rivet, index) => html`<circle key=${index} class="scene-rivet" ...${rivet} r="4" />`)}
    <g clip-path=${`url(#${glass})`}>
      <rect width="400" height="400" fill=${`url(#${sky})`} />
      <circle class="scene-sun" cx=${262 + (day - 1) * SUN_WAY.x} cy=${196 - (1 - day) * SUN_WAY.y} r="42" />
      <path class="scene-shore" d=${`M 20 ${HORIZON} Q 60 176 104 190 T 176 202 Q 206 206 226 ${HORIZON} Z`} />
      <rect class="scene-sea-far" y=${HORIZON} width="400" height="200" />
      <g class="scene-glints">
        ${[
          [232, 224, 60],
          [246, 236, 36],
          [238, 249, 52],
          [254, 262, 22],
        ].map(([x, y, width]) => html`<rect key=${y} x=${x} y=${y} width=${width} height="3.4" rx="1.7" />`)}
      </g>
      <path class="scene-sea-mid" d=${wave(276, 7)} />
      <g class="scene-boat">
        <path class="scene-mast" d="M 146 176 V 270" />
        <path class="scene-sail" d="M 151 180 Q 186 216 190 258 L 151 258 Z" />
        <path class="scene-sail" d="M 141 196 Q 124 230 116 258 L 141 258 Z" />
        <path class="scene-hull" d="M 102 267 H 198 Q 190 292 166 292 H 130 Q 110 292 102 267 Z" />
      </g>
      <path class="scene-sea-near" d=${wave(292, 9)} />
    </g>
    <circle class="scene-glass" cx="200" cy="200" r="168" />
  </svg>`;
}

/**
 * The name with its mark: the same porthole, very small.
 * @param {{ class?: string }} props
 */
export function Wordmark({ class: className = "" }) {
  const mark = h(
    "svg",
    { class: "wordmark-mark", viewBox: "0 0 32 32", "aria-hidden": "true", focusable: "false" },
    h("circle", { class: "wordmark-glass", cx: 16, cy: 16, r: 14.5 }),
    h("path", { class: "wordmark-sun", d: "M 10.5 17 a 5.5 5.5 0 0 1 11 0 Z" }),
    h("path", { class: "wordmark-sea", d: "M 1.6 17 H 30.4 A 14.5 14.5 0 0 1 1.6 17 Z" }),
  );
  return html`<p class=${`wordmark ${className}`}>${mark}<span>Evenkeel</span></p>`;
}
