import { Rating } from "../components/rating.js";
import { Slider } from "../components/slider.js";
import { html } from "../html.js";
import { t } from "../strings/en.js";

const MOST_AS_ROW = 10;

/** @param {import("./props.js").StepProps} props */
export function RateStep({ step, task, answer, onChange }) {
  const value = answer?.kind === "number" ? answer.value : null;
  const put = (/** @type {number} */ next) => onChange({ kind: "number", value: next });
  if (task.most <= MOST_AS_ROW) {
    return html`<${Rating}
      class="rating-large"
      legend=${t.practice.number_of(task.most)}
      min=${0}
      max=${task.most}
      labels=${{ min: task.low, max: task.high }}
      value=${value}
      onChange=${put}
    />`;
  }
  return html`<${Slider}
    label=${step.title}
    labelHidden
    most=${task.most}
    value=${value}
    onChange=${put}
    outOf=${(/** @type {number} */ number) => t.practice.out_of(number, task.most)}
    unset=${t.practice.not_set}
    hint=${t.practice.not_set_hint}
    ends=${{ low: task.low, high: task.high }}
  />`;
}
