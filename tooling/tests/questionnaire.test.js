import assert from "node:assert/strict";
import { test } from "node:test";

import { PAUSE_MS } from "../../ui/js/autosave.js";
import { firstOpen, GATE, gateParts, itemsAsked, openQuestionnaire } from "../../ui/js/questionnaire.js";
import { handClock } from "./clocks.js";

const item = (id, counts = true) => ({ id, text: `Question ${id}`, options: [], counts });
const plain = { id: 7, gate: null, items: [item("1"), item("2"), item("3", false)], answers: [] };
const gated = { ...plain, gate: { text: "Ever?", yes: "Yes", no: "No" } };

function open(view, answer = async () => ({ offer_help: false })) {
  const requests = [];
  const offers = [];
  const clock = handClock();
  const questionnaire = openQuestionnaire({
    view,
    clock,
    onOffer: (one) => offers.push(one),
    save: async (request) => {
      requests.push(request);
      return answer(request);
    },
  });
  return { questionnaire, requests, offers, clock };
}

test("the first open question is asked for, and one that does not count never is", () => {
  assert.equal(firstOpen(plain, {}), "1");
  assert.equal(firstOpen(plain, { 1: 0 }), "2");
  assert.equal(firstOpen(plain, { 1: 0, 2: 3 }), null);
});

test("a first question comes before the rest, and a no ends it", () => {
  assert.equal(firstOpen(gated, { 1: 0, 2: 3 }), GATE);
  assert.deepEqual(itemsAsked(gated, {}), []);
  assert.equal(firstOpen(gated, { [GATE]: 0 }), null);
  assert.deepEqual(itemsAsked(gated, { [GATE]: 0 }), []);
  assert.equal(firstOpen(gated, { [GATE]: 1 }), "1");
  assert.deepEqual(itemsAsked(gated, { [GATE]: 1 }), gated.items);
});

test("the list of a first question stays a list", () => {
  const text = "Things happen. For example:\n• a fire\n• a war.\nHave you ever?";
  assert.deepEqual(gateParts(text), {
    say: ["Things happen. For example:"],
    list: ["a fire", "a war."],
    ask: "Have you ever?",
  });
  assert.deepEqual(gateParts("Have you ever?"), { say: [], list: [], ask: "Have you ever?" });
});

test("each answer is saved once, and only what changed", async () => {
  const { questionnaire, requests } = open({ ...plain, answers: [{ item: "1", value: 2 }] });
  questionnaire.choose("2", 0);
  assert.equal(await questionnaire.flush(), null);
  questionnaire.choose("2", 3);
  assert.equal(await questionnaire.flush(), null);
  assert.deepEqual(requests, [
    { id: 7, item: "2", value: 0 },
    { id: 7, item: "2", value: 3 },
  ]);
  assert.deepEqual(questionnaire.given(), { 1: 2, 2: 3 });
});

test("walking through the answers with the keyboard saves where it stops", async () => {
  const { questionnaire, requests, clock } = open(plain);
  for (const value of [0, 1, 2]) questionnaire.choose("1", value);
  await clock.advance(PAUSE_MS);
  assert.deepEqual(requests, [{ id: 7, item: "1", value: 2 }]);
});

test("an answer that is not saved stays, is told, and is sent again", async () => {
  let fails = true;
  const { questionnaire, requests } = open(plain, async ({ item: id }) => {
    if (id === "2" && fails) throw { code: "disk_full" };
    return { offer_help: false };
  });
  questionnaire.choose("1", 1);
  questionnaire.choose("2", 1);
  assert.notEqual(await questionnaire.flush(), null);
  assert.deepEqual(questionnaire.state(), { name: "failed", failed: "disk_full" });
  assert.deepEqual(questionnaire.given(), { 1: 1, 2: 1 });
  fails = false;
  assert.equal(await questionnaire.flush(), null);
  assert.deepEqual(
    requests.map(({ item: id }) => id),
    ["1", "2", "2"],
  );
});

test("Help now is offered beside the answer that calls for it, once it is saved", async () => {
  const { questionnaire, offers } = open(plain, async ({ item: id }) => ({ offer_help: id === "2" }));
  questionnaire.choose("1", 3);
  questionnaire.choose("2", 1);
  assert.deepEqual(offers, []);
  await questionnaire.flush();
  assert.deepEqual(offers, ["2"]);
});

const saidNo = { ...gated, finished: true, answers: [{ item: GATE, value: 0 }] };

test("a first question changed to yes makes a finished one half-done, until it is finished again", async () => {
  const { questionnaire } = open(saidNo);
  assert.equal(questionnaire.finished(), true);
  questionnaire.choose(GATE, 1);
  assert.equal(questionnaire.finished(), true, "the host does not know of it yet");
  await questionnaire.flush();
  assert.equal(questionnaire.finished(), false);
  questionnaire.choose("1", 0);
  questionnaire.choose("2", 1);
  await questionnaire.flush();
  assert.equal(firstOpen(saidNo, questionnaire.given()), null);
  assert.equal(questionnaire.finished(), false, "it has no number before it is finished");
});

test("a finished one stays finished while nothing is open, and when the change is not saved", async () => {
  const { questionnaire: other } = open({
    ...plain,
    finished: true,
    answers: [
      { item: "1", value: 2 },
      { item: "2", value: 0 },
    ],
  });
  other.choose("1", 3);
  await other.flush();
  assert.equal(other.finished(), true);
  const { questionnaire } = open(saidNo, () => Promise.reject({ code: "disk_full" }));
  questionnaire.choose(GATE, 1);
  await questionnaire.flush();
  assert.equal(questionnaire.finished(), true);
});
