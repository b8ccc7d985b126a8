// The rows of one's own card: which there are, in what order, and what they are called.

import { useAsked } from "../asking.js";
import { SECTIONS } from "../card.js";
import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Toggle } from "../components/choice.js";
import { Icon } from "../components/icon.js";
import { Page } from "../components/page.js";
import { showToast } from "../components/toast.js";
import { focusWhenThere } from "../focus.js";
import { classes, html, useState } from "../html.js";
import { call } from "../ipc.js";
import { t } from "../strings/en.js";
import { ItemForm } from "./card_item.js";

/**
 * @typedef {import("../ipc.js").CardSetView} CardSetView
 * @typedef {import("../ipc.js").CardItemView} CardItemView
 * @typedef {import("../ipc.js").Section} Section
 *
 * @typedef {object} Acts
 * @property {(item: CardItemView, by: 1 | -1) => Promise<void>} move
 * @property {(item: CardItemView, hidden: boolean) => Promise<void>} hide
 * @property {(key: string) => Promise<void>} add
 * @property {(item: CardItemView) => void} change
 * @property {(section: Section) => void} own
 */

/** The row that is new. @param {CardSetView} before @param {CardSetView} now */
const newIn = (before, now) =>
  now.items.find(({ id, hidden }) => !hidden && !before.items.some((item) => item.id === id && !item.hidden));

/** @param {CardItemView} item */
const asRequest = ({ id, section, kind, name, unit, effective }) => ({
  id,
  section,
  kind,
  name,
  unit,
  effective,
});

/** @param {{ parts: import("../html.js").VNode }} props */
export function CardSet({ parts }) {
  /** @type {import("../asking.js").Asked<CardSetView>} */
  const { view, problem, reload, patch } = useAsked("card_set");
  const [form, setForm] = useState(
    /** @type {{ item: CardItemView | null, section: Section } | null} */ (null),
  );
  const [spoken, say] = useState("");

  /**
   * Asks for a change and shows the set as it is then.
   * @param {string} command
   * @param {Record<string, unknown>} request
   * @returns {Promise<CardSetView | null>} null if it could not be
   */
  const ask = async (command, request) => {
    try {
      const next = await call(command, request);
      patch(() => next);
      return next;
    } catch (error) {
      showToast({ text: t.errors[/** @type {import("../ipc.js").Problem} */ (error).code].what });
      return null;
    }
  };

  /** @param {number} id @param {string} name */
  const takeOff = (id, name) =>
    showToast({
      text: t.card.set_shown(name),
      action: { label: t.card.undo, run: () => ask("card_item_hide", { id, hidden: true }) },
    });

  /** @type {Acts} */
  const acts = {
    move: async (item, by) => {
      const next = await ask("card_item_move", { id: item.id, by });
      const rows = next?.items.filter(({ section }) => section === item.section) ?? [];
      const place = rows.findIndex(({ id }) => id === item.id) + 1;
      if (next) say(t.card.set_moved(item.name, place, rows.length));
    },
    hide: async (item, hidden) => {
      if (!(await ask("card_item_hide", { id: item.id, hidden }))) return;
      showToast({
        text: hidden ? t.card.set_hid(item.name) : t.card.set_shown(item.name),
        action: { label: t.card.undo, run: () => ask("card_item_hide", { id: item.id, hidden: !hidden }) },
      });
    },
    add: async (key) => {
      const before = view;
      const next = await ask("card_item_add", { key });
      const item = before && next && newIn(before, next);
      if (item) takeOff(item.id, item.name);
    },
    change: (item) => setForm({ item, section: item.section }),
    own: (section) => setForm({ item: null, section }),
  };

  /** @param {CardSetView} next */
  const saved = (next) => {
    const before = form?.item ?? null;
    const item = view && newIn(view, next);
    patch(() => next);
    setForm(null);
    if (before === null) {
      if (item) takeOff(item.id, item.name);
      return;
    }
    const now = item ?? next.items.find(({ id }) => id === before.id);
    if (!now) return;
    focusWhenThere(`change-${now.id}`);
    showToast({
      text: t.card.set_changed(now.name),
      action: {
        label: t.card.undo,
        run: () => ask("card_item_save", asRequest({ ...before, id: now.id })),
      },
    });
  };

  return html`<${Page} class="skills-page set-page" before=${parts} title=${t.card.set_title} lead=${t.card.set_lead}>
    ${problem && html`<${ProblemBanner} code=${problem} onRetry=${reload} />`}
    ${
      view &&
      html`<fieldset class="set-switches">
          <legend class="field-label">${t.card.set_switches}</legend>
          ${view.switches.map(
            (one) => html`<${Toggle}
              key=${one.switch}
              id=${`switch-${one.switch}`}
              ...${t.card.switches[one.switch]}
              checked=${one.on}
              onChange=${(/** @type {boolean} */ on) => ask("card_switch", { switch: one.switch, on })}
            />`,
          )}
        </fieldset>
        <div class="set-sections">
          ${SECTIONS.map((section) => html`<${SetSection} key=${section} ...${{ section, view, acts }} />`)}
        </div>`
    }
    <p class="only-heard" role="status">${spoken}</p>
    ${form && html`<${ItemForm} ...${form} onSaved=${saved} onClose=${() => setForm(null)} />`}
  <//>`;
}

