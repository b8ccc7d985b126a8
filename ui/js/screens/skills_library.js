// The library: all skills by module, and what a search finds among them and in one's own practice.

import { useAsked } from "../asking.js";
import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Icon } from "../components/icon.js";
import { List } from "../components/list.js";
import { Page } from "../components/page.js";
import { SkillRow } from "../components/skill_row.js";
import { showToast } from "../components/toast.js";
import { html, useId, useLayoutEffect, useMemo, useRef, useState } from "../html.js";
import { call } from "../ipc.js";
import { byModule, MODULE_ICONS, shelved } from "../library.js";
import { ariaKeys } from "../shortcuts.js";
import { t } from "../strings/en.js";
import { PracticeRow } from "./practices.js";

/**
 * @typedef {import("../ipc.js").LibraryView} LibraryView
 * @typedef {import("../ipc.js").SkillCardView} SkillCardView
 * @typedef {import("../ipc.js").SkillsSearchView} SkillsSearchView
 * @typedef {import("../library.js").ModuleShelf} ModuleShelf
 * @typedef {import("../app.js").Ways} Ways
 * @typedef {(skill: string, on: boolean) => void} OnFavourite
 */

const TYPING_MS = 60;

/** Keeps what was pressed where it is on the screen, though things above it come or go. */
function useHeldInPlace() {
  const held = useRef(/** @type {{ element: Element, top: number } | null} */ (null));
  useLayoutEffect(() => {
    if (!held.current) return;
    const { element, top } = held.current;
    held.current = null;
    element.closest(".place")?.scrollBy(0, element.getBoundingClientRect().top - top);
  });
  return () => {
    const element = document.activeElement;
    if (element) held.current = { element, top: element.getBoundingClientRect().top };
  };
}

/** @param {{ ways: Ways, memory: import("./skills.js").Memory, today: string, parts: import("../html.js").VNode }} props */
export function Library({ ways, memory, today, parts }) {
  const [text, setText] = useState(memory.text);
  /** @type {import("../asking.js").Asked<LibraryView>} */
  const { view, problem, reload, patch } = useAsked("skills_library");
  const hold = useHeldInPlace();
  const skills = view?.skills ?? [];

  /** @param {string} next */
  const search = (next) => {
    memory.text = next;
    setText(next);
  };
  /** @type {OnFavourite} */
  const favour = async (skill, on) => {
    const put = (/** @type {boolean} */ value) =>
      patch((now) => ({ skills: shelved(now.skills, "favourite", skill, value) }));
    hold();
    put(on);
    try {
      await call("skills_shelve", { shelf: "favourite", skill, on });
    } catch (error) {
      put(!on);
      showToast({ text: t.errors[/** @type {import("../ipc.js").Problem} */ (error).code].what });
    }
  };
  /** @param {string} skill */
  const open = (skill) => ways.go({ room: "skills", view: "skill", skill });

  return html`<${Page} class="skills-page library" before=${parts} title=${t.skills.library_title}>
    <${SearchBox} text=${text} onText=${search} />
    ${problem && html`<${ProblemBanner} code=${problem} onRetry=${reload} />`}
    ${
      text.trim() === ""
        ? html`<${Shelves} skills=${skills} onOpen=${open} onFavourite=${favour} />`
        : html`<${Found} text=${text} ...${{ today, ways }} onOpen=${open} onClear=${() => search("")} />`
    }
  <//>`;
}

/** @param {{ text: string, onText: (text: string) => void }} props */
function SearchBox({ text, onText }) {
  return html`<div class="finder-box library-search" role="search">
    <${Icon} name="search" />
    <input
      id="skills-search"
      class="input"
      type="text"
      inputmode="search"
      autocomplete="off"
      spellcheck=${false}
      aria-label=${t.skills.search}
      aria-keyshortcuts=${ariaKeys("search")}
      placeholder=${t.skills.search}
      value=${text}
      onInput=${(/** @type {any} */ event) => onText(event.currentTarget.value)}
      onKeyDown=${(/** @type {KeyboardEvent} */ event) => {
        if (event.key !== "Escape" || text === "") return;
        event.preventDefault();
        onText("");
      }}
    />
    ${text !== "" && html`<${Button} kind="quiet" icon="close" class="finder-clear" label=${t.skills.search_clear} onClick=${() => onText("")} />`}
  </div>`;
}

/** @param {{ skills: SkillCardView[], onOpen: (skill: string) => void, onFavourite: OnFavourite }} props */
function Shelves({ skills, onOpen, onFavourite }) {
  const modules = useMemo(() => byModule(skills), [skills]);
  if (skills.length === 0) return null;
  const favourites = skills.filter(({ favourite }) => favourite);
  const inGroup = skills.filter(({ in_group }) => in_group);
  return html`<div class="library-columns">
    <${Index} modules=${modules} />
    <div class="library-shelves">
      <div class="library-own">
        ${favourites.length > 0 && html`<${OwnShelf} icon="star_full" title=${t.skills.favourites} skills=${favourites} onOpen=${onOpen} />`}
        ${inGroup.length > 0 && html`<${OwnShelf} icon="group" title=${t.skills.in_group} skills=${inGroup} onOpen=${onOpen} />`}
        ${favourites.length === 0 && inGroup.length === 0 && html`<p class="library-hint"><${Icon} name="star" /><span>${t.skills.shelves_empty}</span></p>`}
      </div>
      ${modules.map((one) => html`<${ModuleList} key=${one.module} shelf=${one} onOpen=${onOpen} onFavourite=${onFavourite} />`)}
    </div>
  </div>`;
}

