import { h } from "../html.js";

// Drawn on a 24 by 24 grid with one round pen; nothing here comes from an icon set.
/** @type {Record<string, string[]>} */
const DRAWINGS = {
  back: ["M19 12H5.5", "M11 6l-6 6 6 6"],
  bin: [
    "M4.5 7h15",
    "M9.5 7V5.2c0-.7.5-1.2 1.2-1.2h2.6c.7 0 1.2.5 1.2 1.2V7",
    "M6.5 7l.8 11.6c.1.8.7 1.4 1.5 1.4h6.4c.8 0 1.4-.6 1.5-1.4L17.5 7",
  ],
  calendar: ["M5 6.5h14v13H5z", "M5 10.5h14", "M9 4v4", "M15 4v4"],
  care: [
    "M12 20c-5-3.4-8-6.6-8-10.2C4 7.1 6 5.2 8.3 5.2c1.6 0 2.9.8 3.7 2.2.8-1.4 2.1-2.2 3.7-2.2C18 5.2 20 7.1 20 9.8c0 3.6-3 6.8-8 10.2z",
  ],
  check: ["M5 12.8l4.6 4.7L19 7.5"],
  clock: ["M12 4a8 8 0 100 16 8 8 0 000-16z", "M12 8v4.5l3 2"],
  close: ["M6.5 6.5l11 11", "M17.5 6.5l-11 11"],
  computer: ["M4 5.5h16v10.5H4z", "M9 20h6", "M12 16v4"],
  copy: ["M9 9h10.5v10.5H9z", "M5.5 15H4.5V4.5H15v1"],
  down: ["M6.5 9.5l5.5 5.5 5.5-5.5"],
  eye: [
    "M3 12c2.2-4 5.2-6 9-6s6.8 2 9 6c-2.2 4-5.2 6-9 6s-6.8-2-9-6z",
    "M12 9.3a2.7 2.7 0 100 5.4 2.7 2.7 0 000-5.4z",
  ],
  eye_shut: [
    "M3.5 10.5c2.3 3 5.1 4.5 8.5 4.5s6.2-1.5 8.5-4.5",
    "M6.5 13.3L5 15.8",
    "M12 15v3",
    "M17.5 13.3l1.5 2.5",
  ],
  filter: ["M4.5 7h15", "M7.5 12h9", "M10.5 17h3"],
  help: [
    "M12 3.5a8.5 8.5 0 100 17 8.5 8.5 0 000-17z",
    "M12 8.5a3.5 3.5 0 100 7 3.5 3.5 0 000-7z",
    "M6 6l3.5 3.5",
    "M18 6l-3.5 3.5",
    "M6 18l3.5-3.5",
    "M18 18l-3.5-3.5",
  ],
  info: ["M12 4a8 8 0 100 16 8 8 0 000-16z", "M12 11.2v5", "M12 7.9v.2"],
  journal: ["M6 4.5h11.5v15H7.5A1.5 1.5 0 016 18z", "M6 17.5c.3-.7.8-1 1.5-1h10", "M9.5 8.5h4.5"],
  key: [
    "M8 12.5a3.7 3.7 0 100 7.4 3.7 3.7 0 000-7.4z",
    "M10.7 13.5L19.5 4.5",
    "M16.5 7.5l2.5 2.5",
    "M13.7 10.4l1.8 1.8",
  ],
  lock: ["M6 11h12v8.5H6z", "M8.5 11V8a3.5 3.5 0 017 0v3"],
  message: ["M4.5 5.5h15v10.5H11l-4 3.5V16H4.5z"],
  minus: ["M5.5 12h13"],
  moon: ["M19.5 14.5A8 8 0 119.5 4.5a6.5 6.5 0 0010 10z"],
  more: ["M6 12v.1", "M12 12v.1", "M18 12v.1"],
  next: ["M5 12h13.5", "M13 6l6 6-6 6"],
  open: ["M6 11h12v8.5H6z", "M8.5 11V8a3.5 3.5 0 016.7-1.4"],
  pause: ["M9 6v12", "M15 6v12"],
  pen: ["M4.5 19.5l1-4L16.5 4.5l3 3L8.5 18.5z", "M14 7l3 3"],
  phone: [
    "M7 4.5h3l1.5 4-2 1.5a10 10 0 004.5 4.5l1.5-2 4 1.5v3a2 2 0 01-2.2 2A15 15 0 015 6.7a2 2 0 012-2.2z",
  ],
  play: ["M8 5.5v13l10.5-6.5z"],
  plus: ["M12 5.5v13", "M5.5 12h13"],
  print: ["M7.5 9V4.5h9V9", "M7.5 16.5h-3V9h15v7.5h-3", "M7.5 13.5h9v6h-9z"],
  problem: ["M12 4l8.5 15h-17z", "M12 10v4.2", "M12 16.7v.1"],
  search: ["M10.5 4.5a6 6 0 100 12 6 6 0 000-12z", "M15 15l5 5"],
  settings: [
    "M4.5 8h7",
    "M16.5 8h3",
    "M14 5.5a2.5 2.5 0 100 5 2.5 2.5 0 000-5z",
    "M4.5 16h3",
    "M12.5 16h7",
    "M10 13.5a2.5 2.5 0 100 5 2.5 2.5 0 000-5z",
  ],
  stop: ["M7 7h10v10H7z"],
  sun: [
    "M12 8.2a3.8 3.8 0 100 7.6 3.8 3.8 0 000-7.6z",
    "M12 3v2",
    "M12 19v2",
    "M3 12h2",
    "M19 12h2",
    "M5.6 5.6L7 7",
    "M17 17l1.4 1.4",
    "M18.4 5.6L17 7",
    "M7 17l-1.4 1.4",
  ],
  tag: ["M4.5 4.5h7l8 8-7 7-8-8z", "M8.5 8.5v.1"],
  undo: ["M8.5 5L4.5 9l4 4", "M4.5 9H14a5 5 0 010 10h-4"],
  words: ["M5 6.5h.1", "M9 6.5h10", "M5 12h.1", "M9 12h10", "M5 17.5h.1", "M9 17.5h7"],
};

/** @param {{ name: keyof typeof DRAWINGS | string, id?: string, class?: string }} props */
export function Icon({ name, id, class: className = "" }) {
  return h(
    "svg",
    {
      id,
      class: `icon ${className}`,
      viewBox: "0 0 24 24",
      fill: "none",
      stroke: "currentColor",
      "stroke-width": "1.75",
      "stroke-linecap": "round",
      "stroke-linejoin": "round",
      "aria-hidden": "true",
      focusable: "false",
    },
    (DRAWINGS[name] ?? []).map((d) => h("path", { d })),
  );
}

export const iconNames = () => Object.keys(DRAWINGS);
