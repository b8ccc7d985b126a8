// The words of a guided exercise. Feelings, urges and use codes are named in skills.js.

/** @param {number} count @param {string} one @param {string} many */
const counted = (count, one, many) => (count === 1 ? `1 ${one}` : `${count} ${many}`);
/** @param {number} minutes */
const inMinutes = (minutes) => counted(minutes, "minute", "minutes");
/** @param {number} seconds */
const inSeconds = (seconds) => counted(seconds, "second", "seconds");

/** How long, as one would say it. @param {number} seconds */
const howLong = (seconds) => {
  if (seconds < 60) return inSeconds(seconds);
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  return rest === 0 ? inMinutes(minutes) : `${inMinutes(minutes)} ${inSeconds(rest)}`;
};

/** What is left, never to the second: nobody should watch it run out. @param {number} seconds */
const left = (seconds) =>
  seconds > 55
    ? inMinutes(Math.max(1, Math.round(seconds / 60)))
    : inSeconds(Math.max(10, Math.ceil(seconds / 10) * 10));

/** @param {number} strength of 100 */
const strengthWord = (strength) => {
  if (strength === 0) return "not at all";
  if (strength <= 20) return "a trace";
  if (strength <= 40) return "mild";
  if (strength <= 60) return "in the middle";
  if (strength <= 80) return "strong";
  return strength < 100 ? "very strong" : "as strong as can be";
};

