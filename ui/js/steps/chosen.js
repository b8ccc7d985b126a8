// What is ticked at a step, and the line for own words. Own words count while they are being typed.

import { Button } from "../components/button.js";
import { Field } from "../components/field.js";
import { html, useRef, useState } from "../html.js";
import { t } from "../strings/en.js";

/** @param {string} words */
const tidy = (words) => words.trim().replace(/\s+/g, " ");

/**
 * @param {{
 *   answer: import("../ipc.js").Answer | null,
 *   onChange: (answer: import("../ipc.js").Answer | null) => void,
 *   many: boolean,
 *   offered: string[],
 * }} given
 */
export function useChosen({ answer, onChange, many, offered }) {
  const given = answer?.kind === "choice" ? answer.chosen : [];
  const [picked, setPicked] = useState(given);
  const [draft, setDraft] = useState("");
  const [own, setOwn] = useState(() => given.filter((words) => !offered.includes(words)));

  /** @param {string[]} nextPicked @param {string} nextDraft */
  const put = (nextPicked, nextDraft) => {
    setPicked(nextPicked);
    setDraft(nextDraft);
    const chosen = [...new Set([...nextPicked, tidy(nextDraft)])].filter((words) => words !== "");
    onChange(chosen.length === 0 ? null : { kind: "choice", chosen });
  };

  return {
    picked,
    draft,
    own,
    /** @param {string} option @param {boolean} on */
    toggle(option, on) {
      if (!many) put([option], "");
      else put(on ? [...picked, option] : picked.filter((words) => words !== option), draft);
    },
    /** @param {string} text */
    type(text) {
      put(!many && tidy(text) !== "" ? [] : picked, text);
    },
    add() {
      const words = tidy(draft);
      if (words === "") return;
      const known = [...offered, ...own].find((one) => one.toLowerCase() === words.toLowerCase());
      if (!known) setOwn([...own, words]);
      const chosen = known ?? words;
      put(many ? [...new Set([...picked, chosen])] : [chosen], "");
    },
  };
}

/** Enter adds. @param {{ chosen: ReturnType<typeof useChosen> }} props */
export function OwnWords({ chosen }) {
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  return html`<div class="own-words">
    <${Field}
      label=${t.practice.own_words}
      value=${chosen.draft}
      autocomplete="off"
      spellcheck=${true}
      inputRef=${input}
      onInput=${chosen.type}
      onBlur=${chosen.add}
      onKeyDown=${(/** @type {KeyboardEvent} */ event) => {
        if (event.key !== "Enter" || event.isComposing || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        chosen.add();
      }}
    />
    <${Button}
      icon="plus"
      onClick=${() => {
        chosen.add();
        input.current?.focus();
      }}
      >${t.practice.own_add}<//
    >
  </div>`;
}
