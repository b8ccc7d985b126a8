// Help now: numbers of people first, then three skills of a minute. Both windows show it.

import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Icon } from "../components/icon.js";
import { Page } from "../components/page.js";
import { Select } from "../components/select.js";
import { useEscape } from "../focus.js";
import { classes, Fragment, html, useEffect, useRef, useState } from "../html.js";
import { call } from "../ipc.js";
import { t } from "../strings/en.js";
import { TeamLineForm } from "./help_team.js";
import { Pacer } from "./pacer.js";

/** @typedef {import("../ipc.js").HelpView} HelpView */
/** @typedef {import("../ipc.js").SettingsView} SettingsView */
/** @typedef {import("../ipc.js").ErrorCode} ErrorCode */

/**
 * @param {{
 *   onClose: () => void,
 *   canEdit: boolean,
 *   onSettings?: (settings: SettingsView) => void,
 *   children?: import("../html.js").Children,
 * }} props `onSettings` hears of a region that was saved here; `children` stand below the three skills
 */
export function HelpNow({ onClose, canEdit, onSettings, children }) {
  const [view, setView] = useState(/** @type {HelpView | null} */ (null));
  const [problem, setProblem] = useState(/** @type {ErrorCode | null} */ (null));
  const [skill, setSkill] = useState(/** @type {import("../ipc.js").MinuteSkill | null} */ (null));
  const [editing, setEditing] = useState(false);
  const lastSkill = useRef(/** @type {string | null} */ (null));
  const lines = useRef(/** @type {HTMLElement | null} */ (null));

  /** @param {string | null} region */
  const load = async (region) => {
    try {
      setView(await call("help_view", { region }));
      setProblem(null);
    } catch (error) {
      setProblem(/** @type {import("../ipc.js").Problem} */ (error).code);
    }
  };
  useEffect(() => {
    load(null);
  }, []);

  useEscape(onClose, !skill && !editing);

  useEffect(() => {
    if (!skill && lastSkill.current) document.getElementById(`skill-${lastSkill.current}`)?.focus();
  }, [skill]);

  /** @param {string} region */
  const chooseRegion = async (region) => {
    await load(region);
    lines.current?.focus();
    if (!canEdit) return;
    try {
      const settings = await call("settings_view");
      onSettings?.(await call("settings_update", { ...settings, region }));
    } catch (error) {
      setProblem(/** @type {import("../ipc.js").Problem} */ (error).code);
    }
  };

  if (skill) return html`<${Pacer} skill=${skill} onClose=${() => setSkill(null)} />`;

  return html`<${Page}
    title=${t.help.title}
    lead=${t.help.honest}
    arrive=${lastSkill.current === null}
    class="help"
    actions=${html`<${Button} kind="secondary" icon="back" onClick=${onClose}>${t.help.back}<//>`}
  >
    ${problem && html`<${ProblemBanner} code=${problem} onRetry=${() => load(view?.region ?? null)} />`}
    <div class="help-columns">
      <div class="help-lines">
        ${
          view &&
          html`<${Fragment}>
            <${TeamLine} ...${{ view, canEdit, editing, setEditing, setView }} />
            ${
              view.region
                ? html`<${RegionLines} view=${view} headingRef=${lines} onChoose=${chooseRegion} />`
                : html`<${RegionChooser} view=${view} onChoose=${chooseRegion} />`
            }
          <//>`
        }
        ${!view && !problem && html`<p role="status" class="quiet-text">${t.help.loading}</p>`}
      </div>
      <div class="help-side">
        ${
          view &&
          html`<section class="help-skills" aria-labelledby="help-skills-title">
            <h2 id="help-skills-title">${t.help.skills}</h2>
            <p class="quiet-text">${t.help.skills_what}</p>
            <ul role="list" class="help-skill-list">
              ${view.skills.map(
                (one) => html`<li key=${one.id}>
                  <button
                    type="button"
                    id=${`skill-${one.id}`}
                    class="help-skill"
                    onClick=${() => {
                      lastSkill.current = one.id;
                      setSkill(one);
                    }}
                  >
                    <span class=${classes("help-skill-shape", `is-${one.phases[0]?.shape}`)} />
                    <span class="help-skill-name">${one.name}</span>
                    <${Icon} name="play" />
                  </button>
                </li>`,
              )}
            </ul>
          </section>`
        }
        ${children}
      </div>
    </div>
  <//>`;
}

/**
 * @param {{
 *   view: HelpView, canEdit: boolean, editing: boolean,
 *   setEditing: (editing: boolean) => void, setView: (view: HelpView) => void,
 * }} props
 */
