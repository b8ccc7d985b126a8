import assert from "node:assert/strict";
import { test } from "node:test";
import { LATEST_MS, PAUSE_MS } from "../../ui/js/autosave.js";
import { blankDraft, isTyped } from "../../ui/js/event_draft.js";
import { formDraft, isLike, readDraft } from "../../ui/js/form_draft.js";
import { freshSetUp, newBreak, newPhase, readSetUp, takenUp, wordsOf } from "../../ui/js/programme_draft.js";
import { handClock, settle } from "./clocks.js";

function kept({ before = null, save = async () => {} } = {}) {
  const saved = [];
  const clock = handClock();
  const draft = formDraft({
    kept: before,
    save: async (body) => {
      await save(body);
      saved.push(body);
    },
    words: ({ text }) => text,
    clock,
  });
  return { draft, saved, clock };
}

test("what is typed is kept within a second, and at once for a lock", async () => {
  const { draft, saved, clock } = kept();
  for (let typed = 1; typed <= 10; typed += 1) {
    draft.keep({ text: "h".repeat(typed) });
    await clock.advance(PAUSE_MS / 3);
  }
  assert.ok(saved.length > 0, `nothing is kept after ${LATEST_MS} ms of typing`);
  draft.keep({ text: "heron" });
  assert.equal(draft.words(), "heron");
  assert.equal(await draft.flush(), true);
  assert.equal(saved.at(-1), '{"text":"heron"}');
});

test("a form that nobody touched is neither kept nor forgotten", async () => {
  const { draft, saved, clock } = kept();
  await draft.forget();
  assert.equal(await draft.flush(), true);
  await clock.advance(60_000);
  assert.deepEqual(saved, []);
  assert.equal(draft.words(), "");
});

test("what was kept before can be forgotten and taken back", async () => {
  const { draft, saved } = kept({ before: { text: "heron" } });
  assert.deepEqual(draft.typed(), { text: "heron" });
  await draft.forget();
  assert.deepEqual(saved, [null]);
  assert.equal(draft.typed(), null);
  draft.keep({ text: "heron" });
  await draft.flush();
  assert.deepEqual(saved, [null, '{"text":"heron"}']);
});

test("a save under way does not bring back what is forgotten", async () => {
  let answer = () => {};
  const first = new Promise((resolve) => {
    answer = resolve;
  });
  let saves = 0;
  const { draft, saved } = kept({
    save: () => {
      saves += 1;
      return saves === 1 ? first : undefined;
    },
  });
  draft.keep({ text: "heron" });
  const flushed = draft.flush();
  const forgotten = draft.forget();
  answer();
  await Promise.all([flushed, forgotten]);
  await settle();
  assert.equal(saved.at(-1), null);
});

test("words that cannot be kept hold the window back, a draft that cannot be forgotten does not", async () => {
  const { draft } = kept({ save: () => Promise.reject({ code: "disk_full" }) });
  draft.keep({ text: "heron" });
  assert.equal(await draft.flush(), false);
  assert.deepEqual(draft.state(), { name: "failed", failed: "disk_full" });
  assert.equal(draft.words(), "heron");
  await draft.forget();
  assert.equal(await draft.flush(), true);
});

test("a body that is broken or of an older shape counts as none", () => {
  const isRight = (found) => isLike(found, { text: "" });
  assert.deepEqual(readDraft('{"text":"heron"}', isRight), { text: "heron" });
  for (const body of [null, "", "{", "null", "[]", "3", '"heron"', "{}", '{"text":3}', '{"words":"heron"}']) {
    assert.equal(readDraft(body, isRight), null, String(body));
  }
});

test("lists are looked into, and a number fits where there may be none", () => {
  assert.ok(isLike({ ids: [null, 3] }, { ids: [null] }));
  assert.ok(!isLike({ ids: ["3"] }, { ids: [null] }));
  assert.ok(isLike([], ["a"]));
  assert.ok(!isLike(["a", 1], ["a"]));
  assert.ok(!isLike({}, ["a"]));
  assert.ok(!isLike([], {}));
  assert.ok(!isLike(undefined, ""));
});

test("an event is taken up with the fields of today only", () => {
  const whole = { scope: "all", patch: { ...blankDraft("2026-11-22"), dates: ["2026-11-29"] } };
  for (const right of [whole, { scope: "this", patch: {} }, { scope: "this", patch: { bring: "tea" } }]) {
    assert.ok(isTyped(JSON.parse(JSON.stringify(right))), JSON.stringify(right));
  }
  const wrong = [
    {},
    { scope: "this" },
    { patch: {} },
    { scope: "this", patch: { colour: "blue" } },
    { scope: "this", patch: { toString: "blue" } },
    { scope: "this", patch: { weekdays: "mo" } },
    { scope: "this", patch: { dates: [3] } },
    { scope: "this", patch: { more: null } },
  ];
  for (const one of wrong) assert.ok(!isTyped(one), JSON.stringify(one));
});

const view = {
  name: "",
  start_date: null,
  weeks: null,
  hours_a_week: 9,
  last_day: null,
  zone: null,
  here_zone: "America/New_York",
  phone: "",
  address: "",
  phases: [],
  breaks: [],
};

/** A set-up on its second step. */
function begun() {
  const fresh = freshSetUp(view);
  return {
    ...fresh,
    step: 1,
    programme: {
      ...fresh.programme,
      name: "Harbor",
      phases: [{ ...newPhase(), days: "3" }],
      breaks: [
        { ...newBreak(), id: 7, name: "Winter" },
        { ...newBreak(), id: 8, name: "Spring" },
      ],
    },
    sessions: [...fresh.sessions, { ...fresh.sessions[0], weekdays: ["mo"], bring: "tea" }],
  };
}

const withoutKeys = (body) => JSON.parse(JSON.stringify(body, (key, value) => (key === "key" ? 0 : value)));

test("a set-up is taken up as it was left, with rows of its own", () => {
  const found = readSetUp(JSON.stringify(begun()));
  const again = takenUp(found, { ...view, breaks: [{ id: 8 }] });
  const expected = withoutKeys(begun());
  expected.programme.breaks[0].id = null;
  assert.deepEqual(withoutKeys(again), expected, "a break that is gone is a new one");
  const { phases, breaks } = again.programme;
  const keys = [...phases, ...breaks, ...again.sessions, newPhase()].map(({ key }) => key);
  assert.equal(new Set(keys).size, keys.length, "no two rows are the same");
  assert.equal(wordsOf(again), "Harbor\nWinter\nSpring\ntea");
});

test("a set-up of an older shape is not taken up", () => {
  assert.equal(readSetUp(null), null);
  for (const part of ["step", "programme", "sessions"]) {
    assert.equal(readSetUp(JSON.stringify({ ...begun(), [part]: undefined })), null, part);
  }
  const { programme } = begun();
  assert.equal(
    readSetUp(JSON.stringify({ ...begun(), programme: { ...programme, phone: undefined } })),
    null,
  );
  assert.equal(readSetUp(JSON.stringify({ ...begun(), sessions: [{ kind: "group" }] })), null);
});
