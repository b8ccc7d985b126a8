// The words of the locked window.

export const unlock = Object.freeze({
  title: "Welcome back",
  lead: "Your words are locked and safe.",
  passphrase: "Passphrase",
  open: "Open",
  opening: "Opening…",
  with_computer: "Open with this computer",
  with_words: "Use recovery words",
  with_passphrase: "Use the passphrase",
  caps_lock: "Caps Lock is on.",
  wrong_passphrase: "This passphrase does not open it. What you typed is still here. Look for a small slip.",
  empty_passphrase: "Type your passphrase first.",
  words_title: "Use recovery words",
  words_lead: "Type the twelve words from your sheet, in order.",
  words: "Recovery words",
  words_hint: "A space between words. Small or big letters do not matter.",
  words_count: (/** @type {number} */ count) =>
    count === 1 ? "1 word so far, of 12" : `${count} words so far, of 12`,
  words_few: "Twelve words are needed. Please check your sheet.",
  words_typo: "One word is not quite as on the sheet. Please compare them one by one.",
  words_wrong: "These words are spelled right, but they open something else. Is there a newer sheet?",
  copy_offer: (/** @type {string} */ date) => `Open the copy from ${date}`,
  copy_what: (/** @type {string} */ date) =>
    `There is a good copy from ${date}. What you wrote after that may be missing from it.`,
  copy_kept: "The damaged file is kept as it is.",
  no_copy: "There is no good copy in the folder. If you back up this computer, look there.",
});
