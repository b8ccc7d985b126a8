// Filling in a questionnaire: all its questions on one page, each answer saved by itself.

import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Icon } from "../components/icon.js";
import { Page } from "../components/page.js";
import { clockOf } from "../dates.js";
import { classes, html, useEffect, useId, useMemo, useReducer, useRef, useState } from "../html.js";
import { call } from "../ipc.js";
import { firstOpen, GATE, gateParts, itemsAsked, openQuestionnaire } from "../questionnaire.js";
import { t } from "../strings/en.js";
import { AssessmentAbout } from "./assessment_about.js";

/**
 * @typedef {import("../ipc.js").AssessmentView} AssessmentView
 * @typedef {import("../ipc.js").InstrumentView} InstrumentView
 * @typedef {import("../ipc.js").ErrorCode} ErrorCode
 * @typedef {import("../questionnaire.js").OpenQuestionnaire} OpenQuestionnaire
 */

/** @param {OpenQuestionnaire} open */
function stateWords(open) {
  const state = open.state();
  if (state.name === "failed") return t.assessments.not_saved;
  if (state.name === "saved") return t.assessments.saved_at(clockOf(state.at));
  return state.name === "idle" ? t.assessments.saves : t.assessments.saving;
}

/**
 * @param {{
 *   view: AssessmentView, instrument: InstrumentView | null,
 *   handle?: { current: import("../locking.js").WriterHandle | null },
 *   offered: string | null, offer: import("../html.js").VNode,
 *   onOffer: (item: string) => void, onLeave: () => void, onTrash: () => void,
 *   onFinished: (view: AssessmentView) => void,
 * }} props
 */
export function AssessmentForm({
  view,
  instrument,
  handle,
  offered,
  offer,
  onOffer,
  onLeave,
  onTrash,
  onFinished,
}) {
  const open = useMemo(
    () => openQuestionnaire({ view, onOffer, save: (request) => call("assessment_answer", request) }),
    [],
  );
  const [, redraw] = useReducer((/** @type {number} */ count) => count + 1, 0);
  const [problem, setProblem] = useState(/** @type {ErrorCode | null} */ (null));
  const [stillOpen, setStillOpen] = useState(/** @type {string | null} */ (null));
  const [said, setSaid] = useState("");
  const page = useRef(/** @type {HTMLElement | null} */ (null));

  useEffect(() => {
    const stop = open.subscribe(() => redraw(undefined));
    if (handle)
      handle.current = {
        flush: async (limitMs) => (await open.flush(limitMs)) === null,
        words: () => "",
      };
    return () => {
      if (handle) handle.current = null;
      stop();
      void open.flush();
    };
  }, []);

  const given = open.given();
  const asked = itemsAsked(view, given);
  const counted = asked.filter(({ counts }) => counts);
  const isDone = open.finished() && firstOpen(view, given) === null;
  const isHalfDoneAgain = view.finished && !isDone;
  const place = (/** @type {string} */ item) => view.items.findIndex(({ id }) => id === item) + 1;

  /** @param {string} item @param {number} value */
  const choose = (item, value) => {
    if (item === stillOpen) setStillOpen(null);
    setSaid("");
    open.choose(item, value);
  };
  /** @param {() => void | Promise<void>} act */
  const onceSaved = async (act) => {
    if ((await open.flush()) === null) await act();
    else setSaid(t.assessments.stay_first);
  };
  const finish = async () => {
    const missing = firstOpen(view, given);
    if (missing !== null) {
      setStillOpen(missing);
      setSaid(missing === GATE ? t.assessments.open_gate : t.assessments.open_at(place(missing)));
      setTimeout(() => {
        const row = page.current?.querySelector(`[data-item="${missing}"]`);
        row?.querySelector("input")?.focus({ preventScroll: true });
        row?.scrollIntoView({ block: "center" });
      });
      return;
    }
    await onceSaved(async () => {
      try {
        onFinished(await call("assessment_finish", { id: view.id }));
      } catch (error) {
        setProblem(/** @type {import("../ipc.js").Problem} */ (error).code);
      }
    });
  };

  const state = open.state();
  const failed = "failed" in state ? state.failed : null;
  const code = /** @type {ErrorCode | null} */ (failed ?? problem);
  return html`<${Page}
    class="skills-page assessment"
    title=${view.name}
    lead=${instrument?.full_name}
    before=${html`<div class="assessment-bar">
      <${Button} kind="quiet" icon="back" class="page-back" onClick=${() => onceSaved(onLeave)}>${isDone ? t.assessments.back : t.assessments.leave}<//>
      <${Button} kind="quiet" icon="bin" label=${t.assessments.trash} onClick=${onTrash} />
    </div>`}
  >
    <div class="assessment-page" ref=${page}>
      ${code && html`<${ProblemBanner} code=${code} onRetry=${failed ? () => open.flush() : finish} />`}
      ${view.gate && html`<${Gate} view=${view} value=${given[GATE]} isOpen=${stillOpen === GATE} onChoose=${(/** @type {number} */ value) => choose(GATE, value)} />`}
      ${view.gate && given[GATE] === 0 && html`<p class="assessment-lead">${t.assessments.gate_no}</p>`}
      ${
        asked.length > 0 &&
        html`<div class="assessment-items" role="group" aria-labelledby="assessment-lead">
          <p class="assessment-lead" id="assessment-lead">${view.lead}</p>
          ${asked.map(
            (item) => html`<${Item}
                key=${item.id}
                id=${item.id}
                legend=${t.assessments.item_name(place(item.id), item.text)}
                hint=${item.counts ? "" : t.assessments.not_counted}
                options=${item.options}
                numbered=${view.better === "higher"}
                value=${given[item.id]}
                isOpen=${stillOpen === item.id}
                onChoose=${(/** @type {number} */ value) => choose(item.id, value)}
              />
              ${offered === item.id && offer}`,
          )}
        </div>`
      }
      ${instrument && html`<${AssessmentAbout} instrument=${instrument} />`}
      <div class="page-foot assessment-foot">
        <${Button} id="assessment-finish" kind="primary" icon="check" onClick=${finish}>
          ${isDone ? t.assessments.edited : t.assessments.finish}
        <//>
        <p class=${classes("assessment-said", said === "" && "quiet-text")} role="status">
          ${said || (isHalfDoneAgain && t.assessments.half_done_again)}
        </p>
        <div class="assessment-state">
          ${counted.length > 0 && html`<span>${t.assessments.answered(counted.filter(({ id }) => given[id] !== undefined).length, counted.length)}</span>`}
          <span class=${classes("save-state", failed && "is-failed")}>
            ${state.name === "saved" && html`<${Icon} name="check" />`}${failed && html`<${Icon} name="problem" />`}<span>${stateWords(open)}</span>
          </span>
        </div>
      </div>
    </div>
  <//>`;
}

