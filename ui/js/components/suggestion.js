import { html, useId } from "../html.js";
import { t } from "../strings/en.js";
import { Button } from "./button.js";
import { Icon } from "./icon.js";

/**
 * @typedef {import("../ipc.js").SuggestionView} SuggestionView
 * @typedef {import("../ipc.js").Reason} Reason
 * @typedef {import("../ipc.js").Feeling} Feeling
 */

const ICONS = {
  own_feeling: "check",
  own: "check",
  favourite: "star_full",
  in_group: "group",
  fits: "skills",
};

/** @param {Reason} reason @param {Feeling | null} feeling */
function reasonWords(reason, feeling) {
  const words = t.skills.reasons;
  switch (reason.type) {
    case "own_feeling":
      return feeling === null
        ? words.own(reason.change.typical)
        : words.own_feeling(t.skills.feelings[feeling], reason.change.typical);
    case "own":
      return words.own(reason.change.typical);
    default:
      return words[reason.type];
  }
}

/** Why this skill and not another, in one line. @param {{ reason: Reason, feeling?: Feeling | null }} props */
export function ReasonLine({ reason, feeling = null }) {
  if (reason.type === "fits") return null;
  return html`<span class="reason"><${Icon} name=${ICONS[reason.type]} /><span>${reasonWords(reason, feeling)}</span></span>`;
}

/**
 * A skill that fits, with the reason for it. One press starts it.
 * @param {{
 *   suggestion: SuggestionView, first: boolean, feeling: Feeling | null,
 *   onStart: () => void, onRead: () => void, onKept: (practice: number) => void,
 * }} props `first` is the one to take where one cannot choose
 */
export function Suggestion({ suggestion, first, feeling, onStart, onRead, onKept }) {
  const { card, because, reason, items, kept } = suggestion;
  const id = useId();
  return html`<li class="suggestion">
    <div class="suggestion-text">
      <h3 class="suggestion-name" id=${id}>${card.name}</h3>
      <p>${because}</p>
      ${items.length > 0 && html`<p class="suggestion-items"><span>${t.skills.find_yours}:</span> ${items.join(" · ")}</p>`}
      <p class="suggestion-facts">
        <span>${t.skills.minutes(card.minutes)}</span>
        <${ReasonLine} reason=${reason} feeling=${feeling} />
      </p>
    </div>
    <div class="suggestion-actions">
      <${Button} id=${`start-${card.id}`} kind=${first ? "primary" : "secondary"} icon="play" label=${t.skills.start_of(card.name)} onClick=${onStart}>
        ${t.skills.start}
      <//>
      <${Button} id=${`read-${card.id}`} kind="quiet" icon="info" label=${t.skills.find_look(card.name)} onClick=${onRead} />
    </div>
    ${
      kept !== null &&
      html`<div class="suggestion-kept">
        <${Button} id=${`kept-${card.id}`} icon="journal" aria-describedby=${id} onClick=${() => onKept(kept)}>${t.skills.find_kept}<//>
      </div>`
    }
  </li>`;
}

/**
 * The same as one large button, where nothing else is to be chosen.
 * @param {{ suggestion: SuggestionView, onStart: () => void, id?: string }} props
 */
export function ReadySkill({ suggestion, onStart, id }) {
  const { card, because, reason } = suggestion;
  return html`<li>
    <button type="button" class="ready" id=${id} onClick=${onStart}>
      <span class="round-mark ready-play"><${Icon} name="play" /></span>
      <span class="ready-text">
        <span class="ready-name"><span class="only-heard">${t.skills.start} </span>${card.name}</span>
        <span class="ready-because">${because}</span>
        <span class="ready-facts">
          <span>${t.skills.minutes(card.minutes)}</span>
          <${ReasonLine} reason=${reason} />
        </span>
      </span>
    </button>
  </li>`;
}
