import assert from "node:assert/strict";
import { test } from "node:test";

import { PAUSE_MS } from "../../ui/js/autosave.js";
import { beatsOf, indexAt, LARGE, MIDDLE, repeated, SMALL, sizeAt } from "../../ui/js/beats.js";
import {
  canBeShortened,
  elapsedMs,
  isOver,
  isUntouched,
  lengthened,
  minuteNow,
  movedTo,
  newClock,
  nextDue,
  ranSeconds,
  secondsLeft,
  shortened,
  started,
  stopped,
  withPoint,
} from "../../ui/js/clock.js";
import { atRest, kindOf, openAnswer, partsOf, runsOnTime, wordsOf } from "../../ui/js/practice.js";
import { handClock } from "./clocks.js";

const NOON = Date.UTC(2026, 10, 22, 12);

test("a timer runs on the wall clock, whatever the window does meanwhile", () => {
  const clock = started(newClock(300), NOON);
  assert.equal(elapsedMs(clock, NOON + 90_000), 90_000);
  assert.equal(secondsLeft(clock, NOON + 90_000), 210);
  assert.equal(isOver(clock, NOON + 299_999), false);
  assert.equal(isOver(clock, NOON + 300_000), true);
  assert.equal(secondsLeft(clock, NOON + 8 * 3_600_000), 0, "after a night it is over, not below nothing");
});

test("a clock set back takes nothing away from what had run before", () => {
  const clock = started(stopped(started(newClock(300), NOON), NOON + 60_000), NOON + 60_000);
  assert.equal(elapsedMs(clock, NOON - 3_600_000), 60_000);
});

test("pausing keeps what has run, and starting twice changes nothing", () => {
  const paused = stopped(started(newClock(300), NOON), NOON + 12_345);
  assert.deepEqual(paused, { length_s: 300, run_since: null, counted_ms: 12_345 });
  assert.equal(isUntouched(paused), false);
  const again = started(paused, NOON + 99_000);
  assert.equal(elapsedMs(again, NOON + 100_000), 13_345);
  assert.equal(started(again, NOON + 120_000), again);
});

test("a minute more and a minute less", () => {
  const running = started(newClock(300), NOON);
  assert.equal(secondsLeft(lengthened(running, NOON + 60_000), NOON + 60_000), 300);
  assert.equal(secondsLeft(shortened(running), NOON + 60_000), 180);
  assert.equal(canBeShortened(running, NOON + 239_999), true);
  assert.equal(canBeShortened(running, NOON + 240_000), false, "what has run stays");
  assert.equal(canBeShortened(newClock(60), NOON), false, "a timer keeps some length");
});

test("a minute more after the end runs from the end, however long ago that was", () => {
  const over = started(newClock(300), NOON);
  const later = NOON + 3_600_000;
  const longer = lengthened(over, later);
  assert.equal(secondsLeft(longer, later), 60);
  assert.equal(secondsLeft(longer, later + 20_000), 40);
});

test("a part can be gone to, running or not", () => {
  const running = movedTo(started(newClock(60), NOON), 23, NOON + 5000);
  assert.equal(ranSeconds(running, NOON + 6000), 24);
  const still = movedTo(newClock(60), 23, NOON);
  assert.equal(ranSeconds(still, NOON + 6000), 23);
  assert.equal(ranSeconds(movedTo(still, 99, NOON), NOON), 60);
});

test("the next rating of a curve is the first one after the last that was given", () => {
  const minutes = [0, 5, 10, 30];
  assert.equal(nextDue(minutes, []), 0);
  assert.equal(nextDue(minutes, [{ minute: 0, value: 7 }]), 300);
  assert.equal(nextDue(minutes, [{ minute: 3, value: 7 }]), 300, "an early one is one more");
  assert.equal(nextDue(minutes, [{ minute: 12, value: 5 }]), 1800, "a missed one is not asked for");
  assert.equal(nextDue(minutes, [{ minute: 30, value: 2 }]), null);
});

test("points stay in the order of time; a second one in a minute takes the place of the first", () => {
  const points = withPoint(
    [
      { minute: 0, value: 6 },
      { minute: 5, value: 8 },
    ],
    { minute: 5, value: 7 },
  );
  assert.deepEqual(points, [
    { minute: 0, value: 6 },
    { minute: 5, value: 7 },
  ]);
  assert.equal(minuteNow(started(newClock(1800), NOON), NOON + 4 * 60_000 + 50_000), 5);
});

