// What a check-in is made of: the step, the words, the note. It saves itself, and says so.

import { sideOf } from "../check_in.js";
import { Button } from "../components/button.js";
import { Field, TextArea } from "../components/field.js";
import { Icon } from "../components/icon.js";
import { MoodSteps } from "../components/mood_steps.js";
import { failureOf, SaveFailed } from "../components/save_note.js";
import { isoTime } from "../dates.js";
import { classes, html, useId, useRef, useState } from "../html.js";
import { t } from "../strings/en.js";

/**
 * @typedef {import("../ipc.js").MoodWordsView} MoodWordsView
 * @typedef {import("../ipc.js").Side} Side
 * @typedef {import("../check_in.js").OpenCheckIn} OpenCheckIn
 */

/** @type {readonly Side[]} */
const SIDES = ["unpleasant", "between", "pleasant"];

/** @param {MoodWordsView} words @param {number} mood */
export const stepName = ({ steps }, mood) => steps.find(({ value }) => value === mood)?.name ?? "";

/**
 * @param {{
 *   open: OpenCheckIn, words: MoodWordsView, labelledBy: string, today: string,
 *   dated?: boolean, actions?: import("../html.js").Children,
 * }} props `dated` asks for day and time too; `actions` stand beside "Saved"
 */
export function CheckInForm({ open, words, labelledBy, today, dated = false, actions }) {
  const hintId = useId();
  const { mood, note } = open.draft();
  const isChosen = mood !== null;
  return html`<div class="check-in-form">
    ${dated && html`<${When} open=${open} today=${today} />`}
    <${MoodSteps}
      labelledBy=${labelledBy}
      describedBy=${hintId}
      steps=${words.steps}
      value=${mood}
      onChoose=${open.choose}
    />
    <div class="check-in-state">
      <${Saved} open=${open} words=${words} />
      <p class=${isChosen ? "only-heard" : "field-hint"} id=${hintId}>${isChosen ? t.check_in.hint_change : t.check_in.hint}</p>
      ${isChosen && actions && html`<div class="check-in-actions">${actions}</div>`}
    </div>
    <${SaveFailed} open=${open} />
    ${
      isChosen &&
      html`<${Words} open=${open} words=${words} mood=${mood} />
        <${TextArea}
          class="check-in-note"
          label=${t.check_in.note}
          rows="2"
          spellcheck=${true}
          value=${note}
          onInput=${(/** @type {string} */ text) => open.change({ note: text })}
        />`
    }
  </div>`;
}

/** @param {{ open: OpenCheckIn, words: MoodWordsView }} props */
function Saved({ open, words }) {
  const state = open.state();
  const { mood } = open.draft();
  const failed = failureOf(state) !== null;
  const isSaved = state.name === "saved" || (state.name === "idle" && open.kept() !== null);
  const shown = failed ? t.check_in.not_saved : isSaved ? t.check_in.saved : t.check_in.saving;
  const heard = isSaved && mood !== null ? t.check_in.saved_spoken(stepName(words, mood)) : "";
  return html`<p class="only-heard" role="status">${heard}</p>
    ${
      mood !== null &&
      html`<p class=${classes("save-state", "check-in-saved", failed && "is-failed", isSaved && "is-saved")}>
        ${(isSaved || failed) && html`<${Icon} name=${failed ? "problem" : "check"} />`}<span>${shown}</span>
      </p>`
    }`;
}

/** @param {{ open: OpenCheckIn, today: string }} props */
function When({ open, today }) {
  const kept = open.kept();
  const shown = open.draft().written ?? kept ?? { date: today, time: isoTime(new Date()) };
  /** @param {Partial<{ date: string, time: string }>} patch */
  const place = (patch) => {
    const { date, time } = { date: shown.date, time: shown.time, ...patch };
    if (date !== "" && time !== "") open.change({ written: { date, time } });
  };
  return html`<div class="check-in-when">
    <${Field} type="date" label=${t.check_in.date} value=${shown.date} max=${today} onInput=${(/** @type {string} */ date) => place({ date })} />
    <${Field} type="time" label=${t.check_in.time} value=${shown.time} onInput=${(/** @type {string} */ time) => place({ time })} />
  </div>`;
}

/**
 * The words on the side of the step first, then one's own; the others on demand.
 * @param {{ open: OpenCheckIn, words: MoodWordsView, mood: number }} props
 */
function Words({ open, words, mood }) {
  const [all, setAll] = useState(false);
  const id = useId();
  const { words: chosen } = open.draft();
  const first = sideOf(mood);
  const bundled = words.words.flatMap(({ list }) => list);
  const added = chosen.filter((word) => !bundled.includes(word) && !words.own.includes(word));
  const own = [...words.own, ...added];
  const sides = [first, ...SIDES.filter((side) => side !== first)];
  return html`<section class="feeling-words" aria-labelledby=${id}>
    <h3 id=${id} class="field-label">${t.check_in.words_title}</h3>
    ${sides.map((side) => {
      const list = words.words.find((one) => one.side === side)?.list ?? [];
      const shown = all || side === first ? list : list.filter((word) => chosen.includes(word));
      return html`<${WordGroup} key=${side} name=${t.check_in.words_sides[side]} named=${all} words=${shown} open=${open} />`;
    })}
    <${WordGroup} key="own" name=${t.check_in.words_own} named=${all} words=${own} open=${open} />
    <div class="feeling-more">
      <${OwnWord} open=${open} known=${[...bundled, ...own]} />
      <${Button} kind="quiet" aria-expanded=${all ? "true" : "false"} onClick=${() => setAll(!all)}>
        ${all ? t.check_in.words_fewer : t.check_in.words_more}
      <//>
    </div>
  </section>`;
}

/** @param {{ name: string, named: boolean, words: string[], open: OpenCheckIn }} props */
function WordGroup({ name, named, words, open }) {
  if (words.length === 0) return null;
  const { words: chosen } = open.draft();
  return html`<fieldset class="feeling-group">
    <legend class=${named ? "feeling-side" : "only-heard"}>${name}</legend>
    <div class="feeling-chips">
      ${words.map(
        (word) => html`<label class="chip feeling-chip" key=${word}>
          <input
            type="checkbox"
            checked=${chosen.includes(word)}
            onChange=${(/** @type {any} */ event) => open.say(word, event.currentTarget.checked)}
          />
          <span>${word}</span>
        </label>`,
      )}
    </div>
  </fieldset>`;
}

/** @param {{ open: OpenCheckIn, known: string[] }} props */
function OwnWord({ open, known }) {
  const [text, setText] = useState("");
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  const add = () => {
    const typed = text.trim().replace(/\s+/g, " ");
    const word = known.find((one) => one.toLowerCase() === typed.toLowerCase()) ?? typed;
    if (word !== "" && !open.draft().words.includes(word)) open.say(word, true);
    setText("");
    input.current?.focus();
  };
  return html`<div class="own-word">
    <input
      ref=${input}
      class="input"
      type="text"
      autocomplete="off"
      aria-label=${t.check_in.words_add}
      placeholder=${t.check_in.words_add}
      value=${text}
      onInput=${(/** @type {any} */ event) => setText(event.currentTarget.value)}
      onKeyDown=${(/** @type {KeyboardEvent} */ event) => {
        if (event.key !== "Enter" || event.isComposing) return;
        event.preventDefault();
        add();
      }}
      onBlur=${() => text.trim() !== "" && add()}
    />
    <${Button} icon="plus" onClick=${add}>${t.check_in.words_add_action}<//>
  </div>`;
}
