// The words of making the lock: a passphrase, the keychain, the wait.

export const setup = Object.freeze({
  passphrase: {
    title: "Choose a passphrase",
    lead: "Nobody can reset it. Next you get a spare key.",
    label: "Passphrase",
    hint: "A short sentence works well. Ten letters at the least.",
    again: "Type it once more",
    suggest: "Make five words for me",
    suggest_other: "Five other words",
    suggested: "Read the five words a few times. Then type them here.",
    too_short: "A little longer, please. Ten letters at the least.",
    too_guessable: "This one is easy to guess. One or two more words will help.",
    good: "Good. This is hard to guess.",
    strong: "Strong. This is very hard to guess.",
    empty: "Type a passphrase first.",
    differs: "This is not the same as above. Show both to compare.",
  },
  keychain: {
    title: "May this computer open it too?",
    lead: "You can change this at any time in Settings.",
    legend: "How do you want to open it?",
    no: "With my passphrase only",
    no_hint: "The safer choice, above all if others use this computer.",
    yes: "With my passphrase, or with one press",
    yes_hint: "Faster. But anyone who can use your account here can open it too.",
    finish: "Make my lock",
  },
  making: {
    title: "Making your lock…",
    lead: "This takes a few seconds. It is slow on purpose, so guessing is slow too.",
    progress: "Making your lock",
  },
});
