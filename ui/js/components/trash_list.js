import { addDays, plainDay } from "../dates.js";
import { html, useRef, useState } from "../html.js";
import { call } from "../ipc.js";
import { Button } from "./button.js";
import { Dialog } from "./dialog.js";
import { showToast } from "./toast.js";

/**
 * @typedef {typeof import("../strings/en/trash.js").trash & {
 *   restored: string, delete_title: string, deleted: string,
 * }} TrashWords
 *
 * @typedef {object} Shown
 * @property {string} title
 * @property {string} when
 * @property {string} name  tells it from the others, in the name of a button
 * @property {string} [quote]  in the question before it is deleted; the name where there is none
 * @property {string} [words]
 * @property {string} [excerpt]
 * @property {import("../html.js").VNode} [mark]  stands before the title
 */

const DAYS_KEPT = 30;

/**
 * What is in the trash of a room: put back with one press, or deleted for good after a question.
 * @template {{ id: number, trashed_on: string | null }} Thing
 * @param {{
 *   label: string, things: Thing[], show: (thing: Thing) => Shown,
 *   words: TrashWords, about: (action: string, name: string) => string,
 *   restore: string, remove: string,
 *   onChange: () => Promise<void>, onProblem: (code: import("../ipc.js").ErrorCode) => void,
 * }} props `restore` and `remove` are commands that take `{id}`
 */
export function TrashList({ label, things, show, words, about, restore, remove, onChange, onProblem }) {
  const [asked, setAsked] = useState(/** @type {Thing | null} */ (null));
  const list = useRef(/** @type {HTMLElement | null} */ (null));

  /** @param {string} command @param {Thing} thing @param {string} done */
  const act = async (command, thing, done) => {
    setAsked(null);
    const at = things.indexOf(thing);
    try {
      await call(command, { id: thing.id });
    } catch (error) {
      onProblem(/** @type {import("../ipc.js").Problem} */ (error).code);
      return;
    }
    const room = list.current?.closest("main");
    await onChange();
    showToast({ text: done });
    setTimeout(() => focusNear(room, at));
  };

  return html`<ul role="list" class="trash-list" aria-label=${label} ref=${list}>
      ${things.map(
        (thing) => html`<${TrashEntry}
          key=${thing.id}
          shown=${show(thing)}
          trashedOn=${thing.trashed_on}
          words=${words}
          about=${about}
          onRestore=${() => act(restore, thing, words.restored)}
          onDelete=${() => setAsked(thing)}
        />`,
      )}
    </ul>
    ${
      asked &&
      html`<${Dialog}
        title=${words.delete_title}
        onClose=${() => setAsked(null)}
        actions=${html`<${Button} kind="danger" onClick=${() => act(remove, asked, words.deleted)}>${words.delete_for_good}<//>
          <${Button} kind="primary" data-first-focus onClick=${() => setAsked(null)}>${words.delete_keep}<//>`}
      >
        <p class="dialog-quote">${show(asked).quote ?? show(asked).name}</p>
        <p>${words.delete_text}</p>
      <//>`
    }`;
}

/** The list is another by now: the focus goes to what took the place. @param {Element | null | undefined} room @param {number} at */
function focusNear(room, at) {
  const buttons = [...(room?.querySelectorAll("[data-restore]") ?? [])];
  const next = buttons[Math.min(at, buttons.length - 1)] ?? room?.querySelector("h1");
  if (next instanceof HTMLElement) next.focus();
}

/**
 * @param {{
 *   shown: Shown, trashedOn: string | null, words: TrashWords,
 *   about: (action: string, name: string) => string, onRestore: () => void, onDelete: () => void,
 * }} props
 */
function TrashEntry({ shown, trashedOn, words, about, onRestore, onDelete }) {
  const { title, when, name, words: said, excerpt, mark } = shown;
  const kept = trashedOn && words.kept_until(plainDay(addDays(trashedOn, DAYS_KEPT)));
  return html`<li class="trash-entry">
    <div class="trash-thing">
      ${mark}
      <div class="trash-text">
        <h2 class="trash-title">${title}</h2>
        ${said && html`<p class="small-text">${said}</p>`}
        ${excerpt && html`<p class="excerpt">${excerpt}</p>`}
        <p class="trash-facts">${[when, kept].filter(Boolean).join(" · ")}</p>
      </div>
    </div>
    <div class="button-row">
      <${Button} icon="undo" data-restore label=${about(words.restore, name)} onClick=${onRestore}>${words.restore}<//>
      <${Button} kind="quiet" icon="bin" label=${about(words.delete_for_good, name)} onClick=${onDelete}>${words.delete_for_good}<//>
    </div>
  </li>`;
}