function TeamLine({ view, canEdit, editing, setEditing, setView }) {
  const edit = useRef(/** @type {HTMLButtonElement | null} */ (null));
  const was = useRef(false);
  useEffect(() => {
    if (was.current && !editing) edit.current?.focus();
    was.current = editing;
  }, [editing]);

  if (editing) {
    return html`<${TeamLineForm}
      view=${view}
      onDone=${(/** @type {HelpView | null} */ next) => {
        if (next) setView({ ...next, region: view.region, lines: view.lines, emergency: view.emergency });
        setEditing(false);
      }}
    />`;
  }
  const line = view.team_line;
  if (!line && !canEdit) return null;
  return html`<section class="help-team" aria-labelledby="help-team-title">
    <div class="help-team-head">
      <h2 id="help-team-title">${t.help.team}</h2>
      ${
        line &&
        canEdit &&
        html`<${Button} kind="quiet" icon="pen" buttonRef=${edit} onClick=${() => setEditing(true)}>${t.help.team_edit}<//>`
      }
    </div>
    ${
      line
        ? html`<${Line} name=${line.name} number=${line.number} hours=${line.hours} />`
        : html`<p class="quiet-text">${t.help.team_add_what}</p>
            <div>
              <${Button} icon="plus" buttonRef=${edit} onClick=${() => setEditing(true)}>${t.help.team_add}<//>
            </div>`
    }
  </section>`;
}

/** @param {{ view: HelpView, onChoose: (region: string) => void }} props */
function RegionChooser({ view, onChoose }) {
  return html`<section class="help-chooser" aria-labelledby="help-region-title">
    <h2 id="help-region-title">${t.help.region_choose}</h2>
    <p class="quiet-text">${t.help.region_choose_what}</p>
    <ul role="list" class="help-regions">
      ${view.regions.map(
        ({ id, name }) => html`<li key=${id}><${Button} onClick=${() => onChoose(id)}>${name}<//></li>`,
      )}
    </ul>
  </section>`;
}

/** @param {{ view: HelpView, headingRef: import("preact").Ref<HTMLElement>, onChoose: (region: string) => void }} props */
function RegionLines({ view, headingRef, onChoose }) {
  return html`<section class="help-region-lines" aria-labelledby="help-lines-title">
    <div class="help-lines-head">
      <h2 id="help-lines-title" ref=${headingRef} tabindex="-1">${t.help.lines}</h2>
      <${Select}
        class="help-region"
        label=${t.help.region}
        labelHidden
        value=${view.region}
        options=${view.regions.map(({ id, name }) => ({ value: id, label: name }))}
        onChange=${onChoose}
      />
    </div>
    <ul role="list" class="help-line-list">
      ${
        view.emergency &&
        html`<li class="help-line help-emergency">
          <p class="help-line-name">${t.help.emergency}</p>
          <${Digits} what=${t.help.call} number=${view.emergency} spoken=${t.help.call_spoken(view.emergency)} />
        </li>`
      }
      ${view.lines.map(
        (line) => html`<li key=${line.name} class="help-line">
          <${Line} name=${line.name} number=${line.call} text=${line.text} hours=${line.hours} note=${line.note} />
          <p class="help-line-source">
            ${t.help.checked(t.common.date(line.checked))}<span> · ${t.help.source(line.source)}</span>
          </p>
        </li>`,
      )}
    </ul>
  </section>`;
}

/** @param {{ name: string, number?: string | null, text?: string | null, hours: string, note?: string | null }} props */
function Line({ name, number, text, hours, note }) {
  return html`<div class="help-line-body">
    ${name !== t.help.team && html`<p class="help-line-name">${name}</p>`}
    <div class="help-numbers">
      ${number && html`<${Digits} what=${t.help.call} icon="phone" number=${number} spoken=${t.help.call_spoken(number)} />`}
      ${text && html`<${Digits} what=${t.help.text} icon="message" number=${text} spoken=${t.help.text_spoken(text)} />`}
    </div>
    ${hours && html`<p class="help-line-hours">${hours}</p>`}
    ${note && html`<p class="help-line-note">${note}</p>`}
  </div>`;
}

/** @param {{ what: string, icon?: string, number: string, spoken: string }} props */
function Digits({ what, icon = "phone", number, spoken }) {
  return html`<p class="digits">
    <span class="only-heard">${spoken}</span>
    <span class="digits-what" aria-hidden="true"><${Icon} name=${icon} />${what}</span>
    <span class="digits-number" aria-hidden="true">${number}</span>
  </p>`;
}
