import { Lines } from "../components/lines.js";
import { html } from "../html.js";
import { t } from "../strings/en.js";
import { TITLE } from "./props.js";

/** @typedef {import("../ipc.js").Line} Line */

/** @param {import("./props.js").StepProps} props */
export function ListStep({ step, task, answer, onChange, say }) {
  const lines = answer?.kind === "lines" ? answer.lines : [];
  return html`<div class="step-parts">
    <${Lines}
      label=${step.title}
      labelId=${TITLE}
      lines=${lines}
      placeholder=${task.hint}
      tags=${task.tags}
      tagsAs="chips"
      ordered=${task.ordered}
      say=${say}
      onChange=${(/** @type {Line[]} */ next) => onChange(next.length === 0 ? null : { kind: "lines", lines: next })}
    />
    <p class="field-hint">${task.ordered ? t.practice.ordered_hint : t.practice.lines_hint}</p>
  </div>`;
}
