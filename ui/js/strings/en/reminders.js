// The words of the reminders, a part of Settings.

const UNITS = /** @type {const} */ ([
  ["week", 7 * 24 * 60],
  ["day", 24 * 60],
  ["hour", 60],
  ["minute", 1],
]);

/** @param {number} minutes */
const span = (minutes) => {
  let left = minutes;
  const parts = [];
  for (const [name, length] of UNITS) {
    const count = Math.floor(left / length);
    left -= count * length;
    if (count > 0) parts.push(count === 1 ? `1 ${name}` : `${count} ${name}s`);
  }
  return parts.join(" ");
};

export const reminders = Object.freeze({
  lead: "You choose what to be reminded of, and when. Each one is off until you turn it on.",

  unseen_title: "No reminder can show up on this computer now",
  unseen: "It shows no notifications. What you choose here is kept for later.",
  unseen_still: "It still shows none.",
  look_again: "Look again",
  looking: "Looking…",

  when_title: "When reminders can come",
  when_unseen: "This is how it is once they can show up:",
  when: {
    runs: "They come while Evenkeel runs, even when it is locked.",
    sleeps: "None can come while the computer is off or asleep.",
    late: "After sleep, a late one still comes if it can be of use.",
  },
  when_closed: {
    goes_on: "They go on when you close the window. When you quit, they stop.",
    stops: "They stop when you close the window or quit.",
  },
  when_restart: {
    at_once: "After a restart, they come once you sign in to the computer.",
    unlocked: "After a restart, they come once you unlock Evenkeel.",
    opened: "After a restart, they come once you open Evenkeel.",
    opened_and_unlocked: "After a restart, they come once you open and unlock Evenkeel.",
  },

  session_title: "Before a session",
  session_hint: "Sessions that are cancelled or last all day have none.",
  session_all: "How long before, for every kind",
  session_differ: "Not the same for all",
  session_kinds: "Choose for each kind",
  session_off: "No reminder",
  session_before: (/** @type {number} */ minutes) =>
    minutes === 0 ? "At the start" : `${span(minutes)} before`,
  session_same: "It is the same for every kind now.",
  undo: "Undo",

  daily_title: "Each day",
  check_in: "A check-in",
  check_in_hint: "Not on days when you have checked in already.",
  check_in_time: "Time for the check-in",
  card: "The diary card",
  card_hint: "Not on days when your card is filled in already.",
  card_time: "Time for the diary card",
  stays: (/** @type {string} */ time) => `Until you type a whole time, it stays ${time}.`,

  quiet_title: "Quiet hours",
  quiet: "No reminders in these hours",
  quiet_hint: "They come right after. If a session starts before that, they come just before.",
  quiet_from: "From",
  quiet_to: "To",
  quiet_same: "These two are the same. Please change one.",
  quiet_stays: (/** @type {string} */ span) => `Until then, it stays ${span}.`,
  quiet_span: (/** @type {string} */ from, /** @type {string} */ to) => `${from} to ${to}`,

  closed_title: "When Evenkeel is closed",
  keep_running: "Keep going when I close the window",
  keep_running_hint: {
    tray: "It locks, and stays as a small icon in the tray. Others can see the icon.",
    taskbar: "It locks, and waits in the taskbar. Others can see it there.",
  },
  come_back: {
    tray: "To come back, click the icon or a reminder, or start Evenkeel again. Quit is in the icon’s menu and on the lock screen.",
    taskbar:
      "To come back, click it there or a reminder, or start Evenkeel again. Quit is on the lock screen.",
  },
  autostart: "Start with this computer",
  autostart_hint: {
    tray: "It starts locked, without a window. Others can see that it starts.",
    taskbar: "It starts locked, and waits in the taskbar. Others can see it there.",
  },
  autostart_waits:
    "Reminders then wait until you unlock it. With this computer’s keychain, they need not wait. It is under “Passphrase and keys”.",

  try_title: "What they look like",
  try_lead: "A reminder never says what it is about. This is all it shows:",
  sample_title: "Evenkeel",
  samples: [
    { about: "Before a session", text: "Something at 5:30\u00a0pm" },
    { about: "For a check-in", text: "A moment for yourself" },
    { about: "For the diary card", text: "A minute for your day" },
  ],
  try_one: "Show one now",
  try_busy: "Asking…",
  try_shown: "It was sent to your screen. Nothing there? Look for “do not disturb” on this computer.",
  try_not_shown: "It could not be shown on this computer.",
});
