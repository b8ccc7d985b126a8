import { useArrival } from "../focus.js";
import { classes, html } from "../html.js";
import { t } from "../strings/en.js";

/**
 * A whole screen: the main landmark, with its heading focused on arrival.
 * @param {{
 *   title: string,
 *   lead?: import("../html.js").Children,
 *   actions?: import("../html.js").Children,
 *   arrive?: boolean,
 *   before?: import("../html.js").Children,
 *   children?: import("../html.js").Children,
 *   id?: string,
 *   class?: string,
 * }} props `arrive={false}` where a field takes the focus instead; `before` stands above the heading
 */
export function Page({ title, lead, actions, arrive = true, before, children, id, class: className }) {
  const heading = useArrival(title, arrive);
  return html`<main id=${id} class=${classes("page", className)}>
    ${before}
    <div class="page-head">
      <div class="page-title">
        <h1 ref=${heading} tabindex="-1">${title}</h1>
        ${lead && html`<div class="page-lead">${lead}</div>`}
      </div>
      ${actions && html`<div class="page-actions">${actions}</div>`}
    </div>
    ${children}
  </main>`;
}

/**
 * Where one is on a short way.
 * @param {{ current: number, total: number, id?: string, class?: string }} props counted from 1
 */
export function Steps({ current, total, id, class: className }) {
  return html`<div id=${id} class=${classes("steps", className)}>
    <span class="steps-text">${t.common.step_of(current, total)}</span>
    <span class="steps-bar" aria-hidden="true">
      ${Array.from({ length: total }, (_, index) => html`<span class=${classes("steps-dot", index < current && "is-reached")} key=${index} />`)}
    </span>
  </div>`;
}
