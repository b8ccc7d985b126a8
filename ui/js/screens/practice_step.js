// The kinds of step, each with its own screen; and a step as a whole.

import { Answered } from "../components/answered.js";
import { classes, html } from "../html.js";
import { kindOf, partsOf } from "../practice.js";
import { BranchStep } from "../steps/branch.js";
import { BreatheStep } from "../steps/breathe.js";
import { ChecklistStep } from "../steps/checklist.js";
import { ChooseStep } from "../steps/choose.js";
import { CurveStep } from "../steps/curve.js";
import { GateStep } from "../steps/gate.js";
import { GridStep } from "../steps/grid.js";
import { ImageryStep } from "../steps/imagery.js";
import { ListStep } from "../steps/list.js";
import { RateStep } from "../steps/rate.js";
import { SortStep } from "../steps/sort.js";
import { TenseStep } from "../steps/tense.js";
import { TimerStep } from "../steps/timer.js";
import { WriteStep } from "../steps/write.js";
import { t } from "../strings/en.js";

/** @type {Record<import("../practice.js").TaskKind, ((props: import("../steps/props.js").StepProps) => any) | null>} */
const KINDS = {
  read: null,
  choose: ChooseStep,
  write: WriteStep,
  rate: RateStep,
  checklist: ChecklistStep,
  timer: TimerStep,
  breathe: BreatheStep,
  tense: TenseStep,
  grid: GridStep,
  list: ListStep,
  sort: SortStep,
  curve: CurveStep,
  imagery: ImageryStep,
  branch: BranchStep,
  gate: GateStep,
};

/** What has the middle of the screen to itself. */
const STAGES = ["timer", "breathe", "tense", "imagery"];

/** @param {Omit<import("../steps/props.js").StepProps, "task">} props */
export function PracticeStep(props) {
  const { step, view } = props;
  const Kind = KINDS[kindOf(step.do)];
  const shown = view.shown.filter(({ step: earlier }) => step.show.includes(earlier.id));
  const isAlone = Kind === null || STAGES.includes(kindOf(step.do));
  return html`${
    step.say.length > 0 &&
    html`<div class="step-words">${step.say.map((words) => html`<p class="step-say" key=${words}>${words}</p>`)}</div>`
  }
  ${
    shown.length > 0 &&
    html`<div class=${classes("step-shown", !isAlone && "step-beside")} role="group" aria-label=${t.practice.shown}>
      ${shown.map((answered) => html`<${Answered} key=${answered.step.id} answered=${answered} />`)}
    </div>`
  }
  ${Kind && html`<${Kind} ...${props} task=${partsOf(step.do)} />`}`;
}
