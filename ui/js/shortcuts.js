// The one table of keys. The window listens by it and Settings shows it.

/**
 * @typedef {"help" | "hide" | "lock" | "new_entry" | "search" | "back"} ShortcutId
 * @typedef {{id: ShortcutId, key: string, command: boolean, inDialogs: boolean}} Shortcut
 *   `command` means held with Ctrl, or with ⌘ on a Mac
 */

/** @type {readonly Shortcut[]} */
export const SHORTCUTS = Object.freeze([
  { id: "help", key: "F1", command: false, inDialogs: true },
  { id: "hide", key: "F9", command: false, inDialogs: true },
  { id: "lock", key: "l", command: true, inDialogs: true },
  { id: "new_entry", key: "n", command: true, inDialogs: false },
  { id: "search", key: "f", command: true, inDialogs: false },
  { id: "back", key: "Escape", command: false, inDialogs: false },
]);

const KEY_NAMES = /** @type {Record<string, string>} */ ({ Escape: "Esc" });

const isMac = () => /^Mac/.test(globalThis.navigator?.platform ?? "");

/** The keys as they are written on a keyboard. @param {Shortcut} shortcut @returns {string[]} */
export function keyCaps({ key, command }, mac = isMac()) {
  const cap = KEY_NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  return command ? [mac ? "⌘" : "Ctrl", cap] : [cap];
}

/** For `aria-keyshortcuts`. @param {ShortcutId} id */
export function ariaKeys(id, mac = isMac()) {
  const shortcut = SHORTCUTS.find((one) => one.id === id);
  if (!shortcut) return undefined;
  const key = shortcut.key.length === 1 ? shortcut.key.toUpperCase() : shortcut.key;
  return shortcut.command ? `${mac ? "Meta" : "Control"}+${key}` : key;
}

/**
 * @param {Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">} event
 * @returns {Shortcut | undefined}
 */
export function shortcutFor(event, mac = isMac()) {
  const command = mac ? event.metaKey : event.ctrlKey;
  const other = mac ? event.ctrlKey : event.metaKey;
  if (other || event.altKey || event.shiftKey) return undefined;
  return SHORTCUTS.find(
    (shortcut) => shortcut.command === command && shortcut.key.toLowerCase() === event.key.toLowerCase(),
  );
}

/**
 * @param {Partial<Record<ShortcutId, () => void>>} actions
 * @returns {() => void} stops listening
 */
export function listenForShortcuts(actions) {
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const shortcut = shortcutFor(event);
    if (!shortcut || (!shortcut.inDialogs && document.querySelector("dialog[open]"))) return;
    const action = actions[shortcut.id];
    if (!action) return;
    event.preventDefault();
    action();
  };
  addEventListener("keydown", onKey);
  return () => removeEventListener("keydown", onKey);
}
