// Two ways that end with new recovery words: only the words, or every key ("someone knows it").

import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Page } from "../components/page.js";
import { showToast } from "../components/toast.js";
import { useEscape } from "../focus.js";
import { html, useEffect, useState } from "../html.js";
import { call } from "../ipc.js";
import { t } from "../strings/en.js";
import { PassphraseForm } from "./settings_passphrase.js";
import { RecoveryWords } from "./words.js";

/**
 * @typedef {import("../ipc.js").ErrorCode} ErrorCode
 * @typedef {{ words: string[], asked: [number, number] }} Prepared
 */

/** @param {{ onDone: () => void }} props */
export function NewWords({ onDone }) {
  const [prepared, setPrepared] = useState(/** @type {Prepared | null} */ (null));
  const [problem, setProblem] = useState(/** @type {ErrorCode | null} */ (null));
  const [busy, setBusy] = useState(false);
  useEscape(onDone, !busy);

  const prepare = async () => {
    setProblem(null);
    try {
      setPrepared(await call("recovery_prepare"));
    } catch (error) {
      setProblem(/** @type {import("../ipc.js").Problem} */ (error).code);
    }
  };
  useEffect(() => {
    prepare();
  }, []);

  /** @param {[string, string]} answers */
  const confirm = async (answers) => {
    setBusy(true);
    setProblem(null);
    try {
      await call("recovery_confirm", { answers });
      onDone();
      showToast({ text: t.settings.recovery_changed });
    } catch (error) {
      setBusy(false);
      setProblem(/** @type {import("../ipc.js").Problem} */ (error).code);
    }
  };

  if (!prepared) {
    return html`<${Page} title=${t.settings.recovery_title} class="flow">
      ${problem ? html`<${ProblemBanner} code=${problem} onRetry=${prepare} />` : html`<p role="status">${t.settings.known_preparing}</p>`}
      <div><${Button} icon="back" onClick=${onDone}>${t.settings.recovery_cancel}<//></div>
    <//>`;
  }
  return html`<div class="flow">
    <${RecoveryWords} ...${prepared} busy=${busy} problem=${problem} backLabel=${t.settings.recovery_cancel} onBack=${onDone} onConfirm=${confirm} />
  </div>`;
}

/** @param {{ session: import("../ipc.js").SessionView, onDone: () => void }} props */
export function NewKeys({ session, onDone }) {
  const [prepared, setPrepared] = useState(/** @type {Prepared | null} */ (null));
  const [problem, setProblem] = useState(/** @type {ErrorCode | null} */ (null));
  const [working, setWorking] = useState(false);
  useEscape(onDone, !working);

  /** @param {[string, string]} answers */
  const confirm = async (answers) => {
    setWorking(true);
    setProblem(null);
    try {
      await call("rekey_confirm", { answers });
      onDone();
      showToast({ text: t.settings.known_done, seconds: 20 });
    } catch (error) {
      setWorking(false);
      setProblem(/** @type {import("../ipc.js").Problem} */ (error).code);
    }
  };

  if (working) {
    return html`<${Page} title=${t.settings.known_working_title} lead=${t.settings.known_working} class="flow">
      <div class="tide" role="progressbar" aria-label=${t.settings.known_working_title}><div class="tide-run" /></div>
    <//>`;
  }
  if (prepared) {
    return html`<div class="flow">
      <${RecoveryWords}
        ...${prepared}
        problem=${problem}
        startAtCheck=${problem !== null}
        backLabel=${t.settings.known_cancel}
        confirmLabel=${t.settings.known_finish}
        onBack=${onDone}
        onConfirm=${confirm}
      />
    </div>`;
  }
  return html`<${Page} title=${t.settings.known_title} lead=${t.settings.known_lead} class="flow">
    <ol class="plain-list">
      ${t.settings.known_steps.map((step) => html`<li key=${step}>${step}</li>`)}
    </ol>
    <p>${t.settings.known_limit}</p>
    <${PassphraseForm}
      askCurrent=${session.opened_with !== "recovery"}
      submit=${t.settings.known_next}
      busyWords=${t.settings.known_preparing}
      onSubmit=${async (/** @type {import("./settings_passphrase.js").PassphraseRequest} */ request) => setPrepared(await call("rekey_prepare", request))}
    >
      <${Button} kind="quiet" icon="back" onClick=${onDone}>${t.settings.known_cancel}<//>
    <//>
  <//>`;
}
