// When an event is: once or by the week, at what times.

import { Button } from "../components/button.js";
import { Chips } from "../components/checks.js";
import { Toggle } from "../components/choice.js";
import { DateField } from "../components/date_field.js";
import { Field } from "../components/field.js";
import { TimeField } from "../components/time_field.js";
import { WeekdayPicker } from "../components/weekday_picker.js";
import { longDay } from "../dates.js";
import { firstDay, isOneDate, lengthOf } from "../event_draft.js";
import { html, useRef } from "../html.js";
import { inHours, minutesBetween, timeAfter, weekdayOf } from "../schedule.js";
import { t } from "../strings/en.js";
import { Part } from "./event_fields.js";

/**
 * @typedef {import("./event_fields.js").FieldsProps} FieldsProps
 * @typedef {import("../ipc.js").Weekday} Weekday
 */

const DAY_MINUTES = 24 * 60;
const USUAL_MINUTES = 60;

/** @param {FieldsProps} props */
export function WhenFields(props) {
  const { draft, scope, isOneOfMany, onChange } = props;
  return html`<${Part} name="when" title=${t.schedule.parts_of_form.when}>
    ${!isOneOfMany && html`<${Repeats} ...${props} />`}
    ${isOneDate(draft, scope) ? html`<${OneDate} ...${props} isMoved=${isOneOfMany} />` : html`<${Series} ...${props} />`}
    ${scope === "all" && html`<${OtherDates} ...${props} />`}
    ${!isOneOfMany && html`<${Toggle} id="event-all-day" label=${t.schedule.whole_day} checked=${draft.all_day} onChange=${(/** @type {boolean} */ all_day) => onChange({ all_day })} />`}
    ${!draft.all_day && html`<${Times} ...${props} />`}
  <//>`;
}

/** @param {FieldsProps} props */
function Repeats({ draft, rule, onChange }) {
  const { repeats, date, from } = draft;
  if (repeats === "own" && rule !== null) return html`<p class="quiet-text">${t.schedule.own_way}</p>`;

  /** A series begins on the day that was typed, and the other way round. @param {any} next */
  const choose = (next) => {
    const isFirst = repeats === "once" && next !== "once" && rule === null;
    onChange({
      repeats: next,
      ...(isFirst && date !== "" && { from: date, weekdays: [weekdayOf(date)] }),
      ...(repeats !== "once" && next === "once" && from !== "" && { date: from, last_day: from }),
    });
  };
  return html`<${Chips}
    id="event-repeats"
    legend=${t.schedule.repeats}
    options=${[
      { value: "once", label: t.schedule.repeats_once },
      { value: "weekly", label: t.schedule.repeats_weekly },
      { value: "second", label: t.schedule.repeats_second },
      { value: "other", label: t.schedule.repeats_other },
    ]}
    value=${repeats}
    onChange=${choose}
  />`;
}

/** @param {FieldsProps & { isMoved: boolean }} props */
function OneDate({ draft, faults, isMoved, onChange }) {
  const { date, last_day, all_day } = draft;
  /** @param {string} next */
  const place = (next) => onChange({ date: next, ...(last_day < next && { last_day: next }) });
  return html`<div class="event-fields event-short">
    <${DateField} id="event-date" label=${isMoved ? t.schedule.date_moved : t.schedule.date} error=${faults.date && t.schedule.date_missing} value=${date} onInput=${place} />
    ${
      all_day &&
      html`<${DateField} id="event-last-day" label=${t.schedule.last_day} error=${faults.last_day && t.schedule.last_day_wrong} min=${date} value=${last_day} onInput=${(/** @type {string} */ next) => onChange({ last_day: next })} />`
    }
  </div>`;
}