/** @param {{ modules: ModuleShelf[] }} props */
function Index({ modules }) {
  /** @param {string} module */
  const jump = (module) => {
    const heading = document.getElementById(`module-${module}`);
    heading?.scrollIntoView({ block: "start" });
    heading?.focus({ preventScroll: true });
  };
  return html`<nav class="library-index" aria-label=${t.skills.modules_label}>
    <ul role="list">
      ${modules.map(
        ({ module, count }) => html`<li key=${module}>
          <button type="button" class="index-button" onClick=${() => jump(module)}>
            <${Icon} name=${MODULE_ICONS[module]} />
            <span>${t.skills.modules[module]}</span>
            <span class="index-count" aria-hidden="true">${count}</span>
            <span class="only-heard">, ${t.skills.count(count)}</span>
          </button>
        </li>`,
      )}
    </ul>
  </nav>`;
}

/** @param {{ icon: string, title: string, skills: SkillCardView[], onOpen: (skill: string) => void }} props */
function OwnShelf({ icon, title, skills, onOpen }) {
  const id = useId();
  return html`<section class="own-shelf" aria-labelledby=${id}>
    <h2 id=${id}><${Icon} name=${icon} />${title}</h2>
    <ul role="list" class="name-chips">
      ${skills.map((skill) => html`<li key=${skill.id}><${Button} id=${`${icon}-${skill.id}`} onClick=${() => onOpen(skill.id)}>${skill.name}<//></li>`)}
    </ul>
  </section>`;
}

/** @param {{ shelf: ModuleShelf, onOpen: (skill: string) => void, onFavourite: OnFavourite }} props */
function ModuleList({ shelf: { module, groups }, onOpen, onFavourite }) {
  const name = t.skills.modules[module];
  return html`<section class="module" aria-labelledby=${`module-${module}`}>
    <div class="module-head">
      <span class="module-mark"><${Icon} name=${MODULE_ICONS[module]} /></span>
      <h2 id=${`module-${module}`} tabindex="-1">${name}</h2>
      <p class="quiet-text">${t.skills.module_leads[module]}</p>
    </div>
    <${List} label=${name} class="module-groups">
      ${groups.map(
        (group) => html`<li class="module-group" key=${group.name}>
          <h3>${group.name}</h3>
          <ul role="list">
            ${group.skills.map(
              (skill) => html`<${SkillRow}
                key=${skill.id}
                id=${`row-${skill.id}`}
                skill=${skill}
                onOpen=${() => onOpen(skill.id)}
                onFavourite=${(/** @type {boolean} */ on) => onFavourite(skill.id, on)}
              />`,
            )}
          </ul>
        </li>`,
      )}
    <//>
  </section>`;
}

/**
 * @param {{ text: string, today: string, ways: Ways, onOpen: (skill: string) => void, onClear: () => void }} props
 */
function Found({ text, today, ways, onOpen, onClear }) {
  /** @type {import("../asking.js").Asked<SkillsSearchView>} */
  const { view, problem, reload } = useAsked("skills_search", { text: text.trim() }, TYPING_MS);
  const isNothing = view !== null && view.skills.length === 0 && view.practices.length === 0;
  return html`<div class="found">
    ${problem && html`<${ProblemBanner} code=${problem} onRetry=${reload} />`}
    <p class="list-count" role="status">
      ${view && !isNothing && t.skills.found(view.skills.length, view.practices.length)} ${view?.more && t.skills.found_more}
    </p>
    ${
      view &&
      view.skills.length > 0 &&
      html`<section aria-labelledby="found-skills">
        <h2 id="found-skills">${t.skills.found_skills}</h2>
        <${List} label=${t.skills.found_skills} class="found-skills">
          ${view.skills.map((skill) => html`<${SkillRow} key=${skill.id} id=${`row-${skill.id}`} skill=${skill} onOpen=${() => onOpen(skill.id)} />`)}
        <//>
      </section>`
    }
    ${
      view &&
      view.practices.length > 0 &&
      html`<section aria-labelledby="found-practices">
        <h2 id="found-practices">${t.skills.found_practices}</h2>
        <${List} label=${t.skills.found_practices} class="practice-list">
          ${view.practices.map(
            ({ practice, snippet }) => html`<${PracticeRow}
              key=${practice.id}
              practice=${practice}
              snippet=${snippet}
              today=${today}
              onOpen=${(/** @type {number} */ id) => (practice.finished ? ways.go({ room: "skills", view: "sheet", id }) : ways.resume(id))}
            />`,
          )}
        <//>
      </section>`
    }
    ${
      isNothing &&
      html`<div class="empty" role="status">
        <p class="empty-title">${t.skills.nothing_found}</p>
        <p>${t.skills.nothing_found_for(text.trim())} ${t.skills.nothing_found_hint}</p>
        <div class="button-row">
          <${Button} onClick=${onClear}>${t.skills.search_clear}<//>
          <${Button} kind="quiet" icon="skills" onClick=${ways.find}>${t.skills.parts.find}<//>
        </div>
      </div>`
    }
  </div>`;
}
