// How the skill went, on the scale of the diary card.

import { Choice } from "../components/choice.js";
import { html } from "../html.js";
import { t } from "../strings/en.js";

/**
 * @param {{
 *   answer: import("../ipc.js").Answer | null,
 *   onChange: (answer: import("../ipc.js").Answer) => void,
 * }} props
 */
export function PracticeUse({ answer, onChange }) {
  const options = t.skills.codes.map((words, code) => ({
    value: code,
    label: html`<span class="use-code">${code}</span> ${words}`,
  }));
  return html`<${Choice}
    class="use-codes"
    legend=${t.practice.use_title}
    legendHidden
    options=${options}
    value=${answer?.kind === "use" ? answer.code : null}
    onChange=${(/** @type {number} */ code) => onChange({ kind: "use", code })}
  />`;
}
