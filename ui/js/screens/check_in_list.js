// Check-ins as lines of a list, and the dialog that changes one.

import { openCheckIn, requestOf } from "../check_in.js";
import { Button } from "../components/button.js";
import { Dialog } from "../components/dialog.js";
import { List, ListItem } from "../components/list.js";
import { MoodSky } from "../components/mood_steps.js";
import { useOpenPage } from "../components/save_note.js";
import { showToast } from "../components/toast.js";
import { clock, dayNumber, isoTime, nearDay, weekday } from "../dates.js";
import { html, useId, useMemo } from "../html.js";
import { call } from "../ipc.js";
import { t } from "../strings/en.js";
import { CheckInForm, stepName } from "./check_in_form.js";

/**
 * @typedef {import("../ipc.js").CheckInView} CheckInView
 * @typedef {import("../ipc.js").MoodWordsView} MoodWordsView
 * @typedef {import("../ipc.js").Problem} Problem
 */

/** @param {CheckInView} checkIn @param {string} today */
export const whenOf = ({ date, time }, today) => t.check_in.when(nearDay(date, today), clock(time));

/** @param {unknown} error */
const sayWhat = (error) => showToast({ text: t.errors[/** @type {Problem} */ (error).code].what });

/**
 * Moves one to the trash; what is offered with it brings it back.
 * @param {CheckInView} checkIn
 * @param {() => void} onChange
 */
async function trash({ id }, onChange) {
  try {
    await call("check_in_trash", { id });
  } catch (error) {
    sayWhat(error);
    return;
  }
  onChange();
  showToast({
    text: t.check_in.trashed,
    action: { label: t.check_in.undo, run: () => call("check_in_restore", { id }).then(onChange, sayWhat) },
  });
}

/**
 * @param {{
 *   checkIn: CheckInView, words: MoodWordsView, timeOnly?: boolean, opensDay?: boolean,
 *   onOpen: (checkIn: CheckInView) => void, onChange: () => void,
 * }} props `opensDay` shows the day beside the first one of it
 */
export function CheckInRow({ checkIn, words, timeOnly = false, opensDay = false, onOpen, onChange }) {
  const { id, date, time, mood, words: said, note } = checkIn;
  const step = stepName(words, mood);
  const when = timeOnly ? clock(time) : t.check_in.when(nearDay(date, ""), clock(time));
  const remove = () => {
    const row = document.getElementById(`check-in-${id}`)?.closest("li");
    const near = row?.nextElementSibling ?? row?.previousElementSibling;
    const next = near?.querySelector("[data-stop]") ?? row?.closest("main")?.querySelector("h1");
    trash(checkIn, onChange);
    if (next instanceof HTMLElement) next.focus();
  };
  return html`<${ListItem}
    id=${`check-in-${id}`}
    class="check-in-row"
    onOpen=${() => onOpen(checkIn)}
    aside=${html`<${Button} kind="quiet" icon="bin" label=${t.check_in.trash_of(when)} onClick=${remove} />`}
  >
    ${
      !timeOnly &&
      html`<span class="entry-day" data-opens=${opensDay ? "true" : "false"}>
        <span class="only-heard">${nearDay(date, "")}, </span>
        <span class="entry-number" aria-hidden="true">${dayNumber(date)}</span>
        <span class="entry-weekday" aria-hidden="true">${weekday(date)}</span>
      </span>`
    }
    <${MoodSky} mood=${mood} />
    <span class="check-in-text">
      <span class="check-in-step">${step}</span>
      ${said.length > 0 && html`<span class="check-in-words">${said.join(", ")}</span>`}
      ${note && html`<span class="excerpt quiet-text">${note}</span>`}
    </span>
    <span class="check-in-time">${clock(time)}</span>
  <//>`;
}

/**
 * @param {{
 *   label: string, checkIns: CheckInView[], words: MoodWordsView, timeOnly?: boolean,
 *   onOpen: (checkIn: CheckInView) => void, onChange: () => void,
 * }} props
 */
export function CheckInRows({ label, checkIns, ...row }) {
  return html`<${List} label=${label} class="check-in-list">
    ${checkIns.map((checkIn) => html`<${CheckInRow} key=${checkIn.id} checkIn=${checkIn} ...${row} />`)}
  <//>`;
}

/**
 * One check-in to change, or a new one for another time. It saves itself; closing only closes.
 * @param {{
 *   checkIn: CheckInView | null, words: MoodWordsView, today: string,
 *   drafts: import("../locking.js").Writers["drafts"], onClose: () => void,
 * }} props
 */
export function CheckInDialog({ checkIn, words, today, drafts, onClose }) {
  const id = useId();
  const open = useMemo(
    () =>
      openCheckIn({
        checkIn,
        written: checkIn ? null : { date: today, time: isoTime(new Date()) },
        save: (request) => call("check_in_save", request),
      }),
    [],
  );
  useOpenPage(open, drafts);

  const close = async () => {
    if (!(await open.flush())) return;
    onClose();
    if (checkIn === null || open.kept() === checkIn) return;
    showToast({
      text: t.check_in.changed,
      action: {
        label: t.check_in.undo,
        run: () => call("check_in_save", requestOf(checkIn)).then(onClose, sayWhat),
      },
    });
  };

  return html`<${Dialog}
    wide
    title=${checkIn ? t.check_in.change_title : t.check_in.other_title}
    onClose=${close}
    actions=${html`<${Button} kind="primary" onClick=${close}>${t.check_in.done}<//>`}
  >
    <p class="only-heard" id=${id}>${t.check_in.ask_then}</p>
    <${CheckInForm} dated ...${{ open, words, today }} labelledBy=${id} />
  <//>`;
}
