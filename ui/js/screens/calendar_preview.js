// What a calendar file would change, one line for each thing, to take or to leave.

import { Banner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Fold } from "../components/fold.js";
import { Icon } from "../components/icon.js";
import { Select } from "../components/select.js";
import { clock, longDay } from "../dates.js";
import { html, useId, useState } from "../html.js";
import { call, codeOf } from "../ipc.js";
import { KINDS, oftenInWords } from "../schedule.js";
import { spanOf } from "../session_words.js";
import { t } from "../strings/en.js";

/**
 * @typedef {import("../ipc.js").IcsPreviewView} IcsPreviewView
 * @typedef {import("../ipc.js").IcsEventView} IcsEventView
 * @typedef {import("../ipc.js").IcsShapeView} IcsShapeView
 * @typedef {import("../ipc.js").IcsChange} IcsChange
 * @typedef {import("../ipc.js").EventKind} EventKind
 * @typedef {import("../ipc.js").ErrorCode} ErrorCode
 * @typedef {{ kind: EventKind, take: boolean }} Taking
 * @typedef {(uids: string[], patch: Partial<Taking>) => void} Take
 */

/** @type {readonly IcsChange[]} */
const ASKED = Object.freeze(["new", "changed", "removed"]);
const SHOWN = 50;

/** @param {{ summary: string }} event */
const nameOf = ({ summary }) => (summary.trim() === "" ? t.programme.calendar_untitled : summary.trim());

/** @param {IcsShapeView} event */
const whenWords = (event) =>
  event.rule === null
    ? t.programme.homework_when(longDay(event.date), spanOf(event))
    : t.programme.rule_line(spanOf(event), oftenInWords(event.rule));

/** From which day until which, for what comes again. @param {IcsShapeView} event @returns {string | null} */
function spanWords({ date, rule }) {
  if (rule === null) return null;
  if (rule.until !== null) return t.programme.rule_from_until(longDay(date), longDay(rule.until));
  return rule.count === null
    ? t.programme.rule_from(longDay(date))
    : t.programme.rule_from_times(longDay(date), rule.count);
}

/** @param {{ date: string, time: string | null }} at */
const dayAndTime = ({ date, time }) =>
  time === null ? longDay(date) : t.programme.homework_when(longDay(date), clock(time));

/**
 * @param {{
 *   preview: IcsPreviewView, onDone: (imported: import("../ipc.js").IcsImportedView) => void, onLeave: () => void,
 *   onProblem: (code: ErrorCode | null) => void,
 * }} props
 */
export function CalendarPreview({ preview, onDone, onLeave, onProblem }) {
  const { calendar, events, skipped, zone_guessed } = preview;
  const [taking, setTaking] = useState(
    () => new Map(events.map(({ uid, kind }) => [uid, /** @type {Taking} */ ({ kind, take: true })])),
  );
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const asking = events.filter(({ change }) => change !== "same");
  const same = events.filter(({ change }) => change === "same");
  const isAnyTaken = asking.some(({ uid }) => taking.get(uid)?.take);

  /** @type {Take} */
  const take = (uids, patch) =>
    setTaking((now) => {
      const next = new Map(now);
      for (const uid of uids) {
        const one = next.get(uid);
        if (one) next.set(uid, { ...one, ...patch });
      }
      return next;
    });

  const bringIn = async () => {
    setAsked(true);
    if (!isAnyTaken) return;
    setBusy(true);
    try {
      onDone(await call("ics_import", { events: [...taking].map(([uid, one]) => ({ uid, ...one })) }));
    } catch (error) {
      setBusy(false);
      onProblem(codeOf(error));
    }
  };

  return html`<div class="calendar-preview">
    <h2 id="calendar-in" tabindex="-1">${calendar.name || t.programme.calendar_untitled}</h2>
    ${zone_guessed && html`<${Banner} tone="care" live=${false} title=${t.programme.calendar_zone}>${t.programme.calendar_zone_text}<//>`}
    ${skipped.length > 0 && html`<${Skipped} skipped=${skipped} />`}
    ${asking.length === 0 && html`<p>${events.length === 0 ? t.programme.calendar_empty : t.programme.calendar_nothing}</p>`}
    ${ASKED.map((change) => html`<${Group} key=${change} change=${change} events=${events.filter((event) => event.change === change)} ...${{ taking, take }} />`)}
    ${
      same.length > 0 &&
      html`<${Fold} label=${t.programme.calendar_group(t.programme.calendar_changes.same, same.length)}>
        <p class="quiet-text">${t.programme.calendar_change_texts.same}</p>
        <ul role="list" class="calendar-same">${same.slice(0, SHOWN).map((event) => html`<li key=${event.uid}><span class="calendar-name">${nameOf(event)}</span> <span class="quiet-text">${whenWords(event)}</span></li>`)}</ul>
      <//>`
    }
    ${
      asked &&
      !isAnyTaken &&
      html`<p class="field-error" role="alert"><${Icon} name="problem" /><span>${t.programme.calendar_take_none}</span></p>`
    }
    <div class="button-row">
      ${asking.length > 0 && html`<${Button} id="calendar-take" kind="primary" busy=${busy && t.programme.calendar_working} onClick=${bringIn}>${t.programme.calendar_take}<//>`}
      <${Button} kind="quiet" onClick=${onLeave}>${t.programme.calendar_leave}<//>
    </div>
  </div>`;
}

/** @param {{ skipped: IcsPreviewView["skipped"] }} props */
function Skipped({ skipped }) {
  return html`<${Banner} tone="care" live=${false} title=${t.programme.calendar_skipped}>
    <p>${t.programme.calendar_skipped_text}</p>
    <ul class="plain-list">
      ${skipped.slice(0, SHOWN).map(({ line, summary, what }) => html`<li key=${line}>${t.programme.calendar_fault(nameOf({ summary }), t.programme.calendar_faults[what])}</li>`)}
    </ul>
  <//>`;
}

