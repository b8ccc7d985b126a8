import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Select } from "../components/select.js";
import { html, useEffect, useRef, useState } from "../html.js";
import { call } from "../ipc.js";
import { t } from "../strings/en.js";
import { TeamLineForm } from "./help_team.js";

/** @typedef {import("../ipc.js").HelpView} HelpView */

/** @param {import("./settings.js").SettingsProps} props */
export function RegionSettings({ settings, onChange }) {
  const [view, setView] = useState(/** @type {HelpView | null} */ (null));
  const [problem, setProblem] = useState(/** @type {import("../ipc.js").ErrorCode | null} */ (null));
  const [editing, setEditing] = useState(false);
  const edit = useRef(/** @type {HTMLButtonElement | null} */ (null));

  const load = async () => {
    try {
      setView(await call("help_view", { region: null }));
      setProblem(null);
    } catch (error) {
      setProblem(/** @type {import("../ipc.js").Problem} */ (error).code);
    }
  };
  useEffect(() => {
    load();
  }, []);

  if (problem) return html`<${ProblemBanner} code=${problem} onRetry=${load} />`;
  if (!view) return null;
  const line = view.team_line;
  const regions = view.regions.map(({ id, name }) => ({ value: id, label: name }));
  return html`<div class="part">
      <h3>${t.settings.region_title}</h3>
      <p>${t.settings.region_lead}</p>
      <${Select}
        label=${t.settings.region}
        value=${settings.region ?? ""}
        options=${settings.region === null ? [...regions, { value: "", label: t.settings.region_none }] : regions}
        onChange=${(/** @type {string} */ region) => region !== "" && onChange({ region })}
      />
    </div>
    <div class="part">
      <h3>${t.settings.team_title}</h3>
      <p>${t.settings.team_lead}</p>
      ${
        editing
          ? html`<${TeamLineForm}
              view=${view}
              onDone=${(/** @type {HelpView | null} */ next) => {
                if (next) setView(next);
                setEditing(false);
                setTimeout(() => edit.current?.focus());
              }}
            />`
          : html`${line && html`<${TeamLine} line=${line} whileLocked=${view.team_line_while_locked} />`}
              <div>
                <${Button} icon=${line ? "pen" : "plus"} buttonRef=${edit} onClick=${() => setEditing(true)}>
                  ${line ? t.settings.team_edit : t.settings.team_add}
                <//>
              </div>`
      }
    </div>`;
}

/** @param {{ line: NonNullable<HelpView["team_line"]>, whileLocked: boolean }} props */
function TeamLine({ line, whileLocked }) {
  return html`<div class="team-card">
    <p class="team-name">${line.name}</p>
    <p class="team-number">${line.number}</p>
    <p class="quiet-text">${line.hours}</p>
    <p class="quiet-text">${whileLocked ? t.settings.team_shown_locked : t.settings.team_hidden_locked}</p>
  </div>`;
}
