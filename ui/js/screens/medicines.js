// The medication list: names and doses in the person's own words. It gives no advice.

import { useAsked } from "../asking.js";
import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Toggle } from "../components/choice.js";
import { Field } from "../components/field.js";
import { Page } from "../components/page.js";
import { showToast } from "../components/toast.js";
import { focusWhenThere } from "../focus.js";
import { html, useEffect, useMemo, useRef, useState } from "../html.js";
import { call } from "../ipc.js";
import { useWriter } from "../locking.js";
import { t } from "../strings/en.js";

/**
 * @typedef {import("../ipc.js").MedicationView} MedicationView
 * @typedef {import("../locking.js").Writers["drafts"]} Drafts
 */

/** @type {MedicationView} */
const BLANK = Object.freeze({ id: null, name: "", dose: "", times: "", prescriber: "", stopped: false });

/** @param {{ drafts: Drafts, parts: import("../html.js").VNode }} props */
export function Medicines({ parts, drafts }) {
  /** @type {import("../asking.js").Asked<MedicationView[]>} */
  const { view, problem, reload, patch } = useAsked("medications");
  const [open, setOpen] = useState(/** @type {MedicationView | null} */ (null));
  const taken = view?.filter(({ stopped }) => !stopped) ?? [];
  const stopped = view?.filter((medicine) => medicine.stopped) ?? [];

  const close = () => {
    const id = open?.id ?? null;
    setOpen(null);
    focusWhenThere(id === null ? "medicine-add" : `medicine-change-${id}`);
  };

  /** @param {MedicationView} medicine */
  const remove = async (medicine) => {
    try {
      const next = await call("medication_remove", { id: medicine.id });
      patch(() => next);
    } catch (error) {
      showToast({ text: t.errors[/** @type {import("../ipc.js").Problem} */ (error).code].what });
      return;
    }
    document.getElementById("medicine-add")?.focus();
    showToast({
      text: t.card.medicine_removed(medicine.name),
      action: {
        label: t.card.undo,
        run: async () => {
          await call("medication_save", { ...medicine, id: null });
          await reload();
        },
      },
    });
  };

  /** @param {MedicationView} medicine */
  const row = (medicine) =>
    open !== null && open.id === medicine.id
      ? html`<li key=${medicine.id}><${MedicineForm} medicine=${medicine} ...${{ drafts, patch }} onClose=${close} /></li>`
      : html`<${Medicine} key=${medicine.id} medicine=${medicine} onChange=${() => setOpen(medicine)} onRemove=${() => remove(medicine)} />`;

  return html`<${Page} class="skills-page medicines-page" before=${parts} title=${t.card.medicines_title} lead=${t.card.medicines_lead}>
    ${problem && html`<${ProblemBanner} code=${problem} onRetry=${reload} />`}
    ${
      view?.length === 0 &&
      open === null &&
      html`<div class="empty" role="status">
        <p class="empty-title">${t.card.medicines_empty_title}</p>
        <p>${t.card.medicines_empty_text}</p>
      </div>`
    }
    ${taken.length > 0 && html`<ul role="list" class="medicines" aria-label=${t.card.medicines_taken}>${taken.map(row)}</ul>`}
    ${
      view &&
      (open !== null && open.id === null
        ? html`<${MedicineForm} medicine=${BLANK} ...${{ drafts, patch }} onClose=${close} />`
        : html`<div><${Button} id="medicine-add" kind=${view.length === 0 ? "primary" : "secondary"} icon="plus" onClick=${() => setOpen(BLANK)}>${t.card.medicine_add}<//></div>`)
    }
    ${
      stopped.length > 0 &&
      html`<section class="medicines-stopped" aria-labelledby="medicines-stopped">
        <h2 id="medicines-stopped">${t.card.medicines_stopped}</h2>
        <ul role="list" class="medicines">${stopped.map(row)}</ul>
      </section>`
    }
    <p class="quiet-text">${t.card.medicines_team}</p>
  <//>`;
}

/** @param {{ medicine: MedicationView, onChange: () => void, onRemove: () => void }} props */
function Medicine({ medicine, onChange, onRemove }) {
  const { id, name, dose, times, prescriber } = medicine;
  const facts = [
    { term: t.card.medicine_dose, words: dose },
    { term: t.card.medicine_times, words: times },
    { term: t.card.medicine_prescriber, words: prescriber },
  ].filter(({ words }) => words !== "");
  return html`<li class="medicine">
    <div class="medicine-text">
      <p class="medicine-name">${name}</p>
      ${
        facts.length > 0 &&
        html`<dl class="medicine-facts">
          ${facts.map(({ term, words }) => html`<div key=${term}><dt>${term}</dt><dd>${words}</dd></div>`)}
        </dl>`
      }
    </div>
    <div class="button-row">
      <${Button} id=${`medicine-change-${id}`} kind="quiet" icon="pen" label=${t.card.medicine_of(t.card.medicine_change, name)} onClick=${onChange} />
      <${Button} kind="quiet" icon="bin" label=${t.card.medicine_of(t.card.medicine_remove, name)} onClick=${onRemove} />
    </div>
  </li>`;
}

