// One skill: what it is, when to use it and when not, how it is done, and how it went for oneself.

import { useAsked } from "../asking.js";
import { Banner, ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Page } from "../components/page.js";
import { showToast } from "../components/toast.js";
import { html, useId } from "../html.js";
import { call } from "../ipc.js";
import { t } from "../strings/en.js";
import { PracticeList } from "./practices.js";

/**
 * @typedef {import("../ipc.js").SkillView} SkillView
 * @typedef {import("../ipc.js").Shelf} Shelf
 * @typedef {import("../app.js").Ways} Ways
 */

/** What one's own uses say, and no more. @param {import("../ipc.js").Effect} effect */
function ownWords({ uses, change }) {
  if (uses === 0) return t.skills.own_none;
  if (change !== null) {
    return change.typical === 0
      ? t.skills.own_line_same(change.uses)
      : t.skills.own_line(change.uses, change.typical);
  }
  return uses < 3 ? t.skills.own_few(uses) : t.skills.own_unrated(uses);
}

/** @param {{ id: string, ways: Ways, today: string }} props */
export function Skill({ id, ways, today }) {
  /** @type {import("../asking.js").Asked<SkillView>} */
  const { view, problem, reload, patch } = useAsked("skills_skill", { id });
  const back = html`<div><${Button} kind="quiet" icon="back" class="page-back" onClick=${ways.back}>${t.skills.back}<//></div>`;
  if (view === null) {
    return problem === null
      ? null
      : html`<${Page} class="skills-page" before=${back} title=${t.skills.title}>
          <${ProblemBanner} code=${problem} onRetry=${reload} />
        <//>`;
  }

  /** @param {Shelf} shelf */
  const shelve = async (shelf) => {
    const on = !view.card[shelf];
    const put = (/** @type {boolean} */ value) =>
      patch((now) => ({ ...now, card: { ...now.card, [shelf]: value } }));
    put(on);
    try {
      await call("skills_shelve", { shelf, skill: id, on });
    } catch (error) {
      put(!on);
      showToast({ text: t.errors[/** @type {import("../ipc.js").Problem} */ (error).code].what });
    }
  };

  const { card } = view;
  return html`<${Page} class="skills-page skill" before=${back} title=${card.name} lead=${view.what}>
    <div class="skill-doors">
      <div class="button-row">
        <${Button} id="skill-start" kind="primary" class="skill-start" icon="play" onClick=${() => ways.start(id)}>${t.skills.start}<//>
        ${
          view.unfinished !== null &&
          html`<${Button} id="skill-go-on" icon="undo" onClick=${() => view.unfinished !== null && ways.resume(view.unfinished)}>${t.skills.go_on}<//>`
        }
        <span class="skill-facts">
          ${[t.skills.modules[card.module], t.skills.minutes(card.minutes), card.crisis && t.skills.crisis].filter(Boolean).join(" · ")}
        </span>
      </div>
      ${view.unfinished !== null && html`<p class="quiet-text">${t.skills.resume_note}</p>`}
      <div class="button-row skill-shelves">
        <${ShelfButton} icon=${card.favourite ? "star_full" : "star"} on=${card.favourite} onPress=${() => shelve("favourite")}>${t.skills.favourite}<//>
        <${ShelfButton} icon="group" on=${card.in_group} onPress=${() => shelve("in_group")}>${t.skills.in_group}<//>
      </div>
    </div>
    ${
      view.cautions.length > 0 &&
      html`<${Banner} tone="care" live=${false} title=${t.skills.before_you_start}>
        ${view.cautions.map((line) => html`<p key=${line}>${line}</p>`)}
      <//>`
    }
    <div class="skill-columns">
      <div class="skill-main">
        ${view.acronym.length > 0 && html`<${Letters} acronym=${view.acronym} />`}
        <${Lines} ordered title=${t.skills.how} lines=${view.how} />
        <${Lines} title=${t.skills.helps_when} lines=${view.helps_when} />
        <${Lines} title=${t.skills.not_when} lines=${view.not_when} />
      </div>
      <div class="skill-side">
        <${Own} view=${view} today=${today} ways=${ways} />
        ${view.menu.length > 0 && html`<${OwnLists} view=${view} ways=${ways} />`}
        <section class="skill-basis" aria-labelledby="skill-basis-title">
          <h2 id="skill-basis-title">${t.skills.based_on}</h2>
          ${view.based_on.map((line) => html`<p key=${line}>${line}</p>`)}
        </section>
      </div>
    </div>
  <//>`;
}

/** @param {{ icon: string, on: boolean, onPress: () => void, children?: import("../html.js").Children }} props */
function ShelfButton({ icon, on, onPress, children }) {
  return html`<${Button} class="shelf-button" icon=${icon} aria-pressed=${on ? "true" : "false"} onClick=${onPress}>${children}<//>`;
}

/** @param {{ acronym: SkillView["acronym"] }} props */
function Letters({ acronym }) {
  return html`<section class="skill-part" aria-labelledby="skill-letters-title">
    <h2 id="skill-letters-title">${t.skills.letters}</h2>
    <dl class="letters">
      ${acronym.map(
        ({ letters, stands_for }, index) => html`<div key=${index}>
          <dt>${letters}</dt>
          <dd>${stands_for}</dd>
        </div>`,
      )}
    </dl>
  </section>`;
}

/** @param {{ title: string, lines: string[], ordered?: boolean }} props */
function Lines({ title, lines, ordered = false }) {
  const id = useId();
  return html`<section class="skill-part" aria-labelledby=${id}>
    <h2 id=${id}>${title}</h2>
    <${ordered ? "ol" : "ul"} class=${ordered ? "how-list" : "plain-list"}>${lines.map((line) => html`<li key=${line}>${line}</li>`)}<//>
  </section>`;
}

/** @param {{ view: SkillView, today: string, ways: Ways }} props */
function Own({ view, today, ways }) {
  return html`<section class="skill-part" aria-labelledby="skill-own-title">
    <h2 id="skill-own-title">${t.skills.own}</h2>
    <p>${ownWords(view.own)}</p>
    ${
      view.finished.length > 0 &&
      html`<${PracticeList}
        named=${false}
        label=${t.skills.own_last}
        practices=${view.finished}
        today=${today}
        onOpen=${(/** @type {number} */ id) => ways.go({ room: "skills", view: "sheet", id })}
      />`
    }
  </section>`;
}

/** @param {{ view: SkillView, ways: Ways }} props */
function OwnLists({ view: { card, menu }, ways }) {
  const isEmpty = menu.every(({ items }) => items.length === 0);
  return html`<section class="skill-part own-lists" aria-labelledby="skill-lists-title">
    <h2 id="skill-lists-title">${t.skills.own_lists}</h2>
    <p class="quiet-text">${t.skills.own_lists_lead}</p>
    ${
      !isEmpty &&
      html`<dl class="own-slots">
        ${menu.map(
          ({ id, name, items }) => html`<div key=${id}>
            <dt>${name}</dt>
            <dd>
              ${
                items.length === 0
                  ? html`<span class="quiet-text">${t.skills.own_lists_empty}</span>`
                  : html`<ul>${items.map((item) => html`<li key=${item}>${item}</li>`)}</ul>`
              }
            </dd>
          </div>`,
        )}
      </dl>`
    }
    <div>
      <${Button} id="skill-menu" icon="pen" onClick=${() => ways.go({ room: "skills", view: "menu", skill: card.id })}>
        ${isEmpty ? t.skills.fill_list : t.skills.edit_list}
      <//>
    </div>
  </section>`;
}
