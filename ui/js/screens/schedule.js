// The Schedule room: its parts, and which of them is shown.

import { Parts } from "../components/parts.js";
import { html } from "../html.js";
import { t } from "../strings/en.js";
import { CalendarFile } from "./calendar_file.js";
import { Homework } from "./homework.js";
import { Programme } from "./programme.js";
import { SetUp } from "./programme_set_up.js";
import { EventForm } from "./schedule_event.js";
import { ListView } from "./schedule_list.js";
import { Session } from "./schedule_session.js";
import { ScheduleTrash } from "./schedule_trash.js";
import { Week } from "./schedule_week.js";

/**
 * @typedef {import("../app.js").Ways} Ways
 * @typedef {import("../router.js").ScheduleRoute} ScheduleRoute
 */

/** @type {readonly (ScheduleRoute & { view: keyof typeof t.schedule.parts })[]} */
const PARTS = Object.freeze([
  { room: "schedule", view: "week", date: null },
  { room: "schedule", view: "list", date: null },
  { room: "schedule", view: "homework", which: "kept" },
  { room: "schedule", view: "programme" },
  { room: "schedule", view: "calendar" },
]);

/**
 * @param {{
 *   route: ScheduleRoute, ways: Ways, today: string, drafts: import("../locking.js").Writers["drafts"],
 * }} props
 */
export function ScheduleRoom({ route, ways, today, drafts }) {
  const parts = html`<${Parts}
    label=${t.schedule.parts_label}
    room="schedule"
    parts=${PARTS}
    names=${t.schedule.parts}
    shown=${route.view === "trash" ? "week" : route.view}
    onShow=${ways.go}
  />`;
  switch (route.view) {
    case "week":
      return html`<${Week} ...${{ route, parts, ways, today }} />`;
    case "list":
      return html`<${ListView} ...${{ parts, ways, today }} />`;
    case "trash":
      return html`<${ScheduleTrash} ...${{ parts, ways }} />`;
    case "session":
      return html`<${Session} ...${{ route, ways, today, drafts }} />`;
    case "event":
      return html`<${EventForm} ...${{ route, ways, today, drafts }} />`;
    case "homework":
      return html`<${Homework} which=${route.which} ...${{ parts, ways, today, drafts }} />`;
    case "programme":
      return html`<${Programme} ...${{ parts, ways, today, drafts }} />`;
    case "set_up":
      return html`<${SetUp} ...${{ ways, today, drafts }} />`;
    case "calendar":
      return html`<${CalendarFile} ...${{ parts, ways }} />`;
  }
}
