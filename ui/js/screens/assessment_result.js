// A questionnaire that is done: its number, how the number moved, and what was answered.

import { useAsked } from "../asking.js";
import { SCORE_REACH, scaleAxis } from "../chart.js";
import { Banner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Chart } from "../components/chart.js";
import { TableBehind } from "../components/chart_table.js";
import { Icon } from "../components/icon.js";
import { Page } from "../components/page.js";
import { longDay, nearDay, plainDay } from "../dates.js";
import { html, useMemo, useState } from "../html.js";
import { GATE, itemsAsked } from "../questionnaire.js";
import { t } from "../strings/en.js";
import { AssessmentAbout } from "./assessment_about.js";

/**
 * @typedef {import("../ipc.js").AssessmentView} AssessmentView
 * @typedef {import("../ipc.js").AssessmentSummaryView} AssessmentSummaryView
 * @typedef {import("../ipc.js").InstrumentView} InstrumentView
 * @typedef {import("../app.js").Ways} Ways
 */

/**
 * @param {{
 *   view: AssessmentView, instrument: InstrumentView | null, today: string, ways: Ways,
 *   offer: import("../html.js").VNode | false, onEdit: () => void, onTrash: () => void,
 * }} props
 */
export function AssessmentResult({ view, instrument, today, ways, offer, onEdit, onTrash }) {
  /** @type {import("../asking.js").Asked<AssessmentSummaryView[]>} */
  const { view: times } = useAsked("assessment_page", { instrument: view.instrument });
  const { name, score, most, better, before, change, notes } = view;
  return html`<${Page}
    class="skills-page assessment result"
    title=${name}
    lead=${t.assessments.result_of(nearDay(view.date, today))}
    before=${html`<div><${Button} kind="quiet" icon="back" class="page-back" onClick=${ways.back}>${t.assessments.back}<//></div>`}
    actions=${html`<${Button} id="assessment-edit" icon="pen" onClick=${onEdit}>${t.assessments.edit}<//>
      <${Button} kind="quiet" icon="bin" label=${t.assessments.trash} onClick=${onTrash} />`}
  >
    ${offer}
    <div class="result-columns">
      <div class="result-main">
        <section class="result-score" aria-labelledby="result-score-title">
          <h2 id="result-score-title">${t.assessments.score_label}</h2>
          <p class="result-number">${t.assessments.score(score ?? 0, most)}</p>
          <p class="quiet-text">${t.assessments.better[better]}</p>
          ${before && score !== null && html`<p class="result-change">${t.assessments.change(score - before.score, plainDay(before.date))}</p>`}
          ${before && change !== null && html`<p class="quiet-text">${t.assessments.real_change(change)}</p>`}
          <${Band} band=${view.band} />
        </section>
        ${times && html`<${Trend} view=${view} times=${times} />`}
        <${Answers} view=${view} />
      </div>
      <div class="result-side">
        <${Banner} live=${false} title=${t.assessments.bring_title}><p>${t.assessments.bring_text}</p><//>
        ${
          notes.length > 0 &&
          html`<section class="result-notes" aria-labelledby="result-notes-title">
            <h2 id="result-notes-title">${t.assessments.notes}</h2>
            ${notes.map((line) => html`<p key=${line}>${line}</p>`)}
          </section>`
        }
        ${instrument && html`<${AssessmentAbout} instrument=${instrument} />`}
      </div>
    </div>
  <//>`;
}

/** The word its makers have for the number, only if one asks. @param {{ band: AssessmentView["band"] }} props */
function Band({ band }) {
  const [open, setOpen] = useState(false);
  if (band === null || band.label === "") return null;
  return html`<div class="result-band">
    <button
      type="button"
      class="behind-button"
      aria-expanded=${open ? "true" : "false"}
      aria-controls=${open ? "result-band" : undefined}
      onClick=${() => setOpen(!open)}
    >
      ${t.assessments.band}<${Icon} name="down" />
    </button>
    ${open && html`<p class="small-text" id="result-band">${t.assessments.band_words(band.from, band.to, band.label)}</p>`}
  </div>`;
}

/** @param {{ view: AssessmentView, times: AssessmentSummaryView[] }} props */
function Trend({ view, times }) {
  const { most, name } = view;
  const axis = useMemo(() => scaleAxis(0, most), [most]);
  const points = useMemo(
    () => times.map(({ date, score }) => ({ date, typical: score, low: score, high: score })).reverse(),
    [times],
  );
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || points.length < 2)
    return html`<section class="result-trend" aria-labelledby="result-trend-title">
      <h2 id="result-trend-title">${t.assessments.trend}</h2>
      <p>${t.assessments.first_time}</p>
    </section>`;
  const scores = times.map(({ score }) => score);
  return html`<section class="result-trend" aria-labelledby="result-trend-title">
    <h2 id="result-trend-title">${t.assessments.trend}</h2>
    <p id="result-trend-words">
      ${t.assessments.trend_sentence(times.length, plainDay(first.date), plainDay(last.date))}${" "}
      ${t.assessments.trend_range(Math.min(...scores), Math.max(...scores), most)}
    </p>
    <${Chart}
      points=${points}
      axis=${axis}
      grain="day"
      time=${{ from: first.date, until: last.date }}
      reach=${SCORE_REACH}
      name=${name}
      labelledBy="result-trend-words"
      words=${(/** @type {number} */ index) => {
        const point = points[index];
        return point ? t.assessments.trend_point(longDay(point.date), point.typical, most) : "";
      }}
    />
    <${TableBehind}
      id="result-table"
      label=${t.progress.table_of(name)}
      table=${() => ({
        columns: [t.assessments.trend_day, t.assessments.trend_score],
        rows: times.map(({ id, date, score }) => [
          id === view.id ? t.assessments.trend_this(plainDay(date)) : plainDay(date),
          t.assessments.score(score, most),
        ]),
      })}
    />
  </section>`;
}

/** @param {{ view: AssessmentView }} props */
function Answers({ view }) {
  const given = Object.fromEntries(view.answers.map(({ item, value }) => [item, value]));
  const lines = itemsAsked(view, given).map(({ id, text, options }, index) => ({
    id,
    text: t.assessments.item_name(index + 1, text),
    answer: options.find(({ value }) => value === given[id])?.text ?? t.assessments.no_answer,
  }));
  return html`<section class="result-answers" aria-labelledby="result-answers-title">
    <h2 id="result-answers-title">${t.assessments.answers}</h2>
    <dl>
      ${
        view.gate &&
        html`<div>
          <dt>${t.assessments.gate_short}</dt>
          <dd>${given[GATE] === 1 ? view.gate.yes : view.gate.no}</dd>
        </div>`
      }
      ${lines.map(({ id, text, answer }) => html`<div key=${id}><dt>${text}</dt><dd>${answer}</dd></div>`)}
    </dl>
  </section>`;
}