/** @param {{ change: IcsChange, events: IcsEventView[], taking: Map<string, Taking>, take: Take }} props */
function Group({ change, events, taking, take }) {
  const id = useId();
  const [most, setMost] = useState(SHOWN);
  if (events.length === 0) return null;
  const uids = events.map(({ uid }) => uid);
  const isAll = uids.every((uid) => taking.get(uid)?.take);
  const name = t.programme.calendar_changes[change];
  const action = isAll ? t.programme.calendar_none : t.programme.calendar_all;
  return html`<section class="calendar-group" aria-labelledby=${id}>
    <div class="calendar-group-head">
      <div>
        <h3 id=${id}>${t.programme.calendar_group(name, events.length)}</h3>
        <p class="quiet-text">${t.programme.calendar_change_texts[change]}</p>
      </div>
      ${
        events.length > 1 &&
        html`<${Button} kind="quiet" label=${t.programme.about(action, name)} onClick=${() => take(uids, { take: !isAll })}>${action}<//>`
      }
    </div>
    <ul role="list" class="calendar-events">
      ${events.slice(0, most).map((event) => html`<${Event} key=${event.uid} event=${event} taking=${taking.get(event.uid)} take=${take} />`)}
    </ul>
    ${
      events.length > most &&
      html`<div><${Button} kind="quiet" onClick=${() => setMost(most + SHOWN)}>${t.programme.calendar_more(Math.min(SHOWN, events.length - most))}<//></div>`
    }
  </section>`;
}

/** @param {{ event: IcsEventView, taking: Taking | undefined, take: Take }} props */
function Event({ event, taking, take }) {
  const about = useId();
  const { uid, change, before, next, rule, occurrences, keeps_recorded } = event;
  const isTaken = taking?.take ?? false;
  return html`<li class="calendar-event">
    <label class="homework-tick">
      <input
        type="checkbox"
        checked=${isTaken}
        aria-describedby=${about}
        onChange=${(/** @type {any} */ input) => take([uid], { take: input.currentTarget.checked })}
      />
      <span class="check-box"><${Icon} name="check" /></span>
      <span class="calendar-name">${nameOf(event)}</span>
    </label>
    <div class="calendar-words" id=${about}>
      ${change === "changed" && before && html`<${Before} event=${event} before=${before} />`}
      <p>${change === "changed" ? t.programme.calendar_after(whenWords(event)) : whenWords(event)}</p>
      ${rule !== null && html`<p class="quiet-text">${spanWords(event)}</p>`}
      ${rule !== null && !rule.plain && rule.count === null && html`<p class="quiet-text">${t.programme.calendar_times(occurrences)}</p>`}
      ${keeps_recorded && html`<p class="quiet-text">${t.programme.calendar_keeps}</p>`}
      ${rule !== null && next !== null && next.date !== event.date && html`<p class="quiet-text">${t.programme.calendar_next(dayAndTime(next))}</p>`}
    </div>
    ${
      change !== "removed" &&
      html`<${Select}
        class="calendar-kind"
        label=${t.programme.calendar_kind(nameOf(event))}
        labelHidden
        options=${KINDS.map((value) => ({ value, label: t.schedule.kinds[value] }))}
        value=${taking?.kind ?? event.kind}
        onChange=${(/** @type {EventKind} */ kind) => take([uid], { kind })}
      />`
    }
  </li>`;
}

/** The old name only where it is another one. @param {{ event: IcsEventView, before: IcsShapeView }} props */
function Before({ event, before }) {
  const name = before.summary === event.summary ? null : nameOf(before);
  const words = [name, whenWords(before)].filter((part) => part !== null);
  const span = spanWords(before);
  return html`<p class="quiet-text">${t.programme.calendar_before(words.join(", "))}</p>
    ${span !== null && html`<p class="quiet-text">${span}</p>`}`;
}
