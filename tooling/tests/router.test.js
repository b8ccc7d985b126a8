import assert from "node:assert/strict";
import { test } from "node:test";

import { createRouter } from "../../ui/js/router.js";

const today = { room: "today" };
const library = { room: "skills", view: "library" };
const skill = { room: "skills", view: "skill", skill: "stop" };
const practice = { room: "skills", view: "practice", id: 4, at: null };
const sheet = { room: "skills", view: "sheet", id: 4 };
const help = { room: "help" };
const done = (which) => ({ room: "skills", view: "done", which });

/** Where each step back leads. */
function wayBack(router) {
  const steps = [];
  for (let step = router.back(); step; step = router.back()) steps.push(step.route);
  return steps;
}

test("the way back is the way one came, and knows what was pressed there", () => {
  const router = createRouter(today);
  router.go(library, "rail-skills");
  router.go(skill, "row-stop");
  assert.deepEqual(router.back(), { route: library, focus: "row-stop" });
  assert.deepEqual(router.back(), { route: today, focus: "rail-skills" });
  assert.equal(router.back(), null);
  assert.deepEqual(router.route(), today);
});

test("going where one is already adds no step", () => {
  const router = createRouter(today);
  router.go({ ...today });
  assert.equal(router.back(), null);
});

test("nothing leads back into an exercise that was left", () => {
  const router = createRouter(today);
  router.go(skill);
  router.go(practice);
  router.go({ ...practice, id: 5 });
  router.go(library);
  assert.deepEqual(wayBack(router), [skill, today]);
});

test("Help now leads back into the exercise", () => {
  const router = createRouter(today);
  router.go(practice);
  router.go(help);
  assert.deepEqual(router.beneath(), practice);
  assert.deepEqual(wayBack(router), [practice, today]);
});

test("an exercise started in Help now is left to Help now", () => {
  const router = createRouter(library);
  router.go(help);
  router.go(practice);
  assert.deepEqual(wayBack(router), [help, library]);
});

test("a change to one step leads back to the sheet, without a step of its own", () => {
  const router = createRouter(today);
  router.go(sheet);
  router.go({ ...practice, at: "facts" });
  router.go(sheet);
  assert.deepEqual(wayBack(router), [today]);
});

test("looking through the lists of My practice is one step", () => {
  const router = createRouter(today);
  router.go(done("finished"));
  router.go(done("unfinished"));
  router.go(done("trashed"));
  assert.deepEqual(wayBack(router), [today]);
  router.go(done("finished"));
  router.go(sheet);
  assert.deepEqual(wayBack(router), [done("finished"), today]);
});

const card = (date) => ({ room: "check_in", view: "card", date });

test("going from day to day is one step", () => {
  const router = createRouter(today);
  router.go(card(null));
  router.go(card("2026-11-21"));
  router.go(card("2026-11-20"));
  assert.deepEqual(wayBack(router), [today]);
});

test("the card of a day in the week leads back to that week", () => {
  const router = createRouter(today);
  const week = { room: "check_in", view: "week", date: "2026-11-09" };
  router.go(week);
  router.go(card("2026-11-12"));
  assert.deepEqual(wayBack(router), [week, today]);
});

test("nothing leads back into a questionnaire that was left", () => {
  const router = createRouter(today);
  const list = { room: "check_in", view: "assessments" };
  router.go(list);
  router.go({ room: "check_in", view: "assessment", id: 3 });
  router.go({ room: "progress", view: "charts" });
  assert.deepEqual(wayBack(router), [list, today]);
});

const schedule = (view, more = {}) => ({ room: "schedule", view, ...more });
const session = schedule("session", { event: 1, recurrence_id: "2026-12-02T17:30:00" });
const form = schedule("event", { event: 1, recurrence_id: "2026-12-02T17:30:00" });
const week = (date) => schedule("week", { date });

test("nothing leads back into the set-up of the program, nor through the weeks one turned", () => {
  const router = createRouter(today);
  router.go(schedule("set_up"));
  router.go(week(null));
  router.go(week("2026-11-30"));
  router.go(session);
  assert.deepEqual(wayBack(router), [week("2026-11-30"), today]);
});

test("the form leads back to the session it changes, which is no new step", () => {
  const router = createRouter(today);
  router.go(session, "today-next");
  router.go(form, "session-change");
  assert.deepEqual(router.back(), { route: session, focus: "session-change" });
  assert.deepEqual(wayBack(router), [today]);
});

test("nothing leads back into a form that was left for another page", () => {
  const router = createRouter(today);
  router.go(week(null));
  router.go(schedule("event", { event: null, recurrence_id: null }), "schedule-add");
  router.go(week("2026-11-30"));
  assert.deepEqual(router.route(), week("2026-11-30"));
  assert.deepEqual(wayBack(router), [week(null), today]);
});

test("a form that leads to where one came from goes back there", () => {
  const router = createRouter(today);
  router.go(week(null));
  router.go(schedule("event", { event: null, recurrence_id: null }), "schedule-add");
  assert.deepEqual(router.go(week(null)), { route: week(null), focus: "schedule-add" });
  assert.deepEqual(wayBack(router), [today]);
});

test("Help now leads back into the form", () => {
  const router = createRouter(today);
  router.go(form);
  router.go(help);
  assert.deepEqual(wayBack(router), [form, today]);
});

test("the week and the list are two places, and homework and its trash are one", () => {
  const router = createRouter(today);
  router.go(week(null));
  router.go(schedule("list", { date: null }));
  router.go(schedule("homework", { which: "kept" }));
  router.go(schedule("homework", { which: "trashed" }));
  router.go(schedule("calendar"));
  assert.deepEqual(wayBack(router), [
    schedule("homework", { which: "trashed" }),
    schedule("list", { date: null }),
    week(null),
    today,
  ]);
});

test("the trash leads back to the week that was shown", () => {
  const router = createRouter(today);
  router.go(week("2026-11-30"));
  router.go(schedule("trash"), "schedule-trash");
  assert.deepEqual(router.back(), { route: week("2026-11-30"), focus: "schedule-trash" });
  assert.deepEqual(wayBack(router), [today]);
});

test("a session that became another one is the same step", () => {
  const router = createRouter(today);
  router.go(week(null));
  router.go(session);
  router.go({ ...session, event: 7, recurrence_id: "2026-12-02T18:00:00" });
  assert.deepEqual(wayBack(router), [week(null), today]);
});
