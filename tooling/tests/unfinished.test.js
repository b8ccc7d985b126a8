import assert from "node:assert/strict";
import { test } from "node:test";

import { focusUnfinished, isUnfinishedDay } from "../../ui/js/unfinished.js";

const day = (value, badInput = false) => ({ type: "date", value, validity: { badInput }, dataset: {} });
const time = (value, unfinished = "false") => ({
  type: "text",
  value,
  validity: { badInput: false },
  dataset: { unfinished },
});

/** Which of the inputs takes the focus; none where one may go on. */
function held(...inputs) {
  const focused = [];
  const form = {
    querySelectorAll: () =>
      inputs.map((input) => ({ ...input, blur: () => {}, focus: () => focused.push(input) })),
  };
  assert.equal(focusUnfinished(form), focused.length > 0);
  return focused;
}

test("a time holds nobody back once it is a time", () => {
  for (const typed of ["10:00", "10:00 am", "11:30 am", "12:00 pm", "1:00 pm", "1", "9:05", ""]) {
    assert.deepEqual(held(time(typed)), [], typed);
  }
});

test("a time that is none holds one back", () => {
  const half = time("5:30", "true");
  assert.deepEqual(held(time("10:00 am"), half, time("x", "true")), [half]);
});

test("a day typed in part holds one back, and no day does not", () => {
  assert.deepEqual(held(day(""), day("2026-11-22")), []);
  for (const part of [day("", true), day("0026-11-22"), day("1999-12-31")]) {
    assert.deepEqual(held(day("2026-11-22"), part), [part]);
    assert.equal(isUnfinishedDay(part), true);
  }
});

test("without a form nothing is unfinished", () => {
  assert.equal(focusUnfinished(null), false);
});
