import assert from "node:assert/strict";
import { test } from "node:test";

import { openPage } from "../../ui/js/open_page.js";

function opened(given = {}) {
  const saved = [];
  const open = openPage({
    page: { answer: null, minutes: "" },
    isWhole: ({ answer, minutes }) => answer !== "part" || minutes !== "",
    save: async (page) => saved.push(page),
    words: ({ minutes }) => minutes,
    ...given,
  });
  return { open, saved };
}

test("what is half filled in waits for the rest", async () => {
  const { open, saved } = opened();
  open.change({ answer: "part" });
  assert.equal(await open.flush(), true);
  assert.deepEqual(saved, []);
  open.change({ minutes: "90" });
  assert.equal(await open.flush(), true);
  assert.deepEqual(saved, [{ answer: "part", minutes: "90" }]);
  assert.equal(open.state().name, "saved");
});

test("a save that failed keeps the page and says so", async () => {
  const still = { now: () => 0, set: () => 0, clear: () => {} };
  const { open } = opened({ save: () => Promise.reject({ code: "disk_full" }), clock: still });
  open.change({ minutes: "12" });
  assert.equal(await open.flush(), false);
  assert.deepEqual(open.state(), { name: "failed", failed: "disk_full" });
  assert.equal(open.words(), "12");
  assert.deepEqual(open.page(), { answer: null, minutes: "12" });
});

test("listeners hear every change until they stop", () => {
  const { open } = opened();
  let heard = 0;
  const stop = open.subscribe(() => {
    heard += 1;
  });
  open.change({ minutes: "1" });
  assert.ok(heard > 0);
  const before = heard;
  stop();
  open.change({ minutes: "2" });
  assert.equal(heard, before);
});
