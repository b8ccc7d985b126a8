import { Banner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { useArrival } from "../focus.js";
import { html, useState } from "../html.js";
import { t } from "../strings/en.js";

/**
 * The safety questions, all at once: only "fine" or "rather not" is kept.
 * @param {import("./props.js").StepProps} props
 */
export function GateStep({ view, answer, onChange, onNext }) {
  const gate = view.gate;
  const given = answer?.kind === "gate" ? answer.ok : (gate?.asked ?? null);
  const [asking, setAsking] = useState(given === null);
  const [refused, setRefused] = useState(given === false);
  const arrival = useArrival(refused && !asking, refused && !asking && answer !== null);
  if (!gate) return null;

  const fine = () => {
    onChange({ kind: "gate", ok: true });
    onNext();
  };
  const ratherNot = () => {
    onChange({ kind: "gate", ok: false });
    setRefused(true);
    setAsking(false);
  };

  if (asking) {
    return html`<div class="step-parts">
      <div class="gate-say">${gate.say.map((words) => html`<p key=${words}>${words}</p>`)}</div>
      <div class="gate-questions">
        <h2 class="step-heading" id="gate-questions">${t.practice.gate_list}</h2>
        <ul role="list" aria-labelledby="gate-questions">
          ${gate.ask.map((question) => html`<li key=${question}>${question}</li>`)}
        </ul>
      </div>
      <div class="gate-answers">
        <${Button} onClick=${fine}>${gate.ok}<//>
        <${Button} onClick=${ratherNot}>${gate.not_ok}<//>
      </div>
    </div>`;
  }
  return html`<div class="step-parts">
    ${answer === null && html`<p class="step-say">${t.practice.gate_asked(refused ? gate.not_ok : gate.ok)}</p>`}
    ${
      refused &&
      html`<${Banner} tone="care" live=${false}>
        <h2 class="banner-title" tabindex="-1" ref=${arrival}>${t.practice.gate_team}</h2>
        ${gate.team.map((words) => html`<p key=${words}>${words}</p>`)}
      <//>`
    }
    <div class="button-row">
      ${answer === null && !refused && html`<${Button} kind="primary" onClick=${fine}>${t.practice.go_on}<//>`}
      <${Button} kind="quiet" icon="undo" onClick=${() => setAsking(true)}>${t.practice.gate_again}<//>
    </div>
  </div>`;
}
