// Days as they stand below a chart.

const LANGUAGE = "en-US";
const formats = {
  weekday: new Intl.DateTimeFormat(LANGUAGE, { weekday: "short" }),
  day: new Intl.DateTimeFormat(LANGUAGE, { month: "short", day: "numeric" }),
  month: new Intl.DateTimeFormat(LANGUAGE, { month: "short" }),
  year: new Intl.DateTimeFormat(LANGUAGE, { year: "numeric" }),
};

/** A January stands for its year. @param {string} date @param {import("../chart.js").TickUnit} unit */
export function tickLabel(date, unit) {
  const isNewYear = unit === "month" && date.slice(5, 7) === "01";
  return formats[isNewYear ? "year" : unit].format(new Date(`${date}T12:00:00`));
}
