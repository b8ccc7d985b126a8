// Every sentence that a person reads: here what all rooms share, beside it a file for each room.
// Plain words, short sentences, no blame.

import { assessments } from "./en/assessments.js";
import { card } from "./en/card.js";
import { check_in } from "./en/check_in.js";
import { errors } from "./en/errors.js";
import { facts } from "./en/facts.js";
import { help } from "./en/help.js";
import { journal } from "./en/journal.js";
import { practice } from "./en/practice.js";
import { programme } from "./en/programme.js";
import { progress } from "./en/progress.js";
import { reminders } from "./en/reminders.js";
import { schedule } from "./en/schedule.js";
import { settings } from "./en/settings.js";
import { setup } from "./en/setup.js";
import { shell } from "./en/shell.js";
import { skills } from "./en/skills.js";
import { today } from "./en/today.js";
import { unlock } from "./en/unlock.js";
import { welcome } from "./en/welcome.js";
import { words } from "./en/words.js";

const longDate = new Intl.DateTimeFormat("en", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

export const t = Object.freeze({
  common: {
    date: (/** @type {string} */ day) => longDate.format(new Date(day)),
    working: "Working…",
    close: "Close",
    dismiss: "Close this message",
    messages: "Messages",
    show: "Show",
    hide: "Hide",
    show_typed: (/** @type {string} */ label) => `Show: ${label}`,
    hide_typed: (/** @type {string} */ label) => `Hide: ${label}`,
    try_again: "Try again",
    back: "Back",
    next: "Next",
    cancel: "Cancel",
    save: "Save",
    remove: "Remove",
    copy_words: "Copy my words",
    quit: "Quit",
    chosen_tags: "Chosen tags",
    used_before: "Used before",
    remove_tag: (/** @type {string} */ tag) => `Remove tag ${tag}`,
    step_of: (/** @type {number} */ current, /** @type {number} */ total) => `Step ${current} of ${total}`,
  },
  nav: {
    help: "Help now",
    hide: "Hide",
  },
  welcome,
  setup,
  unlock,
  help,
  words,
  today,
  check_in,
  card,
  assessments,
  skills,
  practice,
  schedule,
  programme,
  progress,
  journal,
  settings,
  reminders,
  shell,
  facts,
  errors,
});
