import { elapsedMs, isRunning, minuteNow, newClock, nextDue, started, withPoint } from "../clock.js";
import { Button } from "../components/button.js";
import { Curve } from "../components/curve.js";
import { Rating } from "../components/rating.js";
import { playTone } from "../components/sound.js";
import { html, useEffect, useState } from "../html.js";
import { t } from "../strings/en.js";
import { useTicks } from "./running.js";

/** @typedef {import("../clock.js").Point} Point */

/** @param {import("./props.js").StepProps} props */
export function CurveStep({ task, answer, onChange, say, now, sound }) {
  /** @type {number[]} */
  const minutes = task.minutes;
  const last = minutes.at(-1) ?? 0;
  const given = answer?.kind === "curve" ? answer : null;
  const clock = given?.clock ?? newClock(last * 60);
  /** @type {Point[]} */
  const points = given?.points ?? [];
  const [value, setValue] = useState(/** @type {number | null} */ (null));
  useTicks(isRunning(clock));

  const elapsed = elapsedMs(clock, now()) / 1000;
  const due = nextDue(minutes, points);
  const isDue = points.length > 0 && due !== null && elapsed >= due;
  const hasBegun = points.length > 0;

  useEffect(() => {
    if (!isDue) return;
    say(t.practice.curve_due);
    if (sound) playTone("next");
  }, [isDue]);

  const add = () => {
    if (value === null) {
      say(t.practice.curve_pick);
      return;
    }
    const running = hasBegun ? clock : started(clock, now());
    const point = { minute: hasBegun ? minuteNow(clock, now()) : 0, value };
    onChange({ kind: "curve", clock: running, points: withPoint(points, point) });
    setValue(null);
    say(t.practice.curve_point(t.practice.curve_minute(point.minute), value));
  };
  /** @param {number} minute */
  const remove = (minute) => {
    const rest = points.filter((point) => point.minute !== minute);
    onChange(rest.length === 0 ? null : { kind: "curve", clock, points: rest });
  };

  const whenWords = () => {
    if (!hasBegun) return t.practice.curve_plan(last);
    if (due === null) return t.practice.curve_last;
    if (isDue) return t.practice.curve_due;
    return `${t.practice.curve_next(Math.round((due - elapsed) / 60))} ${t.practice.curve_early}`;
  };

  return html`<div class="step-parts">
    <div class="curve-rate">
      <${Rating}
        class="rating-large"
        hint=${whenWords()}
        legend=${hasBegun ? t.practice.curve_rate : t.practice.curve_first}
        min=${0}
        max=${task.most}
        labels=${{ min: task.low, max: task.high }}
        value=${value}
        onChange=${setValue}
      />
      <${Button} icon="plus" kind=${isDue || !hasBegun ? "primary" : "secondary"} onClick=${add}>
        ${t.practice.curve_add}
      <//>
    </div>
    ${
      hasBegun &&
      html`<div class="curve-shown">
        <${Curve}
          points=${points}
          minutes=${minutes}
          most=${task.most}
          low=${task.low}
          high=${task.high}
          nowMinute=${isRunning(clock) ? Math.min(elapsed / 60, last) : null}
        />
        <${Points} points=${points} onRemove=${remove} />
      </div>`
    }
  </div>`;
}

/** @param {{ points: Point[], onRemove?: (minute: number) => void }} props */
export function Points({ points, onRemove }) {
  return html`<table class="curve-table">
    <caption class="only-heard">${t.practice.curve_title}</caption>
    <thead>
      <tr>
        <th scope="col">${t.practice.curve_when}</th>
        <th scope="col">${t.practice.curve_value}</th>
        ${onRemove && html`<td />`}
      </tr>
    </thead>
    <tbody>
      ${points.map(({ minute, value }) => {
        const when = t.practice.curve_minute(minute);
        return html`<tr key=${minute}>
          <th scope="row">${when}</th>
          <td>${value}</td>
          ${onRemove && html`<td><${Button} kind="quiet" icon="close" label=${t.practice.curve_remove(when)} onClick=${() => onRemove(minute)} /></td>`}
        </tr>`;
      })}
    </tbody>
  </table>`;
}
