import { Icon } from "../components/icon.js";
import { html, useId, useState } from "../html.js";
import { t } from "../strings/en.js";

/**
 * Who made a questionnaire, how it may be used, and where its words were read.
 * @param {{ instrument: import("../ipc.js").InstrumentView, named?: boolean }} props `named` where several stand on a page
 */
export function AssessmentAbout({ instrument, named = false }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const { name, credit, licence, sources } = instrument;
  return html`<div class="assessment-about">
    <button
      type="button"
      class="behind-button"
      aria-expanded=${open ? "true" : "false"}
      aria-controls=${open ? id : undefined}
      aria-label=${named ? t.assessments.about_of(name) : undefined}
      onClick=${() => setOpen(!open)}
    >
      ${t.assessments.about}<${Icon} name="down" />
    </button>
    ${
      open &&
      html`<dl class="about-lines" id=${id}>
        <div><dt>${t.assessments.credit}</dt><dd>${credit}</dd></div>
        <div><dt>${t.assessments.licence}</dt><dd>${licence}</dd></div>
        <div><dt>${t.assessments.sources}</dt>${sources.map((source) => html`<dd key=${source}>${source}</dd>`)}</div>
      </dl>`
    }
  </div>`;
}
