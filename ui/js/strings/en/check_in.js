// The words of the Check in room: the quick check-in, what is past, and what comes in from Daylio.
// The seven steps and the feeling words are content and come from the host.

import { saving } from "./saving.js";
import { trash, trash_empty } from "./trash.js";

/** @param {number} count @param {string} one @param {string} many */
const counted = (count, one, many) => (count === 1 ? `1 ${one}` : `${count.toLocaleString("en-US")} ${many}`);

/** @param {string} step */
const lowered = (step) => step.charAt(0).toLowerCase() + step.slice(1);

export const check_in = Object.freeze({
  parts_label: "Parts of Check in",
  parts: {
    now: "Now",
    card: "Diary card",
    week: "Week",
    assessments: "Questionnaires",
    past: "Past",
    medicines: "Medicines",
    set: "My card",
  },
  undo: "Undo",

  ask: "How are you right now?",
  ask_then: "How were you then?",
  hint: "One press saves it. The keys 1 to 7 work too.",
  hint_change: "You can still change it.",
  last: (/** @type {string} */ time, /** @type {string} */ step) =>
    `Checked in at ${time}: ${lowered(step)}.`,
  ...saving,
  saved_spoken: (/** @type {string} */ step) => `Saved: ${lowered(step)}.`,
  done: "Done",
  taken_back: "That check-in is taken back.",
  put_back: "Put it back",
  words_title: "Words for it, if you like",
  words_sides: /** @type {Record<import("../../ipc.js").Side, string>} */ ({
    unpleasant: "On the unpleasant side",
    between: "In between",
    pleasant: "On the pleasant side",
  }),
  words_own: "Your own words",
  words_more: "More words",
  words_fewer: "Fewer words",
  words_add: "Add a word of your own",
  words_add_action: "Add",
  note: "A note, if you like",
  date: "Date",
  time: "Time",

  now_title: "Check in",
  now_today: "Today so far",
  now_other: "Add one for another time",
  now_card: "Today’s diary card",
  now_card_text: "One page for the whole day. It takes about a minute.",
  now_card_action: "Open the card",
  other_title: "A check-in for another time",
  change_title: "Change this check-in",
  trash_of: (/** @type {string} */ when) => `Move to trash: ${when}`,
  changed: "The check-in is changed.",
  when: (/** @type {string} */ day, /** @type {string} */ time) => `${day}, ${time}`,

  past_title: "Past check-ins",
  past_label: "Which check-ins",
  past_which: { kept: "Kept", trashed: "Trash" },
  past_lists: { kept: "Check-ins, newest first", trashed: "Check-ins in the trash" },
  past_older: "Show older ones",
  past_empty: {
    kept: { title: "Nothing here yet", text: "Each check-in is kept here. You can change or remove it." },
    trashed: trash_empty,
  },
  past_trash_lead: "Check-ins stay here for thirty days. Then they are gone for good.",
  trashed: "The check-in is in the trash.",
  ...trash,
  restored: "The check-in is back.",
  delete_title: "Delete this check-in for good?",
  deleted: "It is gone.",
  about: (/** @type {string} */ action, /** @type {string} */ when) => `${action}: ${when}`,

  daylio: "Bring in from Daylio",
  daylio_title: "Bring in from Daylio",
  daylio_lead: "In Daylio, export your entries as CSV. Nothing is saved until you say so.",
  daylio_choose: "Choose the file",
  daylio_choose_other: "Choose another file",
  daylio_not_one: "This is not a file from Daylio",
  daylio_not_one_text: "Choose the CSV file that Daylio made. Nothing was changed.",
  daylio_rows: (/** @type {number} */ rows) => counted(rows, "check-in in the file", "check-ins in the file"),
  daylio_dates: (/** @type {string} */ from, /** @type {string} */ until) =>
    from === until ? `On ${from}` : `From ${from} to ${until}`,
  daylio_already: (/** @type {number} */ rows) =>
    rows === 1
      ? "1 of them is here already. It is left out."
      : `${rows} of them are here already. They are left out.`,
  daylio_moods: "Which step is which?",
  daylio_moods_hint: "Daylio has its own names. Choose the step that is nearest.",
  daylio_mood: (/** @type {string} */ name) => `“${name}”`,
  daylio_mood_rows: (/** @type {number} */ rows) => counted(rows, "time", "times"),
  daylio_mood_none: "Choose a step",
  daylio_mood_missing: "Please choose a step for this one.",
  daylio_faults: "Some lines cannot be read",
  daylio_faults_text: "So nothing is brought in. Mend the file, or export it once more.",
  daylio_fault: (/** @type {number} */ line, /** @type {string} */ what) => `Line ${line}: ${what}`,
  daylio_fault_whats: /** @type {Record<import("../../ipc.js").LineFaultKind, string>} */ ({
    columns: "a part is missing.",
    date: "the date cannot be read.",
    time: "the time cannot be read.",
    too_long: "it is too long.",
  }),
  daylio_nothing_new: "All of them are here already. There is nothing to bring in.",
  daylio_import: (/** @type {number} */ rows) => `Bring in ${counted(rows, "check-in", "check-ins")}`,
  daylio_working: "Bringing them in…",
  daylio_done: (/** @type {number} */ imported, /** @type {number} */ skipped) =>
    skipped === 0
      ? `${counted(imported, "check-in", "check-ins")} came in.`
      : `${counted(imported, "check-in", "check-ins")} came in. ${skipped} were here already.`,
  daylio_cancel: "Leave it",
});
