// The rooms there are, in the order of the navigation. A room that is not built is not in the list.

/** @type {readonly {id: "today" | "check_in" | "skills" | "journal" | "schedule" | "progress" | "settings", icon: string}[]} */
export const ROOMS = Object.freeze([
  { id: "today", icon: "today" },
  { id: "check_in", icon: "check_in" },
  { id: "skills", icon: "skills" },
  { id: "journal", icon: "journal" },
  { id: "schedule", icon: "calendar" },
  { id: "progress", icon: "progress" },
  { id: "settings", icon: "settings" },
]);