test("breath follows breath without a seam, and the shape never jumps", () => {
  const breath = [
    { say: "in", seconds: 4, shape: "grow" },
    { say: "out", seconds: 6, shape: "shrink" },
  ];
  const beats = beatsOf(repeated(breath, 3), { starts: 10 });
  assert.deepEqual(
    beats.map(({ starts, ends }) => [starts, ends]),
    [
      [10, 14],
      [14, 20],
      [20, 24],
      [24, 30],
      [30, 34],
      [34, 40],
    ],
  );
  for (const [at, beat] of beats.entries()) {
    assert.equal(sizeAt(beat, beat.starts), at === 0 ? SMALL : sizeAt(beats[at - 1], beats[at - 1].ends));
  }
  assert.equal(sizeAt(beats[0], 14), LARGE);
  assert.equal(indexAt(beats, 13.9), 0);
  assert.equal(indexAt(beats, 14), 1);
  assert.equal(indexAt(beats, 40), -1, "after the last one");
});

test("what does not breathe rests in the middle", () => {
  const [beat] = beatsOf([{ say: "look", seconds: 5, shape: "still" }]);
  assert.equal(sizeAt(beat, 2), MIDDLE);
});

test("a task has one kind and what that kind holds", () => {
  assert.equal(kindOf("read"), "read");
  assert.deepEqual(partsOf("read"), {});
  const task = { timer: { seconds: 60, count: null } };
  assert.equal(kindOf(task), "timer");
  assert.equal(partsOf(task).seconds, 60);
  assert.equal(runsOnTime({ step: { do: task } }), true);
  assert.equal(runsOnTime({ step: { do: { write: { hint: null } } } }), false);
  assert.equal(runsOnTime({ step: null }), false);
});

test("a running timer is put to rest before going on, and nothing else is touched", () => {
  const answer = { kind: "clock", clock: started(newClock(60), NOON), count: 3, pace: null };
  assert.deepEqual(atRest(answer, NOON + 20_000), {
    kind: "clock",
    clock: { length_s: 60, run_since: null, counted_ms: 20_000 },
    count: 3,
    pace: null,
  });
  assert.equal(atRest({ ...answer, clock: newClock(60) }, NOON), null);
  assert.equal(atRest({ kind: "text", text: "hi" }, NOON), null);
  assert.equal(atRest(null, NOON), null);
});

test("the words of an answer can be copied", () => {
  assert.equal(wordsOf({ kind: "text", text: "one\ntwo" }), "one\ntwo");
  assert.equal(wordsOf({ kind: "choice", chosen: ["tea", "a walk"] }), "tea\na walk");
  const lines = [
    { text: "She read it", tag: "Fact" },
    { text: "She is done", tag: null },
  ];
  assert.equal(wordsOf({ kind: "lines", lines }), "She read it (Fact)\nShe is done");
  assert.equal(wordsOf({ kind: "cells", cells: [lines, [], [], []] }), "She read it (Fact)\nShe is done");
  assert.equal(wordsOf({ kind: "number", value: 3 }), "");
  assert.equal(wordsOf(null), "");
});

test("an answer is saved after a pause, with the practice and the step it belongs to", async () => {
  const clock = handClock();
  const requests = [];
  const open = openAnswer({
    id: 4,
    step: "facts",
    answer: null,
    save: async (request) => requests.push(structuredClone(request)),
    clock,
  });
  assert.equal(await open.flush(), null, "opening saves nothing");
  open.change({ kind: "text", text: "I" });
  open.change({ kind: "text", text: "It rained" });
  await clock.advance(PAUSE_MS);
  assert.deepEqual(requests, [{ id: 4, step: "facts", answer: { kind: "text", text: "It rained" } }]);
  open.change(null);
  await open.flush();
  assert.deepEqual(requests.at(-1), { id: 4, step: "facts", answer: null }, "an answer can be taken away");
});

test("an answer that cannot be saved is handed over to the lock, words and all", async () => {
  const clock = handClock();
  let heard = 0;
  const open = openAnswer({
    id: 4,
    step: "facts",
    answer: { kind: "text", text: "old" },
    save: () => Promise.reject({ code: "disk_full" }),
    clock,
  });
  const stop = open.subscribe(() => {
    heard += 1;
  });
  open.change({ kind: "text", text: "keep me" });
  assert.deepEqual(await open.flush(), { id: 4, step: "facts", answer: { kind: "text", text: "keep me" } });
  assert.deepEqual(open.state(), { name: "failed", failed: "disk_full" });
  assert.equal(open.words(), "keep me");
  stop();
  const before = heard;
  open.change({ kind: "text", text: "keep me too" });
  assert.equal(heard, before);
});
