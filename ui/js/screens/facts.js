import { html } from "../html.js";
import { t } from "../strings/en.js";

/** What the app is, on one label. @param {import("./settings.js").SettingsProps} props */
export function Facts({ session }) {
  const versions = [
    t.facts.version(session.version),
    t.facts.sqlite(session.sqlite_version),
    t.facts.cipher(session.cipher_version),
  ];
  return html`<p class="facts-lead">${t.facts.lead}</p>
    <dl class="facts facts-label">
      ${t.facts.rows.map(
        ({ name, text }) => html`<div key=${name}>
          <dt>${name}</dt>
          <dd>${text.map((line) => html`<p key=${line}>${line}</p>`)}</dd>
        </div>`,
      )}
      <div>
        <dt>${t.facts.versions}</dt>
        <dd>
          ${versions.map((line) => html`<p key=${line}>${line}</p>`)}
          <p>${t.facts.thanks}</p>
        </dd>
      </div>
    </dl>`;
}
