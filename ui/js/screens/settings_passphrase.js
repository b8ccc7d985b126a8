import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { PasswordField } from "../components/field.js";
import { html, useRef, useState } from "../html.js";
import { call } from "../ipc.js";
import { t } from "../strings/en.js";
import { ratingWords, Strength, useRating } from "./setup_passphrase.js";

/** @typedef {import("../ipc.js").ErrorCode} ErrorCode */
/** @typedef {{ current: string | null, new: string }} PassphraseRequest */

/**
 * The passphrase of now, if it is asked for, and a new one.
 * @param {{
 *   askCurrent: boolean,
 *   submit: string,
 *   busyWords: string,
 *   onSubmit: (request: PassphraseRequest) => Promise<void>,
 *   children?: import("../html.js").Children,
 * }} props `onSubmit` rejects with a Problem; `children` are further buttons
 */
export function PassphraseForm({ askCurrent, submit, busyWords, onSubmit, children }) {
  const [current, setCurrent] = useState("");
  const [wanted, setWanted] = useState("");
  const [suggested, setSuggested] = useState(/** @type {string | null} */ (null));
  const [errors, setErrors] = useState(/** @type {{current?: string, wanted?: string}} */ ({}));
  const [problem, setProblem] = useState(/** @type {ErrorCode | null} */ (null));
  const [busy, setBusy] = useState(false);
  const [rating] = useRating(wanted);
  const currentInput = useRef(/** @type {HTMLInputElement | null} */ (null));
  const wantedInput = useRef(/** @type {HTMLInputElement | null} */ (null));

  /** @param {string} error */
  const refuseCurrent = (error) => {
    setErrors({ current: error });
    currentInput.current?.focus();
  };
  /** @param {string} error */
  const refuseWanted = (error) => {
    setErrors({ wanted: error });
    wantedInput.current?.focus();
  };

  const suggest = async () => {
    try {
      const { passphrase } = await call("passphrase_suggest");
      setSuggested(passphrase);
      setWanted(passphrase);
      setErrors({});
      setProblem(null);
    } catch (error) {
      setProblem(/** @type {import("../ipc.js").Problem} */ (error).code);
    }
  };

  /** @param {SubmitEvent} event */
  const send = async (event) => {
    event.preventDefault();
    if (busy) return;
    setErrors({});
    setProblem(null);
    if (askCurrent && current === "") return refuseCurrent(t.settings.passphrase_current_empty);
    if (wanted === "") return refuseWanted(t.settings.passphrase_new_empty);
    setBusy(true);
    try {
      const rated = await call("passphrase_rate", { passphrase: wanted });
      if (!rated.acceptable) return refuseWanted(ratingWords(rated));
      await onSubmit({ current: askCurrent ? current : null, new: wanted });
    } catch (error) {
      const { code } = /** @type {import("../ipc.js").Problem} */ (error);
      if (code === "wrong_key") refuseCurrent(t.settings.passphrase_current_wrong);
      else setProblem(code);
    } finally {
      setBusy(false);
    }
  };

  const isSuggested = suggested !== null && suggested === wanted;
  return html`<form class="passphrase-form" onSubmit=${send} noValidate>
    ${problem && html`<${ProblemBanner} code=${problem} />`}
    ${
      askCurrent &&
      html`<${PasswordField}
        label=${t.settings.passphrase_current}
        error=${errors.current}
        value=${current}
        onInput=${setCurrent}
        inputRef=${currentInput}
      />`
    }
    <div class="passphrase-box">
      <${PasswordField}
        key=${suggested ?? "own"}
        shown=${isSuggested}
        label=${t.settings.passphrase_new}
        hint=${t.settings.passphrase_new_hint}
        error=${errors.wanted}
        value=${wanted}
        onInput=${(/** @type {string} */ value) => {
          setWanted(value);
          setErrors({});
        }}
        inputRef=${wantedInput}
      />
      <${Strength} rating=${errors.wanted ? null : rating} />
      <${Button} kind="quiet" icon="words" class="passphrase-suggest" onClick=${suggest}>${t.settings.passphrase_suggest}<//>
    </div>
    <div class="button-row">
      <${Button} kind="primary" type="submit" busy=${busy && busyWords}>${submit}<//>
      ${children}
    </div>
  </form>`;
}
