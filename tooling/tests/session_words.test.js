import assert from "node:assert/strict";
import { test } from "node:test";

import {
  hoursInWords,
  kindBeside,
  markOf,
  nameOf,
  placesOf,
  spanOf,
  statusOf,
  timeHere,
  timeOf,
  weekName,
} from "../../ui/js/session_words.js";

const session = {
  kind: "group",
  summary: "",
  all_day: false,
  date: "2026-11-16",
  time: "17:30",
  end_date: "2026-11-16",
  end_time: "20:30",
  zone: "America/New_York",
  here: null,
  ends_ms: 1000,
  status: "planned",
  break_name: null,
  moved_from: null,
  location: "",
  link: "",
  room: "",
  facilitator: "",
  attendance: null,
  minutes: null,
};
const plain = (words) => words.replaceAll("\u00a0", " ");

test("a session without a name is called by its kind, and says its kind once", () => {
  assert.equal(nameOf(session), "Group");
  assert.equal(kindBeside(session), null);
  assert.equal(kindBeside({ kind: "group", summary: "DBT skills group" }), null);
  assert.equal(kindBeside({ kind: "family", summary: "With Ana" }), "Family");
});

test("the time names the place only where the person's clock differs", () => {
  assert.equal(plain(timeOf(session)), "5:30–8:30 pm");
  assert.equal(timeHere(session), null);
  const away = {
    ...session,
    here: { date: "2026-11-16", time: "23:30", end_time: "02:30", zone: "Europe/Berlin" },
  };
  assert.equal(plain(timeOf(away)), "5:30–8:30 pm in New York");
  assert.equal(plain(timeHere(away)), "11:30 pm – 2:30 am here");
  const later = { ...away, here: { ...away.here, date: "2026-11-17" } };
  assert.match(plain(timeHere(later)), /^Tue 11:30 pm/);
});

test("all day says until when, if it is more than a day", () => {
  const day = { ...session, all_day: true, time: null, end_time: null };
  assert.equal(spanOf(day), "All day");
  assert.equal(spanOf({ ...day, end_date: "2026-11-18" }), "All day, until Wed, Nov 18");
});

test("how it stands is said in words", () => {
  assert.deepEqual(statusOf(session), []);
  assert.deepEqual(statusOf({ ...session, status: "cancelled" }), ["Cancelled"]);
  assert.deepEqual(statusOf({ ...session, status: "break", break_name: "Thanksgiving" }), [
    "Break: Thanksgiving",
  ]);
  const [moved] = statusOf({ ...session, moved_from: { date: "2026-11-17", time: "16:00" } });
  assert.equal(plain(moved), "Moved from Tue 4:00 pm");
});

test("a mark is asked for after the session, never of what is personal or off", () => {
  assert.equal(markOf(session, 999), null);
  assert.equal(markOf(session, 1000), "Not marked yet");
  assert.equal(markOf({ ...session, kind: "personal" }, 1000), null);
  assert.equal(markOf({ ...session, status: "cancelled" }, 1000), null);
  assert.equal(markOf({ ...session, attendance: "missed", minutes: 0 }, 1000), "Missed");
  assert.equal(markOf({ ...session, attendance: "part", minutes: 95 }, 1000), "Part of it, 95 minutes");
});

test("where and who", () => {
  assert.deepEqual(placesOf({ ...session, link: "https://x.test", room: "2", facilitator: "Marisol" }), [
    "By video link",
    "Room 2",
    "Marisol",
  ]);
  assert.deepEqual(placesOf({ ...session, location: "Hall", link: "https://x.test" }), ["Hall"]);
});

test("the hours of a week, as they are marked or planned", () => {
  const hours = { monday: "2026-11-16", target_minutes: 540, attended_minutes: 360, planned_minutes: 540 };
  assert.equal(hoursInWords({ ...hours, unmarked_minutes: 180 }), "6 of 9 hours marked · 3 not marked yet");
  assert.equal(hoursInWords({ ...hours, unmarked_minutes: 0 }), "6 of 9 hours marked");
  assert.equal(hoursInWords({ ...hours, target_minutes: null, unmarked_minutes: 0 }), "6 hours marked");
  const ahead = { ...hours, attended_minutes: 0, unmarked_minutes: 0 };
  assert.equal(hoursInWords({ ...ahead, planned_minutes: 450 }), "7.5 of 9 hours planned");
  assert.equal(hoursInWords({ ...ahead, planned_minutes: 600 }), "10 hours planned");
  assert.equal(hoursInWords({ ...ahead, planned_minutes: 0 }), "");
});

test("weeks near by have names", () => {
  assert.equal(weekName("2026-11-16", "2026-11-22"), "This week");
  assert.equal(weekName("2026-11-23", "2026-11-22"), "Next week");
  assert.equal(weekName("2026-11-30", "2026-11-22"), "Week of November 30");
});
