// First start: a passphrase, twelve words on paper, and whether the keychain may help.

import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Choice } from "../components/choice.js";
import { Page, Steps } from "../components/page.js";
import { useEscape } from "../focus.js";
import { html, useState } from "../html.js";
import { call } from "../ipc.js";
import { t } from "../strings/en.js";
import { PassphraseStep } from "./setup_passphrase.js";
import { RecoveryWords } from "./words.js";

/** @typedef {import("../ipc.js").ErrorCode} ErrorCode */
/** @typedef {"passphrase" | "words" | "keychain" | "making"} Step */

const STEPS = ["passphrase", "words", "keychain"];

/**
 * @param {{
 *   active: boolean, passphrase: string, setPassphrase: (passphrase: string) => void, onBack: () => void,
 * }} props the host opens the main window at the end
 */
export function Setup({ active, passphrase, setPassphrase, onBack }) {
  const [step, setStep] = useState(/** @type {Step} */ ("passphrase"));
  const [prepared, setPrepared] = useState(
    /** @type {(import("../ipc.js").RecoverySheetView & { passphrase: string }) | null} */ (null),
  );
  const [answers, setAnswers] = useState(/** @type {[string, string] | null} */ (null));
  const [useKeychain, setUseKeychain] = useState(false);
  const [problem, setProblem] = useState(/** @type {ErrorCode | null} */ (null));

  const back = () => {
    if (step === "passphrase") onBack();
    else if (step === "words") setStep("passphrase");
    else if (step === "keychain") setStep("words");
  };
  useEscape(back, active && step !== "making");

  // The same passphrase keeps the same words, so that a sheet already written stays true.
  const prepare = async () => {
    if (prepared?.passphrase !== passphrase) {
      const made = await call("setup_prepare", { passphrase });
      setPrepared({ ...made, passphrase });
      setAnswers(null);
    }
    setStep("words");
  };

  const finish = async () => {
    setStep("making");
    setProblem(null);
    try {
      await call("setup_finish", { answers, use_keychain: useKeychain });
    } catch (failure) {
      setProblem(/** @type {import("../ipc.js").Problem} */ (failure).code);
      setStep("keychain");
    }
  };

  const steps = html`<${Steps} current=${STEPS.indexOf(step) + 1} total=${STEPS.length} />`;
  if (step === "passphrase" || !prepared) {
    return html`<${PassphraseStep} before=${steps} passphrase=${passphrase} onInput=${setPassphrase} onDone=${prepare} onBack=${onBack} />`;
  }
  if (step === "words" || !answers) {
    return html`<${RecoveryWords}
      words=${prepared.words}
      asked=${prepared.asked}
      before=${steps}
      startAtCheck=${answers !== null}
      onBack=${back}
      onConfirm=${(/** @type {[string, string]} */ typed) => {
        setAnswers(typed);
        setStep("keychain");
      }}
    />`;
  }
  if (step === "making") return html`<${Making} />`;
  return html`<${Page} title=${t.setup.keychain.title} lead=${t.setup.keychain.lead} before=${steps}>
    ${problem && html`<${ProblemBanner} code=${problem} />`}
    <form
      class="stack"
      onSubmit=${(/** @type {SubmitEvent} */ event) => {
        event.preventDefault();
        finish();
      }}
    >
      <${Choice}
        legend=${t.setup.keychain.legend}
        value=${useKeychain ? "yes" : "no"}
        onChange=${(/** @type {string} */ value) => setUseKeychain(value === "yes")}
        options=${[
          { value: "no", label: t.setup.keychain.no, hint: t.setup.keychain.no_hint },
          { value: "yes", label: t.setup.keychain.yes, hint: t.setup.keychain.yes_hint },
        ]}
      />
      <div class="button-row">
        <${Button} kind="primary" type="submit" icon="lock">${t.setup.keychain.finish}<//>
        <${Button} kind="quiet" icon="back" onClick=${back}>${t.common.back}<//>
      </div>
    </form>
  <//>`;
}

function Making() {
  return html`<${Page} title=${t.setup.making.title} lead=${t.setup.making.lead} class="making">
    <div class="tide" role="progressbar" aria-label=${t.setup.making.progress}><div class="tide-run" /></div>
  <//>`;
}
