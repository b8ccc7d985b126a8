import { Checks } from "../components/checks.js";
import { html } from "../html.js";
import { t } from "../strings/en.js";
import { OwnWords, useChosen } from "./chosen.js";

/** @param {import("./props.js").StepProps} props */
export function ChecklistStep({ task, answer, onChange }) {
  const chosen = useChosen({ answer, onChange, many: true, offered: task.items });
  return html`<div class="step-parts">
    <${Checks}
      legend=${t.practice.choose_many}
      legendHidden
      options=${[...task.items, ...chosen.own]}
      chosen=${chosen.picked}
      onToggle=${chosen.toggle}
    />
    ${task.own && html`<${OwnWords} chosen=${chosen} />`}
  </div>`;
}
