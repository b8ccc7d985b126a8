// Turns the saved appearance into attributes on <html>. `system` is resolved here for contrast and
// motion, so a style sheet needs one attribute selector and no copy of the same block in a media query.

/** @typedef {import("./ipc.js").SettingsView} SettingsView */

const moreContrast = matchMedia("(prefers-contrast: more)");
const lessMotion = matchMedia("(prefers-reduced-motion: reduce)");

/** @type {Pick<SettingsView, "appearance" | "contrast" | "text_size" | "motion">} */
let current = { appearance: "system", contrast: "system", text_size: 100, motion: "system" };

function paint() {
  const root = document.documentElement;
  const more = current.contrast === "more" || (current.contrast === "system" && moreContrast.matches);
  const reduced = current.motion === "reduced" || (current.motion === "system" && lessMotion.matches);
  root.dataset.appearance = current.appearance;
  root.dataset.contrast = more ? "more" : "standard";
  root.dataset.motion = reduced ? "reduced" : "full";
  root.style.setProperty("--text-size", `${current.text_size}%`);
}

/** @param {Pick<SettingsView, "appearance" | "contrast" | "text_size" | "motion">} settings */
export function applySettings(settings) {
  current = settings;
  paint();
}

export const motionIsReduced = () => document.documentElement.dataset.motion === "reduced";

moreContrast.addEventListener("change", paint);
lessMotion.addEventListener("change", paint);
paint();
