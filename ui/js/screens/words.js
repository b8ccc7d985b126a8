// The recovery words: shown once, then two typed back. First start and Settings both use it.

import { Banner, ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Field } from "../components/field.js";
import { Page } from "../components/page.js";
import { html, useEffect, useRef, useState } from "../html.js";
import { t } from "../strings/en.js";

/** @param {string} word */
const plain = (word) => word.trim().toLowerCase().normalize("NFKC");

/**
 * @param {{
 *   words: string[],
 *   asked: [number, number],
 *   onConfirm: (answers: [string, string]) => void | Promise<void>,
 *   onBack: () => void,
 *   backLabel?: string,
 *   confirmLabel?: string,
 *   busy?: boolean,
 *   problem?: import("../ipc.js").ErrorCode | null,
 *   before?: import("../html.js").Children,
 *   startAtCheck?: boolean,
 * }} props `asked` counts from 1; `onConfirm` is called only with the two right words;
 *   `problem` is what the host said to that; `before` stands above the heading of both pages
 */
export function RecoveryWords({
  words,
  asked,
  onConfirm,
  onBack,
  backLabel,
  confirmLabel,
  busy,
  problem,
  before,
  startAtCheck = false,
}) {
  const [checking, setChecking] = useState(startAtCheck);
  if (!checking) {
    return html`<${WordsSheet} key="sheet" ...${{ words, before, onBack, backLabel }} onWritten=${() => setChecking(true)} />`;
  }
  return html`<${WordsCheck}
    key="check"
    ...${{ words, asked, before, onConfirm, confirmLabel, busy, problem }}
    onBack=${() => setChecking(false)}
  />`;
}

/** @param {{ words: string[], before?: any, onWritten: () => void, onBack: () => void, backLabel?: string }} props */
function WordsSheet({ words, before, onWritten, onBack, backLabel = t.common.back }) {
  return html`<${Page} title=${t.words.title} lead=${t.words.lead} before=${before} class="words-page">
    <p>${t.words.keep}</p>
    <div class="words-sheet">
      <p class="words-sheet-title">${t.words.sheet_title}</p>
      <p class="words-sheet-what">${t.words.sheet_what}</p>
      <ol class="words" role="list" aria-label=${t.words.list}>
        ${words.map(
          (word, index) => html`<li key=${index}>
            <span class="words-place">${index + 1}<span class="only-heard">.</span></span>
            <span class="words-word">${word}</span>
          </li>`,
        )}
      </ol>
    </div>
    <${Banner} tone="care" live=${false}>${t.words.warning}<//>
    <div class="button-row">
      <${Button} kind="primary" onClick=${onWritten}>${t.words.written}<//>
      <${Button} icon="print" onClick=${() => window.print()}>${t.words.print}<//>
      <${Button} kind="quiet" icon="back" onClick=${onBack}>${backLabel}<//>
    </div>
  <//>`;
}

/**
 * @param {{
 *   words: string[], asked: [number, number], before?: any, busy?: boolean, confirmLabel?: string,
 *   problem?: import("../ipc.js").ErrorCode | null,
 *   onConfirm: (answers: [string, string]) => void | Promise<void>, onBack: () => void,
 * }} props
 */
function WordsCheck({
  words,
  asked,
  before,
  onConfirm,
  onBack,
  busy,
  problem,
  confirmLabel = t.words.check,
}) {
  const [answers, setAnswers] = useState(/** @type {[string, string]} */ (["", ""]));
  const [errors, setErrors] = useState(/** @type {(string | null)[]} */ ([null, null]));
  const inputs = useRef(/** @type {(HTMLInputElement | null)[]} */ ([null, null]));

  useEffect(() => inputs.current[0]?.focus(), []);

  /** @param {SubmitEvent} event */
  const submit = (event) => {
    event.preventDefault();
    if (busy) return;
    const found = asked.map((place, index) => {
      const typed = plain(answers[index] ?? "");
      if (typed === "") return t.words.empty(place);
      return typed === words[place - 1] ? null : t.words.mismatch(place);
    });
    setErrors(found);
    const wrong = found.findIndex((error) => error !== null);
    if (wrong >= 0) inputs.current[wrong]?.focus();
    else onConfirm([plain(answers[0]), plain(answers[1])]);
  };

  return html`<${Page} title=${t.words.check_title} lead=${t.words.check_lead} before=${before} arrive=${false} class="words-page">
    ${problem && html`<${ProblemBanner} code=${problem} />`}
    <form class="stack" onSubmit=${submit} noValidate>
      <div class="words-answers">
        ${asked.map(
          (place, index) => html`<${Field}
            key=${place}
            label=${t.words.word_number(place)}
            value=${answers[index]}
            error=${errors[index]}
            autocomplete="off"
            autocapitalize="off"
            spellcheck=${false}
            inputRef=${(/** @type {HTMLInputElement | null} */ element) => {
              inputs.current[index] = element;
            }}
            onInput=${(/** @type {string} */ value) => setAnswers(/** @type {[string, string]} */ (answers.map((old, at) => (at === index ? value : old))))}
          />`,
        )}
      </div>
      <div class="button-row">
        <${Button} kind="primary" type="submit" busy=${busy}>${confirmLabel}<//>
        <${Button} kind="quiet" icon="back" onClick=${onBack}>${t.words.again}<//>
      </div>
    </form>
  <//>`;
}
