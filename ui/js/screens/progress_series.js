// One thing over time, as a card.

import { SCORE_REACH } from "../chart.js";
import { Button } from "../components/button.js";
import { Chart } from "../components/chart.js";
import { TableBehind } from "../components/chart_table.js";
import { html, useMemo, useRef } from "../html.js";
import { t } from "../strings/en.js";
import { axisOf, nameOf, pointWords, sentencesOf, shortWords, tableOf } from "./progress_words.js";

/**
 * @typedef {import("../ipc.js").SeriesView} SeriesView
 * @typedef {import("./progress_words.js").MoodSteps} MoodSteps
 */

/**
 * @param {{
 *   series: SeriesView, steps: MoodSteps, time: { from: string, until: string },
 *   onHide: (card: HTMLElement | null) => void,
 * }} props
 */
export function SeriesCard({ series, steps, time, onHide }) {
  const { key, kind, grain } = series;
  const id = key.replace(":", "-");
  const name = nameOf(series);
  const card = useRef(/** @type {HTMLElement | null} */ (null));
  const points = useMemo(() => series.points.map(({ date, spread }) => ({ date, ...spread })), [series]);
  const axis = useMemo(() => axisOf(series), [series]);
  const isNamed = kind === "mood";
  const shownAxis = useMemo(
    () => (isNamed ? { ...axis, ticks: [axis.least, (axis.least + axis.top) / 2, axis.top] } : axis),
    [axis, isNamed],
  );
  const tickWords = (/** @type {number} */ value) =>
    isNamed ? (steps.find((step) => step.value === value)?.name ?? "") : shortWords(series, value, steps);

  return html`<section class="series" ref=${card} aria-labelledby=${`${id}-name`}>
    <div class="series-head">
      <h3 id=${`${id}-name`}>${name}</h3>
      <${Button} id=${`hide-${key}`} kind="quiet" icon="eye_shut" label=${t.progress.hide(name)} onClick=${() => onHide(card.current)} />
    </div>
    <p class="series-words" id=${`${id}-words`}>${sentencesOf(series, steps).join(" ")}</p>
    <${Chart}
      points=${points}
      axis=${shownAxis}
      grain=${grain}
      time=${time}
      reach=${kind === "score" ? SCORE_REACH : undefined}
      joined=${kind !== "yes_no"}
      named=${isNamed}
      name=${name}
      labelledBy=${`${id}-words`}
      words=${(/** @type {number} */ index) => pointWords(series, index, steps)}
      tickWords=${tickWords}
    />
    <${TableBehind} id=${`${id}-table`} label=${t.progress.table_of(name)} table=${() => tableOf(series, steps)} />
  </section>`;
}
