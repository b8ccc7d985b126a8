// What is at the same time, said once: with one press it is never said again.

import { Banner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { longDay, weekdayName } from "../dates.js";
import { html, useRef } from "../html.js";
import { call } from "../ipc.js";
import { sayWhat } from "../schedule_changes.js";
import { nameOf, spanOf } from "../session_words.js";
import { t } from "../strings/en.js";

/**
 * @typedef {import("../ipc.js").ScheduleView} ScheduleView
 * @typedef {import("../ipc.js").OccurrenceView} OccurrenceView
 * @typedef {import("../ipc.js").OccurrenceKey} OccurrenceKey
 */

/** @param {ScheduleView} view */
function pairsOf({ days, conflicts }) {
  const sessions = days.flatMap(({ occurrences }) => occurrences);
  const find = (/** @type {OccurrenceKey} */ key) =>
    sessions.find(({ event, recurrence_id }) => event === key.event && recurrence_id === key.recurrence_id);
  return conflicts.flatMap(({ first, second }) => {
    const pair = { first: find(first), second: find(second) };
    return pair.first && pair.second ? [{ first: pair.first, second: pair.second }] : [];
  });
}

/** @param {{ view: ScheduleView, onChange: () => Promise<void> }} props */
export function Conflicts({ view, onChange }) {
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  const pairs = pairsOf(view);
  if (pairs.length === 0) return null;

  /** @param {(typeof pairs)[number]} pair */
  const dismiss = async ({ first, second }) => {
    const page = box.current?.closest("main");
    /** @param {OccurrenceView} session @returns {OccurrenceKey} */
    const key = ({ event, recurrence_id }) => ({ event, recurrence_id });
    try {
      await call("schedule_conflict_dismiss", { first: key(first), second: key(second) });
    } catch (error) {
      sayWhat(error);
      return;
    }
    await onChange();
    setTimeout(() => {
      const next = page?.querySelector(".schedule-conflicts button, h1");
      if (next instanceof HTMLElement) next.focus();
    });
  };

  return html`<div ref=${box}>
    <${Banner} live=${false} class="schedule-conflicts" title=${t.schedule.conflict_title(pairs.length)}>
      <ul role="list">
        ${pairs.map((pair) => {
          const { first, second } = pair;
          const words = [first, second].map((session) =>
            t.schedule.conflict_one(nameOf(session), spanOf(session)),
          );
          return html`<li key=${`${first.event} ${first.recurrence_id} ${second.event}`}>
            <span title=${longDay(first.date)}>${t.schedule.conflict(weekdayName(first.date), words[0] ?? "", words[1] ?? "")}</span>
            <${Button} label=${t.schedule.conflict_fine_of(nameOf(first), nameOf(second))} onClick=${() => dismiss(pair)}>${t.schedule.conflict_fine}<//>
          </li>`;
        })}
      </ul>
    <//>
  </div>`;
}
