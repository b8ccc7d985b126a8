// What a file from Daylio holds, and the way to bring it in: all of it, or nothing.

import { useChosenFile } from "../chosen_file.js";
import { Banner, ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Page } from "../components/page.js";
import { Select } from "../components/select.js";
import { showToast } from "../components/toast.js";
import { plainDay } from "../dates.js";
import { html, useRef, useState } from "../html.js";
import { call, codeOf } from "../ipc.js";
import { t } from "../strings/en.js";

/**
 * @typedef {import("../ipc.js").DaylioPreviewView} DaylioPreviewView
 * @typedef {import("../ipc.js").MoodStep} MoodStep
 * @typedef {import("../ipc.js").ErrorCode} ErrorCode
 */

/** @param {{ steps: MoodStep[], onDone: () => void }} props */
export function Daylio({ steps, onDone }) {
  /** @type {import("../chosen_file.js").ChosenFile<DaylioPreviewView>} */
  const { preview, problem, setProblem, busy, page, choose } = useChosenFile("daylio_open");

  return html`<${Page}
    class="skills-page daylio-page"
    title=${t.check_in.daylio_title}
    lead=${t.check_in.daylio_lead}
    before=${html`<div><${Button} kind="quiet" icon="back" class="page-back" onClick=${onDone}>${t.check_in.past_title}<//></div>`}
  >
    <div class="stack" ref=${page}>
      ${
        problem === "invalid"
          ? html`<${Banner} tone="problem" title=${t.check_in.daylio_not_one}>${t.check_in.daylio_not_one_text}<//>`
          : problem && html`<${ProblemBanner} code=${problem} />`
      }
      ${preview && html`<${Preview} key=${preview} preview=${preview} steps=${steps} onDone=${onDone} onProblem=${setProblem} />`}
      <div>
        <${Button} id="daylio-choose" kind=${preview ? "quiet" : "primary"} icon="import" busy=${busy} onClick=${choose}>
          ${preview ? t.check_in.daylio_choose_other : t.check_in.daylio_choose}
        <//>
      </div>
    </div>
  <//>`;
}

/**
 * @param {{
 *   preview: DaylioPreviewView, steps: MoodStep[], onDone: () => void, onProblem: (code: ErrorCode | null) => void,
 * }} props
 */
function Preview({ preview, steps, onDone, onProblem }) {
  const { rows, from, until, moods, already, faults } = preview;
  const [chosen, setChosen] = useState(() => new Map(moods.map(({ name, guess }) => [name, guess])));
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const list = useRef(/** @type {HTMLElement | null} */ (null));
  const fresh = rows - already;

  const bringIn = async () => {
    const missing = moods.findIndex(({ name }) => (chosen.get(name) ?? null) === null);
    setAsked(true);
    if (missing >= 0) {
      list.current?.querySelectorAll("select")[missing]?.focus();
      return;
    }
    setBusy(true);
    try {
      const { imported, skipped } = await call("daylio_import", {
        moods: moods.map(({ name }) => ({ name, mood: chosen.get(name) })),
      });
      onDone();
      showToast({ text: t.check_in.daylio_done(imported, skipped) });
    } catch (error) {
      setBusy(false);
      onProblem(codeOf(error));
    }
  };

  return html`<section class="daylio-preview" aria-labelledby="daylio-found">
    <div class="daylio-facts">
      <h2 id="daylio-found" tabindex="-1">${t.check_in.daylio_rows(rows)}</h2>
      ${from && until && html`<p>${t.check_in.daylio_dates(plainDay(from), plainDay(until))}</p>`}
      ${already > 0 && html`<p class="quiet-text">${t.check_in.daylio_already(already)}</p>`}
    </div>
    ${faults.length > 0 && html`<${Faults} faults=${faults} />`}
    ${faults.length === 0 && fresh === 0 && html`<p>${t.check_in.daylio_nothing_new}</p>`}
    ${
      faults.length === 0 &&
      fresh > 0 &&
      html`<fieldset class="daylio-moods" ref=${list}>
          <legend class="field-label">${t.check_in.daylio_moods}</legend>
          <p class="field-hint">${t.check_in.daylio_moods_hint}</p>
          ${moods.map(({ name, rows: times }) => {
            const step = chosen.get(name) ?? null;
            return html`<${Select}
              key=${name}
              label=${t.check_in.daylio_mood(name)}
              hint=${t.check_in.daylio_mood_rows(times)}
              error=${asked && step === null ? t.check_in.daylio_mood_missing : undefined}
              options=${[
                { value: "", label: t.check_in.daylio_mood_none },
                ...steps.map((one) => ({ value: String(one.value), label: one.name })),
              ]}
              value=${step === null ? "" : String(step)}
              onChange=${(/** @type {string} */ value) => setChosen(new Map(chosen).set(name, value === "" ? null : Number(value)))}
            />`;
          })}
        </fieldset>
        <div class="button-row">
          <${Button} kind="primary" busy=${busy && t.check_in.daylio_working} onClick=${bringIn}>${t.check_in.daylio_import(fresh)}<//>
          <${Button} kind="quiet" onClick=${onDone}>${t.check_in.daylio_cancel}<//>
        </div>`
    }
  </section>`;
}

/** @param {{ faults: DaylioPreviewView["faults"] }} props */
function Faults({ faults }) {
  return html`<${Banner} tone="care" live=${false} title=${t.check_in.daylio_faults}>
    <p>${t.check_in.daylio_faults_text}</p>
    <ul class="plain-list">
      ${faults.map(({ line, what }) => html`<li key=${line}>${t.check_in.daylio_fault(line, t.check_in.daylio_fault_whats[what])}</li>`)}
    </ul>
  <//>`;
}
