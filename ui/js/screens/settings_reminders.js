// What one is reminded of and when; above it, when reminders can come at all.

import { useAsked } from "../asking.js";
import { Banner, ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Toggle } from "../components/choice.js";
import { StateNote } from "../components/save_note.js";
import { html, useRef, useState } from "../html.js";
import { call, codeOf } from "../ipc.js";
import { comingOf } from "../reminders.js";
import { t } from "../strings/en.js";
import { ReminderForm } from "./settings_reminder_form.js";

/**
 * @typedef {import("../ipc.js").RemindersView} RemindersView
 * @typedef {import("../ipc.js").ErrorCode} ErrorCode
 * @typedef {import("../autosave.js").SaveState} SaveState
 * @typedef {{ which: "keep" | "autostart", code: ErrorCode }} Failed
 */

/** @param {import("./settings.js").SettingsProps} props */
export function ReminderSettings({ settings, onKeep, drafts }) {
  /** @type {import("../asking.js").Asked<RemindersView>} */
  const { view, problem, reload, patch } = useAsked("reminders");
  const keepRunning = settings.keep_running;

  /** @param {RemindersView} next */
  const show = (next) => patch(() => next);

  if (!view) return problem && html`<${ProblemBanner} code=${problem} onRetry=${reload} />`;
  return html`<p>${t.reminders.lead}</p>
    ${problem && html`<${ProblemBanner} code=${problem} onRetry=${reload} />`}
    ${!view.notifications && html`<${Unseen} onLook=${reload} />`}
    <${WhenTheyCome} ...${{ view, keepRunning }} />
    <${ReminderForm} settings=${view.settings} drafts=${drafts} onSaved=${show} />
    <${WhenClosed} ...${{ view, keepRunning, onKeep }} onView=${show} />
    <${TryOne} onTried=${reload} />`;
}

/** @param {{ onLook: () => Promise<void> }} props it is there until a look finds that notifications are shown */
function Unseen({ onLook }) {
  const [state, setState] = useState(/** @type {"idle" | "looking" | "still"} */ ("idle"));

  const look = async () => {
    setState("looking");
    await onLook();
    setState("still");
    setTimeout(() => {
      if (document.activeElement === document.body) document.getElementById("settings-part-title")?.focus();
    });
  };

  return html`<${Banner}
    tone="care"
    title=${t.reminders.unseen_title}
    actions=${html`<${Button} busy=${state === "looking" && t.reminders.looking} onClick=${look}>${t.reminders.look_again}<//>`}
  >
    <p>${t.reminders.unseen}</p>
    ${state === "still" && html`<p>${t.reminders.unseen_still}</p>`}
  <//>`;
}

/** @param {{ view: RemindersView, keepRunning: boolean }} props */
function WhenTheyCome({ view, keepRunning }) {
  const { runs, sleeps, late } = t.reminders.when;
  const { closed, restart } = comingOf(view, keepRunning);
  const lines = [runs, t.reminders.when_closed[closed], t.reminders.when_restart[restart], sleeps, late];
  return html`<section class="part" aria-labelledby="reminders-when">
    <h3 id="reminders-when">${t.reminders.when_title}</h3>
    ${!view.notifications && html`<p>${t.reminders.when_unseen}</p>`}
    <ul class="plain-list">
      ${lines.map((line) => html`<li key=${line}>${line}</li>`)}
    </ul>
  </section>`;
}

/**
 * @param {{
 *   view: RemindersView, keepRunning: boolean, onView: (view: RemindersView) => void,
 *   onKeep: import("./settings.js").SettingsProps["onKeep"],
 * }} props
 */
function WhenClosed({ view, keepRunning, onKeep, onView }) {
  const [state, setState] = useState(/** @type {SaveState} */ ({ name: "idle" }));
  const [wanted, setWanted] = useState(/** @type {boolean | null} */ (null));
  const [failed, setFailed] = useState(/** @type {Failed | null} */ (null));
  const place = view.tray ? "tray" : "taskbar";
  const startsItself = wanted ?? view.autostart;

  /** @param {Failed["which"]} which @param {() => Promise<void>} act */
  const save = async (which, act) => {
    setState({ name: "saving", failed: null });
    setFailed(null);
    try {
      await act();
      setState({ name: "saved", at: Date.now() });
    } catch (error) {
      setState({ name: "idle" });
      setFailed({ which, code: codeOf(error) });
    }
  };
  /** @param {boolean} keep_running */
  const keep = (keep_running) => save("keep", () => onKeep({ keep_running }));
  /** @param {boolean} on */
  const start = async (on) => {
    setWanted(on);
    await save("autostart", async () => onView(await call("autostart_set", { on })));
    setWanted(null);
  };

  return html`<section class="part" aria-labelledby="reminders-closed">
    <div class="reminders-head">
      <h3 id="reminders-closed">${t.reminders.closed_title}</h3>
      <div><${StateNote} state=${state} /></div>
    </div>
    <${Toggle}
      id="reminders-keep"
      label=${t.reminders.keep_running}
      hint=${t.reminders.keep_running_hint[place]}
      checked=${keepRunning}
      onChange=${keep}
    />
    ${keepRunning && html`<p class="reminders-under quiet-text">${t.reminders.come_back[place]}</p>`}
    ${failed?.which === "keep" && html`<${ProblemBanner} code=${failed.code} onRetry=${() => keep(!keepRunning)} />`}
    <${Toggle}
      id="reminders-autostart"
      label=${t.reminders.autostart}
      hint=${t.reminders.autostart_hint[place]}
      checked=${startsItself}
      onChange=${start}
    />
    ${startsItself && !view.keychain && html`<p class="reminders-under quiet-text">${t.reminders.autostart_waits}</p>`}
    ${failed?.which === "autostart" && html`<${ProblemBanner} code=${failed.code} onRetry=${() => start(!startsItself)} />`}
  </section>`;
}

/** @param {{ onTried: () => Promise<void> }} props it may tell more about what this computer shows */
function TryOne({ onTried }) {
  const [state, setState] = useState(/** @type {"idle" | "asking" | "shown" | "not_shown"} */ ("idle"));
  const [problem, setProblem] = useState(/** @type {ErrorCode | null} */ (null));
  const outcome = useRef(/** @type {HTMLElement | null} */ (null));

  const show = async () => {
    setState("asking");
    setProblem(null);
    try {
      const isShown = await call("reminders_try");
      await onTried();
      setState(isShown ? "shown" : "not_shown");
    } catch (error) {
      setState("idle");
      setProblem(codeOf(error));
    }
    setTimeout(() => outcome.current?.scrollIntoView({ block: "nearest" }));
  };

  return html`<section class="part" aria-labelledby="reminders-try">
    <h3 id="reminders-try">${t.reminders.try_title}</h3>
    <p>${t.reminders.try_lead}</p>
    <dl class="reminders-samples">
      ${t.reminders.samples.map(({ about, text }) => html`<div key=${about}><dt>${about}</dt><dd><span class="reminders-from">${t.reminders.sample_title}</span>${text}</dd></div>`)}
    </dl>
    <div><${Button} icon="bell" busy=${state === "asking" && t.reminders.try_busy} onClick=${show}>${t.reminders.try_one}<//></div>
    <div role="status" ref=${outcome}>
      ${state === "shown" && html`<p>${t.reminders.try_shown}</p>`}
      ${state === "not_shown" && html`<${Banner} tone="care" live=${false}>${t.reminders.try_not_shown}<//>`}
    </div>
    ${problem && html`<${ProblemBanner} code=${problem} />`}
  </section>`;
}
