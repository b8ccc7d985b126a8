import { classes, html, useId } from "../html.js";

/**
 * A number on a line, with words for it. Nothing is set until the person touches it.
 * @param {{
 *   label: string,
 *   value: number | null,
 *   onChange: (value: number) => void,
 *   most?: number,
 *   step?: number,
 *   words?: (value: number) => string,
 *   outOf: (value: number) => string,
 *   unset: string,
 *   ends: { low: string, high: string },
 *   hint?: string,
 *   mark?: { value: number, label: string } | null,
 *   labelHidden?: boolean,
 *   id?: string,
 *   class?: string,
 * }} props `outOf` says the number in words, `unset` stands where there is none, `mark` is an earlier value
 */
export function Slider({
  label,
  value,
  onChange,
  most = 100,
  step = most > 20 ? 5 : 1,
  words,
  outOf,
  unset,
  ends,
  hint,
  mark,
  labelHidden,
  id: wantedId,
  class: className,
}) {
  const ownId = useId();
  const id = wantedId ?? ownId;
  const middle = Math.round(most / 2 / step) * step;
  const isSet = value !== null;
  const word = isSet && words ? words(value) : "";
  /** A press that does not move the thumb sets the number too. @param {any} event */
  const take = (event) => onChange(Number(event.currentTarget.value));
  return html`<div class=${classes("slider", !isSet && "is-unset", className)}>
    <div class="slider-head">
      <label class=${labelHidden ? "only-heard" : "field-label"} for=${id}>${label}</label>
      <p class="slider-value" aria-hidden="true">
        ${isSet && html`<span class="slider-number">${value}</span>`}
        <span class="slider-word">${isSet ? word : unset}</span>
      </p>
    </div>
    <div class="slider-line" style=${{ "--share": String((value ?? middle) / most) }}>
      ${
        mark &&
        html`<span class="slider-mark" style=${{ "--share": String(mark.value / most) }} aria-hidden="true"><span>${mark.label}</span></span>`
      }
      <input
        id=${id}
        type="range"
        min="0"
        max=${most}
        step=${step}
        value=${value ?? middle}
        aria-valuetext=${isSet ? [outOf(value), word].filter(Boolean).join(", ") : unset}
        aria-describedby=${hint || mark ? `${id}-hint` : undefined}
        onInput=${take}
        onClick=${take}
      />
    </div>
    <div class="slider-ends" aria-hidden="true"><span>${ends.low}</span><span>${ends.high}</span></div>
    ${hint && !isSet && html`<p class="field-hint slider-hint">${hint}</p>`}
    ${(hint || mark) && html`<p class="only-heard" id=${`${id}-hint`}>${[mark?.label, hint].filter(Boolean).join(". ")}</p>`}
  </div>`;
}
