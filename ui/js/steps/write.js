import { html } from "../html.js";
import { TITLE } from "./props.js";

/** @param {import("./props.js").StepProps} props */
export function WriteStep({ task, answer, onChange }) {
  const text = answer?.kind === "text" ? answer.text : "";
  return html`<div class="paper grows" data-twin=${`${text || task.hint || ""}\n\n`}>
    <textarea
      aria-labelledby=${TITLE}
      placeholder=${task.hint ?? undefined}
      spellcheck=${true}
      value=${text}
      onInput=${(/** @type {any} */ event) => {
        const next = event.currentTarget.value;
        onChange(next === "" ? null : { kind: "text", text: next });
      }}
    />
  </div>`;
}
