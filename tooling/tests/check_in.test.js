import assert from "node:assert/strict";
import { test } from "node:test";

import { openCheckIn, requestOf, sideOf } from "../../ui/js/check_in.js";
import { handClock } from "./clocks.js";

const saved = {
  id: 7,
  date: "2026-11-22",
  time: "14:10",
  mood: 3,
  words: ["tired"],
  note: "",
  trashed_on: null,
};

function open(given = {}) {
  const requests = [];
  const checkIn = openCheckIn({
    checkIn: null,
    save: async (request) => {
      requests.push(request);
      return { ...saved, ...request, id: request.id ?? 7 };
    },
    ...given,
  });
  return { checkIn, requests };
}

test("one press saves it, without waiting", async () => {
  const { checkIn, requests } = open();
  checkIn.choose(5);
  assert.deepEqual(requests, [{ id: null, mood: 5, words: [], note: "", written: null }]);
  assert.equal(await checkIn.flush(), true);
  assert.equal(checkIn.kept()?.id, 7);
});

test("a second press changes the same check-in", async () => {
  const { checkIn, requests } = open();
  checkIn.choose(5);
  checkIn.choose(2);
  await checkIn.flush();
  assert.deepEqual(
    requests.map(({ id, mood }) => [id, mood]),
    [
      [null, 5],
      [7, 2],
    ],
  );
});

test("words without a step are not a check-in yet, and go with the step", async () => {
  const { checkIn, requests } = open({ written: { date: "2026-11-20", time: "09:00" } });
  checkIn.change({ note: "Slept badly." });
  checkIn.say("tired", true);
  await checkIn.flush();
  assert.deepEqual(requests, []);
  checkIn.choose(3);
  await checkIn.flush();
  assert.deepEqual(requests, [
    {
      id: null,
      mood: 3,
      words: ["tired"],
      note: "Slept badly.",
      written: { date: "2026-11-20", time: "09:00" },
    },
  ]);
});

test("an old one keeps its time unless another is chosen", async () => {
  const { checkIn, requests } = open({ checkIn: saved });
  checkIn.say("tired", false);
  await checkIn.flush();
  assert.equal(requests.at(-1).written, null);
  checkIn.change({ written: { date: "2026-11-21", time: "08:00" } });
  await checkIn.flush();
  assert.deepEqual(requests.at(-1).written, { date: "2026-11-21", time: "08:00" });
});

test("what a failed save leaves is still there, to copy and to save", async () => {
  let isFull = true;
  const { checkIn, requests } = open({
    save: async (request) => {
      if (isFull) throw { code: "disk_full" };
      requests.push(request);
      return saved;
    },
    clock: handClock(),
  });
  checkIn.choose(2);
  checkIn.say("sad", true);
  checkIn.change({ note: "A hard call." });
  assert.equal(await checkIn.flush(), false);
  assert.equal(checkIn.words(), "sad\nA hard call.");
  isFull = false;
  assert.equal(await checkIn.flush(), true);
  assert.equal(requests.at(-1).note, "A hard call.");
});

test("undoing a change saves it as it was, at its own time", () => {
  assert.deepEqual(requestOf(saved), {
    id: 7,
    mood: 3,
    words: ["tired"],
    note: "",
    written: { date: "2026-11-22", time: "14:10" },
  });
});

test("each step has its side", () => {
  assert.deepEqual([1, 3, 4, 5, 7].map(sideOf), [
    "unpleasant",
    "unpleasant",
    "between",
    "pleasant",
    "pleasant",
  ]);
});