/**
 * What is typed with a name is saved by itself before the app locks or another room is shown.
 * @param {{
 *   medicine: MedicationView, drafts: Drafts,
 *   patch: (change: (view: MedicationView[]) => MedicationView[]) => void, onClose: () => void,
 * }} props
 */
function MedicineForm({ medicine: first, drafts, patch, onClose }) {
  const [medicine, setMedicine] = useState(first);
  const [error, setError] = useState("");
  const [problem, setProblem] = useState(/** @type {import("../ipc.js").ErrorCode | null} */ (null));
  const [busy, setBusy] = useState(false);
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  const latest = useRef({ medicine, isSaved: true });
  latest.current.medicine = medicine;
  const isNew = first.id === null;

  useEffect(() => input.current?.focus(), []);

  /** @returns {Promise<boolean>} */
  const save = async () => {
    const { medicine: page, isSaved } = latest.current;
    if (isSaved || page.name.trim() === "") return true;
    try {
      /** @type {MedicationView[]} */
      const next = await call("medication_save", page);
      const id = page.id ?? Math.max(...next.map((one) => one.id ?? 0));
      latest.current = { medicine: { ...page, id }, isSaved: true };
      setMedicine((now) => ({ ...now, id }));
      patch(() => next);
      return true;
    } catch (failure) {
      setProblem(/** @type {import("../ipc.js").Problem} */ (failure).code);
      return false;
    }
  };
  const writer = useMemo(
    () => ({
      flush: save,
      words: () => {
        const { name, dose, times, prescriber } = latest.current.medicine;
        return [name, dose, times, prescriber].filter((words) => words !== "").join("\n");
      },
    }),
    [],
  );
  useWriter(drafts, writer);

  /** @param {Partial<MedicationView>} part */
  const change = (part) => {
    latest.current.isSaved = false;
    setMedicine((now) => ({ ...now, ...part }));
    setError("");
  };

  const cancel = () => {
    latest.current.isSaved = true;
    onClose();
  };

  /** @param {SubmitEvent} event */
  const submit = async (event) => {
    event.preventDefault();
    if (busy) return;
    if (medicine.name.trim() === "") {
      setError(t.card.medicine_name_missing);
      input.current?.focus();
      return;
    }
    setBusy(true);
    const isDone = await save();
    setBusy(false);
    if (!isDone) return;
    onClose();
    showToast({ text: t.card.medicine_saved(medicine.name.trim()) });
  };

  return html`<form class="medicine-form" onSubmit=${submit} noValidate aria-labelledby="medicine-form">
    <h2 id="medicine-form">${isNew ? t.card.medicine_add_title : t.card.medicine_change_title}</h2>
    ${problem && html`<${ProblemBanner} code=${problem} />`}
    <div class="medicine-fields">
      <${Field} label=${t.card.medicine_name} hint=${t.card.medicine_name_hint} error=${error} value=${medicine.name} autocomplete="off" inputRef=${input} onInput=${(/** @type {string} */ name) => change({ name })} />
      <${Field} label=${t.card.medicine_dose} hint=${t.card.medicine_dose_hint} value=${medicine.dose} autocomplete="off" onInput=${(/** @type {string} */ dose) => change({ dose })} />
      <${Field} label=${t.card.medicine_times} hint=${t.card.medicine_times_hint} value=${medicine.times} autocomplete="off" onInput=${(/** @type {string} */ times) => change({ times })} />
      <${Field} label=${t.card.medicine_prescriber} hint=${t.card.medicine_prescriber_hint} value=${medicine.prescriber} autocomplete="off" onInput=${(/** @type {string} */ prescriber) => change({ prescriber })} />
    </div>
    ${!isNew && html`<${Toggle} label=${t.card.medicine_stopped} checked=${medicine.stopped} onChange=${(/** @type {boolean} */ stopped) => change({ stopped })} />`}
    <div class="button-row">
      <${Button} kind="primary" type="submit" busy=${busy}>${t.card.medicine_save}<//>
      <${Button} kind="quiet" onClick=${cancel}>${t.card.medicine_cancel}<//>
    </div>
  </form>`;
}
