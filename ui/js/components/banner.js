import { classes, html } from "../html.js";
import { t } from "../strings/en.js";
import { Button } from "./button.js";
import { Icon } from "./icon.js";

/** @typedef {import("../ipc.js").ErrorCode} ErrorCode */

const ICONS = { info: "info", care: "care", problem: "problem" };

/**
 * A message that stays on the page. A problem is announced at once, the rest politely.
 * @param {{
 *   tone?: "info" | "care" | "problem",
 *   title?: string,
 *   children?: import("../html.js").Children,
 *   actions?: import("../html.js").Children,
 *   live?: boolean,
 *   id?: string,
 *   class?: string,
 * }} props `live={false}` for one that is there from the start
 */
export function Banner({ tone = "info", title, children, actions, live = true, id, class: className }) {
  const role = live ? (tone === "problem" ? "alert" : "status") : undefined;
  return html`<div id=${id} class=${classes("banner", `banner-${tone}`, className)} role=${role}>
    <${Icon} name=${ICONS[tone]} />
    <div class="banner-text">
      ${title && html`<p class="banner-title">${title}</p>`}
      ${children && html`<div class="banner-body">${children}</div>`}
      ${actions && html`<div class="banner-actions">${actions}</div>`}
    </div>
  </div>`;
}

/**
 * What happened and what to do next, in the words for an error code.
 * @param {{
 *   code: ErrorCode,
 *   onRetry?: () => void,
 *   actions?: import("../html.js").Children,
 *   id?: string,
 *   class?: string,
 * }} props
 */
export function ProblemBanner({ code, onRetry, actions, id, class: className }) {
  const words = t.errors[code] ?? t.errors.internal;
  const retry = onRetry && html`<${Button} onClick=${onRetry}>${t.common.try_again}<//>`;
  return html`<${Banner} tone="problem" title=${words.title} id=${id} class=${className} actions=${(retry || actions) && [retry, actions]}>
    <p>${words.what}</p>
    <p>${words.next}</p>
  <//>`;
}
