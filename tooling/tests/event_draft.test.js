import assert from "node:assert/strict";
import { test } from "node:test";

import {
  blankDraft,
  detailsOf,
  draftOf,
  faultsOf,
  firstDay,
  fitting,
  lengthOf,
  repeatsOf,
  wallClock,
} from "../../ui/js/event_draft.js";

const rule = {
  frequency: "weekly",
  interval: 1,
  weekdays: ["mo", "we", "th"],
  until: null,
  count: null,
  plain: true,
};
const details = {
  kind: "group",
  summary: "",
  date: "2026-10-19",
  time: "17:30",
  minutes: 180,
  all_day: false,
  zone: "America/New_York",
  rule: { interval: 1, weekdays: ["mo", "we", "th"], until: null },
  location: "Hudson Street",
  link: "",
  room: "2",
  facilitator: "Marisol",
  bring: "diary card",
  description: "",
  travel_minutes: 30,
};
const occurrence = {
  ...details,
  event: 1,
  recurrence_id: "2026-11-18T17:30:00",
  date: "2026-11-18",
  end_date: "2026-11-18",
  end_time: "20:30",
  here: null,
  starts_ms: Date.parse("2026-11-18T17:30:00-05:00"),
  ends_ms: Date.parse("2026-11-18T20:30:00-05:00"),
  planned_minutes: 180,
  recurs: true,
};
const view = { details, rule, occurrence, first: false };
const moved = {
  ...view,
  occurrence: {
    ...occurrence,
    date: "2026-11-20",
    time: "10:00",
    end_time: "11:30",
    planned_minutes: 90,
    room: "5",
  },
};
const blank = { ...blankDraft("2026-11-22"), summary: "Dentist", start: "09:00", end: "10:00" };

test("one of a series is shown as it is now, the series as it began", () => {
  const one = draftOf(moved, "this");
  assert.deepEqual([one.date, one.start, one.end, one.room], ["2026-11-20", "10:00", "11:30", "5"]);
  const all = draftOf(moved, "all");
  assert.deepEqual([all.from, all.start, all.end, all.room], ["2026-10-19", "17:30", "20:30", "2"]);
  assert.equal(draftOf(moved, "this_and_future").from, "2026-11-18");
});

test("saving what nobody changed asks for what there is", () => {
  const { zone: _, ...asIs } = details;
  const { zone, dates, ...asked } = detailsOf(draftOf(view, "all"), "all", rule);
  assert.equal(zone, null);
  assert.deepEqual(dates, []);
  assert.deepEqual(asked, asIs);
});

test("a change of one leaves rule, kind and zone to the series", () => {
  const typed = { kind: "family", repeats: "once", zone: "Europe/Berlin", all_day: true, room: "7" };
  const draft = { ...draftOf(view, "this"), ...fitting(typed, "this") };
  const asked = detailsOf(draft, "this", rule);
  assert.deepEqual(
    [asked.kind, asked.zone, asked.all_day, asked.rule, asked.room],
    ["group", null, false, { keep: true }, "7"],
  );
  assert.deepEqual(fitting(typed, "all"), typed);
});

test("a rule that the form cannot show is kept", () => {
  const monthly = { ...rule, frequency: "monthly", weekdays: [], plain: false };
  assert.equal(repeatsOf(monthly), "own");
  assert.equal(repeatsOf({ ...rule, count: 10 }), "own");
  const draft = draftOf({ ...view, rule: monthly }, "all");
  assert.deepEqual(detailsOf(draft, "all", monthly).rule, { keep: true });
});

test("a series begins on the first of its days", () => {
  const draft = { ...blank, repeats: "weekly", weekdays: ["we", "mo"], from: "2026-11-22" };
  assert.equal(firstDay(draft, "all"), "2026-11-23");
  const asked = detailsOf(draft, "all");
  assert.equal(asked.date, "2026-11-23");
  assert.deepEqual(asked.rule, { interval: 1, weekdays: ["mo", "we"], until: null });
});

test("every few weeks takes the number that was typed", () => {
  const draft = { ...blank, repeats: "other", interval: " 4 ", weekdays: ["su"], until: "2027-01-31" };
  assert.deepEqual(detailsOf(draft, "all").rule, { interval: 4, weekdays: ["su"], until: "2027-01-31" });
});

test("other dates go with all of it, each once and in order", () => {
  const draft = { ...blank, dates: ["2026-12-05", "", "2026-11-28", "2026-12-05", "2026-11-22"] };
  assert.deepEqual(detailsOf(draft, "all").dates, ["2026-11-28", "2026-12-05"]);
  assert.equal(detailsOf(draft, "this").dates, null);
});

test("an end before the start is on the next day", () => {
  assert.equal(lengthOf({ ...blank, start: "22:00", end: "01:30" }), 210);
  assert.equal(lengthOf({ ...blank, start: "", end: "01:30" }), null);
});

test("what lasts for days keeps its days", () => {
  const long = { ...details, rule: null, minutes: 2 * 1440 + 180 };
  const one = { ...occurrence, recurs: false, planned_minutes: 2 * 1440 + 180 };
  const draft = draftOf({ details: long, rule: null, occurrence: one, first: true }, "all");
  assert.equal(detailsOf({ ...draft, end: "21:00" }, "all").minutes, 2 * 1440 + 210);
});

test("all day is counted in whole days, both ends among them", () => {
  const asked = detailsOf({ ...blank, all_day: true, last_day: "2026-11-24" }, "all");
  assert.deepEqual([asked.time, asked.minutes, asked.all_day], [null, 3 * 1440, true]);
  assert.equal(detailsOf({ ...blank, all_day: true }, "all").minutes, 1440);
});

test("all day through a change of clocks is whole days too", () => {
  const draft = { ...blank, date: "2026-10-24", last_day: "2026-10-26", all_day: true };
  assert.equal(detailsOf(draft, "all").minutes, 3 * 1440);
});

test("what is missing or does not fit is named", () => {
  assert.deepEqual(faultsOf(blank, "all"), {});
  assert.deepEqual(faultsOf(blankDraft("2026-11-22"), "all"), {
    summary: "missing",
    start: "missing",
    end: "missing",
  });
  assert.deepEqual(faultsOf({ ...blank, end: "09:00", travel: "soon", date: "" }, "all"), {
    date: "missing",
    end: "wrong",
    travel: "wrong",
  });
  const series = {
    ...blank,
    repeats: "other",
    interval: "0",
    weekdays: [],
    from: "2026-11-22",
    until: "2026-11-01",
  };
  assert.deepEqual(faultsOf(series, "all"), { interval: "wrong", weekdays: "missing", until: "wrong" });
  assert.deepEqual(faultsOf({ ...series, kind: "group", summary: "" }, "this"), {});
});

test("an event of another zone is changed on its own clock", () => {
  assert.deepEqual(wallClock(occurrence.starts_ms, "Europe/Berlin"), { date: "2026-11-18", time: "23:30" });
  const berlin = { ...view, details: { ...details, zone: "Europe/Berlin", time: "23:30" } };
  const draft = draftOf(berlin, "this");
  assert.deepEqual([draft.date, draft.start, draft.end], ["2026-11-18", "23:30", "02:30"]);
  const floating = {
    ...view,
    details: { ...details, zone: null },
    occurrence: {
      ...occurrence,
      here: { date: "2026-11-18", time: "23:30", end_time: "02:30", zone: "Europe/Berlin" },
    },
  };
  assert.equal(draftOf(floating, "this").start, "23:30");
});