/** @param {{ section: Section, view: CardSetView, acts: Acts }} props */
function SetSection({ section, view, acts }) {
  const name = t.card.sections[section];
  const rows = view.items.filter((item) => item.section === section);
  const offered = view.offered.filter((item) => item.section === section);
  const off = view.switches.filter(({ on }) => !on).map((one) => one.switch);
  return html`<section class="set-section" aria-labelledby=${`set-${section}`}>
    <h2 id=${`set-${section}`} tabindex="-1">${name}</h2>
    ${rows.length === 0 && html`<p class="quiet-text">${t.card.set_none}</p>`}
    ${
      rows.length > 0 &&
      html`<ul role="list" class="set-rows">
        ${rows.map(
          (item, at) => html`<${SetRow}
            key=${item.id}
            item=${item}
            isFirst=${at === 0}
            isLast=${at === rows.length - 1}
            isOff=${item.switch !== null && off.includes(item.switch)}
            acts=${acts}
          />`,
        )}
      </ul>`
    }
    ${
      offered.length > 0 &&
      html`<div class="ideas" role="group" aria-label=${`${t.card.set_offered}: ${name}`}>
        <p class="ideas-title" aria-hidden="true">${t.card.set_offered}</p>
        <ul role="list">
          ${offered.map(
            (item) => html`<li key=${item.key}>
              <button type="button" class="idea" aria-label=${t.card.set_add(item.name)} onClick=${(/** @type {any} */ event) => addFrom(event.currentTarget, () => acts.add(item.key))}>
                <${Icon} name="plus" /><span>${item.name}</span>
              </button>
            </li>`,
          )}
        </ul>
      </div>`
    }
    <div>
      <${Button} id=${`own-${section}`} kind="quiet" icon="plus" label=${t.card.set_own_of(name)} onClick=${() => acts.own(section)}>${t.card.set_own}<//>
    </div>
  </section>`;
}

/** The next idea takes the focus of the one that was taken. @param {HTMLElement} button @param {() => Promise<void>} add */
async function addFrom(button, add) {
  const section = button.closest("section");
  const at = [...(section?.querySelectorAll(".idea") ?? [])].indexOf(button);
  await add();
  setTimeout(() => {
    const left = section?.querySelectorAll(".idea") ?? [];
    const next = left[Math.min(at, left.length - 1)] ?? section?.querySelector("h2");
    if (next instanceof HTMLElement) next.focus();
  });
}

/** @param {{ item: CardItemView, isFirst: boolean, isLast: boolean, isOff: boolean, acts: Acts }} props */
function SetRow({ item, isFirst, isLast, isOff, acts }) {
  const { name, kind, unit, hidden, effective } = item;
  /** @param {string} action */
  const about = (action) => t.card.set_row_of(action, name);
  const facts = [
    t.card.kind_line(t.card.kinds[kind].label, unit),
    effective && t.card.effective,
    hidden && t.card.set_hidden,
    !hidden && isOff && t.card.set_off,
  ].filter(Boolean);
  return html`<li class=${classes("set-row", (hidden || isOff) && "is-hidden")}>
    <div class="set-text">
      <p class="set-name">${name}</p>
      <p class="set-facts">${facts.join(" · ")}</p>
    </div>
    <div class="set-tools">
      <${Button} kind="quiet" icon="up" label=${about(t.card.set_up)} aria-disabled=${isFirst ? "true" : undefined} onClick=${() => acts.move(item, -1)} />
      <${Button} kind="quiet" icon="down" label=${about(t.card.set_down)} aria-disabled=${isLast ? "true" : undefined} onClick=${() => acts.move(item, 1)} />
      <${Button} id=${`change-${item.id}`} kind="quiet" icon="pen" label=${about(t.card.set_rename)} onClick=${() => acts.change(item)} />
      <${Button}
        kind="quiet"
        class="set-hide"
        icon=${hidden ? "eye" : "eye_shut"}
        label=${about(hidden ? t.card.set_show : t.card.set_hide)}
        onClick=${() => acts.hide(item, !hidden)}
      >
        ${hidden ? t.card.set_show : t.card.set_hide}
      <//>
    </div>
  </li>`;
}
