// The words of Today, the first thing a person sees.

export const today = Object.freeze({
  greetings: {
    morning: "Good morning",
    afternoon: "Good afternoon",
    evening: "Good evening",
    night: "Hello",
  },
  card_action: "Fill in today’s diary card",
  find_title: "What helps right now",
  find_text: "Say what is going on. Three skills that fit will be here.",
  find_action: "Find a skill",
  ready_title: "Ready to start",
  ready_text: "One press starts it. You can stop at any time.",
  unfinished_title: "Half done, and kept",
  in_group_title: "This week in group",
  write_title: "Your journal",
  write_text: "A line is enough.",
  write_action: "Write",
});
