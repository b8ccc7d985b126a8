import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { PasswordField } from "../components/field.js";
import { Page } from "../components/page.js";
import { classes, html, useEffect, useRef, useState } from "../html.js";
import { call } from "../ipc.js";
import { t } from "../strings/en.js";

/** @typedef {import("../ipc.js").ErrorCode} ErrorCode */
/** @typedef {import("../ipc.js").PassphraseView} Rating */

const RATE_DELAY_MS = 200;

/** @param {Rating} rating */
export function ratingWords(rating) {
  if (rating.reason) return t.setup.passphrase[rating.reason];
  return rating.score >= 4 ? t.setup.passphrase.strong : t.setup.passphrase.good;
}

/**
 * How hard a passphrase is to guess, a moment after the last letter.
 * @param {string} passphrase
 * @returns {[Rating | null, (rating: Rating | null) => void]}
 */
export function useRating(passphrase) {
  const [rating, setRating] = useState(/** @type {Rating | null} */ (null));
  useEffect(() => {
    setRating(null);
    if (passphrase === "") return;
    let stale = false;
    const timer = setTimeout(async () => {
      const rated = await call("passphrase_rate", { passphrase }).catch(() => null);
      if (!stale) setRating(rated);
    }, RATE_DELAY_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [passphrase]);
  return [rating, setRating];
}

/**
 * @param {{
 *   before: import("../html.js").Children,
 *   passphrase: string,
 *   onInput: (passphrase: string) => void,
 *   onDone: () => Promise<void>,
 *   onBack: () => void,
 * }} props `onDone` rejects with a Problem
 */
export function PassphraseStep({ before, passphrase, onInput, onDone, onBack }) {
  const [again, setAgain] = useState("");
  const [rating, setRating] = useRating(passphrase);
  const [suggested, setSuggested] = useState(/** @type {string | null} */ (null));
  const [error, setError] = useState(/** @type {string | null} */ (null));
  const [differs, setDiffers] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState(/** @type {ErrorCode | null} */ (null));
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  const againInput = useRef(/** @type {HTMLInputElement | null} */ (null));

  useEffect(() => input.current?.focus(), []);

  const suggest = async () => {
    try {
      const { passphrase: words } = await call("passphrase_suggest");
      setSuggested(words);
      onInput(words);
      setAgain("");
      setError(null);
      setDiffers(false);
      setProblem(null);
    } catch (failure) {
      setProblem(/** @type {import("../ipc.js").Problem} */ (failure).code);
    }
  };

  /** @param {SubmitEvent} event */
  const submit = async (event) => {
    event.preventDefault();
    if (busy) return;
    setProblem(null);
    if (passphrase === "") {
      setError(t.setup.passphrase.empty);
      input.current?.focus();
      return;
    }
    setBusy(true);
    try {
      /** @type {Rating} */
      const rated = await call("passphrase_rate", { passphrase });
      setRating(rated);
      if (!rated.acceptable) {
        setError(ratingWords(rated));
        input.current?.focus();
      } else if (again !== passphrase) {
        setDiffers(true);
        againInput.current?.focus();
      } else {
        await onDone();
      }
    } catch (failure) {
      setProblem(/** @type {import("../ipc.js").Problem} */ (failure).code);
    } finally {
      setBusy(false);
    }
  };

  const isSuggested = suggested !== null && suggested === passphrase;
  return html`<${Page} title=${t.setup.passphrase.title} lead=${t.setup.passphrase.lead} before=${before} arrive=${false}>
    ${problem && html`<${ProblemBanner} code=${problem} />`}
    <form class="stack" onSubmit=${submit} noValidate>
      <div class="passphrase-box">
        <${PasswordField}
          key=${suggested ?? "own"}
          shown=${isSuggested}
          label=${t.setup.passphrase.label}
          hint=${t.setup.passphrase.hint}
          error=${error}
          value=${passphrase}
          inputRef=${input}
          onInput=${(/** @type {string} */ value) => {
            onInput(value);
            setError(null);
          }}
        />
        <${Strength} rating=${error ? null : rating} />
        <${Button} kind="quiet" icon="words" class="passphrase-suggest" onClick=${suggest}>
          ${isSuggested ? t.setup.passphrase.suggest_other : t.setup.passphrase.suggest}
        <//>
      </div>
      <${PasswordField}
        label=${t.setup.passphrase.again}
        hint=${isSuggested && t.setup.passphrase.suggested}
        error=${differs && t.setup.passphrase.differs}
        value=${again}
        inputRef=${againInput}
        onInput=${(/** @type {string} */ value) => {
          setAgain(value);
          setDiffers(false);
        }}
      />
      <div class="button-row">
        <${Button} kind="primary" type="submit" iconEnd="next" busy=${busy}>${t.common.next}<//>
        <${Button} kind="quiet" icon="back" onClick=${onBack}>${t.common.back}<//>
      </div>
    </form>
  <//>`;
}

/** @param {{ rating: Rating | null }} props */
export function Strength({ rating }) {
  const reached = rating ? Math.max(rating.score, 1) : 0;
  return html`<div class=${classes("strength", rating?.acceptable && "is-enough")}>
    <div class="strength-bar" aria-hidden="true">
      ${[1, 2, 3, 4].map((step) => html`<span key=${step} class=${classes(step <= reached && "is-reached")} />`)}
    </div>
    <p role="status" class="strength-text">${rating && ratingWords(rating)}</p>
  </div>`;
}
