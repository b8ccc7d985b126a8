import { classes, html, useId } from "../html.js";

/**
 * A number on a row, with words at both ends. Nothing is chosen until the person chooses.
 * @param {{
 *   legend: string,
 *   min: number,
 *   max: number,
 *   labels: { min: string, max: string },
 *   value: number | null,
 *   onChange: (value: number) => void,
 *   hint?: string,
 *   id?: string,
 *   class?: string,
 * }} props
 */
export function Rating({ legend, min, max, labels, value, onChange, hint, id, class: className }) {
  const name = useId();
  const steps = Array.from({ length: max - min + 1 }, (_, index) => min + index);
  /** @param {number} step */
  const spoken = (step) =>
    step === min ? `${step}, ${labels.min}` : step === max ? `${step}, ${labels.max}` : `${step}`;
  return html`<fieldset id=${id} class=${classes("rating", className)} aria-describedby=${hint ? `${name}-hint` : undefined}>
    <legend class="field-label">${legend}</legend>
    ${hint && html`<p class="field-hint" id=${`${name}-hint`}>${hint}</p>`}
    <div class="rating-steps">
      ${steps.map(
        (step) => html`<label class="rating-step" key=${step}>
          <input
            type="radio"
            name=${name}
            value=${step}
            checked=${step === value}
            aria-label=${spoken(step)}
            onChange=${() => onChange(step)}
          />
          <span>${step}</span>
        </label>`,
      )}
    </div>
    <div class="rating-ends" aria-hidden="true"><span>${labels.min}</span><span>${labels.max}</span></div>
  </fieldset>`;
}
