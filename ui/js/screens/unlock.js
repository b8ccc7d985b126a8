import { Banner, ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { PasswordField, TextArea } from "../components/field.js";
import { Page } from "../components/page.js";
import { useEscape } from "../focus.js";
import { html, useEffect, useRef, useState } from "../html.js";
import { call } from "../ipc.js";
import { t } from "../strings/en.js";

/** @typedef {import("../ipc.js").ErrorCode} ErrorCode */
/** @typedef {import("../ipc.js").VaultStatusView} VaultStatusView */
/** @typedef {import("../ipc.js").UnlockKey} Key */

const WORDS = 12;
/** @param {string} text */
const wordsIn = (text) => text.split(/[\s,;.\d)]+/).filter(Boolean);

/**
 * The lock screen.
 * @param {{ active: boolean, status: VaultStatusView, keepsRunning: boolean }} props the host opens the main window on success;
 *   `keepsRunning`: to close the window is not to quit
 */
export function Unlock({ active, status, keepsRunning }) {
  const [mode, setMode] = useState(/** @type {"passphrase" | "words"} */ ("passphrase"));
  const [passphrase, setPassphrase] = useState("");
  const [words, setWords] = useState("");
  const [busy, setBusy] = useState(/** @type {Key["type"] | "copy" | null} */ (null));
  const [error, setError] = useState(/** @type {string | null} */ (null));
  const [problem, setProblem] = useState(/** @type {{ code: ErrorCode, triedKey: Key } | null} */ (null));
  const [capsLock, setCapsLock] = useState(false);
  const input = useRef(/** @type {HTMLInputElement | HTMLTextAreaElement | null} */ (null));

  useEffect(() => input.current?.focus(), [mode]);

  /** @param {"passphrase" | "words"} next */
  const change = (next) => {
    setMode(next);
    setError(null);
    setProblem(null);
  };
  useEscape(() => change("passphrase"), active && mode === "words");

  /** @param {string} text */
  const refuse = (text) => {
    setError(text);
    input.current?.focus();
  };

  /**
   * @param {Key} key
   * @param {boolean} [useSnapshot]
   */
  const open = async (key, useSnapshot = false) => {
    if (busy) return;
    setBusy(useSnapshot ? "copy" : key.type);
    setError(null);
    setProblem(null);
    try {
      await call("vault_unlock", { key, use_snapshot: useSnapshot });
    } catch (failure) {
      const { code } = /** @type {import("../ipc.js").Problem} */ (failure);
      setBusy(null);
      if (code === "wrong_key" && key.type === "passphrase") refuse(t.unlock.wrong_passphrase);
      else if (code === "wrong_key" && key.type === "recovery") refuse(t.unlock.words_wrong);
      else if (code === "recovery_typo") refuse(t.unlock.words_typo);
      else setProblem({ code, triedKey: key });
    }
  };

  /** @param {SubmitEvent} event */
  const submit = (event) => {
    event.preventDefault();
    if (mode === "passphrase") {
      if (passphrase === "") refuse(t.unlock.empty_passphrase);
      else open({ type: "passphrase", passphrase });
    } else {
      const typed = wordsIn(words);
      if (typed.length < WORDS) refuse(t.unlock.words_few);
      else open({ type: "recovery", words: typed.join(" ") });
    }
  };

  const byPassphrase = mode === "passphrase";
  return html`<${Page}
    key=${mode}
    title=${byPassphrase ? t.unlock.title : t.unlock.words_title}
    lead=${!problem && (byPassphrase ? t.unlock.lead : t.unlock.words_lead)}
    arrive=${false}
    class="unlock"
  >
    ${problem && html`<${UnlockProblem} ...${problem} snapshot=${status.snapshot} busy=${busy === "copy"} onOpen=${open} />`}
    <form class="stack" onSubmit=${submit} noValidate>
      ${
        byPassphrase
          ? html`<${PasswordField}
              label=${t.unlock.passphrase}
              hint=${capsLock && t.unlock.caps_lock}
              error=${error}
              value=${passphrase}
              inputRef=${input}
              onInput=${(/** @type {string} */ value) => {
                setPassphrase(value);
                setError(null);
              }}
              onKeyUp=${(/** @type {KeyboardEvent} */ event) => setCapsLock(event.getModifierState("CapsLock"))}
            />`
          : html`<div class="words-entry">
              <${TextArea}
                label=${t.unlock.words}
                hint=${t.unlock.words_hint}
                error=${error}
                value=${words}
                inputRef=${input}
                rows="3"
                autocomplete="off"
                autocapitalize="off"
                spellcheck=${false}
                onInput=${(/** @type {string} */ value) => {
                  setWords(value);
                  setError(null);
                }}
                onKeyDown=${(/** @type {KeyboardEvent} */ event) => {
                  if (event.key === "Enter" && !event.isComposing) submit(/** @type {any} */ (event));
                }}
              />
              <p class="quiet-text small-text" role="status">${t.unlock.words_count(wordsIn(words).length)}</p>
            </div>`
      }
      <div class="button-row">
        <${Button} kind="primary" type="submit" icon="open" busy=${busy === "passphrase" || busy === "recovery" ? t.unlock.opening : false}>
          ${t.unlock.open}
        <//>
        ${
          byPassphrase &&
          status.keychain &&
          html`<${Button} icon="computer" busy=${busy === "keychain" ? t.unlock.opening : false} onClick=${() => open({ type: "keychain" })}>
            ${t.unlock.with_computer}
          <//>`
        }
      </div>
      <div class="button-row">
        ${
          byPassphrase
            ? html`<${Button} kind="quiet" icon="words" class="unlock-other" onClick=${() => change("words")}>${t.unlock.with_words}<//>`
            : html`<${Button} kind="quiet" icon="back" class="unlock-other" onClick=${() => change("passphrase")}>${t.unlock.with_passphrase}<//>`
        }
        ${keepsRunning && html`<${Button} kind="quiet" icon="close" onClick=${() => call("app_quit")}>${t.common.quit}<//>`}
      </div>
    </form>
  <//>`;
}

