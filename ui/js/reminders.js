// What a person chooses to be reminded of, as a page to fill in; and when that can come.

/**
 * @typedef {import("./ipc.js").ReminderSettingsView} ReminderSettingsView
 * @typedef {import("./ipc.js").KindReminder} KindReminder
 * @typedef {import("./ipc.js").RemindersView} RemindersView
 *
 * @typedef {{ on: boolean, time: string }} Daily  the time stays while it is off
 * @typedef {{ on: boolean, from: string, to: string }} Quiet
 * @typedef {{ kinds: KindReminder[], check_in: Daily, card: Daily, quiet: Quiet }} RemindersDraft  what is in it can be saved at any moment
 */

/** Minutes before the start, to choose from. */
const LEADS = Object.freeze([0, 5, 10, 15, 30, 60, 120, 180, 720, 1440, 2880, 10_080]);

const EVENING = "20:00";
const NIGHT = Object.freeze({ from: "22:00", to: "07:00" });

/** @param {string | null} time @returns {Daily} */
const daily = (time) => ({ on: time !== null, time: time ?? EVENING });

/** @param {ReminderSettingsView} settings @returns {RemindersDraft} */
export const draftOf = ({ kinds, check_in, card, quiet }) => ({
  kinds,
  check_in: daily(check_in),
  card: daily(card),
  quiet: { on: quiet !== null, ...(quiet ?? NIGHT) },
});

/** @param {RemindersDraft} draft @returns {ReminderSettingsView} */
export const settingsOf = ({ kinds, check_in, card, quiet: { on, ...hours } }) => ({
  kinds,
  check_in: check_in.on ? check_in.time : null,
  card: card.on ? card.time : null,
  quiet: on ? hours : null,
});

/** Those to choose from, with what was saved in another way. @param {(number | null | undefined)[]} saved @returns {number[]} */
export const leadsWith = (saved) =>
  [...new Set([...LEADS, ...saved.filter((lead) => typeof lead === "number")])].sort(
    (one, other) => one - other,
  );

/** What all the kinds have in common; `undefined` if they differ. @param {KindReminder[]} kinds @returns {number | null | undefined} */
export function leadOfAll(kinds) {
  const [first = null, ...others] = new Set(kinds.map(({ minutes_before }) => minutes_before));
  return others.length > 0 ? undefined : first;
}

/** @param {KindReminder[]} kinds @param {number | null} minutes_before @returns {KindReminder[]} */
export const withLead = (kinds, minutes_before) => kinds.map(({ kind }) => ({ kind, minutes_before }));

/** @typedef {{ closed: "goes_on" | "stops", restart: "at_once" | "unlocked" | "opened" | "opened_and_unlocked" }} Coming  what happens to reminders then */

/** @param {Pick<RemindersView, "autostart" | "keychain">} view @param {boolean} keepRunning @returns {Coming} */
export function comingOf({ autostart, keychain }, keepRunning) {
  const started = keychain ? "at_once" : "unlocked";
  const notStarted = keychain ? "opened" : "opened_and_unlocked";
  return { closed: keepRunning ? "goes_on" : "stops", restart: autostart ? started : notStarted };
}
