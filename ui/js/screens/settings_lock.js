import { Button } from "../components/button.js";
import { Select } from "../components/select.js";
import { html, useState } from "../html.js";
import { t } from "../strings/en.js";

const MINUTES = [1, 2, 3, 5, 10, 15, 20, 30, 60];

/** @param {import("./settings.js").SettingsProps} props */
export function LockSettings({ settings, onChange, onLock }) {
  const now = settings.auto_lock_minutes;
  const [first] = useState(now);
  const minutes = [...new Set([...MINUTES, first, now])].sort((one, other) => one - other);
  return html`<${Select}
      label=${t.settings.idle}
      hint=${t.settings.idle_hint}
      value=${String(now)}
      options=${minutes.map((count) => ({ value: String(count), label: t.settings.idle_after(count) }))}
      onChange=${(/** @type {string} */ value) => onChange({ auto_lock_minutes: Number(value) })}
    />
    <div class="part">
      <h3>${t.settings.locks_title}</h3>
      <ul class="plain-list">
        ${t.settings.locks.map((line) => html`<li key=${line}>${line}</li>`)}
      </ul>
      <p>${t.settings.locks_words}</p>
      <div><${Button} icon="lock" onClick=${onLock}>${t.settings.lock_now}<//></div>
    </div>`;
}
