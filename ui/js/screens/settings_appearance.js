import { Choice, Toggle } from "../components/choice.js";
import { html, useId } from "../html.js";
import { t } from "../strings/en.js";

const STEP = 10;

/** @param {import("./settings.js").SettingsProps} props */
export function AppearanceSettings({ settings, onChange, onPreview }) {
  return html`<${Choice}
      columns
      legend=${t.settings.appearance}
      value=${settings.appearance}
      onChange=${(/** @type {any} */ appearance) => onChange({ appearance })}
      options=${[
        { value: "system", label: t.settings.appearance_system },
        { value: "light", label: t.settings.appearance_light },
        { value: "dark", label: t.settings.appearance_dark },
      ]}
    />
    <${TextSize}
      value=${settings.text_size}
      onPreview=${(/** @type {number} */ text_size) => onPreview({ ...settings, text_size })}
      onChange=${(/** @type {number} */ text_size) => onChange({ text_size })}
    />
    <${Choice}
      columns
      legend=${t.settings.contrast}
      value=${settings.contrast}
      onChange=${(/** @type {any} */ contrast) => onChange({ contrast })}
      options=${[
        { value: "system", label: t.settings.contrast_system },
        { value: "standard", label: t.settings.contrast_standard },
        { value: "more", label: t.settings.contrast_more },
      ]}
    />
    <${Choice}
      columns
      legend=${t.settings.motion}
      value=${settings.motion}
      onChange=${(/** @type {any} */ motion) => onChange({ motion })}
      options=${[
        { value: "system", label: t.settings.motion_system },
        { value: "full", label: t.settings.motion_full },
        { value: "reduced", label: t.settings.motion_reduced },
      ]}
    />
    <${Toggle}
      label=${t.settings.sound}
      hint=${t.settings.sound_hint}
      checked=${settings.sound}
      onChange=${(/** @type {boolean} */ sound) => onChange({ sound })}
    />`;
}

/** @param {{ value: number, onPreview: (value: number) => void, onChange: (value: number) => void }} props */
function TextSize({ value, onPreview, onChange }) {
  const id = useId();
  return html`<div class="field">
    <label class="field-label" for=${id}>${t.settings.text_size}</label>
    <div class="text-size">
      <span class="text-size-small" aria-hidden="true">${t.settings.text_size_letter}</span>
      <input
        id=${id}
        type="range"
        min="100"
        max="200"
        step=${STEP}
        value=${value}
        aria-valuetext=${t.settings.text_size_words(value)}
        onInput=${(/** @type {any} */ event) => onPreview(Number(event.currentTarget.value))}
        onChange=${(/** @type {any} */ event) => onChange(Number(event.currentTarget.value))}
      />
      <span class="text-size-large" aria-hidden="true">${t.settings.text_size_letter}</span>
    </div>
    <p class="field-hint" aria-hidden="true">${t.settings.text_size_words(value)}</p>
    <p class="text-size-sample">${t.settings.text_size_sample}</p>
  </div>`;
}
