// What is typed of a program before it is kept: text as it stands in the fields, its faults, and what is sent.

import { addDays } from "./dates.js";
import { isLike, readDraft } from "./form_draft.js";
import { minutesBetween, mondayOf, timeAfter, weekdayOf } from "./schedule.js";

/**
 * @typedef {import("./ipc.js").EventDetails} EventDetails
 * @typedef {import("./ipc.js").EventKind} EventKind
 * @typedef {import("./ipc.js").ProgrammeView} ProgrammeView
 * @typedef {import("./ipc.js").ProgrammeSaveRequest} ProgrammeSaveRequest
 * @typedef {import("./ipc.js").Weekday} Weekday
 *
 * @typedef {{ key: number, from_date: string, days: string, hours: string }} PhaseDraft
 * @typedef {{ key: number, id: number | null, first: string, last: string, name: string }} BreakDraft
 * @typedef {{
 *   name: string, start: string, weeks: string, hours: string, last_day: string, zone: string, phone: string,
 *   address: string, phases: PhaseDraft[], breaks: BreakDraft[],
 * }} ProgrammeDraft  an empty text is what is not known
 *
 * @typedef {{
 *   key: number, kind: EventKind, weekdays: Weekday[], from: string, until: string, interval: number,
 *   first: string, last: string, place: string, link: string, room: string, facilitator: string, bring: string,
 *   travel: string,
 * }} SessionDraft  `first` and `last` are days; empty for those of the program
 *
 * @typedef {{ step: number, programme: ProgrammeDraft, sessions: SessionDraft[] }} SetUpDraft
 *
 * @typedef {{ start: string | null, last: string | null, today: string }} Frame  the days of the program
 * @typedef {"weeks" | "hours" | "last_day"} BasicsFault
 */

const MOST_WEEKS = 104;
const MOST_HOURS = 80;
const MOST_TRAVEL = 600;
const WEEK_DAYS = 7;
const USUAL_HOURS = "9";

let lastKey = 0;
const newKey = () => {
  lastKey += 1;
  return lastKey;
};

