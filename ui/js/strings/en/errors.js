// What went wrong, and what to do next: one entry for each code of the host.

export const errors = Object.freeze(
  /** @type {Record<import("../../ipc.js").ErrorCode, { title: string, what: string, next: string }>} */ ({
    locked: {
      title: "It is locked",
      what: "This needs the journal to be open.",
      next: "Open it with your passphrase, then try again.",
    },
    wrong_key: {
      title: "That does not open it",
      what: "The passphrase or the words do not fit this journal.",
      next: "What you typed is still here. Look for a small slip.",
    },
    weak_passphrase: {
      title: "Easy to guess",
      what: "This passphrase is short or easy to guess.",
      next: "Add one or two more words.",
    },
    recovery_typo: {
      title: "One word looks off",
      what: "A word is not on the list, or two changed places.",
      next: "Compare your words with the sheet, one by one.",
    },
    words_mismatch: {
      title: "Not the same words",
      what: "The two words are not the ones we showed.",
      next: "Look at your paper and type them once more.",
    },
    damaged_keys: {
      title: "The key files are damaged",
      what: "Both copies of the key file cannot be read. Nothing was changed.",
      next: "If you back up this computer, put back the file “vault.keys” from there. Then try again.",
    },
    damaged_data: {
      title: "The journal file is damaged",
      what: "Your key is right, but part of the file cannot be read. Nothing was changed.",
      next: "Leave the folder as it is. A good copy can take its place.",
    },
    too_new: {
      title: "Made by a newer Evenkeel",
      what: "This journal was last opened by a newer version. Nothing was changed.",
      next: "Get the newer version for this computer. Then open it again.",
    },
    unreadable: {
      title: "The computer cannot read the files",
      what: "The disk or the system did not let us read them. Nothing was changed.",
      next: "Check that the disk is plugged in and yours to read. Then try again.",
    },
    missing: {
      title: "The folder is not there",
      what: "The folder with your journal is gone or was moved.",
      next: "If it is on another disk, plug that in. If it was moved, put it back. Then try again.",
    },
    in_use: {
      title: "Already open",
      what: "One more Evenkeel on this computer has your journal open.",
      next: "Close the other one, or use it. Then try again.",
    },
    disk_full: {
      title: "The disk is full",
      what: "There is no room left to save. What you typed is still on the screen.",
      next: "Free some space on this computer. Then try again.",
    },
    read_only: {
      title: "Saving is not allowed here",
      what: "The folder can be read but not changed. What you typed is still on the screen.",
      next: "Allow changes to the folder, or ask whoever looks after this computer. Then try again.",
    },
    keychain_unavailable: {
      title: "No keychain answers",
      what: "This computer has no keychain that we can use right now.",
      next: "Use your passphrase. It always works.",
    },
    keychain_denied: {
      title: "The keychain stayed shut",
      what: "The keychain is locked, or the answer was no.",
      next: "Use your passphrase, or try the keychain again.",
    },
    keychain_timeout: {
      title: "The keychain did not answer",
      what: "We waited ten seconds and heard nothing.",
      next: "Use your passphrase, or try again later.",
    },
    keychain_lost: {
      title: "The keychain has no key for this",
      what: "The key was removed, or it belongs to something else.",
      next: "Use your passphrase. Then turn the keychain on again in Settings.",
    },
    not_found: {
      title: "No longer there",
      what: "What you asked for was deleted or moved.",
      next: "Go back and look at the list again.",
    },
    invalid: {
      title: "That did not fit",
      what: "The app asked for something in the wrong way.",
      next: "Go back one step and try again.",
    },
    internal: {
      title: "Something went wrong",
      what: "The app met a fault of its own. Your saved words are safe.",
      next: "Try again. If it comes back, quit and start Evenkeel again.",
    },
  }),
);
