import assert from "node:assert/strict";
import { test } from "node:test";

import { bySection, openCard, peakOf, typedNumber } from "../../ui/js/card.js";
import { handClock } from "./clocks.js";

const item = (id, section, kind) => ({ id, section, kind, name: `Row ${id}` });
const skill = (name, used) => ({ skill: name, name, module: "mindfulness", used, practised: used });

const blank = {
  date: "2026-11-22",
  items: [item(1, "emotions", "scale"), item(2, "substances", "text"), item(3, "body", "hours")],
  values: [],
  skills: [skill("stop", false), skill("tipp", true)],
  skills_code: null,
  why_no_skills: "",
  note: "",
  session_day: false,
  filled: false,
  filled_later: false,
  filled_on: null,
};

function open(card = blank) {
  const requests = [];
  const opened = openCard({
    card,
    save: async (request) => {
      requests.push(request);
      return {
        card: { ...card, filled: true, filled_on: "2026-11-23", filled_later: true },
        offer_help: false,
      };
    },
  });
  return { card: opened, requests };
}

test("a card that is only looked at is not saved", async () => {
  const { card, requests } = open();
  assert.equal(await card.flush(), null);
  assert.deepEqual(requests, []);
});

test("what was practised counts as used until it is taken out", async () => {
  const { card, requests } = open();
  card.tick("stop", true);
  await card.flush();
  assert.deepEqual(requests.at(-1).skills, ["tipp", "stop"]);
  card.tick("tipp", false);
  await card.flush();
  assert.deepEqual(requests.at(-1).skills, ["stop"]);
});

test("zero is an answer, and an answer that is taken away is none", async () => {
  const { card, requests } = open();
  card.setNumber(1, 0);
  await card.flush();
  assert.deepEqual(requests.at(-1).values, [{ item: 1, number: 0, text: null }]);
  card.setNumber(1, null);
  await card.flush();
  assert.deepEqual(requests.at(-1).values, []);
});

test("text is saved without blanks around it, and blanks alone are no answer", async () => {
  const { card, requests } = open();
  card.setText(2, "  two beers ");
  await card.flush();
  assert.deepEqual(requests.at(-1).values, [{ item: 2, number: null, text: "two beers" }]);
  card.setText(2, "   ");
  await card.flush();
  assert.deepEqual(requests.at(-1).values, []);
});

test("answers that were there stay when another one is given", async () => {
  const { card, requests } = open({ ...blank, values: [{ item: 3, number: 7.5, text: null }] });
  card.setNumber(1, 4);
  await card.flush();
  assert.deepEqual(requests.at(-1).values, [
    { item: 3, number: 7.5, text: null },
    { item: 1, number: 4, text: null },
  ]);
});

test("what could not be saved is handed over, and stands among the words to copy", async () => {
  const card = openCard({
    card: blank,
    save: () => Promise.reject({ code: "disk_full" }),
    clock: handClock(),
  });
  card.setText(2, "two beers");
  card.change({ note: "A long day." });
  const left = await card.flush();
  assert.equal(left?.note, "A long day.");
  assert.equal(card.words(), "Row 2: two beers\nA long day.");
});

test("when it was filled in comes from what was saved", async () => {
  const { card } = open();
  card.change({ note: "Later." });
  await card.flush();
  assert.deepEqual(card.filled(), { filled: true, filled_later: true, filled_on: "2026-11-23" });
});

test("sections stand in their order, and those without rows are left out", () => {
  const rows = [item(1, "session", "scale"), item(2, "emotions", "scale"), item(3, "emotions", "scale")];
  assert.deepEqual(
    bySection(rows).map(({ section, rows: inSection }) => [section, inSection.map(({ id }) => id)]),
    [
      ["emotions", [2, 3]],
      ["session", [1]],
    ],
  );
});

test("a typed number is one of the steps and within reach, or none", () => {
  const hours = { step: 0.5, most: 24 };
  assert.equal(typedNumber("7,5", hours), 7.5);
  assert.equal(typedNumber("7.4", hours), 7.5);
  assert.equal(typedNumber(" 24 ", hours), 24);
  assert.equal(typedNumber("25", hours), null);
  assert.equal(typedNumber("-1", hours), null);
  assert.equal(typedNumber("about 7", hours), null);
  assert.equal(typedNumber("1e1", hours), null);
});

test("the peak is the highest of the week, or the days with a yes", () => {
  const cells = (...numbers) => numbers.map((number) => (number === null ? null : { number, text: null }));
  assert.equal(peakOf({ item: item(1, "emotions", "scale"), cells: cells(1, null, 4, 0) }), 4);
  assert.equal(peakOf({ item: item(1, "actions", "yes_no"), cells: cells(1, null, 1, 0) }), 2);
  assert.equal(peakOf({ item: item(1, "actions", "yes_no"), cells: cells(0, null) }), 0);
  assert.equal(peakOf({ item: item(1, "emotions", "scale"), cells: cells(null, null) }), null);
});
