import assert from "node:assert/strict";
import { test } from "node:test";

import { openWriting, wordsOf } from "../../ui/js/writing.js";

const entry = {
  id: 3,
  kind: "homework",
  title: "Walk",
  body: "Round the lake.",
  tags: ["outside"],
  date: "2026-03-01",
  time: "17:32",
  created_at: 0,
  updated_at: 0,
  trashed: false,
  prompt: null,
};

/** A page whose saves answer at once, with the day and time that the store chose. */
function page(given = null) {
  const requests = [];
  const writing = openWriting({
    entry: given,
    save: async (request) => {
      requests.push(request);
      return { ...entry, ...request, ...request.written, id: request.id ?? 9 };
    },
  });
  return { writing, requests };
}

test("choosing a kind or a question does not make an entry yet", async () => {
  const { writing, requests } = page();
  writing.change({ kind: "gratitude" });
  writing.change({ prompt: "What was kind to you today?" });
  assert.equal(await writing.flush(), null);
  assert.deepEqual(requests, []);
});

test("the first letter makes the entry, with what was chosen before it", async () => {
  const { writing, requests } = page();
  writing.change({ kind: "gratitude", prompt: "What was kind to you today?" });
  writing.change({ body: "T" });
  await writing.flush();
  assert.deepEqual(requests, [
    {
      id: null,
      kind: "gratitude",
      title: "",
      body: "T",
      tags: [],
      prompt: "What was kind to you today?",
      written: null,
    },
  ]);
  assert.equal(writing.id(), 9);
});

test("a tag alone is worth keeping", async () => {
  const { writing, requests } = page();
  writing.change({ tags: ["sleep"] });
  await writing.flush();
  assert.equal(requests.length, 1);
});

test("opening an entry saves nothing", async () => {
  const { writing, requests } = page(entry);
  await writing.flush();
  assert.deepEqual(requests, []);
  assert.deepEqual(writing.written(), { date: "2026-03-01", time: "17:32" });
});

test("an old entry keeps its day unless a day is chosen", async () => {
  const { writing, requests } = page(entry);
  writing.change({ body: "Round the lake, twice." });
  await writing.flush();
  writing.change({ written: { date: "2026-02-27", time: "09:05" } });
  await writing.flush();
  assert.deepEqual(
    requests.map((request) => request.written),
    [null, { date: "2026-02-27", time: "09:05" }],
  );
  assert.deepEqual(writing.written(), { date: "2026-02-27", time: "09:05" });
});

test("an entry that is emptied is saved as empty, not dropped", async () => {
  const { writing, requests } = page({ ...entry, tags: [] });
  writing.change({ title: "", body: "" });
  await writing.flush();
  assert.deepEqual([requests[0].id, requests[0].title, requests[0].body], [3, "", ""]);
});

test("the words to copy are the title and the body", () => {
  assert.equal(wordsOf(page(entry).writing), "Walk\n\nRound the lake.");
  assert.equal(wordsOf(page().writing), "");
});

test("who listens hears of changes until it stops", () => {
  const { writing } = page(entry);
  let heard = 0;
  const stop = writing.subscribe(() => {
    heard += 1;
  });
  writing.change({ title: "Walks" });
  assert.ok(heard > 0);
  const before = heard;
  stop();
  writing.change({ title: "Long walks" });
  assert.equal(heard, before);
});
