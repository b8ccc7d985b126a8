import { Choice } from "../components/choice.js";
import { html } from "../html.js";
import { t } from "../strings/en.js";

/** @param {import("./props.js").StepProps} props */
export function BranchStep({ task, answer, onChange }) {
  return html`<${Choice}
    class="choice-large"
    legend=${t.practice.choose_one}
    legendHidden
    options=${task.ways.map((/** @type {{ text: string }} */ way, /** @type {number} */ index) => ({ value: index, label: way.text }))}
    value=${answer?.kind === "way" ? answer.way : null}
    onChange=${(/** @type {number} */ way) => onChange({ kind: "way", way })}
  />`;
}
