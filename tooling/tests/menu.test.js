import assert from "node:assert/strict";
import { test } from "node:test";

import { openSlot } from "../../ui/js/menu.js";

const slot = {
  id: "activities",
  name: "Activities",
  ask: "What could fill your hands?",
  ideas: ["Draw or color", "Walk round the block"],
  items: ["Water the tomatoes"],
};

function open(given = slot) {
  const requests = [];
  const list = openSlot({
    skill: "accepts",
    slot: given,
    save: async (request) => {
      requests.push(request);
    },
  });
  const texts = () => list.lines().map(({ text }) => text);
  const key = (text) => list.lines().find((line) => line.text === text)?.key;
  return { list, requests, texts, key };
}

test("there is always one blank line to write on", () => {
  const { list, texts, key } = open();
  assert.deepEqual(texts(), ["Water the tomatoes", ""]);
  list.write(key(""), "Call Ana");
  assert.deepEqual(texts(), ["Water the tomatoes", "Call Ana", ""]);
});

test("the line one writes on stays the same line", () => {
  const { list, key } = open();
  const blank = key("");
  list.write(blank, "C");
  list.write(blank, "Call Ana");
  assert.equal(key("Call Ana"), blank);
});

test("what is saved has no blank lines and no blanks around words", async () => {
  const { list, requests, key } = open();
  list.write(key(""), "  Call Ana ");
  assert.equal(await list.flush(), null);
  assert.deepEqual(requests, [
    { skill: "accepts", slot: "activities", items: ["Water the tomatoes", "Call Ana"] },
  ]);
});

test("blanks alone are nothing to save", async () => {
  const { list, requests, key } = open();
  list.write(key(""), "   ");
  await list.flush();
  assert.deepEqual(requests, []);
});

test("an idea is taken over once, in whatever letters it stands there", () => {
  const { list, texts } = open({ ...slot, items: ["DRAW OR COLOR"] });
  assert.deepEqual(list.ideas(), ["Walk round the block"]);
  list.take("Walk round the block");
  assert.deepEqual(texts(), ["DRAW OR COLOR", "Walk round the block", ""]);
  assert.deepEqual(list.ideas(), []);
});

test("a line that is taken away can be put back where it was", async () => {
  const { list, requests, texts, key } = open({ ...slot, items: ["One", "Two", "Three"] });
  const putBack = list.remove(key("Two"));
  assert.deepEqual(texts(), ["One", "Three", ""]);
  await list.flush();
  putBack();
  assert.deepEqual(texts(), ["One", "Two", "Three", ""]);
  await list.flush();
  assert.deepEqual(
    requests.map(({ items }) => items),
    [
      ["One", "Three"],
      ["One", "Two", "Three"],
    ],
  );
});

test("a line that was emptied goes when one leaves it; the last one stays", () => {
  const { list, texts, key } = open({ ...slot, items: ["One", "Two"] });
  const one = key("One");
  list.write(one, "");
  assert.deepEqual(texts(), ["", "Two", ""]);
  list.leave(one);
  assert.deepEqual(texts(), ["Two", ""]);
  list.leave(list.lines().at(-1).key);
  assert.deepEqual(texts(), ["Two", ""]);
});
