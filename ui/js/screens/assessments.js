// The questionnaires there are: to begin, to go on with, and to switch on or off.

import { useAsked } from "../asking.js";
import { dayNumberOf } from "../chart.js";
import { Banner, ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Toggle } from "../components/choice.js";
import { Page } from "../components/page.js";
import { showToast } from "../components/toast.js";
import { nearDay } from "../dates.js";
import { html } from "../html.js";
import { call } from "../ipc.js";
import { t } from "../strings/en.js";
import { AssessmentAbout } from "./assessment_about.js";

/**
 * @typedef {import("../ipc.js").InstrumentView} InstrumentView
 * @typedef {import("../app.js").Ways} Ways
 */

/** @param {unknown} error */
const wordsFor = (error) => t.errors[/** @type {import("../ipc.js").Problem} */ (error).code].what;

/** @param {{ ways: Ways, today: string, parts?: import("../html.js").VNode }} props */
export function Assessments({ ways, today, parts }) {
  /** @type {import("../asking.js").Asked<InstrumentView[]>} */
  const { view, problem, reload, patch } = useAsked("assessments");
  const on = view?.filter((one) => one.on) ?? [];

  /** @param {InstrumentView} instrument */
  const start = async ({ id }) => {
    try {
      const begun = await call("assessment_start", { instrument: id });
      ways.go({ room: "check_in", view: "assessment", id: begun.id });
    } catch (error) {
      showToast({ text: wordsFor(error) });
    }
  };
  /** @param {InstrumentView} instrument @param {boolean} isOn */
  const choose = async ({ id }, isOn) => {
    const put = (/** @type {boolean} */ value) =>
      patch((now) => now.map((one) => (one.id === id ? { ...one, on: value } : one)));
    put(isOn);
    try {
      await call("assessment_choose", { instrument: id, on: isOn });
    } catch (error) {
      put(!isOn);
      showToast({ text: wordsFor(error) });
    }
  };

  return html`<${Page} class="skills-page assessments" before=${parts} title=${t.assessments.title} lead=${t.assessments.lead}>
    ${problem && html`<${ProblemBanner} code=${problem} onRetry=${reload} />`}
    ${
      view &&
      on.length === 0 &&
      html`<div class="empty">
        <p class="empty-title">${t.assessments.none_on_title}</p>
        <p>${t.assessments.none_on_text}</p>
      </div>`
    }
    ${
      on.length > 0 &&
      html`<ul role="list" class="instruments" aria-label=${t.assessments.list}>
        ${on.map(
          (instrument) => html`<${Instrument}
            key=${instrument.id}
            instrument=${instrument}
            today=${today}
            onStart=${() => start(instrument)}
            onOpen=${(/** @type {number} */ id) => ways.go({ room: "check_in", view: "assessment", id })}
          />`,
        )}
      </ul>`
    }
    ${
      view &&
      html`<${Chosen} instruments=${view} onChoose=${choose} />
        <div class="stands-in-line">
          <${Button} id="assessments-trash" kind="quiet" icon="bin" onClick=${() => ways.go({ room: "check_in", view: "assessments_trash" })}>${t.assessments.trash_title}<//>
        </div>`
    }
  <//>`;
}

/** @param {InstrumentView} instrument @param {string} today */
function lastWords({ last, due }, today) {
  if (last === null) return t.assessments.never;
  const when = t.assessments.last(nearDay(last.date, today));
  return due ? `${when}. ${t.assessments.due(dayNumberOf(today) - dayNumberOf(last.date))}` : when;
}

/**
 * @param {{
 *   instrument: InstrumentView, today: string, onStart: () => void, onOpen: (id: number) => void,
 * }} props
 */
function Instrument({ instrument, today, onStart, onOpen }) {
  const { id, name, full_name, about, notice, last, unfinished } = instrument;
  const isHalfDone = unfinished !== null;
  return html`<li class="instrument">
    <div class="instrument-text">
      <div class="instrument-head">
        <h2>${name}</h2>
        <p class="small-text quiet-text">${full_name}</p>
      </div>
      <div>${about.map((line) => html`<p key=${line}>${line}</p>`)}</div>
      ${
        notice.length > 0 &&
        html`<${Banner} live=${false} class="instrument-notice" title=${t.assessments.before_you_start}>
          ${notice.map((line) => html`<p key=${line}>${line}</p>`)}
        <//>`
      }
      <${AssessmentAbout} instrument=${instrument} named />
    </div>
    <div class="instrument-ways">
      <p class="quiet-text">${isHalfDone ? t.assessments.half_done : lastWords(instrument, today)}</p>
      <div class="button-row">
        <${Button}
          id=${`start-${id}`}
          icon=${isHalfDone ? "undo" : "play"}
          label=${isHalfDone ? t.assessments.go_on_of(name) : t.assessments.start_of(name)}
          onClick=${onStart}
          >${isHalfDone ? t.assessments.go_on : t.assessments.start}<//
        >
        ${
          last !== null &&
          html`<${Button} id=${`results-${id}`} kind="quiet" label=${t.assessments.results_of(name)} onClick=${() => onOpen(last.id)}>${t.assessments.results}<//>`
        }
      </div>
    </div>
  </li>`;
}

/** @param {{ instruments: InstrumentView[], onChoose: (instrument: InstrumentView, on: boolean) => void }} props */
function Chosen({ instruments, onChoose }) {
  return html`<section class="instrument-choice" aria-labelledby="instrument-choice-title">
    <h2 id="instrument-choice-title">${t.assessments.choose_title}</h2>
    <p class="quiet-text">${t.assessments.choose_lead}</p>
    <ul role="list">
      ${instruments.map(
        (one) => html`<li key=${one.id}>
          <${Toggle}
            label=${one.name}
            hint=${one.opt_in ? [one.about[0], ...one.notice].join(" ") : one.about[0]}
            checked=${one.on}
            onChange=${(/** @type {boolean} */ on) => onChoose(one, on)}
          />
        </li>`,
      )}
    </ul>
  </section>`;
}
