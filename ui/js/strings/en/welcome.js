// The words of the first pages a person ever sees.

export const welcome = Object.freeze({
  to_setup: "Make my lock",
  is: {
    title: "A quiet place to write",
    lead: "Evenkeel is for the hours between your sessions.",
    points: [
      { icon: "pen", text: "Write down what happened, what helped and what to bring." },
      { icon: "search", text: "Find any of it again in a moment." },
      { icon: "lock", text: "Only you can open it. Locked, it is unreadable." },
    ],
  },
  never: {
    title: "What it never does",
    lead: "Your words stay on this computer.",
    points: [
      { icon: "computer", text: "It never goes online. There is no account." },
      { icon: "eye_shut", text: "It shows your words to no one. Not to us, not to your team." },
      { icon: "care", text: "It never scores you and never counts days against you." },
    ],
  },
  is_not: {
    title: "What it is not",
    lead: "Nobody is watching, and it cannot call for help.",
    points: [
      { icon: "info", text: "It is not care. No one reads it and no one is told." },
      { icon: "phone", text: "If you are in danger, use a phone to reach a person." },
      { icon: "help", text: "Help now has numbers to call. It is on every screen, or press F1." },
    ],
  },
});
