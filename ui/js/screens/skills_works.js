// What works for me: uses and what changed, as the person's own ratings say it. Nothing is said under three uses.

import { useAsked } from "../asking.js";
import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { ChangeRange } from "../components/change_range.js";
import { Icon } from "../components/icon.js";
import { Page } from "../components/page.js";
import { Fragment, html, useState } from "../html.js";
import { scaleOf } from "../library.js";
import { t } from "../strings/en.js";

/**
 * @typedef {import("../ipc.js").WorksView} WorksView
 * @typedef {import("../ipc.js").Effect} Effect
 * @typedef {import("../library.js").Scale} Scale
 * @typedef {import("../app.js").Ways} Ways
 */

/** @param {{ ways: Ways, parts: import("../html.js").VNode }} props */
export function Works({ ways, parts }) {
  /** @type {import("../asking.js").Asked<WorksView>} */
  const { view, problem, reload } = useAsked("skills_works");
  return html`<${Page} class="skills-page works" before=${parts} title=${t.skills.works_title} lead=${t.skills.works_lead}>
    ${problem && html`<${ProblemBanner} code=${problem} onRetry=${reload} />`}
    ${
      view?.skills.length === 0 &&
      html`<div class="empty">
        <p class="empty-title">${t.skills.works_empty_title}</p>
        <p>${t.skills.works_empty_text}</p>
        <div><${Button} icon="skills" onClick=${ways.find}>${t.skills.parts.find}<//></div>
      </div>`
    }
    ${
      view &&
      view.skills.length > 0 &&
      html`<p class="works-key"><span class="works-key-mark" aria-hidden="true" />${t.skills.works_key}</p>
        <${WorksTable} view=${view} ways=${ways} />`
    }
    ${view && view.few > 0 && html`<p class="quiet-text">${t.skills.works_few_note(view.few)}</p>`}
  <//>`;
}

/** @param {{ view: WorksView, ways: Ways }} props */
function WorksTable({ view, ways }) {
  const effects = view.skills.flatMap(({ all, feelings }) => [all, ...feelings.map(({ effect }) => effect)]);
  const scale = scaleOf(effects.flatMap(({ change }) => change ?? []));
  // Roles are said, because a narrow window lays the table out as cards, which would take them away.
  return html`<table class="works-table" role="table" aria-label=${t.skills.works_table}>
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">${t.skills.works_skill}</th>
        <th role="columnheader" scope="col">${t.skills.works_uses}</th>
        <th role="columnheader" scope="col">${t.skills.works_change}</th>
        <th role="columnheader" scope="col" class="works-spread-head">
          <span class="only-heard">${t.skills.works_spread}</span>
          <${Axis} scale=${scale} />
        </th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${view.skills.map((skill) => html`<${SkillRows} key=${skill.id} skill=${skill} scale=${scale} ways=${ways} />`)}
    </tbody>
  </table>`;
}

/** @param {{ scale: Scale }} props */
function Axis({ scale }) {
  return html`<span class="works-axis" aria-hidden="true">
    <span>${t.skills.works_axis_weaker}</span>
    <span class="works-axis-zero" style=${{ insetInlineStart: `${scale.at(0)}%` }}>${t.skills.works_axis_same}</span>
    <span>${t.skills.works_axis_stronger}</span>
  </span>`;
}

/** @param {{ skill: WorksView["skills"][number], scale: Scale, ways: Ways }} props */
function SkillRows({ skill: { id, name, all, feelings }, scale, ways }) {
  const [open, setOpen] = useState(false);
  const rows = feelings.map(({ feeling }) => `works-${id}-${feeling}`).join(" ");
  return html`<${Fragment}>
    <tr role="row" class="works-row">
      <th role="rowheader" scope="row">
        <span class="works-names">
          <button type="button" id=${`works-${id}`} class="text-button works-name" onClick=${() => ways.go({ room: "skills", view: "skill", skill: id })}>
            ${name}
          </button>
          ${
            feelings.length > 0 &&
            html`<button
              type="button"
              class="behind-button works-open"
              aria-expanded=${open ? "true" : "false"}
              aria-controls=${open ? rows : undefined}
              aria-label=${t.skills.works_by_feeling_of(name)}
              onClick=${() => setOpen(!open)}
            >
              ${t.skills.works_by_feeling}<${Icon} name="down" />
            </button>`
          }
        </span>
      </th>
      <${EffectCells} effect=${all} scale=${scale} />
    </tr>
    ${
      open &&
      feelings.map(
        ({
          feeling,
          effect,
        }) => html`<tr role="row" class="works-feeling" id=${`works-${id}-${feeling}`} key=${feeling}>
          <th role="rowheader" scope="row">${t.skills.feelings[feeling]}</th>
          <${EffectCells} effect=${effect} scale=${scale} />
        </tr>`,
      )
    }
  <//>`;
}

/** @param {{ effect: Effect, scale: Scale }} props */
function EffectCells({ effect: { uses, change }, scale }) {
  return html`<td role="cell" class="works-uses" data-label=${t.skills.works_uses}>${uses}</td>
    <td role="cell" class="works-change" data-label=${t.skills.works_change}>
      ${change === null ? html`<span class="quiet-text">${t.skills.works_few}</span>` : t.skills.works_change_words(change.typical)}
    </td>
    <td role="cell" class="works-spread" data-label=${t.skills.works_spread}>
      ${
        change !== null &&
        html`<${ChangeRange} change=${change} scale=${scale} />
          <span class="works-spread-words">${t.skills.works_spread_words(change.low, change.high)}</span>`
      }
    </td>`;
}
