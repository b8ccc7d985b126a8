// A row of one's own, or another name for a row that is there.

import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Choice, Toggle } from "../components/choice.js";
import { Dialog } from "../components/dialog.js";
import { Field } from "../components/field.js";
import { html, useRef, useState } from "../html.js";
import { call } from "../ipc.js";
import { t } from "../strings/en.js";

/**
 * @typedef {import("../ipc.js").CardItemView} CardItemView
 * @typedef {import("../ipc.js").CardSetView} CardSetView
 * @typedef {import("../ipc.js").Section} Section
 * @typedef {import("../ipc.js").ItemKind} ItemKind
 */

/** How the rows of a section are mostly answered. @type {Record<Section, ItemKind>} */
const USUAL_KINDS = {
  emotions: "scale",
  urges: "scale",
  actions: "yes_no",
  body: "scale",
  medicine: "yes_no",
  substances: "text",
  please: "yes_no",
  session: "scale",
};

const KIND_OPTIONS = Object.entries(t.card.kinds).map(([value, words]) => ({ value, ...words }));

/**
 * @param {{
 *   item: CardItemView | null, section: Section, onSaved: (set: CardSetView) => void, onClose: () => void,
 * }} props
 */
export function ItemForm({ item, section, onSaved, onClose }) {
  const [name, setName] = useState(item?.name ?? "");
  const [kind, setKind] = useState(item?.kind ?? USUAL_KINDS[section]);
  const [unit, setUnit] = useState(item?.unit ?? "");
  const [effective, setEffective] = useState(item?.effective ?? null);
  const [error, setError] = useState("");
  const [problem, setProblem] = useState(/** @type {import("../ipc.js").ErrorCode | null} */ (null));
  const [busy, setBusy] = useState(false);
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));

  /** @param {SubmitEvent} event */
  const submit = async (event) => {
    event.preventDefault();
    if (busy) return;
    if (name.trim() === "") {
      setError(t.card.form_name_missing);
      input.current?.focus();
      return;
    }
    setBusy(true);
    try {
      onSaved(
        await call("card_item_save", {
          id: item?.id ?? null,
          section,
          kind,
          name: name.trim(),
          unit: kind === "count" && unit.trim() !== "" ? unit.trim() : null,
          effective: section === "actions" ? effective : null,
        }),
      );
    } catch (failure) {
      setBusy(false);
      setProblem(/** @type {import("../ipc.js").Problem} */ (failure).code);
    }
  };

  return html`<${Dialog}
    title=${item ? t.card.form_change : t.card.form_own(t.card.sections[section])}
    onClose=${onClose}
  >
    <form class="stack" onSubmit=${submit} noValidate>
      ${problem && html`<${ProblemBanner} code=${problem} />`}
      <${Field}
        label=${t.card.form_name}
        hint=${t.card.form_name_hint}
        error=${error}
        value=${name}
        autocomplete="off"
        data-first-focus
        inputRef=${input}
        onInput=${(/** @type {string} */ text) => {
          setName(text);
          setError("");
        }}
      />
      ${item?.used && html`<p class="quiet-text">${t.card.form_used}</p>`}
      ${!item && html`<${Choice} columns legend=${t.card.form_kind} options=${KIND_OPTIONS} value=${kind} onChange=${setKind} />`}
      ${kind === "count" && html`<${Field} label=${t.card.form_unit} hint=${t.card.form_unit_hint} value=${unit} autocomplete="off" onInput=${setUnit} />`}
      ${
        section === "actions" &&
        html`<${Toggle}
          label=${t.card.form_effective}
          hint=${t.card.form_effective_hint}
          checked=${effective === true}
          onChange=${(/** @type {boolean} */ on) => setEffective(on)}
        />`
      }
      <div class="button-row">
        <${Button} kind="primary" type="submit" busy=${busy}>${item ? t.card.form_save : t.card.form_add}<//>
        <${Button} kind="quiet" onClick=${onClose}>${t.card.form_cancel}<//>
      </div>
    </form>
  <//>`;
}
