import assert from "node:assert/strict";
import { test } from "node:test";

import { createAutosave, LATEST_MS, PAUSE_MS, RETRY_MS } from "../../ui/js/autosave.js";
import { handClock, settle } from "./clocks.js";

const page = (body) => ({ kind: "journal", title: "", body, tags: [], written: null, prompt: null });

/** A store whose answers are given by hand (`answer`, `refuse`), or at once with `auto`. */
function handStore(clock, { auto = false, firstId = 7 } = {}) {
  const requests = [];
  const open = [];
  let lastId = firstId - 1;
  const entryOf = (request) => ({ ...request, id: request.id ?? ++lastId });
  return {
    requests,
    open: () => open.length,
    save(request) {
      requests.push({ ...request, at: clock.now() });
      if (auto) return Promise.resolve(entryOf(request));
      return new Promise((resolve, reject) => open.push({ request, resolve, reject }));
    },
    async answer() {
      const { request, resolve } = open.shift();
      resolve(entryOf(request));
      await settle();
    },
    async refuse(code) {
      open.shift().reject({ code });
      await settle();
    },
  };
}

function writing(options = {}, id = null) {
  const clock = handClock();
  const store = handStore(clock, options);
  const states = [];
  const saved = [];
  const autosave = createAutosave({
    id,
    save: store.save,
    onState: (state) => states.push(state),
    onSaved: (entry) => saved.push(entry),
    clock,
  });
  return { clock, store, states, saved, autosave, names: () => states.map((s) => s.name) };
}

test("nothing is saved before something is written", async () => {
  const { clock, store, autosave } = writing({ auto: true });
  await clock.advance(60_000);
  assert.equal(await autosave.flush(), null);
  assert.deepEqual(store.requests, []);
  assert.deepEqual(autosave.state(), { name: "idle" });
});

test("a save starts after a short pause", async () => {
  const { clock, store, autosave, names } = writing({ auto: true });
  autosave.change(page("I"));
  await clock.advance(PAUSE_MS - 1);
  assert.equal(store.requests.length, 0);
  await clock.advance(1);
  assert.equal(store.requests.length, 1);
  assert.deepEqual(names(), ["unsaved", "saving", "saved"]);
  assert.deepEqual(autosave.state(), { name: "saved", at: PAUSE_MS });
});

test("someone who never pauses is saved within one second, again and again", async () => {
  const { clock, store, autosave } = writing({ auto: true });
  for (let typed = 1; typed <= 100; typed += 1) {
    autosave.change(page("x".repeat(typed)));
    await clock.advance(50);
  }
  const starts = store.requests.map((r) => r.at);
  assert.ok(starts.length >= 4, "five seconds of typing make at least four saves");
  starts.reduce((before, at) => {
    assert.ok(at - before <= LATEST_MS + 50, `${at - before} ms between two saves`);
    return at;
  }, 0);
});

test("the first answer's id is used for every later save", async () => {
  const { clock, store, autosave } = writing();
  autosave.change(page("a"));
  await clock.advance(PAUSE_MS);
  autosave.change(page("ab"));
  await clock.advance(10_000);
  assert.equal(store.requests.length, 1, "no second save while the first has no answer");
  await store.answer();
  await clock.advance(PAUSE_MS);
  assert.deepEqual(
    store.requests.map((r) => [r.id, r.body]),
    [
      [null, "a"],
      [7, "ab"],
    ],
  );
  await store.answer();
  assert.equal(autosave.id(), 7);
  assert.equal(autosave.state().name, "saved");
});

test("an entry that exists keeps its id", async () => {
  const { clock, store, autosave } = writing({ auto: true }, 42);
  autosave.change(page("more"));
  await clock.advance(PAUSE_MS);
  assert.equal(store.requests[0].id, 42);
});

test("one save at a time, however fast the typing and however slow the store", async () => {
  const { clock, store, autosave } = writing();
  for (let typed = 1; typed <= 200; typed += 1) {
    autosave.change(page("x".repeat(typed)));
    await clock.advance(30);
    assert.ok(store.open() <= 1);
    if (typed % 37 === 0 && store.open() === 1) await store.answer();
  }
  while (store.open() > 0 || autosave.unsaved()) {
    if (store.open() > 0) await store.answer();
    await clock.advance(LATEST_MS);
  }
  assert.equal(store.requests.at(-1).body.length, 200);
  assert.equal(new Set(store.requests.map((r) => r.id ?? 7)).size, 1);
});

test("a failed save keeps the words and is tried again ever more slowly", async () => {
  const { clock, store, autosave } = writing();
  autosave.change(page("keep me"));
  await clock.advance(PAUSE_MS);
  await store.refuse("disk_full");
  assert.deepEqual(autosave.state(), { name: "failed", failed: "disk_full" });
  assert.equal(autosave.unsaved().body, "keep me");
  for (const wait of [...RETRY_MS, RETRY_MS.at(-1)]) {
    const before = store.requests.length;
    await clock.advance(wait - 1);
    assert.equal(store.requests.length, before);
    await clock.advance(1);
    assert.equal(store.requests.length, before + 1);
    assert.deepEqual(autosave.state(), { name: "saving", failed: "disk_full" }, "the problem stays in sight");
    await store.refuse("disk_full");
  }
  await clock.advance(RETRY_MS.at(-1));
  await store.answer();
  assert.equal(autosave.state().name, "saved");
  assert.equal(autosave.unsaved(), null);
});