/** @param {{ view: AssessmentView, value: number | undefined, isOpen: boolean, onChoose: (value: number) => void }} props */
function Gate({ view, value, isOpen, onChoose }) {
  const { gate } = view;
  const id = useId();
  if (gate === null) return null;
  const { say, list, ask } = gateParts(gate.text);
  return html`<div class="assessment-gate">
    <div id=${id} class="assessment-gate-text">
      ${say.map((line) => html`<p key=${line}>${line}</p>`)}
      <ul class="plain-list">${list.map((line) => html`<li key=${line}>${line}</li>`)}</ul>
    </div>
    <${Item}
      id=${GATE}
      legend=${ask}
      describedBy=${id}
      options=${[{ text: gate.yes, value: 1 }, { text: gate.no, value: 0 }]}
      ...${{ value, isOpen, onChoose }}
    />
  </div>`;
}

/**
 * @param {{
 *   id: string, legend: string, hint?: string, describedBy?: string, options: { text: string, value: number }[],
 *   numbered?: boolean, value: number | undefined, isOpen: boolean, onChoose: (value: number) => void,
 * }} props `numbered` shows the number of each answer, where the questions speak of it
 */
function Item({ id, legend, hint = "", describedBy, options, numbered = false, value, isOpen, onChoose }) {
  const name = useId();
  const described = classes(describedBy, hint && `${name}-hint`, isOpen && `${name}-open`);
  return html`<div class=${classes("item", isOpen && "is-open")} data-item=${id}>
    <fieldset aria-describedby=${described || undefined}>
      <legend class="item-text">${legend}</legend>
      ${hint && html`<p class="item-hint" id=${`${name}-hint`}>${hint}</p>`}
      ${isOpen && html`<p class="item-open" id=${`${name}-open`}><${Icon} name="back" />${t.assessments.still_open}</p>`}
      <div class="item-answers" style=${{ "--answers": String(options.length) }}>
        ${options.map(
          (option) => html`<label class="item-answer" key=${option.value}>
            <input
              type="radio"
              name=${name}
              value=${option.value}
              checked=${option.value === value}
              onChange=${() => onChoose(option.value)}
            />
            <span class="choice-dot" />
            <span class="item-answer-text">${option.text}</span>
            ${numbered && html`<span class="item-answer-number">${option.value}</span>`}
          </label>`,
        )}
      </div>
    </fieldset>
  </div>`;
}
