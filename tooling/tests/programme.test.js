import assert from "node:assert/strict";
import { test } from "node:test";

import {
  basicsFaults,
  breakFaults,
  changed,
  detailsOf,
  draftOf,
  firstDayOf,
  firstDays,
  frameOf,
  isBlank,
  lastDayOf,
  minutesAWeek,
  newBreak,
  newPhase,
  newSession,
  phaseFaults,
  requestOf,
  sessionFaults,
} from "../../ui/js/programme_draft.js";
import {
  cityOf,
  dayAhead,
  mondayOf,
  readTime,
  ruleInWords,
  timeAfter,
  timeSpan,
  weekdayOf,
} from "../../ui/js/schedule.js";

const NOTHING = {
  name: "",
  start_date: null,
  weeks: null,
  hours_a_week: 9,
  zone: null,
  phone: "",
  address: "",
  last_day: null,
  phases: [],
  breaks: [],
};
const today = "2026-11-25";
const frame = { start: null, last: null, today };
const draft = (patch = {}) => ({ ...draftOf(NOTHING), ...patch });
const session = (patch = {}) => ({
  ...newSession("group"),
  weekdays: ["mo", "th"],
  from: "17:30",
  until: "20:30",
  ...patch,
});
const plain = (text) => text.replaceAll("\u00a0", " ");

test("a span of time names the half of the day once where it can", () => {
  assert.equal(plain(timeSpan("17:30", "20:30")), "5:30–8:30 pm");
  assert.equal(plain(timeSpan("11:30", "13:00")), "11:30 am – 1:00 pm");
  assert.equal(plain(timeSpan("23:30", "00:30")), "11:30 pm – 12:30 am");
});

test("a time after another goes round at midnight", () => {
  assert.equal(timeAfter("17:30", 180), "20:30");
  assert.equal(timeAfter("23:30", 60), "00:30");
});

test("a time is read as people type it, and asked about where it could be either", () => {
  const times = {
    "5:30 pm": "17:30",
    "5pm": "17:00",
    "530p": "17:30",
    "5.30 P.M.": "17:30",
    "12 am": "00:00",
    "12:15 pm": "12:15",
    "17:30": "17:30",
    1730: "17:30",
    "05:30": "05:30",
    "0:10": "00:10",
    "9:05\u00a0am": "09:05",
  };
  for (const [typed, time] of Object.entries(times)) assert.deepEqual(readTime(typed), { time }, typed);
  for (const typed of ["5:30", "5", "12", "1200"])
    assert.deepEqual(readTime(typed), { fault: "half" }, typed);
  for (const typed of ["", "soon", "25:00", "13 pm", "0 am", "5:75 pm", "5:3", "-5 pm"])
    assert.deepEqual(readTime(typed), { fault: "unread" }, typed);
});

test("a week begins on Monday, also across a year", () => {
  assert.equal(mondayOf("2026-11-22"), "2026-11-16");
  assert.equal(mondayOf("2026-11-23"), "2026-11-23");
  assert.equal(mondayOf("2027-01-01"), "2026-12-28");
  assert.equal(weekdayOf("2026-11-22"), "su");
});

test("a day to come is said as shortly as it can be", () => {
  assert.equal(dayAhead("2026-11-25", today), "today");
  assert.equal(dayAhead("2026-11-26", today), "tomorrow");
  assert.equal(dayAhead("2026-12-01", today), "Tuesday");
  assert.equal(dayAhead("2026-12-02", today), "Wednesday, December 2");
  assert.equal(dayAhead("2026-11-24", today), "Tuesday, November 24");
});

test("a zone is called by its city", () => {
  assert.equal(cityOf("America/New_York"), "New York");
  assert.equal(cityOf("America/Argentina/Buenos_Aires"), "Buenos Aires");
  assert.equal(cityOf("UTC"), "UTC");
});

