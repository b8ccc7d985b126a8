// What the window notices while it is open: that somebody is there, and that a new day has begun.
import { call } from "./ipc.js";

const TOUCH_MS = 10_000;
const DAY_CHECK_MS = 60_000;

const ACTIVITY = ["keydown", "pointerdown", "pointermove", "wheel"];

/** @returns {() => void} stops telling */
export function tellHostOfActivity() {
  let lastAt = 0;
  const touch = () => {
    const now = Date.now();
    if (now - lastAt < TOUCH_MS) return;
    lastAt = now;
    call("session_touch").catch(() => {
      lastAt = 0;
    });
  };
  for (const kind of ACTIVITY) addEventListener(kind, touch, { capture: true, passive: true });
  return () => {
    for (const kind of ACTIVITY) removeEventListener(kind, touch, { capture: true });
  };
}

/** @param {() => void} tell @returns {() => void} stops looking */
export function onNewDay(tell) {
  let day = new Date().getDate();
  const timer = setInterval(() => {
    const now = new Date().getDate();
    if (now !== day) tell();
    day = now;
  }, DAY_CHECK_MS);
  return () => clearInterval(timer);
}
