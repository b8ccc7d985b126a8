// What an event is, where it is and with whom, and what is rarely asked for.

import { Field, TextArea } from "../components/field.js";
import { Fold } from "../components/fold.js";
import { Select } from "../components/select.js";
import { html } from "../html.js";
import { cityOf, KINDS } from "../schedule.js";
import { t } from "../strings/en.js";

/**
 * @typedef {import("../event_draft.js").EventDraft} EventDraft
 *
 * @typedef {object} FieldsProps
 * @property {EventDraft} draft
 * @property {import("../ipc.js").ChangeScope} scope
 * @property {import("../event_draft.js").Faults} faults
 * @property {import("../ipc.js").RuleView | null} rule  of the event as it is
 * @property {import("../ipc.js").ProgrammeView | null} programme
 * @property {boolean} isOneOfMany  the change is for one of a series
 * @property {boolean} isNew
 * @property {(patch: Partial<EventDraft>) => void} onChange
 */

/** @param {{ name: string, title: string, children?: import("../html.js").Children }} props */
export function Part({ name, title, children }) {
  return html`<section class="event-part" aria-labelledby=${`event-${name}`}>
    <h2 id=${`event-${name}`}>${title}</h2>
    ${children}
  </section>`;
}

/** @param {FieldsProps} props */
export function WhatFields({ draft, faults, isOneOfMany, onChange }) {
  const kinds = KINDS.map((kind) => ({ value: kind, label: t.schedule.kinds[kind] }));
  return html`<${Part} name="what" title=${t.schedule.parts_of_form.what}>
    <div class="event-fields">
      ${!isOneOfMany && html`<${Select} id="event-kind" label=${t.schedule.kind} options=${kinds} value=${draft.kind} onChange=${(/** @type {any} */ kind) => onChange({ kind })} />`}
      <${Field}
        id="event-name"
        label=${draft.kind === "personal" ? t.schedule.name : t.schedule.name_optional}
        error=${faults.summary && t.schedule.name_missing}
        autocomplete="off"
        value=${draft.summary}
        onInput=${(/** @type {string} */ summary) => onChange({ summary })}
      />
    </div>
  <//>`;
}

/** @param {FieldsProps} props */
export function PlaceFields({ draft, faults, onChange }) {
  return html`<${Part} name="where" title=${t.schedule.parts_of_form.where}>
    <div class="event-fields">
      <${Field} id="event-place" label=${t.schedule.place} hint=${t.schedule.place_hint} autocomplete="off" value=${draft.location} onInput=${(/** @type {string} */ location) => onChange({ location })} />
      <${Field} id="event-link" label=${t.schedule.link} hint=${t.schedule.link_hint_form} inputmode="url" autocomplete="off" value=${draft.link} onInput=${(/** @type {string} */ link) => onChange({ link })} />
      <${Field} id="event-room" label=${t.schedule.room} autocomplete="off" value=${draft.room} onInput=${(/** @type {string} */ room) => onChange({ room })} />
      <${Field} id="event-who" label=${t.schedule.who} autocomplete="off" value=${draft.facilitator} onInput=${(/** @type {string} */ facilitator) => onChange({ facilitator })} />
      <${Field} id="event-bring" label=${t.schedule.bring} hint=${t.schedule.bring_hint} autocomplete="off" value=${draft.bring} onInput=${(/** @type {string} */ bring) => onChange({ bring })} />
      <${Field}
        id="event-travel"
        label=${t.schedule.travel}
        hint=${t.schedule.travel_hint}
        error=${faults.travel && t.schedule.travel_wrong}
        inputmode="numeric"
        autocomplete="off"
        value=${draft.travel}
        onInput=${(/** @type {string} */ travel) => onChange({ travel })}
      />
    </div>
  <//>`;
}

/** @param {FieldsProps} props */
export function MoreFields({ draft, programme, isOneOfMany, isNew, onChange }) {
  const home = programme?.zone ?? programme?.here_zone ?? "";
  const asIs = isNew ? t.schedule.zone_own(cityOf(home)) : t.schedule.zone_kept;
  const zones = [
    { value: "", label: asIs },
    ...(programme?.zones ?? []).map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") })),
  ];
  return html`<${Fold} id="event-more" label=${t.schedule.parts_of_form.more} open=${draft.description !== "" || draft.zone !== ""}>
    <div class="event-fields">
      ${!isOneOfMany && html`<${Select} id="event-zone" label=${t.schedule.zone} hint=${t.schedule.zone_hint} options=${zones} value=${draft.zone} onChange=${(/** @type {string} */ zone) => onChange({ zone })} />`}
      <${TextArea} id="event-description" class="event-wide" label=${t.schedule.description} spellcheck=${true} value=${draft.description} onInput=${(/** @type {string} */ description) => onChange({ description })} />
    </div>
  <//>`;
}
