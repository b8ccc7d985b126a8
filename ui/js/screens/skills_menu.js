// A personal list, filled while calm: a few lines for each slot, and ideas to take over with one press.

import { useAsked } from "../asking.js";
import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Icon } from "../components/icon.js";
import { Page } from "../components/page.js";
import { showToast } from "../components/toast.js";
import { clockOf } from "../dates.js";
import { classes, html, useEffect, useMemo, useReducer, useRef } from "../html.js";
import { call } from "../ipc.js";
import { openSlot } from "../menu.js";
import { t } from "../strings/en.js";

/**
 * @typedef {import("../ipc.js").SkillView} SkillView
 * @typedef {import("../menu.js").OpenSlot} OpenSlot
 * @typedef {import("../autosave.js").SaveState} SaveState
 * @typedef {import("../app.js").Ways} Ways
 */

/** @param {{ id: string, ways: Ways, handle: import("../locking.js").Writers["menu"] }} props */
export function Menu({ id, ways, handle }) {
  /** @type {import("../asking.js").Asked<SkillView>} */
  const { view, problem, reload } = useAsked("skills_skill", { id });
  const back = html`<div><${Button} kind="quiet" icon="back" class="page-back" onClick=${ways.back}>${t.skills.back}<//></div>`;
  if (view === null && problem === null) return null;
  return html`<${Page}
    class="skills-page menu-page"
    before=${back}
    title=${view ? t.skills.menu_title(view.card.name) : t.skills.own_lists}
    lead=${view && t.skills.menu_lead}
  >
    ${problem && html`<${ProblemBanner} code=${problem} onRetry=${reload} />`}
    ${view && html`<${Slots} view=${view} handle=${handle} onDone=${ways.back} />`}
  <//>`;
}

/** @param {OpenSlot[]} slots @returns {{ failed: string | null, words: string, isSaved: boolean }} */
function stateOf(slots) {
  const states = slots.map((slot) => slot.state());
  const failed = states.find((state) => "failed" in state && state.failed !== null);
  if (failed && "failed" in failed)
    return { failed: failed.failed, words: t.journal.not_saved, isSaved: false };
  if (states.some(({ name }) => name === "saving" || name === "unsaved"))
    return { failed: null, words: t.journal.saving, isSaved: false };
  const saved = states.flatMap((state) => (state.name === "saved" ? [state.at] : []));
  return saved.length === 0
    ? { failed: null, words: t.skills.menu_kept, isSaved: false }
    : { failed: null, words: t.journal.saved_at(clockOf(Math.max(...saved))), isSaved: true };
}

/** @param {{ view: SkillView, handle: import("../locking.js").Writers["menu"], onDone: () => void }} props */
function Slots({ view, handle, onDone }) {
  const slots = useMemo(
    () =>
      view.menu.map((slot) =>
        openSlot({ skill: view.card.id, slot, save: (request) => call("skills_menu_save", request) }),
      ),
    [],
  );
  const [, redraw] = useReducer((/** @type {number} */ count) => count + 1, 0);
  useEffect(() => {
    const stops = slots.map((slot) => slot.subscribe(() => redraw(undefined)));
    handle.current = {
      flush: async (limitMs) =>
        (await Promise.all(slots.map((slot) => slot.flush(limitMs)))).every((left) => left === null),
      words: () => slots.map((slot) => [slot.slot.name, ...slot.items()].join("\n")).join("\n\n"),
    };
    return () => {
      handle.current = null;
      for (const stop of stops) stop();
    };
  }, []);

  const { failed, words, isSaved } = stateOf(slots);
  return html`${
    failed &&
    html`<${ProblemBanner} code=${failed} onRetry=${() => slots.forEach((slot) => void slot.flush())} />`
  }
    <div class="slots">
      ${slots.map((slot) => html`<${Slot} key=${slot.slot.id} open=${slot} />`)}
    </div>
    <div class="page-foot menu-foot">
      <${Button} kind="primary" icon="check" onClick=${onDone}>${t.skills.menu_done}<//>
      <p class=${classes("save-state", failed && "is-failed")} role="status">
        ${isSaved && html`<${Icon} name="check" />`}${failed && html`<${Icon} name="problem" />`}<span>${words}</span>
      </p>
    </div>`;
}

/** @param {{ open: OpenSlot }} props */
function Slot({ open }) {
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  const { id, name, ask } = open.slot;
  const lines = open.lines();
  const ideas = open.ideas();

  /** @param {number} at */
  const focusLine = (at) =>
    setTimeout(() => {
      const inputs = box.current?.querySelectorAll("input") ?? [];
      inputs[Math.min(at, inputs.length - 1)]?.focus();
    });

  /** @param {KeyboardEvent} event @param {number} at */
  const onKey = (event, at) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    focusLine(at + 1);
  };

  /** @param {import("../menu.js").MenuLine} line @param {number} at */
  const remove = (line, at) => {
    const putBack = open.remove(line.key);
    focusLine(at);
    showToast({
      text: t.skills.menu_removed(line.text.trim()),
      action: { label: t.skills.undo, run: putBack },
    });
  };

  /** @param {string} idea @param {number} at */
  const take = (idea, at) => {
    open.take(idea);
    setTimeout(() => {
      const left = box.current?.querySelectorAll(".idea") ?? [];
      const next = left[Math.min(at, left.length - 1)];
      if (next instanceof HTMLElement) next.focus();
      else focusLine(lines.length);
    });
  };

  return html`<section class="slot" aria-labelledby=${`slot-${id}`} ref=${box}>
    <h2 id=${`slot-${id}`}>${name}</h2>
    <p class="quiet-text" id=${`slot-${id}-ask`}>${ask}</p>
    <ul role="list" class="slot-lines">
      ${lines.map((line, at) => {
        const isNew = at === lines.length - 1;
        return html`<li class="slot-line" key=${line.key}>
          <input
            class="input"
            type="text"
            autocomplete="off"
            aria-label=${isNew ? t.skills.menu_new(name) : t.skills.menu_line(name, at + 1)}
            aria-describedby=${`slot-${id}-ask`}
            placeholder=${isNew ? t.skills.menu_placeholder : undefined}
            value=${line.text}
            onInput=${(/** @type {any} */ event) => open.write(line.key, event.currentTarget.value)}
            onKeyDown=${(/** @type {KeyboardEvent} */ event) => onKey(event, at)}
            onBlur=${() => open.leave(line.key)}
          />
          ${!isNew && html`<${Button} kind="quiet" icon="close" label=${t.skills.menu_remove(line.text)} onClick=${() => remove(line, at)} />`}
        </li>`;
      })}
    </ul>
    ${
      ideas.length > 0 &&
      html`<div class="ideas" role="group" aria-label=${t.skills.menu_ideas}>
        <p class="ideas-title" aria-hidden="true">${t.skills.menu_ideas}</p>
        <ul role="list">
          ${ideas.map(
            (idea, at) => html`<li key=${idea}>
              <button type="button" class="idea" aria-label=${t.skills.menu_take(idea)} onClick=${() => take(idea, at)}>
                <${Icon} name="plus" /><span>${idea}</span>
              </button>
            </li>`,
          )}
        </ul>
      </div>`
    }
  </section>`;
}
