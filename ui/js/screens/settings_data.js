import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Dialog } from "../components/dialog.js";
import { Field } from "../components/field.js";
import { copyText } from "../copy.js";
import { html, useRef, useState } from "../html.js";
import { call } from "../ipc.js";
import { t } from "../strings/en.js";

/** @param {import("./settings.js").SettingsProps} props */
export function DataSettings({ session }) {
  const [asking, setAsking] = useState(false);
  return html`<div class="part">
      <h3>${t.settings.data_where}</h3>
      <p>${t.settings.data_where_text}</p>
      <p class="data-path"><code>${session.data_dir}</code></p>
      <div>
        <${Button} icon="copy" onClick=${() => copyText(session.data_dir, t.settings.data_path_copied)}>${t.settings.data_copy_path}<//>
      </div>
    </div>
    <div class="part">
      <h3>${t.settings.data_what}</h3>
      <dl class="facts">
        ${t.settings.data_files.map(({ name, text }) => html`<div key=${name}><dt><code>${name}</code></dt><dd>${text}</dd></div>`)}
      </dl>
    </div>
    <div class="part">
      <h3>${t.settings.data_how}</h3>
      <p>${t.settings.data_how_text}</p>
      <p>${t.settings.data_lost}</p>
    </div>
    <div class="part">
      <h3>${t.settings.delete_title}</h3>
      <p>${t.settings.delete_lead}</p>
      <div><${Button} kind="danger" icon="bin" onClick=${() => setAsking(true)}>${t.settings.delete_open}<//></div>
    </div>
    ${asking && html`<${DeleteEverything} onClose=${() => setAsking(false)} />`}`;
}

/** @param {{ onClose: () => void }} props */
function DeleteEverything({ onClose }) {
  const [typed, setTyped] = useState("");
  const [error, setError] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState(/** @type {import("../ipc.js").ErrorCode | null} */ (null));
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  const phrase = t.settings.delete_phrase;

  const send = async () => {
    if (busy) return;
    if (typed.trim().toLowerCase() !== phrase) {
      setError(t.settings.delete_differs(phrase));
      input.current?.focus();
      return;
    }
    setBusy(true);
    try {
      await call("delete_everything", { confirmation: "delete everything" });
    } catch (failure) {
      setBusy(false);
      setProblem(/** @type {import("../ipc.js").Problem} */ (failure).code);
    }
  };

  return html`<${Dialog}
    title=${t.settings.delete_dialog}
    onClose=${onClose}
    actions=${html`<${Button} kind="danger" icon="bin" busy=${busy && t.settings.delete_busy} onClick=${send}>${t.settings.delete_confirm}<//>
      <${Button} kind="primary" data-first-focus onClick=${onClose}>${t.settings.delete_keep}<//>`}
  >
    ${problem && html`<${ProblemBanner} code=${problem} />`}
    <p>${t.settings.delete_goes}</p>
    <ul class="plain-list">
      ${t.settings.delete_list.map((line) => html`<li key=${line}>${line}</li>`)}
    </ul>
    <p>${t.settings.delete_stays}</p>
    <${Field}
      label=${t.settings.delete_type(phrase)}
      error=${error}
      value=${typed}
      onInput=${(/** @type {string} */ value) => {
        setTyped(value);
        setError("");
      }}
      inputRef=${input}
      autocomplete="off"
      autocapitalize="off"
      spellcheck=${false}
    />
  <//>`;
}
