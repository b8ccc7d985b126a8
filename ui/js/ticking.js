// A screen that says how long until something is drawn anew with each minute of the wall clock.
import { useEffect, useState } from "./html.js";

const MINUTE_MS = 60_000;

/** The present in milliseconds; it moves on with the minute, and when the window is looked at again. */
export function useMinute() {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    /** @type {ReturnType<typeof setTimeout>} */
    let timer;
    const tick = () => {
      clearTimeout(timer);
      const at = Date.now();
      setNow(at);
      timer = setTimeout(tick, MINUTE_MS - (at % MINUTE_MS));
    };
    tick();
    addEventListener("focus", tick);
    document.addEventListener("visibilitychange", tick);
    return () => {
      clearTimeout(timer);
      removeEventListener("focus", tick);
      document.removeEventListener("visibilitychange", tick);
    };
  }, []);
  return now;
}
