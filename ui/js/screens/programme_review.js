// All that was filled in, in words, before it is saved.

import { Button } from "../components/button.js";
import { longDay, plainDay } from "../dates.js";
import { html } from "../html.js";
import { detailsOf, isUntouched, lastDayOf, minutesAWeek, requestOf } from "../programme_draft.js";
import { oftenInWords, timeSpan } from "../schedule.js";
import { t } from "../strings/en.js";

/**
 * @typedef {import("../programme_draft.js").ProgrammeDraft} ProgrammeDraft
 * @typedef {import("../programme_draft.js").SessionDraft} SessionDraft
 * @typedef {import("../programme_draft.js").Frame} Frame
 */

/** @param {ProgrammeDraft} draft @param {Frame} frame */
function basicLines(draft, { last }) {
  const { name, start_date, weeks, hours_a_week, zone, phone, address } = requestOf(draft);
  return [
    name,
    start_date && t.programme.review_from(longDay(start_date)),
    weeks !== null && t.programme.review_weeks(weeks),
    last !== null && t.programme.review_last(longDay(last)),
    t.programme.review_hours(hours_a_week),
    zone !== null && t.programme.review_zone(zone.replaceAll("_", " ")),
    phone,
    address,
  ].filter((line) => typeof line === "string" && line !== "");
}

/** @param {ProgrammeDraft} draft */
function changeLines(draft) {
  const { breaks, phases } = requestOf(draft);
  return [
    ...breaks.map(({ name, first_date, last_date }) =>
      t.programme.review_break(name, plainDay(first_date), plainDay(last_date)),
    ),
    ...phases.map(({ from_date, days_a_week, hours_a_week }) =>
      t.programme.review_phase(plainDay(from_date), days_a_week, hours_a_week),
    ),
  ];
}

/**
 * @param {{
 *   programme: ProgrammeDraft, sessions: SessionDraft[], frame: Frame, onEdit: (step: number) => void,
 * }} props
 */
export function Review({ programme, sessions, frame, onEdit }) {
  const real = sessions.filter((session) => !isUntouched(session));
  const changes = changeLines(programme);
  const minutes = minutesAWeek(real);
  return html`<div class="review">
    <${ReviewPart} id="review-program" title=${t.programme.review_program} onEdit=${() => onEdit(0)}>
      <ul role="list" class="review-lines">${basicLines(programme, frame).map((line) => html`<li key=${line}>${line}</li>`)}</ul>
    <//>
    <${ReviewPart} id="review-sessions" title=${t.programme.review_sessions} onEdit=${() => onEdit(1)}>
      ${
        real.length === 0
          ? html`<p>${t.programme.sessions_none}</p>`
          : html`<ul role="list" class="review-sessions">${real.map((session) => html`<${Session} key=${session.key} session=${session} frame=${frame} />`)}</ul>`
      }
      ${minutes > 0 && html`<p class="quiet-text">${t.programme.review_sum(minutes)}</p>`}
    <//>
    ${
      changes.length > 0 &&
      html`<${ReviewPart} id="review-changes" title=${t.programme.set_up_steps[2]} onEdit=${() => onEdit(2)}>
        <ul role="list" class="review-lines">${changes.map((line) => html`<li key=${line}>${line}</li>`)}</ul>
      <//>`
    }
  </div>`;
}

/** @param {{ id: string, title: string, onEdit: () => void, children?: import("../html.js").Children }} props */
function ReviewPart({ id, title, onEdit, children }) {
  return html`<section class="review-part" aria-labelledby=${id}>
    <div class="review-head">
      <h2 id=${id}>${title}</h2>
      <${Button} kind="quiet" icon="pen" label=${t.programme.about(t.programme.review_edit, title)} onClick=${onEdit} />
    </div>
    ${children}
  </section>`;
}

/** @param {{ session: SessionDraft, frame: Frame }} props */
function Session({ session, frame }) {
  const { kind, from, until, interval, weekdays } = session;
  const { date, location, room, facilitator, bring } = detailsOf(session, frame);
  const last = lastDayOf(session, frame);
  const often = oftenInWords({
    frequency: "weekly",
    interval,
    weekdays,
    until: last,
    count: null,
    plain: true,
  });
  const more = [
    location,
    room && t.schedule.room_of(room),
    facilitator,
    bring && t.programme.review_bring(bring),
  ].filter((words) => words !== "");
  return html`<li>
    <span class="review-session-name">${t.schedule.kinds[kind]}, ${timeSpan(from, until)}</span>
    <span>${t.programme.rule_start(often)}</span>
    <span class="quiet-text">${last === null ? t.programme.rule_from(longDay(date)) : t.programme.rule_from_until(longDay(date), longDay(last))}</span>
    ${more.length > 0 && html`<span class="quiet-text">${more.join(" · ")}</span>`}
  </li>`;
}
