import { html } from "../html.js";
import { keyCaps, SHORTCUTS } from "../shortcuts.js";
import { t } from "../strings/en.js";

export function ShortcutSettings() {
  const rows = [
    ...SHORTCUTS.map((shortcut) => ({
      caps: keyCaps(shortcut),
      name: t.settings.shortcut_names[shortcut.id],
    })),
    ...t.settings.shortcut_more,
  ];
  return html`<p>${t.settings.shortcuts_lead}</p>
    <table class="keys">
      <thead class="only-heard">
        <tr>
          <th scope="col">${t.settings.shortcut_what}</th>
          <th scope="col">${t.settings.shortcut_keys}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ name, caps }) => html`<tr key=${name}>
            <th scope="row">${name}</th>
            <td>${caps.map((cap, index) => html`${index > 0 && html` <span class="only-heard">${t.settings.shortcut_plus}</span> `}<kbd key=${cap}>${cap}</kbd>`)}</td>
          </tr>`,
        )}
      </tbody>
    </table>`;
}
