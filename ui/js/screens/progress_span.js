// How far back one looks, and the day on which the program began.

import { Button } from "../components/button.js";
import { Chips } from "../components/checks.js";
import { Field } from "../components/field.js";
import { showToast } from "../components/toast.js";
import { plainDay } from "../dates.js";
import { html, useRef, useState } from "../html.js";
import { call } from "../ipc.js";
import { t } from "../strings/en.js";

/**
 * @typedef {import("../ipc.js").Span} Span
 * @typedef {import("../ipc.js").ProgressView} ProgressView
 */

/** @type {readonly Span[]} */
const SPANS = Object.freeze(["week", "month", "programme", "all"]);

/**
 * @param {{
 *   span: Span, onSpan: (span: Span) => void, view: ProgressView | null, today: string, onStart: () => Promise<void>,
 *   without?: Span,
 * }} props `without` leaves one out that is too short to say anything
 */
export function SpanSwitch({ span, onSpan, view, today, onStart, without }) {
  return html`<div class="span-switch">
    <div class="span-row">
      <${Chips}
        id="progress-span"
        legend=${t.progress.span}
        legendHidden
        options=${SPANS.filter((one) => one !== without).map((value) => ({ value, label: t.progress.spans[value] }))}
        value=${span}
        onChange=${onSpan}
      />
      ${view && view.series.length > 0 && html`<p class="quiet-text">${t.progress.shown(plainDay(view.from), plainDay(view.until))}</p>`}
    </div>
    ${span === "programme" && view && html`<${ProgrammeStart} start=${view.programme_start} today=${today} onStart=${onStart} />`}
  </div>`;
}

/** @param {{ start: string | null, today: string, onStart: () => Promise<void> }} props */
function ProgrammeStart({ start, today, onStart }) {
  const [editing, setEditing] = useState(false);
  const [day, setDay] = useState(start ?? "");
  const [missing, setMissing] = useState(false);
  const box = useRef(/** @type {HTMLElement | null} */ (null));

  const focusFirst = () =>
    setTimeout(() =>
      /** @type {HTMLElement | null} */ (box.current?.querySelector("input, button"))?.focus(),
    );

  /** @param {string | null} date @param {string} done */
  const save = async (date, done) => {
    try {
      await call("programme_start_save", { date });
    } catch (error) {
      showToast({ text: t.errors[/** @type {import("../ipc.js").Problem} */ (error).code].what });
      return;
    }
    setDay(date ?? "");
    setEditing(false);
    await onStart();
    showToast({ text: done });
    focusFirst();
  };
  /** @param {SubmitEvent} event */
  const submit = (event) => {
    event.preventDefault();
    setMissing(day === "");
    if (day === "") focusFirst();
    else save(day, t.progress.programme_saved);
  };

  if (start !== null && !editing) {
    return html`<div class="button-row span-start" ref=${box}>
      <p>${t.progress.programme_since(plainDay(start))}</p>
      <${Button}
        kind="quiet"
        icon="pen"
        onClick=${() => {
          setEditing(true);
          focusFirst();
        }}
        >${t.progress.programme_change}<//
      >
    </div>`;
  }
  return html`<form class="span-start-form" ref=${box} onSubmit=${submit} noValidate>
    <${Field}
      type="date"
      label=${t.progress.programme_label}
      hint=${start === null && t.progress.programme_missing}
      error=${missing && day === "" && t.progress.programme_empty}
      value=${day}
      max=${today}
      onInput=${setDay}
    />
    <div class="button-row">
      <${Button} kind="primary" type="submit">${t.common.save}<//>
      ${
        start !== null &&
        html`<${Button} onClick=${() => {
          setEditing(false);
          setDay(start);
          focusFirst();
        }}>${t.common.cancel}<//>
          <${Button} kind="quiet" onClick=${() => save(null, t.progress.programme_forgotten)}>${t.progress.programme_forget}<//>`
      }
    </div>
  </form>`;
}
