// The Check in room: its parts, and which of them is shown.

import { Parts } from "../components/parts.js";
import { html } from "../html.js";
import { t } from "../strings/en.js";
import { Assessment } from "./assessment.js";
import { Assessments } from "./assessments.js";
import { AssessmentsTrash } from "./assessments_trash.js";
import { Card } from "./card.js";
import { CardSet } from "./card_set.js";
import { Week } from "./card_week.js";
import { Now } from "./check_in_now.js";
import { Past } from "./check_in_past.js";
import { Medicines } from "./medicines.js";

/**
 * @typedef {import("../app.js").Ways} Ways
 * @typedef {import("../router.js").CheckInRoute} CheckInRoute
 */

/** @type {readonly (CheckInRoute & { view: keyof typeof t.check_in.parts })[]} */
const PARTS = Object.freeze([
  { room: "check_in", view: "now" },
  { room: "check_in", view: "card", date: null },
  { room: "check_in", view: "week", date: null },
  { room: "check_in", view: "assessments" },
  { room: "check_in", view: "past", which: "kept" },
  { room: "check_in", view: "medicines" },
  { room: "check_in", view: "set" },
]);

/**
 * @param {{
 *   route: CheckInRoute, ways: Ways, today: string, writers: import("../locking.js").Writers,
 * }} props
 */
export function CheckInRoom({ route, ways, today, writers }) {
  const { drafts } = writers;
  const shown = route.view === "assessments_trash" ? "assessments" : route.view;
  const parts = html`<${Parts}
    label=${t.check_in.parts_label}
    room="check-in"
    parts=${PARTS}
    names=${t.check_in.parts}
    shown=${shown}
    onShow=${ways.go}
  />`;
  switch (route.view) {
    case "now":
      return html`<${Now} ...${{ parts, ways, today, drafts }} />`;
    case "card":
      return html`<${Card} date=${route.date ?? today} ...${{ parts, ways, today }} handle=${writers.card} />`;
    case "week":
      return html`<${Week} date=${route.date} ...${{ parts, ways, today }} />`;
    case "set":
      return html`<${CardSet} parts=${parts} />`;
    case "assessments":
      return html`<${Assessments} ...${{ parts, ways, today }} />`;
    case "assessments_trash":
      return html`<${AssessmentsTrash} ...${{ parts, ways }} />`;
    case "assessment":
      return html`<${Assessment} key=${route.id} id=${route.id} ...${{ ways, today }} handle=${writers.assessment} />`;
    case "medicines":
      return html`<${Medicines} ...${{ parts, drafts }} />`;
    case "past":
      return html`<${Past} which=${route.which} ...${{ parts, ways, today, drafts }} />`;
  }
}
