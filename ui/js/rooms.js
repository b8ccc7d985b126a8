// The rooms there are, in the order of the navigation. A room that is not built is not in the list.

/** @type {readonly {id: "today" | "skills" | "journal" | "settings", icon: string}[]} */
export const ROOMS = Object.freeze([
  { id: "today", icon: "today" },
  { id: "skills", icon: "skills" },
  { id: "journal", icon: "journal" },
  { id: "settings", icon: "settings" },
]);
