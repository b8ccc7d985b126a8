// The page one writes on.

import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Field } from "../components/field.js";
import { Icon } from "../components/icon.js";
import { Select } from "../components/select.js";
import { TagInput } from "../components/tag_input.js";
import { copyText } from "../copy.js";
import { clock, clockOf, dayInWords, isoTime } from "../dates.js";
import { classes, html, useEffect, useId, useReducer, useRef, useState } from "../html.js";
import { t } from "../strings/en.js";
import { wordsOf } from "../writing.js";

/**
 * @typedef {import("../writing.js").Writing} Writing
 * @typedef {import("../autosave.js").SaveState} SaveState
 * @typedef {import("../ipc.js").Kind} Kind
 */

const KIND_OPTIONS = Object.entries(t.journal.kinds).map(([value, label]) => ({ value, label }));

/** @param {Writing} writing */
function useWriting(writing) {
  const [, redraw] = useReducer((/** @type {number} */ count) => count + 1, 0);
  useEffect(() => writing.subscribe(() => redraw(undefined)), [writing]);
}

/** @param {SaveState} state */
const failureOf = (state) => (state.name === "failed" || state.name === "saving" ? state.failed : null);

/** @param {Writing} writing */
function saveWords(writing) {
  const state = writing.state();
  if (failureOf(state)) return t.journal.not_saved;
  if (state.name === "saved") return t.journal.saved_at(clockOf(state.at));
  if (state.name === "idle") return writing.id() === null ? t.journal.not_an_entry : t.journal.saved;
  return t.journal.saving;
}

/**
 * @param {{
 *   writing: Writing, isFirst: boolean, tags: string[], prompts: {kind: string, texts: string[]}[], today: string,
 *   onList: () => void, onTrash: () => void,
 * }} props
 */
export function JournalEditor({ writing, isFirst, tags, prompts, today, onList, onTrash }) {
  useWriting(writing);
  const page = writing.page();
  const state = writing.state();
  const failure = failureOf(state);
  return html`<section class="pane-page" aria-label=${t.journal.page}>
    <h1 class="only-heard only-pane">${page.title || t.journal.kinds[page.kind]}</h1>
    <div class="sheet" data-kind=${page.kind}>
      <div class="sheet-bar">
        <${Button} kind="quiet" icon="back" class="sheet-back" onClick=${onList}>${t.journal.all_entries}<//>
        <p class=${classes("save-state", failure && "is-failed")}>
          ${state.name === "saved" && html`<${Icon} name="check" />`}
          ${failure && html`<${Icon} name="problem" />`}
          <span>${saveWords(writing)}</span>
        </p>
        ${writing.id() !== null && html`<${Button} kind="quiet" icon="bin" class="sheet-trash" label=${t.journal.trash_entry} onClick=${onTrash} />`}
      </div>
      <${SavedAloud} state=${state} />
      ${
        failure &&
        html`<${ProblemBanner}
          code=${failure}
          onRetry=${() => writing.flush()}
          actions=${html`<${Button} icon="copy" onClick=${() => copyText(wordsOf(writing))}>${t.journal.copy_words}<//>`}
        />`
      }
      ${isFirst && html`<p class="first-note"><${Icon} name="info" /><span>${t.journal.first_note}</span></p>`}
      <div class="sheet-head">
        <${Title} writing=${writing} />
        <${Details} writing=${writing} tags=${tags} today=${today} />
      </div>
      <${Prompt} writing=${writing} prompts=${prompts} />
      <${Body} writing=${writing} />
    </div>
  </section>`;
}

/** Heard after the first save and after a save that mends a failed one, and not at every pause. @param {{ state: SaveState }} props */
function SavedAloud({ state }) {
  const [words, setWords] = useState("");
  const failed = failureOf(state) !== null;
  useEffect(() => {
    if (failed) setWords("");
    else if (state.name === "saved") setWords(t.journal.saved_spoken);
  }, [state.name, failed]);
  return html`<p class="only-heard" role="status">${words}</p>`;
}

/** One line of text on as many rows as it takes. Enter goes on to the body. @param {{ writing: Writing }} props */
function Title({ writing }) {
  const { title } = writing.page();
  return html`<div class="grows sheet-title" data-twin=${title || t.journal.title_placeholder}>
    <textarea
      rows="1"
      autocomplete="off"
      aria-label=${t.journal.title_label}
      placeholder=${t.journal.title_placeholder}
      value=${title}
      onInput=${(/** @type {any} */ event) => writing.change({ title: event.currentTarget.value.replace(/\s*\n\s*/g, " ") })}
      onKeyDown=${(/** @type {any} */ event) => {
        if (event.key !== "Enter" || event.isComposing) return;
        event.preventDefault();
        event.currentTarget.closest(".sheet").querySelector(".sheet-body textarea").focus();
      }}
    />
  </div>`;
}

