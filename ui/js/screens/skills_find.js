// What helps right now: what is going on, and three skills that fit, always. Nothing has to be said.

import { useAsked } from "../asking.js";
import { Banner, ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Chips } from "../components/checks.js";
import { Dialog } from "../components/dialog.js";
import { Page } from "../components/page.js";
import { Slider } from "../components/slider.js";
import { Suggestion } from "../components/suggestion.js";
import { showToast } from "../components/toast.js";
import { html, useEffect, useState } from "../html.js";
import { call } from "../ipc.js";
import { NO_NEED } from "../library.js";
import { t } from "../strings/en.js";

/**
 * @typedef {import("../ipc.js").Need} Need
 * @typedef {import("../ipc.js").FindView} FindView
 * @typedef {import("../app.js").Ways} Ways
 */

/** A slider asks with every step of it. */
const ASK_MS = 50;
/** How long nothing changes before the names are said. */
const SAY_MS = 700;
const MINUTES = [2, 5, 10, 20];
/** The chip for what is not said. */
const NONE = "";

/** @param {string} none @param {Record<string, string>} names */
const choicesOf = (none, names) => [
  { value: NONE, label: none },
  ...Object.entries(names).map(([value, label]) => ({ value, label })),
];
const FEELINGS = choicesOf(t.skills.find_feeling_none, t.skills.feelings);
const URGES = choicesOf(t.skills.find_urge_none, t.skills.urges);
const PLACES = choicesOf(t.skills.find_place_none, t.skills.places);
const TIMES = [
  { value: NONE, label: t.skills.find_minutes_none },
  ...MINUTES.map((minutes) => ({
    value: String(minutes),
    label: minutes === MINUTES.at(-1) ? t.skills.find_minutes_most(minutes) : t.skills.minutes(minutes),
  })),
];

/** @param {{ ways: Ways, memory: import("./skills.js").Memory, parts: import("../html.js").VNode }} props */
export function Find({ ways, memory, parts }) {
  const [need, setNeed] = useState(memory.need);
  const [isPointOpen, setPointOpen] = useState(false);
  /** @type {import("../asking.js").Asked<FindView>} */
  const { view, problem, reload } = useAsked("skills_find", need, ASK_MS);

  /** @param {Partial<Need>} patch */
  const change = (patch) => {
    memory.need = { ...need, ...patch };
    setNeed(memory.need);
  };

  /** @param {"feeling" | "urge" | "minutes" | "place"} what @param {string} legend @param {{value: string, label: string}[]} options */
  const ask = (what, legend, options) => html`<${Chips}
    id=${`find-${what}`}
    legend=${legend}
    options=${options}
    value=${String(need[what] ?? NONE)}
    onChange=${(/** @type {any} */ value) => change({ [what]: value === NONE ? null : what === "minutes" ? Number(value) : value })}
  />`;

  return html`<${Page} class="skills-page find" before=${parts} title=${t.skills.find_title} lead=${t.skills.find_lead}>
      <div class="find-columns">
        <form class="find-questions" onSubmit=${(/** @type {Event} */ event) => event.preventDefault()}>
          ${ask("feeling", t.skills.find_feeling, FEELINGS)}
          <div class="find-strength">
            <${Slider}
              id="find-strength"
              label=${t.skills.find_strength}
              value=${need.strength}
              onChange=${(/** @type {number} */ strength) => change({ strength })}
              words=${t.practice.strength_word}
              outOf=${(/** @type {number} */ value) => t.practice.out_of(value, 100)}
              unset=${t.practice.not_set}
              ends=${{ low: t.practice.low, high: t.practice.high }}
            />
            ${view && html`<${Point} view=${view} onOpen=${() => setPointOpen(true)} />`}
          </div>
          ${ask("urge", t.skills.find_urge, URGES)}
          ${ask("minutes", t.skills.find_minutes, TIMES)}
          ${ask("place", t.skills.find_place, PLACES)}
          <div><${Button} kind="quiet" icon="undo" onClick=${() => change(NO_NEED)}>${t.skills.find_reset}<//></div>
        </form>
        <section class="find-results" aria-labelledby="find-results-title">
          <h2 id="find-results-title">${t.skills.find_results}</h2>
          ${problem && html`<${ProblemBanner} code=${problem} onRetry=${reload} />`}
          ${view && html`<${Results} view=${view} need=${need} ways=${ways} />`}
          <${SaidAloud} names=${view?.suggestions.map(({ card }) => card.name) ?? []} />
        </section>
      </div>
    <//>
    ${isPointOpen && view && html`<${PointDialog} view=${view} onClose=${() => setPointOpen(false)} onSaved=${reload} />`}`;
}

