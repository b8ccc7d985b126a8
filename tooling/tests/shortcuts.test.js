import assert from "node:assert/strict";
import { test } from "node:test";

import { ariaKeys, keyCaps, SHORTCUTS, shortcutFor } from "../../ui/js/shortcuts.js";
import { t } from "../../ui/js/strings/en.js";

const key = (name, held = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

test("each key does one thing, and each has words in Settings", () => {
  const presses = SHORTCUTS.map(({ key: name, command }) => `${command}+${name}`);
  assert.equal(new Set(presses).size, SHORTCUTS.length);
  for (const { id } of SHORTCUTS) assert.ok(t.settings.shortcut_names[id], id);
});

test("Ctrl holds the commands, and ⌘ does on a Mac", () => {
  assert.equal(shortcutFor(key("l", { ctrlKey: true }), false)?.id, "lock");
  assert.equal(shortcutFor(key("L", { ctrlKey: true }), false)?.id, "lock", "also with Caps Lock");
  assert.equal(shortcutFor(key("l", { metaKey: true }), true)?.id, "lock");
  assert.equal(shortcutFor(key("l", { ctrlKey: true }), true), undefined);
  assert.equal(shortcutFor(key("l"), false), undefined, "a plain letter is for writing");
});

test("other keys held down make it someone else's", () => {
  assert.equal(shortcutFor(key("F1"), false)?.id, "help");
  for (const held of ["altKey", "shiftKey", "metaKey"]) {
    assert.equal(shortcutFor(key("F1", { [held]: true }), false), undefined, held);
  }
});

test("help, hiding and locking work over an open question", () => {
  const always = SHORTCUTS.filter(({ inDialogs }) => inDialogs).map(({ id }) => id);
  assert.deepEqual(always, ["help", "hide", "lock"]);
});

test("keys are shown as on the keyboard", () => {
  const lock = SHORTCUTS.find(({ id }) => id === "lock");
  const back = SHORTCUTS.find(({ id }) => id === "back");
  assert.deepEqual(keyCaps(lock, false), ["Ctrl", "L"]);
  assert.deepEqual(keyCaps(lock, true), ["⌘", "L"]);
  assert.deepEqual(keyCaps(back, false), ["Esc"]);
  assert.equal(ariaKeys("lock", false), "Control+L");
  assert.equal(ariaKeys("help", false), "F1");
});
