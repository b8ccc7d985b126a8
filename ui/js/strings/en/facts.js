// What the app is, in plain words.

export const facts = Object.freeze({
  lead: "What this app is, in plain words.",
  rows: [
    {
      name: "Who made it",
      text: [
        "The people of the Evenkeel project. It is not part of any clinic, and nobody pays for what you write.",
      ],
    },
    {
      name: "What it keeps, and why",
      text: [
        "Your entries, so that you can read them again.",
        "Your own team’s line and region, so that Help now can show them.",
        "A few settings, so that it looks and locks as you like.",
      ],
    },
    { name: "Where", text: ["In one folder on this computer, locked. Nowhere else."] },
    {
      name: "What it never does",
      text: [
        "It never goes online. It has no account and no ads.",
        "It never counts, scores or ranks you.",
        "It never shares a word. Only you can take words out of it.",
      ],
    },
    {
      name: "Its limits",
      text: [
        "It is not care, and it cannot tell how you are.",
        "No one is watching. It cannot call for help.",
        "It cannot hide from a person who controls this computer.",
        "Hiding the window leaves traces. Others can see that Evenkeel is here.",
        "If the passphrase and the words are lost, so is the journal.",
      ],
    },
    {
      name: "Its sources",
      text: [
        "Each line in Help now names its source and the day we checked it. The questions to write about are our own.",
      ],
    },
  ],
  versions: "Versions",
  version: (/** @type {string} */ version) => `Evenkeel ${version}`,
  sqlite: (/** @type {string} */ version) => `SQLite ${version}`,
  cipher: (/** @type {string} */ version) => `SQLCipher ${version}`,
  thanks: "Made with free software. Its notices come with the app.",
});
