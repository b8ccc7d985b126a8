// The settings room: its parts on one side, the chosen part on the other.

import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Icon } from "../components/icon.js";
import { List, ListItem } from "../components/list.js";
import { useArrival } from "../focus.js";
import { html, useLayoutEffect, useRef, useState } from "../html.js";
import { call, codeOf } from "../ipc.js";
import { t } from "../strings/en.js";
import { Facts } from "./facts.js";
import { AppearanceSettings } from "./settings_appearance.js";
import { DataSettings } from "./settings_data.js";
import { KeySettings } from "./settings_keys.js";
import { LockSettings } from "./settings_lock.js";
import { NewKeys, NewWords } from "./settings_new_keys.js";
import { RegionSettings } from "./settings_region.js";
import { ReminderSettings } from "./settings_reminders.js";
import { ShortcutSettings } from "./settings_shortcuts.js";

/**
 * @typedef {import("../ipc.js").SettingsView} SettingsView
 * @typedef {import("../ipc.js").SessionView} SessionView
 *
 * @typedef {object} SettingsProps  what every part is given
 * @property {SettingsView} settings
 * @property {(patch: Partial<SettingsView>) => void} onChange  applied at once, then kept
 * @property {(patch: Partial<SettingsView>) => Promise<void>} onKeep  the same, for a part that says itself why it could not be kept: rejects with a Problem
 * @property {(settings: SettingsView) => void} onPreview  applied, not kept
 * @property {SessionView} session
 * @property {() => Promise<void>} onSessionChange
 * @property {() => void} onLock
 * @property {(flow: "words" | "everything") => void} onFlow
 * @property {import("../locking.js").Writers["drafts"]} drafts
 */

const PARTS = /** @type {const} */ ([
  { id: "appearance", icon: "sun", Part: AppearanceSettings },
  { id: "lock", icon: "lock", Part: LockSettings },
  { id: "reminders", icon: "bell", Part: ReminderSettings },
  { id: "keys", icon: "key", Part: KeySettings },
  { id: "region", icon: "phone", Part: RegionSettings },
  { id: "data", icon: "computer", Part: DataSettings },
  { id: "shortcuts", icon: "words", Part: ShortcutSettings },
  { id: "about", icon: "info", Part: Facts },
]);

/**
 * @param {{
 *   section: string | null, onSection: (section: string | null) => void,
 *   settings: SettingsView, onSettings: (settings: SettingsView) => void,
 *   session: SessionView, onSessionChange: () => Promise<void>, onLock: () => void,
 *   drafts: import("../locking.js").Writers["drafts"],
 * }} props
 */
export function SettingsRoom({
  section,
  onSection,
  settings,
  onSettings,
  session,
  onSessionChange,
  onLock,
  drafts,
}) {
  const [flow, setFlow] = useState(/** @type {"words" | "everything" | null} */ (null));
  const [problem, setProblem] = useState(/** @type {import("../ipc.js").ErrorCode | null} */ (null));
  const heading = useArrival("settings", section === null && flow === null);
  const partHeading = useRef(/** @type {HTMLElement | null} */ (null));
  const kept = useRef(settings);
  const chosen = PARTS.find(({ id }) => id === section) ?? PARTS[0];

  useLayoutEffect(() => {
    if (section !== null && flow === null) partHeading.current?.focus();
    setProblem(null);
  }, [section, flow]);

  /** @param {Partial<SettingsView>} patch */
  const keep = async (patch) => {
    const wanted = { ...settings, ...patch };
    onSettings(wanted);
    try {
      kept.current = await call("settings_update", wanted);
    } finally {
      onSettings(kept.current);
    }
  };
  /** @param {Partial<SettingsView>} patch */
  const change = async (patch) => {
    try {
      await keep(patch);
      setProblem(null);
    } catch (error) {
      setProblem(codeOf(error));
    }
  };

  if (flow === "words") return html`<${NewWords} onDone=${() => setFlow(null)} />`;
  if (flow === "everything") return html`<${NewKeys} session=${session} onDone=${() => setFlow(null)} />`;

  /** @type {SettingsProps} */
  const given = {
    settings,
    onChange: change,
    onKeep: keep,
    onPreview: onSettings,
    session,
    onSessionChange,
    onLock,
    onFlow: setFlow,
    drafts,
  };
  return html`<main class="settings" data-pane=${section === null ? "list" : "page"}>
    <section class="pane-list" aria-labelledby="settings-title">
      <div class="list-head">
        <h1 id="settings-title" tabindex="-1" ref=${heading}>${t.settings.title}</h1>
      </div>
      <${List} label=${t.settings.sections_label} class="settings-parts">
        ${PARTS.map(
          ({
            id,
            icon,
          }) => html`<${ListItem} key=${id} selected=${id === chosen.id} onOpen=${() => onSection(id)}>
            <span class="settings-part"><${Icon} name=${icon} /><span>${t.settings.sections[id]}</span></span>
          <//>`,
        )}
      <//>
    </section>
    <section class="pane-page" aria-labelledby="settings-part-title" key=${chosen.id}>
      <h1 class="only-heard only-pane">${t.settings.title}</h1>
      <div class="settings-page">
        <${Button} kind="quiet" icon="back" class="sheet-back" onClick=${() => onSection(null)}>${t.settings.all}<//>
        <h2 id="settings-part-title" tabindex="-1" ref=${partHeading}>${t.settings.sections[chosen.id]}</h2>
        ${problem && html`<${ProblemBanner} code=${problem} />`}
        <${chosen.Part} ...${given} />
      </div>
    </section>
  </main>`;
}
