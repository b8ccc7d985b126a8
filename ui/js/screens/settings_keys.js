import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Toggle } from "../components/choice.js";
import { showToast } from "../components/toast.js";
import { html, useState } from "../html.js";
import { call } from "../ipc.js";
import { t } from "../strings/en.js";
import { PassphraseForm } from "./settings_passphrase.js";

/** @typedef {import("../ipc.js").ErrorCode} ErrorCode */

/** @param {import("./settings.js").SettingsProps} props */
export function KeySettings({ session, onSessionChange, onFlow }) {
  const [round, setRound] = useState(0);
  const withRecovery = session.opened_with === "recovery";

  return html`<div class="part">
      <h3>${t.settings.passphrase_title}</h3>
      <p>${t.settings.passphrase_lead}</p>
      ${withRecovery && html`<p>${t.settings.passphrase_lead_recovery}</p>`}
      <${PassphraseForm}
        key=${round}
        askCurrent=${!withRecovery}
        submit=${t.settings.passphrase_change}
        busyWords=${t.settings.passphrase_changing}
        onSubmit=${async (/** @type {{current: string | null, new: string}} */ request) => {
          await call("passphrase_change", request);
          setRound(round + 1);
          document.getElementById("settings-part-title")?.focus();
          showToast({ text: t.settings.passphrase_changed });
        }}
      />
    </div>
    <div class="part">
      <h3>${t.settings.recovery_title}</h3>
      <p>${t.settings.recovery_lead}</p>
      <div><${Button} icon="words" onClick=${() => onFlow("words")}>${t.settings.recovery_make}<//></div>
    </div>
    <div class="part">
      <h3>${t.settings.keychain_title}</h3>
      <${KeychainSwitch} isOn=${session.keychain} onSessionChange=${onSessionChange} />
    </div>
    <div class="part">
      <h3>${t.settings.known_title}</h3>
      <p>${t.settings.known_lead}</p>
      <div><${Button} kind="danger" icon="key" onClick=${() => onFlow("everything")}>${t.settings.known_open}<//></div>
    </div>`;
}

/** @param {{ isOn: boolean, onSessionChange: () => Promise<void> }} props */
function KeychainSwitch({ isOn, onSessionChange }) {
  const [problem, setProblem] = useState(/** @type {ErrorCode | null} */ (null));
  const [wanted, setWanted] = useState(isOn);
  /** @param {boolean} on */
  const change = async (on) => {
    setWanted(on);
    setProblem(null);
    try {
      await call(on ? "keychain_enable" : "keychain_disable");
      await onSessionChange();
      showToast({ text: on ? t.settings.keychain_on : t.settings.keychain_off });
    } catch (error) {
      setWanted(!on);
      setProblem(/** @type {import("../ipc.js").Problem} */ (error).code);
    }
  };
  return html`<${Toggle} label=${t.settings.keychain} hint=${t.settings.keychain_hint} checked=${wanted} onChange=${change} />
    ${problem && html`<${ProblemBanner} code=${problem} onRetry=${() => change(!isOn)} />`}`;
}