test("a rule is said in the order of the week, with its end", () => {
  const rule = {
    frequency: "weekly",
    interval: 1,
    weekdays: ["th", "mo"],
    until: null,
    count: null,
    plain: true,
  };
  assert.equal(ruleInWords(rule), "every week on Mon and Thu");
  assert.equal(ruleInWords({ ...rule, interval: 2, weekdays: ["sa"] }), "every second week on Saturday");
  assert.equal(ruleInWords({ ...rule, interval: 6, weekdays: [] }), "every 6 weeks");
  assert.equal(
    ruleInWords({ ...rule, frequency: "daily", weekdays: [], until: "2027-01-03" }),
    "every day, until January 3, 2027",
  );
  assert.equal(ruleInWords({ ...rule, frequency: "monthly", weekdays: [], count: 1 }), "every month, 1 time");
});

test("a program of which only the first day is known is blank", () => {
  assert.ok(isBlank(NOTHING));
  assert.ok(isBlank({ ...NOTHING, start_date: "2026-10-26" }));
  assert.ok(!isBlank({ ...NOTHING, zone: "Europe/Berlin" }));
  assert.ok(!isBlank({ ...NOTHING, weeks: 10 }));
  assert.ok(!isBlank({ ...NOTHING, phone: "555 0134" }));
});

test("a draft and what is sent of it say the same", () => {
  const saved = {
    ...NOTHING,
    name: "Riverside",
    start_date: "2026-10-26",
    weeks: 10,
    hours_a_week: 9.5,
    zone: "America/New_York",
    last_day: "2026-12-31",
    phases: [{ from_date: "2026-12-07", days_a_week: 3, hours_a_week: null }],
    breaks: [{ id: 4, first_date: "2026-11-26", last_date: "2026-11-27", name: "Thanksgiving" }],
  };
  assert.deepEqual(requestOf(draftOf(saved)), saved);
});

test("numbers that cannot be read are said, and keep what was saved before", () => {
  assert.deepEqual([...basicsFaults(draft())], []);
  assert.deepEqual([...basicsFaults(draft({ weeks: "ten", hours: "81" }))], ["weeks", "hours"]);
  assert.deepEqual([...basicsFaults(draft({ weeks: "0" }))], ["weeks"]);
  assert.deepEqual([...basicsFaults(draft({ weeks: "8.5" }))], ["weeks"]);
  const saved = { ...NOTHING, weeks: 8, hours_a_week: 12 };
  const sent = requestOf(draft({ weeks: "ten", hours: "much", name: " Mine " }), saved);
  assert.equal(sent.weeks, 8);
  assert.equal(sent.hours_a_week, 12);
  assert.equal(sent.name, "Mine");
  assert.equal(requestOf(draft({ hours: "9,5" })).hours_a_week, 9.5);
  assert.equal(requestOf(draft({ weeks: "" }), saved).weeks, null);
});

test("a last day before the first is said, and not sent", () => {
  const wrong = draft({ start: "2026-11-02", last_day: "2026-11-01" });
  assert.deepEqual([...basicsFaults(wrong)], ["last_day"]);
  assert.equal(requestOf(wrong).last_day, null);
});

test("the weeks lead to the Sunday of the last one", () => {
  assert.equal(frameOf(draft({ start: "2026-10-28", weeks: "10" }), today).last, "2027-01-03");
  assert.equal(
    frameOf(draft({ start: "2026-10-28", weeks: "10", last_day: "2026-12-30" }), today).last,
    "2026-12-30",
  );
  assert.equal(frameOf(draft({ weeks: "10" }), today).last, null);
});

test("rows that are blank are left out, half-filled ones are said", () => {
  assert.equal(phaseFaults(newPhase()).size, 0);
  assert.equal(breakFaults(newBreak()).size, 0);
  assert.deepEqual([...phaseFaults({ ...newPhase(), days: "8" })], ["from_date", "days"]);
  assert.deepEqual([...breakFaults({ ...newBreak(), name: "Holiday" })], ["first"]);
  assert.deepEqual([...breakFaults({ ...newBreak(), first: "2026-11-27", last: "2026-11-26" })], ["last"]);
  const { breaks, phases } = requestOf(
    draft({ breaks: [newBreak(), { ...newBreak(), first: "2026-11-26" }], phases: [newPhase()] }),
  );
  assert.deepEqual(breaks, [{ id: null, first_date: "2026-11-26", last_date: "2026-11-26", name: "" }]);
  assert.deepEqual(phases, []);
});

