// What was written down, over time: a card for each thing, with a sentence, a chart and a table.

import { useAsked } from "../asking.js";
import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Page } from "../components/page.js";
import { showToast } from "../components/toast.js";
import { html, useEffect, useState } from "../html.js";
import { t } from "../strings/en.js";
import { SeriesCard } from "./progress_series.js";
import { SpanSwitch } from "./progress_span.js";
import { nameOf } from "./progress_words.js";

/**
 * @typedef {import("../ipc.js").ProgressView} ProgressView
 * @typedef {import("../ipc.js").SeriesView} SeriesView
 * @typedef {import("../ipc.js").Span} Span
 * @typedef {import("../app.js").Ways} Ways
 * @typedef {import("./progress.js").Memory} Memory
 * @typedef {{ id: string, title: string, series: SeriesView[] }} Group
 */

/** Series that belong together, in the order in which they come. @param {SeriesView[]} series @returns {Group[]} */
function grouped(series) {
  /** @type {Map<string, Group>} */
  const groups = new Map();
  for (const one of series) {
    const [id, title] = one.section
      ? [one.section, t.card.sections[one.section]]
      : one.kind === "score"
        ? ["scores", t.progress.group_scores]
        : ["first", t.progress.group_first];
    const group = groups.get(id) ?? { id, title, series: [] };
    group.series.push(one);
    groups.set(id, group);
  }
  return [...groups.values()];
}

/** @param {{ ways: Ways, today: string, memory: Memory, parts: import("../html.js").VNode }} props */
export function Charts({ ways, today, memory, parts }) {
  const [span, setSpan] = useState(memory.span);
  const [hidden, setHidden] = useState(memory.hidden);
  /** @type {import("../asking.js").Asked<ProgressView>} */
  const { view, problem, reload } = useAsked("progress", { span, until: today });
  /** @type {import("../asking.js").Asked<import("../ipc.js").MoodWordsView>} */
  const { view: words } = useAsked("check_in_words");

  /** @param {Span} next */
  const look = (next) => {
    memory.span = next;
    setSpan(next);
  };
  /** @param {string[]} next */
  const keepHidden = (next) => {
    memory.hidden = next;
    setHidden(next);
  };
  /** @param {SeriesView} series @param {HTMLElement | null} card */
  const hide = (series, card) => {
    const { hidden: before } = memory;
    const next = card?.nextElementSibling?.querySelector("button");
    keepHidden([...before, series.key]);
    setTimeout(() => {
      const room = document.getElementById("progress-hidden");
      const target = next?.isConnected ? next : room?.querySelector("button");
      if (target instanceof HTMLElement) target.focus();
    });
    showToast({
      text: t.progress.hidden(nameOf(series)),
      action: { label: t.progress.undo, run: () => keepHidden(before) },
    });
  };
  /** @param {string} key */
  const show = (key) => {
    keepHidden(memory.hidden.filter((one) => one !== key));
    setTimeout(() => document.getElementById(`hide-${key}`)?.focus());
  };

  const series = view && words ? view.series : [];
  const shown = series.filter(({ key }) => !hidden.includes(key));
  const away = series.filter(({ key }) => hidden.includes(key));
  const drawn = shown.slice(0, useGrowing(shown.length, view));
  const grain = shown[0]?.grain;
  return html`<${Page} class="skills-page progress" before=${parts} title=${t.progress.title} lead=${t.progress.lead}>
    <${SpanSwitch} ...${{ span, view, today }} onSpan=${look} onStart=${reload} />
    ${problem && html`<${ProblemBanner} code=${problem} onRetry=${reload} />`}
    ${view?.series.length === 0 && html`<${Empty} span=${span} ways=${ways} />`}
    ${grain === "week" && html`<${Key} words=${t.progress.by_week} />`}
    ${grain === "month" && html`<${Key} words=${t.progress.by_month} />`}
    ${
      view &&
      words &&
      grouped(drawn).map(
        ({
          id,
          title,
          series: inGroup,
        }) => html`<section class="series-group" key=${id} aria-labelledby=${`group-${id}`}>
          <h2 id=${`group-${id}`}>${title}</h2>
          <div class="series-cards">
            ${inGroup.map(
              (one) => html`<${SeriesCard}
                key=${one.key}
                series=${one}
                steps=${words.steps}
                time=${view}
                onHide=${(/** @type {HTMLElement | null} */ card) => hide(one, card)}
              />`,
            )}
          </div>
        </section>`,
      )
    }
    ${away.length > 0 && html`<${Hidden} series=${away} onShow=${show} />`}
  <//>`;
}

/** More than a window shows. */
const A_FEW = 6;
/** Until a window has shown them. */
const A_FRAME_OR_TWO_MS = 50;

/**
 * Grows to the whole count, a few at a time: ten years are many charts, and the first ones are seen at once.
 * @param {number} count
 * @param {unknown} anew  begins again for another one
 */
function useGrowing(count, anew) {
  const [grown, setGrown] = useState({ anew, to: A_FEW });
  const to = grown.anew === anew ? grown.to : A_FEW;
  useEffect(() => {
    if (to >= count) return undefined;
    const next = setTimeout(() => setGrown({ anew, to: to + A_FEW }), A_FRAME_OR_TWO_MS);
    return () => clearTimeout(next);
  }, [anew, to, count]);
  return to;
}

/** @param {{ words: string }} props */
const Key = ({ words }) =>
  html`<p class="chart-key"><span class="chart-key-mark" aria-hidden="true" />${words}</p>`;

/** @param {{ span: Span, ways: Ways }} props */
function Empty({ span, ways }) {
  const isAll = span === "all";
  return html`<div class="empty progress-empty" role="status">
    <p class="empty-title">${isAll ? t.progress.empty_title : t.progress.empty_span_title}</p>
    <p>${isAll ? t.progress.empty_text : t.progress.empty_span_text}</p>
    <div><${Button} id="progress-check-in" icon="pen" onClick=${() => ways.go({ room: "check_in", view: "now" })}>${t.progress.empty_action}<//></div>
  </div>`;
}

/** @param {{ series: SeriesView[], onShow: (key: string) => void }} props */
function Hidden({ series, onShow }) {
  return html`<section class="series-group" id="progress-hidden" aria-labelledby="progress-hidden-title">
    <h2 id="progress-hidden-title">${t.progress.hidden_title}</h2>
    <p class="quiet-text">${t.progress.hidden_text}</p>
    <ul role="list" class="name-chips">
      ${series.map(
        (one) => html`<li key=${one.key}>
          <${Button} icon="eye" label=${t.progress.show_again(nameOf(one))} onClick=${() => onShow(one.key)}>${nameOf(one)}<//>
        </li>`,
      )}
    </ul>
  </section>`;
}