export const practice = Object.freeze({
  loading: "Opening your exercise…",
  leave: "Leave",
  leave_hint: "All of it is kept. You can go on at any time.",
  bar: "This exercise",
  care: "Take care",
  care_title: "Before you go on",
  saved: "Saved",
  saving: "Saving…",
  not_saved: "Not saved yet",
  stay_first: "This is not saved yet, so it stays open.",
  leave_anyway: "Leave without it",
  copy: "Copy my words",
  back: "Back",
  skip: "Skip",
  next: "Next",
  finish: "Finish here",
  edited: "Done",
  sound_on: "Sound is on",
  sound_off: "Sound is off",
  shown: "What you wrote before",

  before_title: "How is it now?",
  after_title: "And how is it now?",
  feeling: "What do you feel most?",
  feeling_hint: "The nearest word is good enough.",
  strength: "How strong is it?",
  strength_of: (/** @type {string} */ feeling) => `${feeling}: how strong is it?`,
  strength_word: strengthWord,
  out_of: (/** @type {number} */ value, /** @type {number} */ most) => `${value} of ${most}`,
  not_set: "Not set yet",
  not_set_hint: "Slide, or use the arrow keys.",
  low: "Not at all",
  high: "As strong as can be",
  before_was: (/** @type {number} */ value) => `Before: ${value}`,
  urge: "Is there an urge?",
  urge_none: "No urge",
  urge_strength: "How strong is the urge?",
  urge_strength_of: (/** @type {string} */ urge) =>
    `The urge ${urge.charAt(0).toLowerCase()}${urge.slice(1)}`,
  urge_low: "No urge",
  urge_high: "Very strong",
  help_offer: "You do not have to carry this alone. Help now has people to call.",
  help: "Help now",

  use_title: "What fits best?",
  use_lead: "The same scale as on the diary card.",

  done_title: "That is the end of it",
  done_lead: "What you wrote is kept.",
  done_unrated: "You did not rate it both times. That is fine.",
  done_change: "Before and after",
  change: (/** @type {string} */ what, /** @type {number} */ from, /** @type {number} */ to) =>
    from === to ? `${what}: ${from} before, and the same now.` : `${what}: from ${from} to ${to}.`,
  only_now: (/** @type {string} */ what, /** @type {number} */ to) => `${what}: ${to} now.`,
  feeling_any: "The feeling",
  urge_any: "The urge",
  urge_named: (/** @type {string} */ urge) => `The urge ${urge.charAt(0).toLowerCase()}${urge.slice(1)}`,
  go_on_with: (/** @type {string} */ name) => `Go on with ${name}`,
  again: "Once more",
  another: "Another skill",
  read: "Read what I wrote",
  close: "Close",

  own_words: "In your own words",
  own_add: "Add",
  ideas: "Ideas",
  ideas_of: (/** @type {string} */ name) => `Ideas: ${name}`,
  more_ideas: "Other ideas",
  choose_one: "Pick one",
  choose_many: "Pick any that fit",

  number_of: (/** @type {number} */ most) => `A number from 0 to ${most}`,

  line: (/** @type {number} */ place) => `Line ${place}`,
  new_line: "A new line",
  add_line: "Add a line",
  line_of: (/** @type {string} */ list, /** @type {string} */ line) => `${list}: ${line}`,
  lines_hint: "Enter goes to a new line.",
  ordered_hint: "Enter goes to a new line. Alt and an arrow key move a line.",
  remove_line: (/** @type {string} */ text) => `Remove: ${text}`,
  move_up: (/** @type {string} */ text) => `Move up: ${text}`,
  move_down: (/** @type {string} */ text) => `Move down: ${text}`,
  moved: (/** @type {number} */ place, /** @type {number} */ count) => `Now line ${place} of ${count}`,
  removed: "The line is gone.",
  undo: "Undo",
  tag_of: (/** @type {string} */ text) => `Kind of: ${text}`,
  no_tag: "No kind yet",
  sort_left: (/** @type {number} */ count) =>
    count === 0 ? "Every line has its place." : `${counted(count, "line", "lines")} to go`,
  unsorted: "Not sorted",

  start: "Start",
  pause: "Pause",
  go_on: "Go on",
  longer: "A minute longer",
  shorter: "A minute shorter",
  paused: "Paused",
  started: (/** @type {number} */ seconds) => `Started: ${howLong(seconds)}`,
  how_long: howLong,
  left: (/** @type {number} */ seconds) => `About ${left(seconds)} left`,
  left_spoken: (/** @type {number} */ seconds) => `${left(seconds)} left`,
  time_up: "Time is up",
  time_up_hint: "Stay as long as you like.",
  no_rush: "It starts when you press Start.",
  tally: (/** @type {string} */ words, /** @type {number} */ count) =>
    `${words}: ${counted(count, "time", "times")}`,
  settle: "Settle in",
  breathe_in: "Breathe in",
  breathe_out: "Breathe out",
  inhale: "In",
  exhale: "Out",
  faster: (/** @type {string} */ what) => `${what}: a second less`,
  slower: (/** @type {string} */ what) => `${what}: a second more`,
  seconds: inSeconds,
  gentle: "Small, soft breaths. If you feel dizzy, let it go and breathe as you like.",
  tense_ready: "Get ready",
  tense: "Tense",
  let_go: "Let go",
  part_of: (/** @type {number} */ part, /** @type {number} */ parts) => `Part ${part} of ${parts}`,
  part_again: "This part again",
  part_next: "Next part",
  scene_again: "Read it again",
  scene_next: "Next words",
  eyes: "Eyes open or shut, as you like.",
  all_done: "That was all of it",

  curve_title: "Your curve",
  curve_first: "How strong is it at the start?",
  curve_rate: "How strong is it now?",
  curve_add: "Add this number",
  curve_pick: "Pick a number first.",
  curve_due: "It is time for the next number.",
  curve_next: (/** @type {number} */ minutes) =>
    minutes < 1
      ? "The next number is due in less than a minute."
      : `The next number is due in about ${inMinutes(minutes)}.`,
  curve_early: "You can add one earlier, too.",
  curve_last: "All the times are done. You can still add a number.",
  curve_plan: (/** @type {number} */ minutes) =>
    `You rate it a few times over ${inMinutes(minutes)}. You may stop sooner.`,
  curve_when: "When",
  curve_value: "How strong",
  curve_minute: (/** @type {number} */ minute) =>
    minute === 0 ? "At the start" : `After ${inMinutes(minute)}`,
  curve_point: (/** @type {string} */ when, /** @type {number} */ value) => `${when}: ${value}`,
  curve_remove: (/** @type {string} */ when) => `Remove the number: ${when}`,
  curve_minutes: "minutes",

  gate_asked: (/** @type {string} */ answer) => `You were asked this month. You said: ${answer}.`,
  gate_again: "Ask me again",
  gate_ok: "Fine for me",
  gate_not_ok: "Rather not",
  gate_team: "Another way, then",
  gate_list: "Does any of these fit you?",

  pace: (/** @type {number} */ inhale, /** @type {number} */ exhale) => `In for ${inhale}, out for ${exhale}`,
  nothing: "Nothing here.",
});
