// One answer with its question, to read again.

import { html } from "../html.js";
import { kindOf, partsOf } from "../practice.js";
import { t } from "../strings/en.js";
import { Curve } from "./curve.js";

/**
 * @typedef {import("../ipc.js").AnsweredView} AnsweredView
 * @typedef {import("../ipc.js").Line} Line
 */

/** @param {{ answered: AnsweredView, level?: 2 | 3, id?: string, class?: string }} props `level` is that of the heading */
export function Answered({ answered, level = 2, id, class: className = "" }) {
  return html`<section id=${id} class=${`answered ${className}`} aria-label=${answered.step.title}>
    <${`h${level}`} class="answered-title">${answered.step.title}<//>
    <${AnswerItself} answered=${answered} />
  </section>`;
}

/** @param {{ answered: AnsweredView }} props */
function AnswerItself({ answered: { step, answer } }) {
  const task = partsOf(step.do);
  switch (answer.kind) {
    case "text":
      return html`<p class="answered-text">${answer.text}</p>`;
    case "choice":
      return html`<ul role="list" class="answered-choices">${answer.chosen.map((words) => html`<li key=${words}>${words}</li>`)}</ul>`;
    case "number":
      return html`<p>
        <strong class="answered-number">${t.practice.out_of(answer.value, task.most)}</strong>
        <span class="answered-ends">${`0: ${task.low} · ${task.most}: ${task.high}`}</span>
      </p>`;
    case "lines":
      return kindOf(step.do) === "sort"
        ? html`<${Sorted} lines=${answer.lines} kinds=${task.kinds} />`
        : html`<${LinesRead} lines=${answer.lines} ordered=${task.ordered} />`;
    case "cells":
      return html`<${Cells} cells=${answer.cells} rows=${task.rows} columns=${task.columns} />`;
    case "clock":
      return html`<p>${clockWords(answer, task)}</p>`;
    case "curve":
      return html`<${CurveRead} points=${answer.points} task=${task} />`;
    case "way":
      return html`<p class="answered-text">${task.ways[answer.way]?.text}</p>`;
    case "gate":
      return html`<p>${answer.ok ? t.practice.gate_ok : t.practice.gate_not_ok}</p>`;
    default:
      return null;
  }
}

/** @param {Extract<import("../ipc.js").Answer, { kind: "clock" }>} answer @param {any} task */
function clockWords({ clock, count, pace }, task) {
  const spent = t.practice.how_long(Math.round(Math.min(clock.counted_ms / 1000, clock.length_s)));
  const tally = count ? t.practice.tally(task.count ?? "", count) : "";
  return [spent, pace && t.practice.pace(pace.inhale, pace.exhale), tally].filter(Boolean).join(" · ");
}

/** @param {{ lines: Line[], ordered?: boolean }} props */
function LinesRead({ lines, ordered }) {
  const items = lines.map(
    ({ text, tag }, at) =>
      html`<li key=${at}>${text}${tag && html` <span class="answered-tag">${tag}</span>`}</li>`,
  );
  return ordered
    ? html`<ol class="answered-lines">${items}</ol>`
    : html`<ul class="answered-lines">${items}</ul>`;
}

/** @param {{ lines: Line[], kinds: string[] }} props */
function Sorted({ lines, kinds }) {
  const groups = [...kinds, null]
    .map((kind) => ({ kind, lines: lines.filter(({ tag }) => tag === kind) }))
    .filter((group) => group.lines.length > 0);
  return html`<dl class="answered-groups">
    ${groups.map(
      ({ kind, lines: inKind }) => html`<div key=${kind ?? ""}>
        <dt>${kind ?? t.practice.unsorted}</dt>
        ${inKind.map(({ text }) => html`<dd key=${text}>${text}</dd>`)}
      </div>`,
    )}
  </dl>`;
}

/** @param {{ cells: Line[][], rows: string[], columns: string[] }} props */
function Cells({ cells, rows, columns }) {
  return html`<div class="answered-grid">
    ${rows.map((row, y) =>
      columns.map((column, x) => {
        const lines = cells[y * columns.length + x] ?? [];
        return html`<div class="answered-cell" key=${`${y}-${x}`}>
          <p class="answered-cell-name">${row}<span> · ${column}</span></p>
          ${lines.length > 0 ? html`<${LinesRead} lines=${lines} />` : html`<p class="quiet-text">${t.practice.nothing}</p>`}
        </div>`;
      }),
    )}
  </div>`;
}

/** @param {{ points: import("../clock.js").Point[], task: any }} props */
function CurveRead({ points, task }) {
  return html`<div class="answered-curve">
    <${Curve} points=${points} minutes=${task.minutes} most=${task.most} low=${task.low} high=${task.high} />
    <ul role="list" class="answered-points">
      ${points.map(({ minute, value }) => html`<li key=${minute}>${t.practice.curve_point(t.practice.curve_minute(minute), value)}</li>`)}
    </ul>
  </div>`;
}