test("a session gets its usual end until somebody chooses another", () => {
  const started = changed(newSession("group"), { from: "17:30" });
  assert.equal(started.until, "20:30");
  assert.equal(changed(started, { from: "18:00" }).until, "21:00");
  assert.equal(changed(started, { kind: "individual" }).until, "18:30");
  const chosen = changed(started, { until: "19:30" });
  assert.equal(changed(chosen, { from: "18:00" }).until, "19:30");
  assert.equal(changed(chosen, { kind: "family" }).until, "19:30");
});

test("sessions begin with the program, and no earlier than this week", () => {
  assert.equal(firstDayOf(session(), frame), "2026-11-23");
  assert.equal(firstDayOf(session(), { ...frame, start: "2026-10-26" }), "2026-11-23");
  assert.equal(firstDayOf(session(), { ...frame, start: "2026-11-24" }), "2026-11-26");
  assert.equal(firstDayOf(session(), { ...frame, start: "2026-12-04" }), "2026-12-07");
});

test("every second week can begin in either", () => {
  const family = session({ weekdays: ["sa"], interval: 2 });
  assert.deepEqual(firstDays(family, frame), ["2026-11-28", "2026-12-05"]);
  assert.deepEqual(firstDays({ ...family, weekdays: ["tu", "fr"] }, { ...frame, start: "2026-11-26" }), [
    "2026-11-27",
    "2026-12-01",
  ]);
  assert.equal(firstDayOf({ ...family, first: "2026-12-05" }, frame), "2026-12-05");
  assert.equal(changed({ ...family, first: "2026-12-05" }, { weekdays: ["su"] }).first, "");
});

test("a session ends with the program, unless that is over", () => {
  const course = { ...frame, last: "2027-01-03" };
  assert.equal(lastDayOf(session(), course), "2027-01-03");
  assert.equal(lastDayOf(session({ last: "2026-12-10" }), course), "2026-12-10");
  assert.equal(lastDayOf(session(), { ...frame, last: "2026-10-01" }), null);
});

test("what is amiss in a session is said; an untouched row is not", () => {
  assert.equal(sessionFaults(newSession("group"), frame).size, 0);
  assert.equal(sessionFaults(session(), frame).size, 0);
  assert.deepEqual([...sessionFaults(session({ weekdays: [], from: "" }), frame)], ["weekdays", "from"]);
  assert.deepEqual([...sessionFaults(session({ until: "17:30" }), frame)], ["until_order"]);
  assert.deepEqual([...sessionFaults(session({ until: "" }), frame)], ["until"]);
  assert.deepEqual(
    [...sessionFaults(session({ last: "2026-11-22", travel: "an hour" }), frame)],
    ["last", "travel"],
  );
});

test("a session is sent as an event with its rule", () => {
  const sent = detailsOf(session({ room: " 2 ", travel: "30" }), { ...frame, last: "2027-01-03" });
  assert.deepEqual(sent, {
    kind: "group",
    summary: "",
    date: "2026-11-23",
    time: "17:30",
    minutes: 180,
    all_day: false,
    zone: null,
    rule: { interval: 1, weekdays: ["mo", "th"], until: "2027-01-03" },
    dates: null,
    location: "",
    link: "",
    room: "2",
    facilitator: "",
    bring: "",
    description: "",
    travel_minutes: 30,
  });
});

test("the hours of a week leave out what does not count", () => {
  const rows = [
    session(),
    session({ kind: "family", weekdays: ["sa"], from: "10:00", until: "11:00", interval: 2 }),
    session({ kind: "mutual_help" }),
  ];
  assert.equal(minutesAWeek(rows), 390);
});
