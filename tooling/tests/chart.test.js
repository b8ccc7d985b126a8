import assert from "node:assert/strict";
import { test } from "node:test";

import {
  bandPath,
  barsPath,
  dateTicks,
  dotsPath,
  heightOf,
  linePath,
  nearest,
  openAxis,
  runsOf,
  SCORE_REACH,
  scaleAxis,
  spotsOf,
} from "../../ui/js/chart.js";

const at = (date, typical = 2, low = typical, high = typical) => ({ date, typical, low, high });
const november = (day) => at(`2026-11-${String(day).padStart(2, "0")}`);

test("a scale is shown from its least to its most, in even steps", () => {
  for (const [least, most] of [
    [0, 1],
    [0, 5],
    [0, 6],
    [0, 12],
    [0, 21],
    [0, 27],
    [0, 100],
    [1, 7],
  ]) {
    const { ticks, ...axis } = scaleAxis(least, most);
    assert.deepEqual(axis, { least, top: most });
    assert.deepEqual([ticks[0], ticks.at(-1)], [least, most]);
    const steps = new Set(ticks.slice(1).map((tick, index) => tick - ticks[index]));
    assert.equal(steps.size, 1, `${least} to ${most}`);
    assert.ok(ticks.length <= 6);
  }
});

test("an axis without an end begins at zero and holds the highest value", () => {
  for (const highest of [0, 1, 4, 7, 9.5, 24, 99, 1234]) {
    const { least, top, ticks } = openAxis(highest);
    assert.equal(least, 0);
    assert.ok(top >= highest, `${highest}`);
    assert.deepEqual([ticks[0], ticks.at(-1)], [0, top]);
    assert.ok(ticks.length >= 3 && ticks.length <= 6, `${highest}: ${ticks}`);
  }
});

test("heights are counted from the top", () => {
  const axis = scaleAxis(1, 7);
  assert.deepEqual(
    [1, 4, 7].map((value) => heightOf(axis, value)),
    [100, 50, 0],
  );
});

test("days lie along the whole time, first and last at the ends", () => {
  const axis = scaleAxis(0, 5);
  const time = { from: "2026-11-01", until: "2026-11-11" };
  const spots = spotsOf([november(1), november(6), november(11)], { axis, grain: "day", time });
  assert.deepEqual(
    spots.map(({ x }) => x),
    [0, 50, 100],
  );
  const one = { from: "2026-11-01", until: "2026-11-01" };
  assert.equal(spotsOf([november(1)], { axis, grain: "day", time: one })[0].x, 50);
});

test("a week lies at its middle, and not beyond the end of the time", () => {
  const time = { from: "2026-11-02", until: "2026-11-12" };
  const spots = spotsOf([november(2), november(9)], { axis: scaleAxis(0, 5), grain: "week", time });
  assert.deepEqual(
    spots.map(({ x }) => x),
    [30, 100],
  );
});

test("a day without a value breaks the line, over a change of clocks too", () => {
  const points = [at("2026-10-31"), november(1), november(2), november(4), november(8), november(9)];
  assert.deepEqual(runsOf(points, "day"), [[0, 1, 2], [3], [4, 5]]);
});

test("weeks and months follow on each other, and a missing one breaks the line", () => {
  const weeks = [november(2), november(9), november(23)];
  assert.deepEqual(runsOf(weeks, "week"), [[0, 1], [2]]);
  const months = [at("2026-01-01"), at("2026-02-01"), at("2026-03-01"), at("2026-05-01")];
  assert.deepEqual(runsOf(months, "month"), [[0, 1, 2], [3]]);
});

test("a line between questionnaires passes over weeks, not over a season", () => {
  const points = [at("2026-01-01"), at("2026-01-15"), at("2026-06-01")];
  assert.deepEqual(runsOf(points, "day", SCORE_REACH), [[0, 1], [2]]);
});

test("only runs have a line and a band; what stands alone has a bar and a dot", () => {
  const axis = scaleAxis(0, 4);
  const time = { from: "2026-11-01", until: "2026-11-05" };
  const points = [at("2026-11-01", 2, 1, 3), at("2026-11-02", 2, 2, 2), at("2026-11-05", 1, 0, 4)];
  const spots = spotsOf(points, { axis, grain: "day", time });
  const runs = runsOf(points, "day");
  assert.equal(linePath(spots, runs), "M0 50L25 50");
  assert.equal(bandPath(spots, runs), "M0 25L25 50L25 50L0 75Z");
  assert.equal(barsPath(spots, runs), "M100 100V0");
  assert.equal(dotsPath(spots).match(/M/g).length, 3);
  assert.equal(linePath(spots, [[0], [1], [2]]), "");
});

test("the pointer finds the nearest point", () => {
  const spots = [0, 10, 90].map((x) => ({ x, y: 0, low: 0, high: 0 }));
  assert.deepEqual(
    [-5, 4, 6, 49, 51, 200].map((x) => nearest(spots, x)),
    [0, 0, 1, 1, 2, 2],
  );
});

test("what stands below fits the length of the time", () => {
  const units = (from, until) => dateTicks({ from, until }).map(({ unit }) => unit);
  assert.deepEqual(units("2026-11-16", "2026-11-22"), Array(7).fill("weekday"));
  assert.deepEqual(units("2026-10-24", "2026-11-22"), Array(5).fill("day"));
  assert.deepEqual(
    dateTicks({ from: "2025-03-10", until: "2026-11-22" }).map(({ date }) => date),
    ["2025-04-01", "2025-07-01", "2025-10-01", "2026-01-01", "2026-04-01", "2026-07-01", "2026-10-01"],
  );
  assert.deepEqual(
    dateTicks({ from: "2016-05-01", until: "2026-11-22" }).map(({ date }) => date),
    ["2018-01-01", "2020-01-01", "2022-01-01", "2024-01-01", "2026-01-01"],
  );
  for (const [from, until] of [
    ["2026-11-22", "2026-11-22"],
    ["2026-08-01", "2026-11-22"],
    ["1996-01-01", "2026-11-22"],
  ]) {
    const ticks = dateTicks({ from, until });
    assert.ok(ticks.length >= 1 && ticks.length <= 10, `${from}: ${ticks.length}`);
    assert.ok(ticks.at(-1).isMain);
    assert.ok(ticks.every(({ x }) => x >= 0 && x <= 100));
  }
});
