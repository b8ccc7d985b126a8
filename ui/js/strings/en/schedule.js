// The words of the Schedule room: the weeks, the list, one session, and the form for it.

import { saving } from "./saving.js";
import { trash, trash_empty } from "./trash.js";

/** @param {number} count @param {string} one @param {string} many */
const counted = (count, one, many) => (count === 1 ? `1 ${one}` : `${count} ${many}`);

const hourFormat = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 });

/** @param {number} minutes */
const hours = (minutes) => hourFormat.format(minutes / 60);

/** @param {number} minutes */
const inHours = (minutes) => (minutes === 60 ? "1 hour" : `${hours(minutes)} hours`);

export const schedule = Object.freeze({
  parts_label: "Parts of Schedule",
  parts: {
    week: "Week",
    list: "List",
    homework: "Homework",
    programme: "Program",
    calendar: "Calendar files",
  },
  kinds: /** @type {Record<import("../../ipc.js").EventKind, string>} */ ({
    group: "Group",
    individual: "Individual",
    family: "Family",
    psychoeducation: "Class",
    medication: "Medication visit",
    holistic: "Holistic group",
    assessment: "Assessment",
    mutual_help: "Mutual help",
    other: "Other session",
    personal: "Personal",
  }),

  /* Every session, wherever it is shown */

  all_day: "All day",
  all_day_until: (/** @type {string} */ day) => `All day, until ${day}`,
  in_city: (/** @type {string} */ time, /** @type {string} */ city) => `${time} in ${city}`,
  on_day: (/** @type {string} */ day, /** @type {string} */ time) => `${day} ${time}`,
  day: (/** @type {string} */ weekday, /** @type {string} */ day) => `${weekday}, ${day}`,
  both: (/** @type {string} */ one, /** @type {string} */ other) => `${one} · ${other}`,
  here: (/** @type {string} */ time) => `${time} here`,
  by_link: "By video link",
  room_of: (/** @type {string} */ room) => (/^\d/.test(room) ? `Room ${room}` : room),
  cancelled: "Cancelled",
  on_break: (/** @type {string} */ name) => (name === "" ? "Break" : `Break: ${name}`),
  moved_from: (/** @type {string} */ when) => `Moved from ${when}`,
  not_marked: "Not marked yet",
  attendance: /** @type {Record<import("../../ipc.js").Attendance, string>} */ ({
    attended: "Attended",
    part: "Part of it",
    missed: "Missed",
    excused: "Excused",
  }),
  part_of: (/** @type {number} */ minutes) => `Part of it, ${counted(minutes, "minute", "minutes")}`,
  undo: "Undo",
  undone: "It is as it was before.",
  undo_refused: "It was changed after that, so it stays.",

  /* The week */

  weeks: {
    now: "This week",
    next: "Next week",
    other: (/** @type {string} */ day) => `Week of ${day}`,
  },
  week_of: (/** @type {string} */ from, /** @type {string} */ until) => `${from} to ${until}`,
  week_count: (/** @type {number} */ week, /** @type {number | null} */ of) =>
    of === null ? `Week ${week}` : `Week ${week} of ${of}`,
  week_before: "Previous week",
  week_after: "Next week",
  week_pick: "A day of the week to show",
  week_days: "The days of this week",
  today: "Today",
  nothing: "Nothing planned",
  nothing_week: "Nothing in this week",
  nothing_week_text: "The other weeks are one step away.",
  add: "Add",
  reminders: "Reminders",
  print: "Print",
  two_zones: (/** @type {string} */ city) => `Times are those of ${city}. Yours is shown beside them.`,
  hours_planned: (/** @type {number} */ planned, /** @type {number | null} */ target) =>
    target === null || planned >= target
      ? `${inHours(planned)} planned`
      : `${hours(planned)} of ${inHours(target)} planned`,
  hours_marked: (/** @type {number} */ attended, /** @type {number | null} */ target) =>
    target === null ? `${inHours(attended)} marked` : `${hours(attended)} of ${inHours(target)} marked`,
  hours_open: (/** @type {number} */ unmarked) => `${hours(unmarked)} not marked yet`,

  empty_title: "Set up your program",
  empty_text: "Say when your sessions are. It takes about two minutes, and you can change all of it later.",
  empty_set_up: "Set up your program",
  empty_add: "Add one thing",
  empty_file: "Take in a calendar file",

  conflict_title: (/** @type {number} */ count) =>
    count === 1 ? "Two things at the same time" : "Some things are at the same time",
  conflict: (/** @type {string} */ day, /** @type {string} */ first, /** @type {string} */ second) =>
    `${day}: ${first}, and ${second}.`,
  conflict_one: (/** @type {string} */ name, /** @type {string} */ time) => `${name}, ${time}`,
  conflict_fine: "Fine",
  conflict_fine_of: (/** @type {string} */ first, /** @type {string} */ second) =>
    `Fine: ${first} and ${second}`,

  paper_title: (/** @type {string} */ dates) => `My week: ${dates}`,
  paper_columns: { day: "Day", time: "Time", what: "What", where: "Where and who", bring: "Bring" },
  paper_phone: (/** @type {string} */ number) => `Phone ${number}`,

  /* The list */

  list_title: "The next weeks",
  list_more: "Show more weeks",
  list_empty: "Nothing in these weeks",
  list_empty_text: "What you add shows up here.",

  /* One session */

  back: "Back",
  session: "One session",
  when: (/** @type {string} */ day, /** @type {string} */ time) => `${day}, ${time}`,
  status_titles: { cancelled: "This one is cancelled", break: "No session on this day" },
  facts_label: "What to know",
  facts: {
    kind: "Kind",
    leave: "Leave by",
    where: "Where",
    room: "Room",
    link: "Link",
    who: "Who",
    bring: "Bring",
    phone: "Phone",
    repeats: "Repeats",
    description: "Notes about it",
    source: "Comes from",
  },
  repeats_often: (/** @type {string} */ often) => often.charAt(0).toUpperCase() + often.slice(1),
  leave_by: (/** @type {string} */ time, /** @type {string} */ length) => `${time} (${length} on the way)`,
  link_hint: "Copy it into your browser. Evenkeel does not go online.",
  copy_of: (/** @type {string} */ name) => `Copy: ${name}`,
  copied: "Copied.",
  imported: "A calendar file",

  attendance_title: "Were you there?",
  attendance_hint: "Any answer is fine. You can change it at any time.",
  attendance_clear: "Take the mark away",
  attendance_minutes: "How many minutes?",
  attendance_minutes_hint: (/** @type {number} */ planned) => `It was planned for ${planned}.`,
  attendance_minutes_missing: (/** @type {number} */ most) => `A number from 1 to ${most}, please.`,
  attendance_waiting: "It is saved as soon as you type the minutes.",
  attendance_later: "You can mark it once it has begun.",
  attendance_already: "Mark it already",
  ...saving,

  notes_title: "Your notes",
  notes_before: "Before",
  notes_before_hint: "What do you want to bring up?",
  notes_after: "After",
  notes_after_hint: "What do you want to keep from it?",

  homework_title: "Homework from this session",
  homework_add: "Add homework",
  homework_all: "All homework",
  homework_due: (/** @type {string} */ day) => `Due ${day}`,
  homework_done: "Done",

  change: "Change",
  cancel: "Cancel this one",
  uncancel: "Not cancelled after all",
  remove: "Delete",
  cancelled_done: "This one is cancelled.",
  uncancelled_done: "It is back in your week.",
  removed_done: (/** @type {string} */ name) => `${name} is in the trash.`,
  ended_done: "This and later ones are deleted.",
  remove_keep: "Keep it",
  remove_title: "Which ones?",
  remove_one: "Only this one",
  remove_one_hint: "It stays in your week, marked as cancelled.",
  remove_later: "This and later ones",
  remove_later_hint: "The ones before it stay, and all that you marked or wrote.",
  remove_all: "All of them",
  remove_all_hint: "They go to the trash, with your notes and marks. After thirty days all of it is gone.",

  /* The trash */

  trash_title: "Trash",
  trash_lead:
    "What you delete waits here for thirty days, with your notes and marks. Then it is gone for good.",
  trash_empty,
  trash_list: "Deleted from your schedule",
  trash_back: "Back to the week",
  trashed_series: (/** @type {string} */ day) => `Repeats from ${day}`,
  trash: {
    ...trash,
    restored: "It is back in your schedule.",
    delete_title: "Delete this for good?",
    delete_text: "Your notes and marks go with it. Nobody can bring it back after this.",
    deleted: "It is gone.",
  },

  /* The form */

  new_title: "Add to your schedule",
  change_title: "Change",
  change_title_of: (/** @type {string} */ name) => `Change: ${name}`,
  scope: "Which ones do you change?",
  scopes: /** @type {Record<import("../../ipc.js").ChangeScope, { label: string, hint: string }>} */ ({
    this: { label: "Only this one", hint: "The others stay as they are." },
    this_and_future: { label: "This and later ones", hint: "The ones before it stay." },
    all: { label: "All", hint: "What you marked and wrote stays." },
  }),
  parts_of_form: { what: "What", when: "When", where: "Where and who", more: "More" },
  kind: "Kind",
  name: "Name",
  name_optional: "Name, if you like",
  name_missing: "Please give it a name.",
  repeats: "How often",
  repeats_once: "Once",
  repeats_weekly: "Every week",
  repeats_second: "Every second week",
  repeats_other: "Every few weeks",
  interval: "Every how many weeks",
  interval_wrong: "A number from 1 to 52, please.",
  days: "On which days",
  days_missing: "Please choose a day.",
  own_way: "It repeats in its own way, as the calendar file says. That stays as it is.",
  date: "Date",
  date_missing: "Please choose a date.",
  date_moved: "Date of this one",
  from: "From",
  until: "Until, if you know it",
  until_wrong: "This is before the first day.",
  also_on: "Also on",
  also_add: "Add one more date",
  also_remove: (/** @type {string} */ day) => (day === "" ? "Take this date away" : `Take away: ${day}`),
  first_on: (/** @type {string} */ day) => `The first one is on ${day}.`,
  whole_day: "All day",
  last_day: "Last day",
  last_day_wrong: "This is before the first day.",
  start: "Starts",
  start_missing: "Please set the time it starts.",
  end: "Ends",
  end_missing: "Please set the time it ends.",
  end_same: "It ends when it starts. Please set a later time.",
  length: (/** @type {string} */ length) => `That is ${length}.`,
  length_next_day: (/** @type {string} */ length) => `That is ${length}. It ends on the next day.`,
  place: "Place",
  place_hint: "An address, or a name you know.",
  link: "Link",
  link_hint_form: "For a video session. It is kept here, never opened.",
  room: "Room",
  who: "Who leads it",
  bring: "What to bring",
  bring_hint: "Such as “diary card”.",
  travel: "Minutes on the way",
  travel_hint: "Then you see when to leave.",
  travel_wrong: "A number from 0 to 600, please.",
  zone: "Time zone",
  zone_own: (/** @type {string} */ city) => `As your program: ${city}`,
  zone_kept: "As it is",
  zone_hint: "The times above are those of this place.",
  description: "Notes about it",
  save: "Save",
  form_cancel: "Leave it as it is",
  form_cancel_new: "Leave it",
  form_kept: "You had begun this. It is as you left it.",
  form_fresh: "Start over",
  form_emptied: "The form is as it was at first.",
  form_let_go: "Nothing was saved.",
  form_check: (/** @type {number} */ count) =>
    count === 1 ? "One thing is missing or does not fit." : `${count} things are missing or do not fit.`,
  added: (/** @type {string} */ name) => `${name} is in your schedule.`,
  changed: "Your change is saved.",
});
