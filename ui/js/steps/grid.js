import { Lines } from "../components/lines.js";
import { html } from "../html.js";
import { t } from "../strings/en.js";

/** @typedef {import("../ipc.js").Line} Line */

/** @param {import("./props.js").StepProps} props */
export function GridStep({ task, answer, onChange }) {
  /** @type {Line[][]} */
  const cells = answer?.kind === "cells" ? answer.cells : [[], [], [], []];
  /** @param {number} at @param {Line[]} lines */
  const put = (at, lines) => {
    const next = cells.map((cell, place) => (place === at ? lines : cell));
    const isEmpty = next.every((cell) => cell.length === 0);
    onChange(isEmpty ? null : /** @type {any} */ ({ kind: "cells", cells: next }));
  };
  return html`<div class="step-parts">
    ${task.rows.map(
      (
        /** @type {string} */ row,
        /** @type {number} */ y,
      ) => html`<section class="grid-row" key=${row} aria-label=${row}>
        <h2 class="step-heading">${row}</h2>
        <div class="grid-cells">
          ${task.columns.map((/** @type {string} */ column, /** @type {number} */ x) => {
            const at = y * task.columns.length + x;
            return html`<div class="grid-cell" key=${column}>
              <h3 class="grid-column">${column}</h3>
              <${Lines}
                label=${t.practice.line_of(row, column)}
                lines=${cells[at] ?? []}
                tags=${task.tags}
                onChange=${(/** @type {Line[]} */ lines) => put(at, lines)}
              />
            </div>`;
          })}
        </div>
      </section>`,
    )}
    <p class="field-hint">${t.practice.lines_hint}</p>
  </div>`;
}
