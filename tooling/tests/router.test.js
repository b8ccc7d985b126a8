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