/** Further dates at the same time. @param {FieldsProps} props */
function OtherDates({ draft: { dates }, onChange }) {
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  /** @param {number} at */
  const focusAt = (at) =>
    setTimeout(() => {
      const inputs = box.current?.querySelectorAll("input") ?? [];
      (inputs[at] ?? document.getElementById("event-date-add"))?.focus();
    });
  const add = () => {
    onChange({ dates: [...dates, ""] });
    focusAt(dates.length);
  };
  /** @param {number} at */
  const remove = (at) => {
    onChange({ dates: dates.filter((_, other) => other !== at) });
    focusAt(Math.min(at, dates.length - 2));
  };
  return html`<div class="event-dates" ref=${box}>
    ${dates.map(
      (day, at) => html`<div class="event-other-date" key=${at}>
        <${DateField}
          label=${t.schedule.also_on}
          value=${day}
          onInput=${(/** @type {string} */ next) => onChange({ dates: dates.with(at, next) })}
        />
        <${Button} kind="quiet" icon="close" label=${t.schedule.also_remove(day === "" ? "" : longDay(day))} onClick=${() => remove(at)} />
      </div>`,
    )}
    <div><${Button} id="event-date-add" kind="quiet" icon="plus" onClick=${add}>${t.schedule.also_add}<//></div>
  </div>`;
}

/** @param {FieldsProps} props */
function Series({ draft, scope, faults, onChange }) {
  const { repeats, interval, from, until, weekdays } = draft;
  const isPlain = repeats !== "own";
  const first = from === "" ? from : firstDay(draft, scope);
  return html`${isPlain && html`<${WeekdayPicker} legend=${t.schedule.days} days=${weekdays} error=${faults.weekdays && t.schedule.days_missing} onChange=${(/** @type {Weekday[]} */ days) => onChange({ weekdays: days })} />`}
    <div class="event-fields event-short">
      ${
        repeats === "other" &&
        html`<${Field} id="event-interval" label=${t.schedule.interval} error=${faults.interval && t.schedule.interval_wrong} inputmode="numeric" autocomplete="off" value=${interval} onInput=${(/** @type {string} */ typed) => onChange({ interval: typed })} />`
      }
      <${DateField}
        id="event-from"
        label=${t.schedule.from}
        error=${faults.from && t.schedule.date_missing}
        value=${from}
        onInput=${(/** @type {string} */ day) => onChange({ from: day })}
      />
      ${
        isPlain &&
        html`<${DateField} id="event-until" label=${t.schedule.until} error=${faults.until && t.schedule.until_wrong} value=${until} onInput=${(/** @type {string} */ day) => onChange({ until: day })} />`
      }
    </div>
    ${isPlain && html`<p class="field-hint event-hint" role="status">${first !== from ? t.schedule.first_on(longDay(first)) : ""}</p>`}`;
}

/** @param {FieldsProps} props */
function Times({ draft, faults, onChange }) {
  const { start, end } = draft;
  const length = lengthOf(draft);
  /** While a time is being typed there is none. */
  const lastLength = useRef(length);
  lastLength.current = length ?? lastLength.current;
  /** The end goes along. @param {string} time */
  const begin = (time) => {
    const minutes = lastLength.current ?? USUAL_MINUTES;
    const follows = time !== "" && (lastLength.current !== null || end === "");
    onChange({ start: time, ...(follows && { end: timeAfter(time, minutes % DAY_MINUTES) }) });
  };
  /** @param {string} time */
  const finish = (time) => {
    lastLength.current = null;
    onChange({ end: time });
  };
  const isNextDay = length !== null && length < DAY_MINUTES && minutesBetween(start, end) < 0;
  const words = length ? (isNextDay ? t.schedule.length_next_day : t.schedule.length)(inHours(length)) : "";
  const endFault = faults.end && (faults.end === "wrong" ? t.schedule.end_same : t.schedule.end_missing);
  return html`<div class="event-fields event-short">
      <${TimeField} id="event-start" label=${t.schedule.start} error=${faults.start && t.schedule.start_missing} value=${start} onInput=${begin} />
      <${TimeField} id="event-end" label=${t.schedule.end} error=${endFault} value=${end} onInput=${finish} />
    </div>
    <p class="field-hint event-hint">${words}</p>`;
}