/** @param {string} text @returns {number | null} null if it is no number */
function asNumber(text) {
  const plain = text.trim().replace(",", ".");
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** @param {string} text @param {number} low @param {number} high */
function asWhole(text, low, high) {
  const number = asNumber(text);
  return number !== null && Number.isInteger(number) && number >= low && number <= high ? number : null;
}

/** @param {string} text */
const asHours = (text) => {
  const number = asNumber(text);
  return number !== null && number <= MOST_HOURS ? number : null;
};

/** @param {string} text @param {(text: string) => number | null} read */
const isWrong = (text, read) => text.trim() !== "" && read(text) === null;

/** @param {string} text */
const weeksOf = (text) => asWhole(text, 1, MOST_WEEKS);
/** @param {string} text */
const daysOf = (text) => asWhole(text, 0, WEEK_DAYS);
/** @param {string} text */
const travelOf = (text) => asWhole(text, 0, MOST_TRAVEL);

/** @param {string} text */
const orNull = (text) => (text.trim() === "" ? null : text.trim());
/** @param {number | null} number */
const asText = (number) => (number === null ? "" : String(number));

/** @param {ProgrammeView} view @returns {ProgrammeDraft} */
export const draftOf = (view) => ({
  name: view.name,
  start: view.start_date ?? "",
  weeks: asText(view.weeks),
  hours: String(view.hours_a_week),
  last_day: view.last_day ?? "",
  zone: view.zone ?? "",
  phone: view.phone,
  address: view.address,
  phases: view.phases.map(({ from_date, days_a_week, hours_a_week }) => ({
    key: newKey(),
    from_date,
    days: asText(days_a_week),
    hours: asText(hours_a_week),
  })),
  breaks: view.breaks.map(({ id, first_date, last_date, name }) => ({
    key: newKey(),
    id,
    first: first_date,
    last: last_date,
    name,
  })),
});

/** Nothing was said of it yet but perhaps its first day, which Progress asks for. @param {ProgrammeView} view */
export const isBlank = ({ name, weeks, zone, last_day, phone, address, phases, breaks }) =>
  [name, phone, address].every((text) => text.trim() === "") &&
  [weeks, zone, last_day].every((value) => value === null) &&
  phases.length === 0 &&
  breaks.length === 0;

/** @returns {PhaseDraft} */
export const newPhase = () => ({ key: newKey(), from_date: "", days: "", hours: "" });
/** @returns {BreakDraft} */
export const newBreak = () => ({ key: newKey(), id: null, first: "", last: "", name: "" });

/** @param {ProgrammeDraft} draft @returns {Set<BasicsFault>} */
export function basicsFaults({ start, weeks, hours, last_day }) {
  /** @type {Set<BasicsFault>} */
  const faults = new Set();
  if (isWrong(weeks, weeksOf)) faults.add("weeks");
  if (isWrong(hours, asHours)) faults.add("hours");
  if (start !== "" && last_day !== "" && last_day < start) faults.add("last_day");
  return faults;
}

/** @param {PhaseDraft} phase */
const isBlankPhase = ({ from_date, days, hours }) =>
  [from_date, days, hours].every((text) => text.trim() === "");
/** @param {BreakDraft} one */
const isBlankBreak = ({ first, last, name }) => [first, last, name].every((text) => text.trim() === "");

/** @param {PhaseDraft} phase @returns {Set<"from_date" | "days" | "hours">} */
export function phaseFaults(phase) {
  /** @type {Set<"from_date" | "days" | "hours">} */
  const faults = new Set();
  if (isBlankPhase(phase)) return faults;
  if (phase.from_date === "") faults.add("from_date");
  if (isWrong(phase.days, daysOf)) faults.add("days");
  if (isWrong(phase.hours, asHours)) faults.add("hours");
  return faults;
}

/** @param {BreakDraft} one @returns {Set<"first" | "last">} */
export function breakFaults(one) {
  /** @type {Set<"first" | "last">} */
  const faults = new Set();
  if (isBlankBreak(one)) return faults;
  if (one.first === "") faults.add("first");
  else if (one.last !== "" && one.last < one.first) faults.add("last");
  return faults;
}

/** @param {ProgrammeDraft} draft */
export const hasChangeFaults = ({ phases, breaks }) =>
  phases.some((phase) => phaseFaults(phase).size > 0) || breaks.some((one) => breakFaults(one).size > 0);

/** The last day that the weeks lead to: the Sunday of the last one. @param {ProgrammeDraft} draft @returns {string | null} */
export function lastDayOfWeeks({ start, weeks }) {
  const count = weeksOf(weeks);
  return start === "" || count === null ? null : addDays(mondayOf(start), count * WEEK_DAYS - 1);
}

/**
 * What can be kept of it. A field that cannot be read keeps what was saved before.
 * @param {ProgrammeDraft} draft
 * @param {ProgrammeSaveRequest | null} [saved]
 * @returns {ProgrammeSaveRequest}
 */
export const requestOf = (draft, saved = null) => ({
  name: draft.name.trim(),
  start_date: orNull(draft.start),
  weeks: isWrong(draft.weeks, weeksOf) ? (saved?.weeks ?? null) : weeksOf(draft.weeks),
  hours_a_week: asHours(draft.hours) ?? saved?.hours_a_week ?? Number(USUAL_HOURS),
  zone: orNull(draft.zone),
  phone: draft.phone.trim(),
  address: draft.address.trim(),
  last_day: basicsFaults(draft).has("last_day") ? (saved?.last_day ?? null) : orNull(draft.last_day),
  phases: draft.phases
    .filter((phase) => !isBlankPhase(phase) && phaseFaults(phase).size === 0)
    .map(({ from_date, days, hours }) => ({
      from_date,
      days_a_week: daysOf(days),
      hours_a_week: asHours(hours),
    }))
    .sort((one, other) => one.from_date.localeCompare(other.from_date)),
  breaks: draft.breaks
    .filter((one) => !isBlankBreak(one) && breakFaults(one).size === 0)
    .map(({ id, first, last, name }) => ({
      id,
      first_date: first,
      last_date: last || first,
      name: name.trim(),
    }))
    .sort((one, other) => one.first_date.localeCompare(other.first_date)),
});

// Sessions

/** @type {Partial<Record<EventKind, number>>} */
const USUAL_MINUTES = { group: 180, psychoeducation: 90, medication: 30, holistic: 60, assessment: 90 };
const HOUR = 60;

/** @param {EventKind} kind @returns {SessionDraft} */
export const newSession = (kind) => ({
  key: newKey(),
  kind,
  weekdays: [],
  from: "",
  until: "",
  interval: 1,
  first: "",
  last: "",
  place: "",
  link: "",
  room: "",
  facilitator: "",
  bring: "",
  travel: "",
});

/** @param {SessionDraft} session @param {string} from */
const usualEnd = ({ kind }, from) => (from === "" ? "" : timeAfter(from, USUAL_MINUTES[kind] ?? HOUR));

/** With the usual end, as long as nobody chose another one. @param {SessionDraft} session @param {Partial<SessionDraft>} patch @returns {SessionDraft} */
export function changed(session, patch) {
  const next = { ...session, ...patch };
  const isUsual = session.until === usualEnd(session, session.from);
  if (patch.until === undefined && isUsual) next.until = usualEnd(next, next.from);
  if (patch.weekdays !== undefined || patch.interval !== undefined) next.first = "";
  return next;
}

/** Nothing was chosen in it. @param {SessionDraft} session */
export const isUntouched = ({ weekdays, from, until }) =>
  weekdays.length === 0 && from === "" && until === "";

/** The first day on which a session can be: no earlier than this week. @param {Frame} frame */
const earliest = ({ start, today }) => (start !== null && start > mondayOf(today) ? start : mondayOf(today));

/** The first days it can begin on, one for each week of the turn. @param {SessionDraft} session @param {Frame} frame @returns {string[]} */
export function firstDays({ weekdays, interval }, frame) {
  if (weekdays.length === 0) return [];
  const from = earliest(frame);
  const days = Array.from({ length: WEEK_DAYS }, (_, by) => addDays(from, by));
  const first = days.find((day) => weekdays.includes(weekdayOf(day))) ?? from;
  const later = Array.from({ length: interval - 1 }, (_, by) => {
    const monday = addDays(mondayOf(first), (by + 1) * WEEK_DAYS);
    const ofWeek = Array.from({ length: WEEK_DAYS }, (_none, at) => addDays(monday, at));
    return ofWeek.find((day) => weekdays.includes(weekdayOf(day))) ?? monday;
  });
  return [first, ...later];
}

/** @param {SessionDraft} session @param {Frame} frame */
export const firstDayOf = (session, frame) => session.first || (firstDays(session, frame)[0] ?? "");

/** That of the program, unless another one is typed; a program that is over ends nothing. @param {SessionDraft} session @param {Frame} frame @returns {string | null} */
export function lastDayOf(session, frame) {
  if (session.last !== "") return session.last;
  return frame.last !== null && frame.last >= firstDayOf(session, frame) ? frame.last : null;
}

/** @typedef {"weekdays" | "from" | "until" | "until_order" | "last" | "travel"} SessionFault */

/** @param {SessionDraft} session @param {Frame} frame @returns {Set<SessionFault>} */
export function sessionFaults(session, frame) {
  /** @type {Set<SessionFault>} */
  const faults = new Set();
  if (isUntouched(session)) return faults;
  const { weekdays, from, until, travel } = session;
  if (weekdays.length === 0) faults.add("weekdays");
  if (from === "") faults.add("from");
  if (until === "") faults.add("until");
  else if (from !== "" && minutesBetween(from, until) <= 0) faults.add("until_order");
  if (session.last !== "" && session.last < firstDayOf(session, frame)) faults.add("last");
  if (isWrong(travel, travelOf)) faults.add("travel");
  return faults;
}

/** @param {SessionDraft} session @param {Frame} frame @returns {EventDetails} */
export const detailsOf = (session, frame) => ({
  kind: session.kind,
  summary: "",
  date: firstDayOf(session, frame),
  time: session.from,
  minutes: minutesBetween(session.from, session.until),
  all_day: false,
  zone: null,
  rule: {
    interval: session.interval,
    weekdays: session.weekdays,
    until: lastDayOf(session, frame),
  },
  dates: null,
  location: session.place.trim(),
  link: session.link.trim(),
  room: session.room.trim(),
  facilitator: session.facilitator.trim(),
  bring: session.bring.trim(),
  description: "",
  travel_minutes: travelOf(session.travel),
});

/** Minutes in a week, on average, of the kinds that count toward the hours. @param {SessionDraft[]} sessions */
export const minutesAWeek = (sessions) =>
  sessions
    .filter(({ kind }) => kind !== "mutual_help" && kind !== "personal")
    .reduce(
      (sum, { weekdays, from, until, interval }) =>
        sum + (weekdays.length * minutesBetween(from, until)) / interval,
      0,
    );

/** @param {ProgrammeDraft} draft @param {string} today @returns {Frame} */
export const frameOf = (draft, today) => ({
  start: orNull(draft.start),
  last: orNull(draft.last_day) ?? lastDayOfWeeks(draft),
  today,
});

// Set-up

/** @param {ProgrammeView} view @returns {SetUpDraft} */
export function freshSetUp(view) {
  const programme = draftOf(view);
  return {
    step: 0,
    programme: { ...programme, zone: programme.zone || view.here_zone },
    sessions: [newSession("group")],
  };
}

/** @type {SetUpDraft} */
const EXAMPLE = {
  step: 0,
  programme: {
    name: "",
    start: "",
    weeks: "",
    hours: "",
    last_day: "",
    zone: "",
    phone: "",
    address: "",
    phases: [newPhase()],
    breaks: [newBreak()],
  },
  sessions: [{ ...newSession("group"), weekdays: ["mo"] }],
};

/** What was half filled in, if the set-up of today can take it. @param {string | null} body @returns {SetUpDraft | null} */
export const readSetUp = (body) => readDraft(body, (found) => isLike(found, EXAMPLE));

/** To go on with: its rows are new ones, and a break that is gone becomes one again. @param {SetUpDraft} draft @param {ProgrammeView} view @returns {SetUpDraft} */
export function takenUp({ step, programme, sessions }, { breaks }) {
  const anew = (/** @type {BreakDraft} */ one) => ({
    ...one,
    key: newKey(),
    id: breaks.some(({ id }) => id === one.id) ? one.id : null,
  });
  return {
    step,
    programme: {
      ...programme,
      phases: programme.phases.map((phase) => ({ ...phase, key: newKey() })),
      breaks: programme.breaks.map(anew),
    },
    sessions: sessions.map((session) => ({ ...session, key: newKey() })),
  };
}

/** All the words of it, to copy. @param {SetUpDraft} draft */
export const wordsOf = ({ programme: { name, phone, address, breaks }, sessions }) =>
  [
    [name, phone, address, ...breaks.map((one) => one.name)],
    ...sessions.map(({ place, link, room, facilitator, bring }) => [place, link, room, facilitator, bring]),
  ]
    .flat()
    .filter((words) => words !== "")
    .join("\n");
