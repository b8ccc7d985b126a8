import assert from "node:assert/strict";
import { test } from "node:test";

import { comingOf, draftOf, leadOfAll, leadsWith, settingsOf, withLead } from "../../ui/js/reminders.js";
import { reminders as words } from "../../ui/js/strings/en/reminders.js";

const OFF = {
  kinds: [
    { kind: "group", minutes_before: null },
    { kind: "personal", minutes_before: null },
  ],
  check_in: null,
  card: null,
  quiet: null,
};
const ALL_ON = {
  kinds: [
    { kind: "group", minutes_before: 60 },
    { kind: "personal", minutes_before: 0 },
  ],
  check_in: "09:15",
  card: "21:00",
  quiet: { from: "23:00", to: "06:30" },
};

test("what is shown and not touched is saved as it was", () => {
  assert.deepEqual(settingsOf(draftOf(OFF)), OFF);
  assert.deepEqual(settingsOf(draftOf(ALL_ON)), ALL_ON);
});

test("what is turned on has a time at once", () => {
  const draft = draftOf(OFF);
  const on = {
    ...draft,
    check_in: { ...draft.check_in, on: true },
    card: { ...draft.card, on: true },
    quiet: { ...draft.quiet, on: true },
  };
  assert.deepEqual(settingsOf(on), {
    ...OFF,
    check_in: "20:00",
    card: "20:00",
    quiet: { from: "22:00", to: "07:00" },
  });
});

test("what is turned off and on again has its own time back", () => {
  const draft = draftOf(ALL_ON);
  const off = {
    ...draft,
    check_in: { ...draft.check_in, on: false },
    quiet: { ...draft.quiet, on: false },
  };
  assert.deepEqual(settingsOf(off), { ...ALL_ON, check_in: null, quiet: null });
  const again = { ...off, check_in: { ...off.check_in, on: true }, quiet: { ...off.quiet, on: true } };
  assert.deepEqual(settingsOf(again), ALL_ON);
});

test("one choice stands for all the kinds where they are the same", () => {
  assert.equal(leadOfAll(OFF.kinds), null);
  assert.equal(leadOfAll(withLead(ALL_ON.kinds, 30)), 30);
  assert.equal(leadOfAll(withLead(ALL_ON.kinds, 0)), 0);
  assert.equal(leadOfAll(ALL_ON.kinds), undefined);
  assert.equal(leadOfAll([{ kind: "group", minutes_before: 0 }, OFF.kinds[1]]), undefined);
});

test("a choice for all reaches every kind and changes nothing else", () => {
  assert.deepEqual(withLead(ALL_ON.kinds, null), OFF.kinds);
  assert.equal(ALL_ON.kinds[0].minutes_before, 60);
});

test("a lead that was saved in another way can still be chosen, in its place", () => {
  const leads = leadsWith([null, undefined]);
  assert.equal(leads[0], 0);
  assert.equal(leads.at(-1), 7 * 24 * 60);
  assert.ok(leads.every((lead, at) => at === 0 || lead > leads[at - 1]));
  assert.deepEqual(leadsWith([60]), leads);
  assert.deepEqual(
    leadsWith([45, 45, null]).filter((lead) => !leads.includes(lead)),
    [45],
  );
  assert.equal(leadsWith([45]).indexOf(45), leads.indexOf(60));
});

test("a lead is said in the largest units, without those it does not need", () => {
  const said = [0, 1, 30, 60, 90, 720, 1440, 2880, 2970, 10_080].map(words.session_before);
  assert.deepEqual(said, [
    "At the start",
    "1 minute before",
    "30 minutes before",
    "1 hour before",
    "1 hour 30 minutes before",
    "12 hours before",
    "1 day before",
    "2 days before",
    "2 days 1 hour 30 minutes before",
    "1 week before",
  ]);
});

test("after a restart they come at once only if the app starts and need not be unlocked", () => {
  const restart = (autostart, keychain) => comingOf({ autostart, keychain }, false).restart;
  assert.equal(restart(true, true), "at_once");
  assert.equal(restart(true, false), "unlocked");
  assert.equal(restart(false, true), "opened");
  assert.equal(restart(false, false), "opened_and_unlocked");
});

test("after the window is closed they go on only if the app does", () => {
  const closed = (keepRunning) => comingOf({ autostart: true, keychain: true }, keepRunning).closed;
  assert.equal(closed(true), "goes_on");
  assert.equal(closed(false), "stops");
});