test("after a success the next failure starts with the short wait again", async () => {
  const { clock, store, autosave } = writing();
  autosave.change(page("a"));
  await clock.advance(PAUSE_MS);
  await store.refuse("disk_full");
  await clock.advance(RETRY_MS[0]);
  await store.refuse("disk_full");
  await clock.advance(RETRY_MS[1]);
  await store.answer();
  autosave.change(page("ab"));
  await clock.advance(PAUSE_MS);
  await store.refuse("disk_full");
  const before = store.requests.length;
  await clock.advance(RETRY_MS[0]);
  assert.equal(store.requests.length, before + 1);
});

test("the next keystroke tries again without waiting for the slow retry", async () => {
  const { clock, store, autosave } = writing();
  autosave.change(page("a"));
  await clock.advance(PAUSE_MS);
  for (const wait of RETRY_MS) {
    await store.refuse("read_only");
    await clock.advance(wait);
  }
  await store.refuse("read_only");
  autosave.change(page("ab"));
  assert.equal(autosave.state().name, "failed", "typing does not hide the problem");
  await clock.advance(PAUSE_MS);
  assert.equal(store.requests.at(-1).body, "ab");
  await store.answer();
  assert.equal(autosave.state().name, "saved");
  assert.equal(clock.waiting(), 0, "no old retry is left over");
});

test("an unknown failure has a code too", async () => {
  const { clock, autosave } = (() => {
    const clock = handClock();
    const autosave = createAutosave({
      id: null,
      save: () => Promise.reject(new Error("lost")),
      onState: () => {},
      clock,
    });
    return { clock, autosave };
  })();
  autosave.change(page("a"));
  await clock.advance(PAUSE_MS);
  assert.deepEqual(autosave.state(), { name: "failed", failed: "internal" });
});

test("flush does not wait for the pause", async () => {
  const { store, autosave, clock } = writing({ auto: true });
  autosave.change(page("now"));
  assert.equal(await autosave.flush(), null);
  assert.equal(store.requests[0].at, 0);
  assert.equal(clock.waiting(), 0);
});

test("flush waits for the save under way and for what was typed since", async () => {
  const { clock, store, autosave } = writing();
  autosave.change(page("a"));
  await clock.advance(PAUSE_MS);
  autosave.change(page("ab"));
  let done = false;
  const flushed = autosave.flush().then((left) => {
    done = true;
    return left;
  });
  await settle();
  assert.equal(done, false);
  await store.answer();
  assert.equal(done, false);
  assert.equal(store.requests.at(-1).body, "ab");
  await store.answer();
  assert.equal(await flushed, null);
});

test("flush hands back what could not be saved, with the id it would have had", async () => {
  const { clock, store, autosave } = writing({}, 3);
  autosave.change(page("a"));
  const flushed = autosave.flush();
  await settle();
  await store.refuse("missing");
  assert.deepEqual(await flushed, { id: 3, ...page("a") });
  await clock.advance(RETRY_MS[0]);
  await store.answer();
  assert.equal(autosave.unsaved(), null, "it goes on trying after a flush that failed");
});

test("flush tries once more after an earlier failure", async () => {
  const { clock, store, autosave } = writing();
  autosave.change(page("a"));
  await clock.advance(PAUSE_MS);
  await store.refuse("disk_full");
  const flushed = autosave.flush();
  await settle();
  await store.answer();
  assert.equal(await flushed, null);
});

test("flush with a limit gives up waiting, not the words", async () => {
  const { clock, store, autosave } = writing();
  autosave.change(page("slow disk"));
  const flushed = autosave.flush(2000);
  await clock.advance(2000);
  assert.equal((await flushed).body, "slow disk");
  await store.answer();
  assert.equal(autosave.unsaved(), null);
});

test("two flushes at once make one save", async () => {
  const { store, autosave } = writing();
  autosave.change(page("a"));
  const both = Promise.all([autosave.flush(), autosave.flush()]);
  await settle();
  await store.answer();
  assert.deepEqual(await both, [null, null]);
  assert.equal(store.requests.length, 1);
});

test("a page emptied by hand is saved as empty", async () => {
  const { clock, store, autosave } = writing({ auto: true }, 5);
  autosave.change(page("something"));
  await clock.advance(PAUSE_MS);
  autosave.change(page(""));
  await clock.advance(PAUSE_MS);
  assert.deepEqual(
    store.requests.map((r) => r.body),
    ["something", ""],
  );
});

test("the answer is handed on before the page is called saved", async () => {
  const order = [];
  const clock = handClock();
  const autosave = createAutosave({
    id: null,
    save: async (request) => ({ ...request, id: 1 }),
    onState: (state) => order.push(state.name),
    onSaved: (entry) => order.push(entry.id),
    clock,
  });
  autosave.change(page("a"));
  await clock.advance(PAUSE_MS);
  assert.deepEqual(order, ["unsaved", "saving", 1, "saved"]);
});
