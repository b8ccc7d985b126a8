// The fields of the program, as they stand in its set-up and on its page.

import { Button } from "../components/button.js";
import { DateField } from "../components/date_field.js";
import { Field, TextArea } from "../components/field.js";
import { Select } from "../components/select.js";
import { plainDay } from "../dates.js";
import { focusWhenThere } from "../focus.js";
import { html } from "../html.js";
import {
  basicsFaults,
  breakFaults,
  lastDayOfWeeks,
  newBreak,
  newPhase,
  phaseFaults,
} from "../programme_draft.js";
import { t } from "../strings/en.js";

/**
 * @typedef {import("../programme_draft.js").ProgrammeDraft} ProgrammeDraft
 * @typedef {import("../programme_draft.js").PhaseDraft} PhaseDraft
 * @typedef {import("../programme_draft.js").BreakDraft} BreakDraft
 * @typedef {{ draft: ProgrammeDraft, onChange: (patch: Partial<ProgrammeDraft>) => void, asked: boolean }} Props
 *   `asked`: one pressed on, so what is amiss is said
 */

/** @param {Props} props */
export function BasicsFields({ draft, onChange, asked }) {
  const faults = asked ? basicsFaults(draft) : new Set();
  const byWeeks = lastDayOfWeeks(draft);
  return html`<div class="programme-fields">
    <${Field}
      id="programme-name"
      class="programme-wide"
      label=${t.programme.name}
      hint=${t.programme.name_hint}
      value=${draft.name}
      autocomplete="off"
      onInput=${(/** @type {string} */ name) => onChange({ name })}
    />
    <${DateField}
      id="programme-start"
      label=${t.programme.start}
      hint=${t.programme.start_hint}
      value=${draft.start}
      onInput=${(/** @type {string} */ start) => onChange({ start })}
    />
    <${Field}
      id="programme-weeks"
      inputmode="numeric"
      label=${t.programme.weeks}
      hint=${t.programme.weeks_hint}
      error=${faults.has("weeks") && t.programme.weeks_wrong}
      value=${draft.weeks}
      autocomplete="off"
      onInput=${(/** @type {string} */ weeks) => onChange({ weeks })}
    />
    <${Field}
      id="programme-hours"
      inputmode="decimal"
      label=${t.programme.hours}
      hint=${t.programme.hours_hint}
      error=${faults.has("hours") && t.programme.hours_wrong}
      value=${draft.hours}
      autocomplete="off"
      onInput=${(/** @type {string} */ hours) => onChange({ hours })}
    />
    <${DateField}
      id="programme-last"
      label=${t.programme.last_day}
      hint=${byWeeks === null ? t.programme.last_day_hint : t.programme.last_day_from(plainDay(byWeeks))}
      error=${faults.has("last_day") && t.programme.last_day_wrong}
      value=${draft.last_day}
      onInput=${(/** @type {string} */ last_day) => onChange({ last_day })}
    />
  </div>`;
}

/** @param {Omit<Props, "asked"> & { zones: string[] }} props */
export function PlaceFields({ draft, onChange, zones }) {
  return html`<div class="programme-fields">
    <${Select}
      id="programme-zone"
      class="programme-wide"
      label=${t.programme.zone}
      hint=${t.programme.zone_hint}
      options=${[
        { value: "", label: t.programme.zone_none },
        ...zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") })),
      ]}
      value=${draft.zone}
      onChange=${(/** @type {string} */ zone) => onChange({ zone })}
    />
    <${Field}
      id="programme-phone"
      type="tel"
      label=${t.programme.phone}
      value=${draft.phone}
      autocomplete="off"
      onInput=${(/** @type {string} */ phone) => onChange({ phone })}
    />
    <${TextArea}
      id="programme-address"
      class="programme-wide"
      rows="2"
      label=${t.programme.address}
      value=${draft.address}
      onInput=${(/** @type {string} */ address) => onChange({ address })}
    />
  </div>`;
}

/**
 * Rows of one kind, to fill in, to add to and to take off.
 * @template {{ key: number }} Row
 * @param {{
 *   name: string, title: string, text: string, add: string, legend: (place: number) => string, rows: Row[],
 *   blank: () => Row, onChange: (rows: Row[]) => void,
 *   fields: (row: Row, edit: (patch: Partial<Row>) => void, id: string) => import("../html.js").Children,
 * }} props the first of the `fields` has the `id`, and the focus when the row is new
 */
