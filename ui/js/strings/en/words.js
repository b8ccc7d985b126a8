// The words around the twelve recovery words.

export const words = Object.freeze({
  title: "Your twelve recovery words",
  lead: "They are your spare key, if the passphrase slips your mind.",
  keep: "Write them on paper, in order, and keep the paper safe. They are shown only now.",
  warning: "Anyone with these words can open your journal. Without them, a lost passphrase is lost.",
  list: "Recovery words, in order",
  print: "Print",
  written: "I have them on paper",
  check_title: "Two words, to be sure",
  check_lead: "Look at your paper and type these two.",
  word_number: (/** @type {number} */ place) => `Word ${place}`,
  mismatch: (/** @type {number} */ place) =>
    `That is not word ${place} yet. Please look at your paper once more.`,
  empty: (/** @type {number} */ place) => `Please type word ${place}.`,
  check: "Check",
  again: "Show the words again",
  sheet_title: "Recovery words for Evenkeel",
  sheet_what:
    "These words open Evenkeel on your computer if the passphrase is lost. Keep this sheet where only you find it.",
});