/**
 * @param {{
 *   code: ErrorCode, triedKey: Key, snapshot: string | null, busy: boolean,
 *   onOpen: (key: Key, useSnapshot?: boolean) => void,
 * }} props
 */
function UnlockProblem({ code, triedKey, snapshot, busy, onOpen }) {
  const words = t.errors[code] ?? t.errors.internal;
  if (code !== "damaged_data") {
    const again = code.startsWith("keychain_") ? undefined : () => onOpen(triedKey);
    return html`<${ProblemBanner} code=${code} onRetry=${again} />`;
  }
  if (!snapshot) {
    return html`<${Banner} tone="problem" title=${words.title}>
      <p>${words.what}</p>
      <p>${t.unlock.no_copy}</p>
      <p>${words.next}</p>
    <//>`;
  }
  const date = t.common.date(snapshot);
  return html`<${Banner}
    tone="problem"
    title=${words.title}
    actions=${html`<${Button} busy=${busy} onClick=${() => onOpen(triedKey, true)}>${t.unlock.copy_offer(date)}<//>`}
  >
    <p>${words.what}</p>
    <p>${t.unlock.copy_what(date)}</p>
    <p>${t.unlock.copy_kept}</p>
  <//>`;
}

/**
 * The vault could not even be looked at: what happened, and what to do next.
 * @param {{ code: ErrorCode, onRetry: () => void }} props
 */
export function VaultProblem({ code, onRetry }) {
  const words = t.errors[code] ?? t.errors.internal;
  return html`<${Page} title=${words.title} lead=${words.what} class="unlock">
    <p>${words.next}</p>
    <div class="button-row">
      <${Button} kind="primary" onClick=${onRetry}>${t.common.try_again}<//>
      <${Button} onClick=${() => call("app_quit")}>${t.common.quit}<//>
    </div>
  <//>`;
}