/** Grows with the words: the twin behind it has the same text and gives the height. @param {{ writing: Writing }} props */
function Body({ writing }) {
  const { body } = writing.page();
  return html`<div class="grows sheet-body" data-twin=${`${body}\n\n\n`}>
    <textarea
      aria-label=${t.journal.body_label}
      placeholder=${t.journal.body_placeholder}
      spellcheck=${true}
      value=${body}
      onInput=${(/** @type {any} */ event) => writing.change({ body: event.currentTarget.value })}
    />
  </div>`;
}

/** @param {{ writing: Writing, tags: string[], today: string }} props */
function Details({ writing, tags, today }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const { kind, body, tags: chosen } = writing.page();
  const written = writing.written();
  const when = written ? t.journal.when(dayInWords(written.date, today), clock(written.time)) : t.journal.now;
  const shown = written ?? { date: today, time: isoTime(new Date()) };
  /** A question that is not answered yet goes with its kind. @param {Kind} next */
  const changeKind = (next) =>
    writing.change(writing.isNew && body === "" ? { kind: next, prompt: null } : { kind: next });
  /** @param {Partial<{date: string, time: string}>} patch */
  const place = (patch) => {
    const next = { ...shown, ...patch };
    if (next.date !== "" && next.time !== "") writing.change({ written: next });
  };
  return html`<div class="details">
    <button
      type="button"
      class="details-button"
      aria-expanded=${open ? "true" : "false"}
      aria-controls=${id}
      onClick=${() => setOpen(!open)}
    >
      <span class="only-heard">${t.journal.details}: </span>
      <span class="details-words">
        <span>${t.journal.details_of(t.journal.kinds[kind], when)}</span>
        ${chosen.map((tag) => html`<span class="details-tag" key=${tag}>${tag}</span>`)}
      </span>
      <${Icon} name="down" />
    </button>
    <div id=${id} class="details-form" hidden=${!open}>
      ${
        open &&
        html`<${Select} label=${t.journal.kind} options=${KIND_OPTIONS} value=${kind} onChange=${(/** @type {any} */ next) => changeKind(next)} />
          <${Field} type="date" label=${t.journal.date} value=${shown.date} max=${today} onInput=${(/** @type {string} */ date) => place({ date })} />
          <${Field} type="time" label=${t.journal.time} value=${shown.time} onInput=${(/** @type {string} */ time) => place({ time })} />
          <${TagInput} label=${t.journal.tags} hint=${t.journal.tags_hint} tags=${chosen} suggestions=${tags} onChange=${(/** @type {string[]} */ next) => writing.change({ tags: next })} />`
      }
    </div>
  </div>`;
}

/** @param {{ writing: Writing, prompts: {kind: string, texts: string[]}[] }} props */
function Prompt({ writing, prompts }) {
  const { kind, prompt } = writing.page();
  const offered = prompts.find((group) => group.kind === kind)?.texts ?? [];
  const chooser = useRef(/** @type {HTMLElement | null} */ (null));
  const next = () => {
    const at = prompt === null ? -1 : offered.indexOf(prompt);
    writing.change({ prompt: offered[(at + 1) % offered.length] ?? null });
  };
  /** Keeps the keyboard where it was when the buttons change. @param {() => void} act */
  const andStay = (act) => () => {
    act();
    setTimeout(() => chooser.current?.querySelector("button")?.focus());
  };
  const mayChange = writing.isNew && offered.length > 0;
  if (prompt === null && !mayChange) return null;
  return html`<div class="prompt" ref=${chooser}>
    ${prompt !== null && html`<p class="prompt-text"><span class="only-heard">${t.journal.prompt_label}: </span>${prompt}</p>`}
    ${
      mayChange &&
      html`<div class="prompt-actions">
        ${
          prompt === null
            ? html`<${Button} kind="quiet" icon="message" onClick=${andStay(next)}>${t.journal.prompt_offer}<//>`
            : html`${offered.length > 1 && html`<${Button} kind="quiet" onClick=${next}>${t.journal.prompt_other}<//>`}
                <${Button} kind="quiet" onClick=${andStay(() => writing.change({ prompt: null }))}>${t.journal.prompt_none}<//>`
        }
      </div>`
    }
  </div>`;
}
