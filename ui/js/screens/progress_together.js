// What moved together: how one thing was on days when another was high or low. Never why.

import { useAsked } from "../asking.js";
import { Banner, ProblemBanner } from "../components/banner.js";
import { ChartRange } from "../components/chart_range.js";
import { Page } from "../components/page.js";
import { Select } from "../components/select.js";
import { html, useMemo, useState } from "../html.js";
import { t } from "../strings/en.js";
import { SpanSwitch } from "./progress_span.js";
import { axisOf, halfWords, nameOf, shortWords, valueWords } from "./progress_words.js";

/**
 * @typedef {import("../ipc.js").ProgressView} ProgressView
 * @typedef {import("../ipc.js").TogetherView} TogetherView
 * @typedef {import("../ipc.js").SeriesView} SeriesView
 * @typedef {import("../ipc.js").Span} Span
 * @typedef {import("../ipc.js").Spread} Spread
 * @typedef {import("./progress.js").Memory} Memory
 * @typedef {import("./progress_words.js").MoodSteps} MoodSteps
 */

const TOO_SHORT = "week";

/** @param {{ today: string, memory: Memory, parts: import("../html.js").VNode }} props */
export function Together({ today, memory, parts }) {
  const [span, setSpan] = useState(/** @type {Span} */ (memory.span === TOO_SHORT ? "all" : memory.span));
  const [pair, setPair] = useState(memory.pair);
  /** @type {import("../asking.js").Asked<ProgressView>} */
  const { view, problem, reload } = useAsked("progress", { span, until: today });
  /** @type {import("../asking.js").Asked<import("../ipc.js").MoodWordsView>} */
  const { view: words } = useAsked("check_in_words");
  const series = view?.series ?? [];
  const a = series.find(({ key }) => key === pair.a) ?? series[1] ?? null;
  const b =
    series.find(({ key }) => key === pair.b && key !== a?.key) ?? series.find((one) => one !== a) ?? null;

  /** @param {Partial<Memory["pair"]>} patch */
  const pick = (patch) => {
    memory.pair = { a: a?.key ?? null, b: b?.key ?? null, ...patch };
    setPair(memory.pair);
  };
  /** @param {Span} next */
  const look = (next) => {
    memory.span = next;
    setSpan(next);
  };
  /** @param {SeriesView[]} offered */
  const options = (offered) => offered.map((one) => ({ value: one.key, label: nameOf(one) }));

  return html`<${Page} class="skills-page together" before=${parts} title=${t.progress.parts.together} lead=${t.progress.together_lead}>
    <${SpanSwitch} ...${{ span, view, today }} without=${TOO_SHORT} onSpan=${look} onStart=${reload} />
    ${problem && html`<${ProblemBanner} code=${problem} onRetry=${reload} />`}
    ${view && series.length < 2 && html`<p class="quiet-text" role="status">${t.progress.together_few_series}</p>`}
    ${
      a &&
      b &&
      words &&
      html`<div class="together-pair">
          <${Select} id="together-a" label=${t.progress.together_a} options=${options(series)} value=${a.key} onChange=${(/** @type {string} */ key) => pick({ a: key })} />
          <${Select} id="together-b" label=${t.progress.together_b} options=${options(series.filter((one) => one !== a))} value=${b.key} onChange=${(/** @type {string} */ key) => pick({ b: key })} />
        </div>
        <${Result} ...${{ a, b, span, today }} steps=${words.steps} />`
    }
  <//>`;
}

/** @param {{ a: SeriesView, b: SeriesView, span: Span, today: string, steps: MoodSteps }} props */
function Result({ a, b, span, today, steps }) {
  /** @type {import("../asking.js").Asked<TogetherView>} */
  const { view, problem, reload } = useAsked("progress_together", { a: a.key, b: b.key, span, until: today });
  // The last answer stays until the next one is there, with what it was about.
  const asked = useMemo(() => ({ a, b }), [view]);
  if (problem) return html`<${ProblemBanner} code=${problem} onRetry=${reload} />`;
  if (!view) return null;
  const { split, more, less, days } = view;
  if (split === null || more === null || less === null) {
    return html`<div class="together-result">
      <div role="status">
        <p class="together-title">${t.progress.together_not_enough}</p>
        <p>${t.progress.together_needs(days)}</p>
      </div>
    </div>`;
  }
  const [high, low] = sideNames(asked.a, split, steps);
  const sides = [
    { name: high, spread: more },
    { name: low, spread: less },
  ];
  return html`<div class="together-result">
    <div role="status">
      <p class="together-title">
        ${sides.map(({ name, spread }) => t.progress.together_side(name, nameOf(asked.b), middleWords(asked.b, spread, steps))).join(" ")}
      </p>
      <p>${compareWords(more, less)}</p>
    </div>
    <dl class="together-sides">
      ${sides.map(
        ({ name, spread }) => html`<div key=${name}>
          <dt>${name}</dt>
          <dd>
            <${ChartRange} spread=${spread} axis=${axisOf(asked.b)} />
            <p>${t.progress.together_spread(spread.days, middleWords(asked.b, spread, steps), halfWords(asked.b, spread, steps))}</p>
          </dd>
        </div>`,
      )}
    </dl>
    <${RangeEnds} series=${asked.b} steps=${steps} />
    <${Banner} live=${false} title=${t.progress.together_not_because}>
      <p>${t.progress.together_why_not}</p>
    <//>
  </div>`;
}

/** @param {SeriesView} series @param {Spread} spread @param {MoodSteps} steps */
const middleWords = (series, { typical }, steps) => valueWords(series, typical, steps);

/** @param {SeriesView} series @param {number} split @param {MoodSteps} steps @returns {[string, string]} */
function sideNames(series, split, steps) {
  const name = nameOf(series);
  if (series.kind === "yes_no") return [t.progress.together_yes(name), t.progress.together_no(name)];
  const at = valueWords(series, split, steps);
  return [t.progress.together_above(name, at), t.progress.together_rest(name, at)];
}

/** @param {Spread} one @param {Spread} other */
function compareWords(one, other) {
  if (one.typical === other.typical) return t.progress.together_same;
  return one.low <= other.high && other.low <= one.high
    ? t.progress.together_overlap
    : t.progress.together_apart;
}

/** The ends of the scale both bars are on. @param {{ series: SeriesView, steps: MoodSteps }} props */
function RangeEnds({ series, steps }) {
  const axis = axisOf(series);
  return html`<p class="together-ends" aria-hidden="true">
    <span>${shortWords(series, axis.least, steps)}</span>
    <span>${nameOf(series)}</span>
    <span>${shortWords(series, axis.top, steps)}</span>
  </p>`;
}
