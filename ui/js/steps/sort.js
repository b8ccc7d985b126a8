import { Lines } from "../components/lines.js";
import { html, useMemo } from "../html.js";
import { t } from "../strings/en.js";
import { TITLE } from "./props.js";

/** @typedef {import("../ipc.js").Line} Line */

/** The lines of an earlier step, none of them in its place yet. @param {import("./props.js").StepProps} props @returns {Line[]} */
function earlierLines({ view, task }) {
  const answer = view.shown.find(({ step }) => step.id === task.from)?.answer;
  const texts =
    answer?.kind === "lines"
      ? answer.lines.map(({ text }) => text)
      : answer?.kind === "text"
        ? answer.text.split("\n")
        : [];
  return texts
    .map((text) => text.trim())
    .filter((text) => text !== "")
    .map((text) => ({ text, tag: null }));
}

/** @param {import("./props.js").StepProps} props */
export function SortStep(props) {
  const { step, task, answer, onChange, say } = props;
  const earlier = useMemo(() => earlierLines(props), [props.view]);
  const lines = answer?.kind === "lines" ? answer.lines : earlier;
  const left = lines.filter(({ tag }) => tag === null).length;
  return html`<div class="step-parts">
    <${Lines}
      label=${step.title}
      labelId=${TITLE}
      lines=${lines}
      placeholder=${task.hint}
      tags=${task.kinds}
      tagsAs="chips"
      say=${say}
      class="lines-sort"
      onChange=${(/** @type {Line[]} */ next) => onChange({ kind: "lines", lines: next })}
    />
    ${lines.length > 0 && html`<p class="quiet-text">${t.practice.sort_left(left)}</p>`}
  </div>`;
}
