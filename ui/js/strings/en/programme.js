// The words of the program itself: its set-up, homework, calendar files, and the session on Today.

import { trash, trash_empty } from "./trash.js";

const numberFormat = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 });
const listFormat = new Intl.ListFormat("en-US", { type: "conjunction" });

/** @param {number} count @param {string} one @param {string} many */
const counted = (count, one, many) => (count === 1 ? `1 ${one}` : `${numberFormat.format(count)} ${many}`);

/** @param {number} minutes */
const hoursOf = (minutes) => numberFormat.format(minutes / 60);

/** @param {string} words */
const asStart = (words) => words.charAt(0).toUpperCase() + words.slice(1);

const NTH = ["", "", "second ", "third ", "fourth "];
const UNITS = { daily: "day", weekly: "week", monthly: "month", yearly: "year" };

/** @param {number} hours @param {number} minutes */
const duration = (hours, minutes) => {
  const parts = [];
  if (hours > 0) parts.push(counted(hours, "hour", "hours"));
  if (minutes > 0 || hours === 0) parts.push(counted(minutes, "minute", "minutes"));
  return parts.join(" ");
};

export const programme = Object.freeze({
  today: "today",
  tomorrow: "tomorrow",
  day: (/** @type {string} */ weekday, /** @type {string} */ day) => `${weekday}, ${day}`,
  from_to: (/** @type {string} */ from, /** @type {string} */ until) => `${from} – ${until}`,
  duration,
  often: (/** @type {keyof typeof UNITS} */ frequency, /** @type {number} */ interval) =>
    interval < NTH.length
      ? `every ${NTH[interval]}${UNITS[frequency]}`
      : `every ${interval} ${UNITS[frequency]}s`,
  often_on: (/** @type {string} */ often, /** @type {string[]} */ days) =>
    `${often} on ${listFormat.format(days)}`,
  often_until: (/** @type {string} */ often, /** @type {string} */ day) => `${often}, until ${day}`,
  often_times: (/** @type {string} */ often, /** @type {number} */ count) =>
    `${often}, ${counted(count, "time", "times")}`,
  date_unfinished: "Please fill in the month, the day and the year.",
  time_like: "Such as 5:30 pm",
  time_faults: {
    half: "Please add am or pm.",
    unread: "Please type it like “5:30 pm”.",
  },
  undo: "Undo",
  remove: "Remove",
  change: "Change",
  cancel: "Cancel",
  save: "Save",
  about: (/** @type {string} */ action, /** @type {string} */ what) => `${action}: ${what}`,

  // Today
  next_line: (/** @type {string} */ name, /** @type {string} */ day, /** @type {string} */ time) =>
    `${name}, ${day} ${time}`,
  next_in: (/** @type {number} */ hours, /** @type {number} */ minutes) => `In ${duration(hours, minutes)}.`,
  next_now: (/** @type {string} */ until) => `It is on now, until ${until}.`,
  leave_by: (/** @type {string} */ time) => `Leave by ${time}.`,
  leave_now: "Time to leave.",
  where: "Where",
  link: "Link",
  link_copy: "Copy the link",
  link_copied: "The link is copied.",
  room: "Room",
  with: "With",
  bring: "Bring",
  next_open: "Open",
  next_open_spoken: (/** @type {string} */ name) => `Open: ${name}`,
  next_none: "No session is planned",
  next_none_text: "When the next one is set, it stands here.",
  schedule_open: "See the week",
  later: "Later today",
  week_of: (/** @type {number} */ week, /** @type {number | null} */ of) =>
    of === null ? `Week ${week}` : `Week ${week} of ${of}`,
  hours_so_far: (/** @type {number} */ attended, /** @type {number | null} */ target) =>
    target === null
      ? `${hoursOf(attended)} hours so far`
      : `${hoursOf(attended)} of ${hoursOf(target)} hours so far`,
  invite: "Your schedule",
  invite_text: "Set it up once. Your next session will then stand here.",
  invite_action: "Set up your program",

  // Homework
  homework: "Homework",
  homework_which: "Which homework",
  homework_whiches: { kept: "Homework", trashed: "Trash" },
  homework_open: "To do",
  homework_done_part: "Done",
  homework_list: "Homework to do",
  homework_list_done: "Homework that is done",
  homework_list_trashed: "Homework in the trash",
  homework_all: "All homework",
  homework_add: "Add homework",
  homework_empty_title: "No homework",
  homework_empty_text: "What you are given in a session can stand here.",
  homework_open_empty: "Nothing to do right now.",
  homework_trash_lead: "Homework stays here for thirty days. Then it is gone for good.",
  homework_trash_empty: trash_empty,
  homework_in_trash: {
    ...trash,
    restored: "The homework is back.",
    delete_title: "Delete this homework for good?",
    deleted: "It is gone.",
  },
  homework_given: (/** @type {string} */ day) => `Given ${day}`,
  homework_due: (/** @type {string} */ when) => `Due ${when}`,
  homework_due_session: (/** @type {string} */ when) => `For the session ${when}`,
  homework_due_none: "No day set",
  homework_was_done: (/** @type {string} */ day) => `Done ${day}`,
  homework_when: (/** @type {string} */ day, /** @type {string} */ time) => `${day}, ${time}`,
  homework_done: "Marked as done.",
  homework_new_title: "Add homework",
  homework_change_title: "Change homework",
  homework_text: "What is it?",
  homework_text_missing: "Please write what it is.",
  homework_skill: "Skill to practice",
  homework_skill_none: "No skill",
  homework_due_label: "When is it due?",
  homework_due_next: (/** @type {string} */ name, /** @type {string} */ day, /** @type {string} */ time) =>
    `Next ${name}: ${day} ${time}`,
  homework_due_next_one: "At the next session of this kind",
  homework_due_date: "On a day I choose",
  homework_date: "Day",
  homework_date_missing: "Please choose a day.",
  homework_saved: "The homework is saved.",
  homework_trashed: "The homework is in the trash.",
  homework_trash: "Move to trash",

  // The program
  title: "Program",
  lead: "You can change all of this at any time.",
  blank_title: "Set up your program",
  blank_text: "A few questions, about two minutes. Skip what you do not know.",
  blank_action: "Start",
  blank_go_on: "Go on",
  blank_file: "Take in a calendar file",
  basics: "The basics",
  name: "Name of the program",
  optional: "Optional",
  name_hint: "Optional. Nobody else sees it.",
  start: "First day",
  start_hint: "Optional. It counts your weeks.",
  weeks: "How many weeks",
  weeks_hint: "Often 8 to 12. Blank is fine.",
  weeks_wrong: "Please type a whole number from 1 to 104.",
  hours: "Hours each week",
  hours_hint: "Often 9 or more.",
  hours_wrong: "Please type a number from 0 to 80.",
  last_day: "Planned last day",
  last_day_hint: "Optional.",
  last_day_from: (/** @type {string} */ day) => `Left blank, it is ${day}.`,
  last_day_wrong: "The last day is before the first day.",
  more: "Time zone, phone and address",
  zone: "Time zone",
  zone_hint: "Times stay in this zone when you travel.",
  zone_none: "Wherever I am",
  phone: "Phone",
  address: "Address",
  phases: "Step-down",
  phases_text: "Fewer days or hours from some day on. Optional.",
  phase_add: "Add a step",
  phase: (/** @type {number} */ place) => `Step ${place}`,
  phase_from: "From",
  phase_from_missing: "Please choose the day it starts.",
  phase_days: "Days a week",
  phase_days_wrong: "Please type a number from 0 to 7.",
  phase_hours: "Hours a week",
  breaks: "Breaks",
  breaks_text: "Holidays, or days when the program is closed. Optional.",
  break_add: "Add a break",
  break: (/** @type {number} */ place) => `Break ${place}`,
  break_first: "First day off",
  break_last: "Last day off",
  break_name: "Name",
  break_first_missing: "Please choose the first day.",
  break_last_wrong: "The last day is before the first.",
  saved: "The program is saved.",
  sessions_where: "Sessions are changed in the week, one by one or all at once.",
  sessions_week: "Go to the week",

  // Set-up
  set_up_back: "Leave for now",
  set_up_kept: "You had begun this. It is as you left it.",
  set_up_steps: ["Your program", "Your sessions", "Breaks and steps", "Does this look right?"],
  set_up_leads: [
    "Skip what you do not know. All of it can be changed later.",
    "One line for each kind of session. Add more as you need.",
    "Skip this if there is nothing to say.",
    "It goes into your schedule when you press Save.",
  ],
  back: "Back",
  next: "Next",
  finish: "Save my program",
  finishing: "Saving…",
  finished: "Your program is set up.",
  session: (/** @type {number} */ place) => `Session ${place}`,
  kind: "Kind",
  days: "Days",
  days_missing: "Please choose at least one day.",
  from: "From",
  until: "Until",
  from_missing: "Please type when it starts.",
  until_missing: "Please type when it ends.",
  until_wrong: "It ends before it starts.",
  how_often: "How often",
  intervals: [
    { value: "1", label: "Every week" },
    { value: "2", label: "Every second week" },
    { value: "3", label: "Every third week" },
    { value: "4", label: "Every fourth week" },
  ],
  first_one: "The first one",
  session_more: "Place, people and what to bring",
  place: "Place",
  link_label: "Link, if it is online",
  facilitator: "Who leads it",
  bring_label: "What to bring",
  bring_hint: "Such as “diary card”",
  travel: "Minutes to get there",
  travel_hint: "For “Leave by”.",
  travel_wrong: "Please type a number of minutes, at most 600.",
  session_last: "Ends on",
  session_last_wrong: "It ends before it starts.",
  session_add: "Add a session",
  session_removed: "The session is off the list.",
  sessions_none: "No sessions yet. You can add them later.",
  review_program: "Program",
  review_sessions: "Sessions",
  review_edit: "Change",
  review_from: (/** @type {string} */ day) => `Starts ${day}`,
  review_weeks: (/** @type {number} */ weeks) => counted(weeks, "week", "weeks"),
  review_last: (/** @type {string} */ day) => `Last day ${day}`,
  review_hours: (/** @type {number} */ hours) => `Plan: ${counted(hours, "hour", "hours")} a week`,
  review_zone: (/** @type {string} */ zone) => `Time zone: ${zone}`,
  review_sum: (/** @type {number} */ minutes) =>
    `These sessions come to about ${hoursOf(minutes)} hours a week.`,
  review_phase: (
    /** @type {string} */ day,
    /** @type {number | null} */ days,
    /** @type {number | null} */ hours,
  ) =>
    `From ${day}: ${listFormat.format(
      [
        days === null ? "" : `${counted(days, "day", "days")} a week`,
        hours === null ? "" : `${counted(hours, "hour", "hours")} a week`,
      ].filter((part) => part !== ""),
    )}`,
  review_break: (/** @type {string} */ name, /** @type {string} */ first, /** @type {string} */ last) => {
    const days = first === last ? first : `${first} to ${last}`;
    return name === "" ? days : `${name}: ${days}`;
  },
  review_bring: (/** @type {string} */ what) => `Bring: ${what}`,

  // Calendar files
  calendar: "Calendar files",
  calendar_in: "Take in a file",
  calendar_in_text: "A file that ends in “.ics”, from any calendar. You see all of it first.",
  calendar_choose: "Choose the file",
  calendar_choose_other: "Choose another file",
  calendar_not_one: "This is not a calendar file",
  calendar_not_one_text: "Choose a file that ends in “.ics”. Nothing was changed.",
  calendar_zone: "One time zone is not known here",
  calendar_zone_text: "We guessed it. Please look at the times.",
  calendar_changes: /** @type {Record<import("../../ipc.js").IcsChange, string>} */ ({
    new: "New",
    changed: "Changed",
    removed: "No longer in the file",
    same: "Not changed",
  }),
  calendar_change_texts: /** @type {Record<import("../../ipc.js").IcsChange, string>} */ ({
    new: "Those with a tick come in.",
    changed: "Those with a tick take the new times and words.",
    removed: "Those with a tick leave your schedule.",
    same: "These stay as they are.",
  }),
  calendar_group: (/** @type {string} */ name, /** @type {number} */ count) => `${name} (${count})`,
  calendar_all: "Tick all",
  calendar_none: "Tick none",
  calendar_kind: (/** @type {string} */ summary) => `Kind: ${summary}`,
  calendar_untitled: "No name",
  calendar_before: (/** @type {string} */ words) => `Before: ${words}`,
  calendar_after: (/** @type {string} */ words) => `Now: ${words}`,
  rule_line: (/** @type {string} */ time, /** @type {string} */ often) => `${time}, ${often}`,
  rule_start: asStart,
  rule_from: (/** @type {string} */ day) => `From ${day}`,
  rule_from_until: (/** @type {string} */ from, /** @type {string} */ until) => `${from} to ${until}`,
  rule_from_times: (/** @type {string} */ day, /** @type {number} */ count) =>
    `From ${day}, ${counted(count, "time", "times")} in all`,
  calendar_times: (/** @type {number} */ count) =>
    `${counted(count, "time", "times")} in the next twelve months`,
  calendar_next: (/** @type {string} */ when) => `Next: ${when}`,
  calendar_more: (/** @type {number} */ count) => `Show ${count} more`,
  calendar_skipped: "Some parts cannot be read",
  calendar_skipped_text: "They are left out. The rest can come in.",
  calendar_fault: (/** @type {string} */ name, /** @type {string} */ what) => `${name}: ${what}`,
  calendar_faults: /** @type {Record<import("../../ipc.js").IcsFaultKind, string>} */ ({
    name: "it has no mark to find it by.",
    start: "the start cannot be read.",
    length: "it is longer than a year.",
    rule: "it comes again in a way we cannot follow.",
    dates: "it has too many days.",
  }),
  calendar_keeps: "Where you marked a session or took notes, it stays.",
  calendar_nothing: "There is nothing new in this file.",
  calendar_empty: "There is nothing in this file.",
  calendar_take: "Take it in",
  calendar_take_none: "Tick at least one first.",
  calendar_working: "Taking it in…",
  calendar_done: (
    /** @type {number} */ added,
    /** @type {number} */ changed,
    /** @type {number} */ removed,
  ) =>
    `${[
      added > 0 ? `${numberFormat.format(added)} new` : "",
      changed > 0 ? `${numberFormat.format(changed)} changed` : "",
      removed > 0 ? `${numberFormat.format(removed)} taken off` : "",
    ]
      .filter((part) => part !== "")
      .join(", ")}.`,
  calendar_leave: "Leave it",
  calendar_out: "Save as a file",
  calendar_out_text: "Other calendars can read it. Whoever has the file can read it too.",
  calendar_out_never: "Notes, homework and what you attended stay out of it.",
  calendar_out_programme: "Program sessions only",
  calendar_out_all: "Everything",
  calendar_saved: "The file is saved.",
});
