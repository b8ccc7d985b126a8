import assert from "node:assert/strict";
import { test } from "node:test";

import { axisOf, pointWords, sentencesOf, tableOf, valueWords } from "../../ui/js/screens/progress_words.js";

const NAMES = ["Very low", "Low", "A bit low", "Neither", "A bit high", "High", "Very high"];
const steps = NAMES.map((name, index) => ({ value: index + 1, name }));
const spread = (low, typical, high, days = 9) => ({ low, typical, high, days });
const series = (given) => ({
  key: "item:1",
  name: "Anger",
  section: "emotions",
  unit: null,
  kind: "scale",
  least: 0,
  most: 5,
  grain: "day",
  points: [],
  days: 9,
  spread: null,
  early: null,
  late: null,
  ...given,
});

test("from few days nothing is said but how many they are", () => {
  assert.deepEqual(sentencesOf(series({ days: 2 }), steps), [
    "Recorded on 2 days.",
    "More days will show more.",
  ]);
  assert.deepEqual(sentencesOf(series({ days: 1, kind: "score" }), steps)[0], "Filled in on 1 day.");
});

test("early and late are compared only where both are given", () => {
  const of = (given) => sentencesOf(series({ spread: spread(2, 2, 2), ...given }), steps);
  assert.equal(of({ early: 3, late: null }).length, 2);
  assert.equal(of({ early: 3.5, late: 2 })[2], "In the first third mostly 3.5, in the last third mostly 2.");
  assert.equal(of({ early: 2, late: 2 })[2], "The first and the last third are alike: 2.");
});

test("the middle half is said in values that can be written down, and never too narrow", () => {
  const mostly = (given) => sentencesOf(series(given), steps)[1];
  assert.equal(mostly({ spread: spread(1.5, 2, 2.25) }), "Mostly between 1 and 3 of 5.");
  assert.equal(mostly({ spread: spread(3, 3, 3) }), "Mostly 3 of 5.");
  assert.equal(mostly({ kind: "hours", spread: spread(6.2, 7, 7.75) }), "Mostly between 6 and 8 hours.");
  assert.equal(mostly({ kind: "hours", spread: spread(6.5, 7, 7.5) }), "Mostly between 6.5 and 7.5 hours.");
  assert.equal(
    mostly({ kind: "count", unit: "times", spread: spread(0, 1, 2) }),
    "Mostly between 0 and 2 times.",
  );
  assert.equal(
    mostly({ kind: "mood", least: 1, most: 7, spread: spread(2.5, 3, 4) }),
    "Mostly between “Low” and “Neither”.",
  );
});

test("yes and no are words", () => {
  const mostly = (one) => sentencesOf(series({ kind: "yes_no", most: 1, spread: one }), steps)[1];
  assert.equal(mostly(spread(1, 1, 1)), "Mostly yes.");
  assert.equal(mostly(spread(0, 0, 0)), "Mostly no.");
  assert.equal(mostly(spread(0, 1, 1)), "Yes more often than no.");
  assert.equal(mostly(spread(0, 0, 1)), "No more often than yes.");
  assert.equal(mostly(spread(0, 0.5, 1)), "Yes about as often as no.");
});

test("a mood between two steps says so", () => {
  const mood = series({ key: "mood", kind: "mood", least: 1, most: 7 });
  assert.equal(valueWords(mood, 4, steps), "“Neither”");
  assert.equal(valueWords(mood, 4.5, steps), "between “Neither” and “A bit high”");
});

test("a point says its day, its week or its month", () => {
  const of = (grain, date, one, given = {}) =>
    pointWords(series({ grain, points: [{ date, spread: one }], ...given }), 0, steps);
  assert.equal(of("day", "2026-11-03", spread(3, 3, 3, 1)), "Tuesday, November 3, 2026: 3 of 5");
  assert.equal(
    of("day", "2026-11-03", spread(3, 4, 5, 3), { kind: "mood" }),
    "Tuesday, November 3, 2026: “Neither”, the middle of 3",
  );
  assert.equal(
    of("week", "2026-11-02", spread(1, 2, 3, 6)),
    "Week of November 2, 2026: mostly 2 of 5. Half lie between 1 and 3 of 5. 6 days.",
  );
  assert.equal(of("month", "2026-11-01", spread(2, 2, 2, 1)), "November 2026: 2 of 5. 1 day.");
});

test("the table holds what the chart shows", () => {
  const points = [{ date: "2026-11-02", spread: spread(1, 2, 3, 6) }];
  assert.deepEqual(tableOf(series({ points }), steps), {
    columns: ["Day", "Value"],
    rows: [["November 2, 2026", "2"]],
  });
  assert.deepEqual(tableOf(series({ points, grain: "week" }), steps), {
    columns: ["Week of", "Middle", "Middle half", "Days"],
    rows: [["November 2, 2026", "2", "between 1 and 3 of 5", "6"]],
  });
});

test("scales are shown whole; counts begin at zero", () => {
  assert.deepEqual([axisOf(series({})).least, axisOf(series({})).top], [0, 5]);
  const hours = axisOf(series({ kind: "hours", most: 9.5 }));
  assert.equal(hours.least, 0);
  assert.ok(hours.top >= 9.5);
});