/** @param {{ view: FindView, need: Need, ways: Ways }} props */
function Results({ view, need, ways }) {
  return html`${(need.urge === "hurt_myself" || view.only_crisis) && html`<${HelpFirst} onHelp=${ways.help} />`}
    ${view.only_crisis && html`<p class="find-crisis"><strong>${t.skills.only_crisis}</strong> ${t.skills.only_crisis_why(view.breakdown_point)}</p>`}
    <ul role="list" class="suggestions">
      ${view.suggestions.map(
        (suggestion, at) => html`<${Suggestion}
          key=${suggestion.card.id}
          suggestion=${suggestion}
          first=${at === 0}
          feeling=${need.feeling}
          onStart=${() => ways.start(suggestion.card.id, need)}
          onRead=${() => ways.go({ room: "skills", view: "skill", skill: suggestion.card.id })}
          onKept=${(/** @type {number} */ id) => ways.go({ room: "skills", view: "sheet", id })}
        />`,
      )}
    </ul>`;
}

/** @param {{ onHelp: () => void }} props */
function HelpFirst({ onHelp }) {
  return html`<${Banner}
    tone="care"
    live=${false}
    class="help-first"
    title=${t.skills.find_help_title}
    actions=${html`<${Button} id="find-help" icon="help" class="help-button" onClick=${onHelp}>${t.nav.help}<//>`}
    ><p>${t.skills.find_help_text}</p><//
  >`;
}

/** Says the names once the person has stopped choosing. @param {{ names: string[] }} props */
function SaidAloud({ names }) {
  const [said, setSaid] = useState("");
  const words = names.length > 0 ? t.skills.find_results_heard(names) : "";
  useEffect(() => {
    const timer = setTimeout(() => setSaid(words), SAY_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return html`<p class="only-heard" role="status">${said}</p>`;
}

/** @param {{ view: FindView, onOpen: () => void }} props */
function Point({ view, onOpen }) {
  const words = view.own_point
    ? t.skills.point_own(view.breakdown_point)
    : t.skills.point_default(view.breakdown_point);
  return html`<p class="find-point">
    <span>${words}</span>
    <button type="button" id="find-point" class="text-button" onClick=${onOpen}>${t.skills.point_change}</button>
  </p>`;
}

/** @param {{ view: FindView, onClose: () => void, onSaved: () => void }} props */
function PointDialog({ view, onClose, onSaved }) {
  const [point, setPoint] = useState(view.breakdown_point);
  const [problem, setProblem] = useState(/** @type {import("../ipc.js").ErrorCode | null} */ (null));

  /** @param {number | null} next */
  const save = async (next) => {
    try {
      await call("skills_breakdown_save", { point: next });
    } catch (error) {
      setProblem(/** @type {import("../ipc.js").Problem} */ (error).code);
      return;
    }
    onSaved();
    onClose();
    showToast({ text: t.skills.point_saved });
  };

  return html`<${Dialog}
    title=${t.skills.point_title}
    onClose=${onClose}
    actions=${html`${view.own_point && html`<${Button} kind="quiet" onClick=${() => save(null)}>${t.skills.point_usual}<//>`}
      <${Button} onClick=${onClose}>${t.common.cancel}<//>
      <${Button} kind="primary" icon="check" onClick=${() => save(point)}>${t.common.save}<//>`}
  >
    ${problem && html`<${ProblemBanner} code=${problem} />`}
    <p>${t.skills.point_text}</p>
    <p>${t.skills.point_text_more}</p>
    <${Slider}
      label=${t.skills.point_label}
      value=${point}
      onChange=${setPoint}
      words=${t.practice.strength_word}
      outOf=${t.skills.point_value}
      unset=${t.practice.not_set}
      ends=${{ low: t.practice.low, high: t.practice.high }}
    />
  <//>`;
}
