// Clocks for what saves itself, so that no test waits and none depends on the speed of the machine.

/** Lets what was promised come to its end. */
export const settle = () => new Promise((resolve) => setImmediate(resolve));

/** A clock that only moves when told. */
export function handClock() {
  let now = 0;
  let next = 1;
  const timers = new Map();
  return {
    now: () => now,
    set: (run, ms) => {
      timers.set(next, { at: now + ms, run });
      return next++;
    },
    clear: (timer) => timers.delete(timer),
    waiting: () => timers.size,
    async advance(ms) {
      const end = now + ms;
      for (;;) {
        const due = [...timers].filter(([, t]) => t.at <= end).sort((a, b) => a[1].at - b[1].at)[0];
        if (!due) break;
        now = due[1].at;
        timers.delete(due[0]);
        due[1].run();
        await settle();
      }
      now = end;
      await settle();
    },
  };
}
