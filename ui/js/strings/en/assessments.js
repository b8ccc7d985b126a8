// The words around the questionnaires. Their questions and answers are published and come with the content.

import { trash, trash_empty } from "./trash.js";

/** @param {number} days */
const timePassed = (days) => {
  if (days < 14) return days === 1 ? "1 day" : `${days} days`;
  if (days < 60) return `${Math.floor(days / 7)} weeks`;
  if (days < 730) return `${Math.floor(days / 30.4)} months`;
  return `${Math.floor(days / 365)} years`;
};

/** @param {number} points */
const inPoints = (points) => (points === 1 ? "1 point" : `${points} points`);

export const assessments = Object.freeze({
  offer_title: "That is a lot to carry.",
  offer_text: "Your answer is saved. You can tell your team today.",
  offer_danger: "Are you in danger now? Help now has your numbers and people.",
  offer_spoken: "Saved. That is a lot to carry. Help now is here, if you want it.",
  offer_close: "Not now",

  title: "Questionnaires",
  lead: "The same questions, now and then, show how things move. None of them is a must.",
  list: "Your questionnaires",
  start: "Start",
  start_of: (/** @type {string} */ name) => `Start: ${name}`,
  go_on: "Go on",
  go_on_of: (/** @type {string} */ name) => `Go on: ${name}`,
  half_done: "You began this one, and it is kept.",
  results: "See the results",
  results_of: (/** @type {string} */ name) => `See the results: ${name}`,
  never: "Not done yet",
  last: (/** @type {string} */ day) => `Last done: ${day}`,
  due: (/** @type {number} */ days) => `${timePassed(days)} have passed. It fits again, if you like.`,
  before_you_start: "Before you start",
  about: "About this questionnaire",
  about_of: (/** @type {string} */ name) => `About this questionnaire: ${name}`,
  credit: "Who made it",
  licence: "How it may be used",
  sources: "Where we read it",
  choose_title: "What is in your list",
  choose_lead: "Switch off what you do not need. Past results stay.",
  none_on_title: "Nothing in the list",
  none_on_text: "Below you can switch on what you want.",

  back: "Back",
  item_name: (/** @type {number} */ place, /** @type {string} */ text) => `${place}. ${text}`,
  not_counted: "This one is not part of the number.",
  gate_no: "Then there is nothing more to ask. You can finish.",
  half_done_again: "This one is half done now. Finish it when you are ready.",
  answered: (/** @type {number} */ given, /** @type {number} */ all) => `${given} of ${all} answered`,
  saves: "Saves as you go",
  saving: "Saving…",
  saved_at: (/** @type {string} */ time) => `Saved ${time}`,
  not_saved: "Not saved yet",
  finish: "Finish",
  leave: "Leave it for now",
  edited: "Done",
  still_open: "Still open",
  open_at: (/** @type {number} */ place) => `Question ${place} is still open.`,
  open_gate: "The first question is still open.",
  stay_first: "Your last answer is not saved yet, so this stays open.",

  result_of: (/** @type {string} */ day) => `Done: ${day}`,
  score: (/** @type {number} */ score, /** @type {number} */ most) => `${score} of ${most}`,
  score_label: "Your number",
  better: {
    lower: "On this one, lower is better.",
    higher: "On this one, higher is better.",
  },
  first_time: "This is the first time. A second one shows what moves.",
  change: (/** @type {number} */ change, /** @type {string} */ day) => {
    if (change === 0) return `The same as on ${day}.`;
    return `${inPoints(Math.abs(change))} ${change < 0 ? "lower" : "higher"} than on ${day}.`;
  },
  real_change: (/** @type {number} */ points) =>
    `Questionnaire makers count ${inPoints(points)} as a real change.`,
  bring_title: "Bring this to your team",
  bring_text: "One number does not tell who you are, or what you have. Your team can look at it with you.",
  trend: "Over time",
  trend_sentence: (/** @type {number} */ times, /** @type {string} */ from, /** @type {string} */ until) =>
    `Done ${times} times, from ${from} to ${until}.`,
  trend_range: (/** @type {number} */ low, /** @type {number} */ high, /** @type {number} */ most) =>
    low === high ? `Each time ${low} of ${most}.` : `The lowest is ${low}, the highest ${high}, of ${most}.`,
  trend_point: (/** @type {string} */ day, /** @type {number} */ score, /** @type {number} */ most) =>
    `${day}: ${score} of ${most}`,
  trend_day: "Day",
  trend_score: "Number",
  trend_this: (/** @type {string} */ day) => `${day}, this one`,
  band: "What its makers call this number",
  band_words: (/** @type {number} */ from, /** @type {number} */ to, /** @type {string} */ label) =>
    `From ${from} to ${to}: “${label}”. It is a word for a number, not for you.`,
  notes: "Good to know",
  answers: "Your answers",
  edit: "Change answers",
  no_answer: "No answer",
  gate_short: "The first question",
  trash: "Move to trash",
  trashed: (/** @type {string} */ name) => `“${name}” is in the trash.`,
  undo: "Undo",
  trash_title: "Trash",
  trash_lead: "Questionnaires stay here for thirty days. Then they are gone for good.",
  trash_empty,
  trash_list: "Questionnaires in the trash",
  trash_back: "Back to the questionnaires",
  ...trash,
  restored: "The questionnaire is back.",
  delete_title: "Delete this questionnaire for good?",
  deleted: "The questionnaire is gone.",
  trashed_when: (/** @type {string} */ name, /** @type {string} */ day) => `${name}, ${day}`,
  trashed_score: (/** @type {number} */ score) => `Your number: ${score}`,
  trashed_half_done: "Half done",
  about_trashed: (/** @type {string} */ action, /** @type {string} */ name) => `${action}: ${name}`,
});
