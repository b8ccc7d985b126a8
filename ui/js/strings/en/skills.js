// The words of the Skills room. The names of feelings, urges, places, modules and use codes live here
// once, for every screen that needs them.

import { trash, trash_empty } from "./trash.js";

/** @param {number} points of 100 */
const inPoints = (points) => (Math.abs(points) === 1 ? "1 point" : `${Math.abs(points)} points`);

/** @param {number} change below 0 the feeling got weaker */
const changed = (change) => {
  if (change === 0) return "no change";
  return change < 0 ? `${inPoints(change)} weaker` : `${inPoints(change)} stronger`;
};

export const skills = Object.freeze({
  title: "Skills",
  parts_label: "Parts of Skills",
  parts: {
    library: "Library",
    find: "What helps right now",
    works: "What works for me",
    done: "My practice",
  },

  modules: /** @type {Record<import("../../ipc.js").Module, string>} */ ({
    mindfulness: "Mindfulness",
    distress_tolerance: "Distress tolerance",
    emotion_regulation: "Emotion regulation",
    interpersonal_effectiveness: "Interpersonal effectiveness",
    more: "More skills",
  }),
  module_leads: /** @type {Record<import("../../ipc.js").Module, string>} */ ({
    mindfulness: "To be here, and to see what is there.",
    distress_tolerance: "To get through a hard hour and not make it worse.",
    emotion_regulation: "To know what you feel, and to change what you can.",
    interpersonal_effectiveness: "To ask, to say no, and to stay close.",
    more: "To look back, to plan and to try things out.",
  }),
  feelings: /** @type {Record<import("../../ipc.js").Feeling, string>} */ ({
    anger: "Anger",
    fear: "Fear",
    sadness: "Sadness",
    shame: "Shame",
    guilt: "Guilt",
    jealousy: "Jealousy",
    loneliness: "Loneliness",
    emptiness: "Emptiness",
    overwhelm: "Too much at once",
  }),
  urges: /** @type {Record<import("../../ipc.js").Urge, string>} */ ({
    hurt_myself: "To hurt myself",
    use: "To drink or use",
    lash_out: "To lash out",
    run_away: "To run away",
    isolate: "To hide from people",
    binge: "To binge",
  }),
  places: /** @type {Record<import("../../ipc.js").Place, string>} */ ({
    home: "At home",
    out: "Out",
    people: "With people",
  }),
  codes: [
    "I did not think of it.",
    "I thought of it, but did not want to.",
    "I thought of it and wanted to, but did not.",
    "I tried, but could not do it.",
    "I tried and did it. It did not help.",
    "I tried and did it. It helped.",
    "It came by itself. It did not help.",
    "It came by itself. It helped.",
  ],

  minutes: (/** @type {number} */ minutes) => (minutes === 1 ? "1 minute" : `${minutes} minutes`),
  start: "Start",
  start_of: (/** @type {string} */ name) => `Start ${name}`,
  go_on: "Go on",
  favourite: "Favorite",
  favourite_of: (/** @type {string} */ name) => `Favorite: ${name}`,
  in_group: "This week in group",

  library_title: "Skills",
  search: "Search skills and your practice",
  search_clear: "Clear the search",
  modules_label: "Jump to",
  favourites: "Favorites",
  shelves_empty: "Press the star of a skill to keep it at hand here.",
  count: (/** @type {number} */ count) => (count === 1 ? "1 skill" : `${count} skills`),
  found_skills: "Skills",
  found_practices: "In your practice",
  found: (/** @type {number} */ skills, /** @type {number} */ practices) => {
    const parts = [
      skills === 1 ? "1 skill" : `${skills} skills`,
      practices === 1 ? "1 time in your practice" : `${practices} times in your practice`,
    ];
    return parts.filter((part) => !part.startsWith("0")).join(", ");
  },
  found_more: "There are more. Add a word to see fewer.",
  nothing_found: "Nothing found",
  nothing_found_for: (/** @type {string} */ text) => `No skill and no practice has “${text}” in it.`,
  nothing_found_hint: "Try a shorter word, or say what is going on.",

  back: "Back",
  resume_note: "You began this one, and it is kept.",
  crisis: "Fits a crisis too",
  before_you_start: "Before you start",
  letters: "What the letters stand for",
  helps_when: "When it helps",
  not_when: "When to choose something else",
  how: "How to do it",
  based_on: "What it is based on",
  own_lists: "Your own list",
  own_lists_lead: "Fill it while you are calm. It comes back to you when things are hard.",
  own_lists_empty: "Nothing here yet.",
  edit_list: "Change the list",
  fill_list: "Fill the list",
  own: "How it went for you",
  own_none: "You have not tried this one here yet.",
  own_few: (/** @type {number} */ uses) =>
    `Used ${uses === 1 ? "once" : "twice"}. After three uses you will see what changed.`,
  own_unrated: (/** @type {number} */ uses) =>
    `Used ${uses} times. Rate before and after to see what changed.`,
  own_line: (/** @type {number} */ uses, /** @type {number} */ typical) =>
    `Used ${uses} times. The feeling is mostly ${changed(typical)} after it.`,
  own_line_same: (/** @type {number} */ uses) => `Used ${uses} times. The feeling mostly stays the same.`,
  own_last: "Your last times",

  menu_title: (/** @type {string} */ name) => `Your list for ${name}`,
  menu_lead: "Write what is good for you. A few words a line are enough.",
  menu_line: (/** @type {string} */ slot, /** @type {number} */ place) => `${slot}, line ${place}`,
  menu_new: (/** @type {string} */ slot) => `${slot}, new line`,
  menu_placeholder: "Add a line",
  menu_remove: (/** @type {string} */ text) => `Remove: ${text}`,
  menu_ideas: "Take one over",
  menu_take: (/** @type {string} */ idea) => `Add: ${idea}`,
  menu_removed: (/** @type {string} */ text) => `“${text}” is gone from the list.`,
  menu_done: "Done",
  menu_kept: "Saves as you type",

  find_title: "What helps right now",
  find_lead: "Say as much as you like. Three skills that fit are always here.",
  find_feeling: "What is the feeling?",
  find_feeling_none: "Not sure",
  find_urge: "Is there an urge?",
  find_urge_none: "No urge",
  find_strength: "How strong is it?",
  not_said: "Not said",
  find_minutes: "How long do you have?",
  find_minutes_none: "Any time",
  find_minutes_most: (/** @type {number} */ minutes) => `${minutes} minutes or more`,
  find_place: "Where are you?",
  find_place_none: "Anywhere",
  find_reset: "Start over",
  find_results: "Three that fit",
  find_results_heard: (/** @type {string[]} */ names) => `Now: ${names.join(", ")}.`,
  find_look: (/** @type {string} */ name) => `Read about ${name}`,
  find_yours: "From your list",
  find_kept: "Read what you wrote",
  find_help_title: "You can reach a person",
  find_help_text: "Help now has numbers to call. These skills stay here.",
  only_crisis: "Only skills for a crisis are shown.",
  only_crisis_why: (/** @type {number} */ point) =>
    `Above ${point} it is hard to think. Skills that act fast come first then.`,
  point_own: (/** @type {number} */ point) => `Your skills breakdown point: ${point}`,
  point_default: (/** @type {number} */ point) => `Skills breakdown point: ${point}, the usual one`,
  point_change: "Change the point",
  point_title: "Your skills breakdown point",
  point_text: "From some strength on, thinking skills stop working. That is so for everyone.",
  point_text_more: "Above this point, only crisis skills are shown. You can move it at any time.",
  point_label: "The point, from 0 to 100",
  point_value: (/** @type {number} */ point) => `Above ${point} of 100`,
  point_usual: "Use the usual point",
  point_saved: "The point is saved.",

  reasons: {
    own_feeling: (/** @type {string} */ feeling, /** @type {number} */ typical) =>
      `${feeling}, your own times: mostly ${changed(typical)}`,
    own: (/** @type {number} */ typical) => `Your own times: mostly ${changed(typical)}`,
    favourite: "One of your favorites",
    in_group: "This week in group",
    fits: "Fits what you said",
  },

  works_title: "What works for me",
  works_lead: "This comes from your own ratings, before and after. It shows what changed, not why.",
  works_key: "The dot is what mostly happens. Half of your times lie within the bar.",
  works_table: "Skills you have used, most used first",
  works_skill: "Skill",
  works_uses: "Uses",
  works_change: "Mostly",
  works_spread: "Half of the times",
  works_spread_words: (/** @type {number} */ low, /** @type {number} */ high) => {
    if (low === high) return changed(low);
    if (high < 0) return `from ${-low} to ${-high} points weaker`;
    if (low > 0) return `from ${low} to ${high} points stronger`;
    return `from ${changed(low)} to ${changed(high)}`;
  },
  works_change_words: changed,
  works_few: "Too few to tell",
  works_few_note: (/** @type {number} */ few) =>
    few === 1
      ? "One skill was used less than three times. Nothing is said about it yet."
      : `${few} skills were used less than three times. Nothing is said about them yet.`,
  works_axis_weaker: "weaker",
  works_axis_same: "same",
  works_axis_stronger: "stronger",
  works_by_feeling: "By feeling",
  works_by_feeling_of: (/** @type {string} */ name) => `By feeling: ${name}`,
  works_empty_title: "Nothing to show yet",
  works_empty_text: "After three uses of a skill you see here what changed.",

  done_title: "My practice",
  done_label: "Which practice",
  done_which: {
    finished: "Finished",
    unfinished: "Not finished",
    trashed: "Trash",
  },
  done_lists: {
    finished: "Finished practice, newest first",
    unfinished: "Practice to go on with, newest first",
    trashed: "Practice in the trash",
  },
  done_empty: {
    finished: { title: "Nothing finished yet", text: "What you do and write in a skill is kept here." },
    unfinished: { title: "Nothing is waiting", text: "You can leave a skill at any time. It waits here." },
    trashed: trash_empty,
  },
  done_trash_lead: "Practice stays here for thirty days. Then it is gone for good.",
  done_older: "Show older ones",
  from_to: (/** @type {number} */ before, /** @type {number} */ after) => `From ${before} to ${after}`,
  at_start: (/** @type {number} */ before) => `${before} at the start`,
  feeling_from_to: (
    /** @type {string} */ feeling,
    /** @type {number} */ before,
    /** @type {number} */ after,
  ) => `${feeling}: from ${before} to ${after}`,
  when: (/** @type {string} */ day, /** @type {string} */ time) => `${day}, ${time}`,

  sheet_before: "Before",
  sheet_after: "After",
  sheet_feeling: "Feeling",
  sheet_strength: "How strong",
  sheet_strength_value: (/** @type {number} */ strength) => `${strength} of 100`,
  sheet_urge: "Urge",
  sheet_urge_value: (/** @type {string} */ urge, /** @type {number} */ strength) =>
    `${urge}, ${strength} of 5`,
  sheet_code: "How it went",
  sheet_written: "What you wrote",
  sheet_nothing: "You wrote nothing down this time.",
  sheet_edit: "Change",
  sheet_edit_of: (/** @type {string} */ title) => `Change: ${title}`,
  sheet_skill: "About this skill",
  sheet_trash: "Move to trash",
  sheet_unfinished: "This one is not finished. You can go on at any time.",
  sheet_trashed: "This one is in the trash.",
  trashed: (/** @type {string} */ name) => `“${name}” is in the trash.`,
  undo: "Undo",
  ...trash,
  restored: "It is back in your practice.",
  delete_title: "Delete this practice for good?",
  deleted: "It is gone.",
  about_practice: (/** @type {string} */ action, /** @type {string} */ name) => `${action}: ${name}`,
  stay_first: "What you wrote is not saved yet, so it stays open.",

  help_title: "A skill, with a guide",
  help_lead: "One press starts it.",
});
