// The diary card of one day, on one page.

import { useAsked } from "../asking.js";
import { openCard } from "../card.js";
import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { TextArea } from "../components/field.js";
import { Icon } from "../components/icon.js";
import { Page } from "../components/page.js";
import { showToast } from "../components/toast.js";
import { copyText } from "../copy.js";
import { addDays, clockOf, dayInWords, longDay, plainDay } from "../dates.js";
import { classes, html, useEffect, useMemo, useReducer, useState } from "../html.js";
import { call } from "../ipc.js";
import { t } from "../strings/en.js";
import { CardRows } from "./card_rows.js";
import { CardSkills } from "./card_skills.js";

/**
 * @typedef {import("../ipc.js").CardView} CardView
 * @typedef {import("../ipc.js").CardSavedView} CardSavedView
 * @typedef {import("../card.js").OpenCard} OpenCard
 * @typedef {import("../autosave.js").SaveState} SaveState
 * @typedef {import("../app.js").Ways} Ways
 */

/** @param {SaveState} state */
const failureOf = (state) => (state.name === "failed" || state.name === "saving" ? state.failed : null);

/**
 * @param {{
 *   date: string, today: string, ways: Ways, handle: import("../locking.js").Writers["card"],
 *   parts: import("../html.js").VNode,
 * }} props
 */
export function Card({ parts, date, today, ways, handle }) {
  /** @type {import("../asking.js").Asked<CardView>} */
  const { view, problem, reload } = useAsked("card_open", { date });
  return html`<${Page}
    class="skills-page card-page"
    before=${parts}
    title=${t.card.title}
    lead=${date === today ? `${dayInWords(date, today)}, ${longDay(date)}` : longDay(date)}
    actions=${html`<${DayPicker} ...${{ date, today, ways }} />`}
  >
    ${problem && html`<${ProblemBanner} code=${problem} onRetry=${reload} />`}
    ${view && view.date === date && html`<${OneCard} key=${view} card=${view} ...${{ ways, handle }} onReload=${reload} />`}
  <//>`;
}

/** @param {{ date: string, today: string, ways: Ways }} props */
function DayPicker({ date, today, ways }) {
  const isToday = date >= today;
  /** @param {string} day */
  const go = (day) => {
    if (day !== "" && day <= today)
      ways.go({ room: "check_in", view: "card", date: day === today ? null : day });
  };
  return html`<div class="day-picker" role="group" aria-label=${t.card.day}>
    <${Button} id="day-before" kind="quiet" icon="back" onClick=${() => go(addDays(date, -1))}>${t.card.day_before}<//>
    <input
      id="day"
      class="input"
      type="date"
      aria-label=${t.card.day}
      value=${date}
      max=${today}
      onChange=${(/** @type {any} */ event) => go(event.currentTarget.value)}
    />
    <${Button}
      id="day-after"
      kind="quiet"
      iconEnd="next"
      aria-disabled=${isToday ? "true" : undefined}
      onClick=${() => go(addDays(date, 1))}
    >
      ${t.card.day_after}
    <//>
    ${!isToday && html`<${Button} id="day-today" kind="quiet" icon="today" onClick=${() => go(today)}>${t.card.to_today}<//>`}
  </div>`;
}

/**
 * @param {{
 *   card: CardView, ways: Ways, handle: import("../locking.js").Writers["card"], onReload: () => Promise<void>,
 * }} props
 */
function OneCard({ card, ways, handle, onReload }) {
  const open = useMemo(
    () =>
      openCard({
        card,
        save: (request) => call("card_save", request),
        onSaved: (/** @type {CardSavedView} */ saved) => saved.offer_help && ways.offerHelp(),
      }),
    [],
  );
  const [, redraw] = useReducer((/** @type {number} */ count) => count + 1, 0);
  useEffect(() => open.subscribe(() => redraw(undefined)), []);
  useEffect(() => {
    handle.current = open;
    return () => {
      void open.flush();
      if (handle.current === open) handle.current = null;
    };
  }, []);
  const page = open.page();
  const { filled, filled_later, filled_on } = open.filled();
  const failure = failureOf(open.state());

  const clear = async () => {
    if ((await open.flush()) !== null) return;
    const before = open.request();
    try {
      await call("card_clear", { date: card.date });
    } catch (error) {
      showToast({ text: t.errors[/** @type {import("../ipc.js").Problem} */ (error).code].what });
      return;
    }
    await onReload();
    document.querySelector("h1")?.focus();
    showToast({
      text: t.card.cleared,
      action: {
        label: t.card.undo,
        run: async () => {
          try {
            await call("card_save", before);
            await onReload();
          } catch (error) {
            showToast({ text: t.errors[/** @type {import("../ipc.js").Problem} */ (error).code].what });
          }
        },
      },
    });
  };

  return html`<div class="card">
    <div class="card-hint">
      <p>${t.card.hint}</p>
      ${filled_later && filled_on && html`<p class="card-later"><${Icon} name="clock" />${t.card.filled_later(plainDay(filled_on))}</p>`}
      <${Button} id="card-set" kind="quiet" icon="settings" onClick=${() => ways.go({ room: "check_in", view: "set" })}>${t.card.change_set}<//>
    </div>
    <${CardRows} open=${open} />
    <${CardSkills} open=${open} />
    <${TextArea}
      class="card-note"
      label=${t.card.note}
      hint=${t.card.note_hint}
      rows="3"
      spellcheck=${true}
      value=${page.note}
      onInput=${(/** @type {string} */ note) => open.change({ note })}
    />
    <div class="page-foot card-end">
      ${
        failure &&
        html`<${ProblemBanner}
          code=${failure}
          onRetry=${() => open.flush()}
          actions=${html`<${Button} icon="copy" onClick=${() => copyText(open.words())}>${t.card.copy}<//>`}
        />`
      }
    <div class="card-foot">
      <${Button} id="card-done" kind="primary" icon="check" onClick=${ways.back}>${t.card.done}<//>
      <${Saved} state=${open.state()} filled=${filled} />
      ${filled && html`<${Button} id="card-clear" kind="quiet" icon="bin" class="card-clear" onClick=${clear}>${t.card.clear}<//>`}
    </div>
    </div>
  </div>`;
}

/** @param {{ state: SaveState, filled: boolean }} props */
function Saved({ state, filled }) {
  const failed = failureOf(state) !== null;
  const isSaved = state.name === "saved" || (state.name === "idle" && filled);
  const [heard, setHeard] = useState("");
  useEffect(() => {
    if (failed) setHeard("");
    else if (state.name === "saved") setHeard(t.card.saved_spoken);
  }, [state.name, failed]);
  return html`<p class=${classes("save-state", failed && "is-failed")}>
      ${(isSaved || failed) && html`<${Icon} name=${failed ? "problem" : "check"} />`}
      <span>${saveWords(state, { failed, filled })}</span>
    </p>
    <p class="only-heard" role="status">${heard}</p>`;
}

/** @param {SaveState} state @param {{ failed: boolean, filled: boolean }} known */
function saveWords(state, { failed, filled }) {
  if (failed) return t.card.not_saved;
  if (state.name === "saved") return t.card.saved_at(clockOf(state.at));
  if (state.name === "idle") return filled ? t.card.saved : t.card.saves;
  return t.card.saving;
}
