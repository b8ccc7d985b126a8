// One session: when, where, what to bring; whether one was there; and one's own words about it.

import { useAsked } from "../asking.js";
import { Banner, ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Page } from "../components/page.js";
import { copyText } from "../copy.js";
import { clockOf, longDay } from "../dates.js";
import { html } from "../html.js";
import { inHours, ruleInWords } from "../schedule.js";
import { useSchedule } from "../schedule_changes.js";
import { kindBeside, nameOf, statusOf, timeHere, timeOf } from "../session_words.js";
import { t } from "../strings/en.js";
import { useMinute } from "../ticking.js";
import { SessionActions } from "./session_actions.js";
import { AttendancePart } from "./session_attendance.js";
import { HomeworkPart } from "./session_homework.js";
import { NotesPart } from "./session_notes.js";

/**
 * @typedef {import("../ipc.js").EventView} EventView
 * @typedef {import("../ipc.js").OccurrenceView} OccurrenceView
 * @typedef {import("../ipc.js").ProgrammeView} ProgrammeView
 * @typedef {import("../app.js").Ways} Ways
 * @typedef {import("../locking.js").Writers["drafts"]} Drafts
 */

/**
 * @param {{ route: import("../ipc.js").OccurrenceKey, today: string, ways: Ways, drafts: Drafts }} props
 */
export function Session({ route, today, ways, drafts }) {
  const { event, recurrence_id } = route;
  /** @type {import("../asking.js").Asked<EventView>} */
  const { view, problem, reload, patch } = useSchedule("schedule_event", { event, recurrence_id });
  const now = useMinute();
  const back = html`<div><${Button} kind="quiet" icon="back" class="page-back" onClick=${ways.back}>${t.schedule.back}<//></div>`;
  const shown = view !== null && view.occurrence.event === event ? view : null;
  if (shown === null) {
    return problem === null
      ? null
      : html`<${Page} class="skills-page session-page" before=${back} title=${t.schedule.session}>
          <${ProblemBanner} code=${problem} onRetry=${reload} />
        <//>`;
  }
  const { occurrence } = shown;
  const isProgramme = occurrence.kind !== "personal";
  return html`<${Page}
    class="skills-page session-page"
    before=${back}
    title=${nameOf(occurrence)}
    lead=${html`<${When} session=${occurrence} />`}
  >
    ${problem && html`<${ProblemBanner} code=${problem} onRetry=${reload} />`}
    <${Status} session=${occurrence} />
    <${Facts} view=${shown} />
    <${SessionActions} view=${shown} ways=${ways} onChange=${reload} />
    <${AttendancePart}
      session=${occurrence}
      ...${{ now, drafts }}
      onSaved=${(/** @type {OccurrenceView} */ saved) => patch((was) => ({ ...was, occurrence: saved }))}
    />
    <${NotesPart} key=${`${event} ${recurrence_id}`} of=${{ event, recurrence_id }} drafts=${drafts} />
    ${isProgramme && html`<${HomeworkPart} session=${occurrence} ...${{ today, ways, drafts }} />`}
  <//>`;
}

/** @param {{ session: OccurrenceView }} props */
function When({ session }) {
  const here = timeHere(session);
  return html`<p>${t.schedule.when(longDay(session.date), timeOf(session))}</p>
    ${here && html`<p class="session-here">${here}</p>`}`;
}

/** @param {{ session: OccurrenceView }} props */
function Status({ session }) {
  const { status, break_name } = session;
  const moved = statusOf({ ...session, status: "planned" });
  if (status === "planned" && moved.length === 0) return null;
  const title = status === "planned" ? moved.join(" ") : t.schedule.status_titles[status];
  const more =
    status === "break" ? [t.schedule.on_break(break_name ?? "")] : status === "cancelled" ? moved : [];
  return html`<${Banner} live=${false} title=${title}>${more.length > 0 && html`<p>${more.join(" ")}</p>`}<//>`;
}

/** @param {{ view: EventView }} props */
function Facts({ view: { occurrence, rule } }) {
  const { kind, location, link, room, facilitator, bring, description, leave_ms, travel_minutes, imported } =
    occurrence;
  /** @type {import("../asking.js").Asked<ProgrammeView>} */
  const { view: programme } = useAsked("programme");
  const isProgramme = kind !== "personal" && kind !== "mutual_help";
  const place = location || (isProgramme && link === "" ? (programme?.address ?? "") : "");
  const phone = isProgramme ? (programme?.phone ?? "") : "";
  const leave = leave_ms === null ? "" : clockOf(leave_ms);
  const leaveHere = occurrence.here === null || leave === "" ? leave : t.schedule.here(leave);
  const names = t.schedule.facts;
  const facts = [
    { name: names.kind, words: kindBeside(occurrence) ?? "" },
    { name: names.leave, words: leave && t.schedule.leave_by(leaveHere, inHours(travel_minutes ?? 0)) },
    { name: names.where, words: place, copied: true },
    { name: names.room, words: room },
    { name: names.link, words: link, copied: true, hint: t.schedule.link_hint },
    { name: names.who, words: facilitator },
    { name: names.bring, words: bring },
    { name: names.phone, words: phone, copied: true },
    { name: names.repeats, words: rule === null ? "" : t.schedule.repeats_often(ruleInWords(rule)) },
    { name: names.description, words: description },
    { name: names.source, words: imported ? t.schedule.imported : "" },
  ].filter(({ words }) => words !== "");
  if (facts.length === 0) return null;
  return html`<dl class="session-facts" aria-label=${t.schedule.facts_label}>
    ${facts.map((fact) => html`<${Fact} key=${fact.name} ...${fact} />`)}
  </dl>`;
}

/** @param {{ name: string, words: string, copied?: boolean, hint?: string }} props */
function Fact({ name, words, copied = false, hint }) {
  return html`<div>
    <dt>${name}</dt>
    <dd>
      <span class="session-words">
        <span class="session-fact">${words}</span>
        ${hint && html`<span class="field-hint">${hint}</span>`}
      </span>
      ${copied && html`<${Button} kind="quiet" icon="copy" label=${t.schedule.copy_of(name)} onClick=${() => copyText(words, t.schedule.copied)} />`}
    </dd>
  </div>`;
}
