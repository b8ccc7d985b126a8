// The words of the Progress room: what a chart shows, said in sentences.

const numberFormat = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 });

/** @param {number} value */
const inNumber = (value) => numberFormat.format(value);

/** @param {number} days */
const inDays = (days) => (days === 1 ? "1 day" : `${inNumber(days)} days`);

export const progress = Object.freeze({
  title: "Progress",
  lead: "What you wrote down, over time. It shows, and does not judge.",
  parts_label: "Parts of Progress",
  parts: { charts: "Charts", together: "What moved together" },

  span: "How far back",
  spans: /** @type {Record<import("../../ipc.js").Span, string>} */ ({
    week: "Week",
    month: "Month",
    programme: "Program",
    all: "All time",
  }),
  shown: (/** @type {string} */ from, /** @type {string} */ until) => `${from} to ${until}`,
  programme_missing: "When did your program begin? Until you say so, you see all of it.",
  programme_label: "First day of your program",
  programme_since: (/** @type {string} */ day) => `Your program began on ${day}.`,
  programme_change: "Change the day",
  programme_forget: "Forget the day",
  programme_saved: "The day is saved.",
  programme_forgotten: "The day is forgotten.",
  programme_empty: "Please choose a day.",
  by_week: "Each dot is a week. Half of its days lie within the band.",
  by_month: "Each dot is a month. Half of its days lie within the band.",

  empty_title: "Nothing to show yet",
  empty_text: "Check-ins, cards and questionnaires will draw their lines here.",
  empty_span_title: "Nothing in this time",
  empty_span_text: "A longer time may hold more.",
  empty_action: "Check in",

  mood: "Mood",
  skills: "Skills used",
  group_first: "Mood and skills",
  group_scores: "Questionnaires",

  recorded: (/** @type {number} */ days) => `Recorded on ${inDays(days)}.`,
  filled_in: (/** @type {number} */ days) => `Filled in on ${inDays(days)}.`,
  few: "More days will show more.",
  mostly: (/** @type {string} */ value) => `Mostly ${value}.`,
  mostly_between: (/** @type {string} */ low, /** @type {string} */ high) =>
    `Mostly between ${low} and ${high}.`,
  yes_as_no: "Yes about as often as no.",
  yes_more: "Yes more often than no.",
  no_more: "No more often than yes.",
  early_late: (/** @type {string} */ early, /** @type {string} */ late) =>
    early === late
      ? `The first and the last third are alike: ${early}.`
      : `In the first third mostly ${early}, in the last third mostly ${late}.`,

  number: inNumber,
  of: (/** @type {number} */ value, /** @type {number} */ most) => `${inNumber(value)} of ${inNumber(most)}`,
  hours: (/** @type {number} */ value) => (value === 1 ? "1 hour" : `${inNumber(value)} hours`),
  uses: (/** @type {number} */ value) => (value === 1 ? "1 skill" : `${inNumber(value)} skills`),
  unit: (/** @type {number} */ value, /** @type {string} */ unit) => `${inNumber(value)} ${unit}`,
  yes: "yes",
  no: "no",
  yes_and_no: "yes and no",
  between_steps: (/** @type {string} */ low, /** @type {string} */ high) => `between “${low}” and “${high}”`,
  step: (/** @type {string} */ name) => `“${name}”`,

  point_day: (/** @type {string} */ day, /** @type {string} */ value) => `${day}: ${value}`,
  point_day_many: (/** @type {string} */ day, /** @type {string} */ value, /** @type {number} */ count) =>
    `${day}: ${value}, the middle of ${count}`,
  point_week: (/** @type {string} */ day) => `Week of ${day}`,
  point_few: (/** @type {string} */ when, /** @type {string} */ value, /** @type {number} */ days) =>
    `${when}: ${value}. ${inDays(days)}.`,
  point_many: (
    /** @type {string} */ when,
    /** @type {string} */ value,
    /** @type {string} */ half,
    /** @type {number} */ days,
  ) => `${when}: mostly ${value}. Half lie ${half}. ${inDays(days)}.`,
  half_between: (/** @type {string} */ low, /** @type {string} */ high) => `between ${low} and ${high}`,
  half_at: (/** @type {string} */ value) => `at ${value}`,
  last_point: "Last:",
  walk: (/** @type {string} */ name) => `Points of ${name}, one after the other`,

  as_table: "Show as a table",
  table_hide: "Hide the table",
  table_of: (/** @type {string} */ name) => `${name} as a table`,
  columns: {
    day: "Day",
    week: "Week of",
    month: "Month",
    value: "Value",
    middle: "Middle",
    half: "Middle half",
    days: "Days",
  },
  hide: (/** @type {string} */ name) => `Hide for now: ${name}`,
  hidden: (/** @type {string} */ name) => `${name} is hidden until you lock.`,
  hidden_title: "Hidden for now",
  hidden_text: "They come back when you lock and open again.",
  show_again: (/** @type {string} */ name) => `Show again: ${name}`,
  undo: "Undo",

  together_lead: "Pick two things. You see one on days when the other was high, and on the rest.",
  together_a: "Split the days by",
  together_b: "And look at",
  together_few_series: "It takes two things that you wrote down. They show here in time.",
  together_above: (/** @type {string} */ name, /** @type {string} */ split) => `${name} above ${split}`,
  together_rest: (/** @type {string} */ name, /** @type {string} */ split) => `${name} ${split} or below`,
  together_yes: (/** @type {string} */ name) => `${name}: yes`,
  together_no: (/** @type {string} */ name) => `${name}: no`,
  together_side: (/** @type {string} */ side, /** @type {string} */ name, /** @type {string} */ value) =>
    `${side}: ${name} mostly ${value}.`,
  together_spread: (/** @type {number} */ days, /** @type {string} */ middle, /** @type {string} */ half) =>
    `${inDays(days)}. Middle ${middle}, half of them ${half}.`,
  together_same: "The middle is the same on both.",
  together_overlap: "The two bars overlap. Many of these days were alike.",
  together_apart: "The two bars do not overlap.",
  together_not_because: "Together is not because",
  together_why_not: "Something else may move both. It tells what went along, and never why.",
  together_not_enough: "Not enough days to say anything yet",
  together_needs: (/** @type {number} */ days) =>
    days < 14
      ? `${days === 0 ? "No day has" : days === 1 ? "1 day has" : `${days} days have`} both. It takes 14 or more.`
      : `${inNumber(days)} days have both, but too few lie on one side. It takes 5 there.`,
});