function Rows({ name, title, text, add, legend, rows, blank, onChange, fields }) {
  /** @param {number} key */
  const idOf = (key) => `${name}-${key}`;
  const addRow = () => {
    const row = blank();
    onChange([...rows, row]);
    focusWhenThere(idOf(row.key));
  };
  /** @param {number} key */
  const remove = (key) => {
    onChange(rows.filter((row) => row.key !== key));
    focusWhenThere(`${name}-add`);
  };
  /** @param {number} key @param {Partial<Row>} patch */
  const edit = (key, patch) => onChange(rows.map((row) => (row.key === key ? { ...row, ...patch } : row)));
  return html`<section class="programme-part" aria-labelledby=${`${name}-title`}>
    <div class="programme-part-head">
      <h2 id=${`${name}-title`}>${title}</h2>
      <p class="quiet-text">${text}</p>
    </div>
    ${rows.map((row, at) => {
      const { key } = row;
      return html`<fieldset class="programme-row" key=${key}>
        <legend class="only-heard">${legend(at + 1)}</legend>
        ${fields(row, (patch) => edit(key, patch), idOf(key))}
        <${Button} kind="quiet" icon="bin" label=${t.programme.about(t.programme.remove, legend(at + 1))} onClick=${() => remove(key)} />
      </fieldset>`;
    })}
    <div><${Button} id=${`${name}-add`} icon="plus" onClick=${addRow}>${add}<//></div>
  </section>`;
}

/** @param {Props} props */
export function PhaseRows({ draft, onChange, asked }) {
  /** @param {PhaseDraft} phase @param {(patch: Partial<PhaseDraft>) => void} edit @param {string} id */
  const fields = (phase, edit, id) => {
    const faults = asked ? phaseFaults(phase) : new Set();
    return html`<${DateField}
        id=${id}
        label=${t.programme.phase_from}
        error=${faults.has("from_date") && t.programme.phase_from_missing}
        value=${phase.from_date}
        onInput=${(/** @type {string} */ from_date) => edit({ from_date })}
      />
      <${Field}
        inputmode="numeric"
        label=${t.programme.phase_days}
        error=${faults.has("days") && t.programme.phase_days_wrong}
        value=${phase.days}
        autocomplete="off"
        onInput=${(/** @type {string} */ days) => edit({ days })}
      />
      <${Field}
        inputmode="decimal"
        label=${t.programme.phase_hours}
        error=${faults.has("hours") && t.programme.hours_wrong}
        value=${phase.hours}
        autocomplete="off"
        onInput=${(/** @type {string} */ hours) => edit({ hours })}
      />`;
  };
  return html`<${Rows}
    name="phase"
    title=${t.programme.phases}
    text=${t.programme.phases_text}
    add=${t.programme.phase_add}
    legend=${t.programme.phase}
    rows=${draft.phases}
    blank=${newPhase}
    onChange=${(/** @type {PhaseDraft[]} */ phases) => onChange({ phases })}
    fields=${fields}
  />`;
}

/** @param {Props} props */
export function BreakRows({ draft, onChange, asked }) {
  /** @param {BreakDraft} one @param {(patch: Partial<BreakDraft>) => void} edit @param {string} id */
  const fields = (one, edit, id) => {
    const faults = asked ? breakFaults(one) : new Set();
    return html`<${DateField}
        id=${id}
        label=${t.programme.break_first}
        error=${faults.has("first") && t.programme.break_first_missing}
        value=${one.first}
        onInput=${(/** @type {string} */ first) => edit({ first })}
      />
      <${DateField}
        label=${t.programme.break_last}
        error=${faults.has("last") && t.programme.break_last_wrong}
        value=${one.last}
        min=${one.first || undefined}
        onInput=${(/** @type {string} */ last) => edit({ last })}
      />
      <${Field}
        label=${t.programme.break_name}
        placeholder=${t.programme.optional}
        value=${one.name}
        autocomplete="off"
        onInput=${(/** @type {string} */ name) => edit({ name })}
      />`;
  };
  return html`<${Rows}
    name="break"
    title=${t.programme.breaks}
    text=${t.programme.breaks_text}
    add=${t.programme.break_add}
    legend=${t.programme.break}
    rows=${draft.breaks}
    blank=${newBreak}
    onChange=${(/** @type {BreakDraft[]} */ breaks) => onChange({ breaks })}
    fields=${fields}
  />`;
}
