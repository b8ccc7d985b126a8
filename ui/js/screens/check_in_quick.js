// The quick check-in, as it stands on Today and in the room: one press, and it is saved.

import { openCheckIn } from "../check_in.js";
import { Button } from "../components/button.js";
import { useOpenPage } from "../components/save_note.js";
import { showToast } from "../components/toast.js";
import { clock } from "../dates.js";
import { html, useEffect, useId, useMemo, useRef, useState } from "../html.js";
import { call } from "../ipc.js";
import { t } from "../strings/en.js";
import { CheckInForm, stepName } from "./check_in_form.js";

/**
 * @typedef {import("../ipc.js").CheckInView} CheckInView
 * @typedef {import("../ipc.js").MoodWordsView} MoodWordsView
 */

/** After so long, a press is a new check-in and no change of the last one. */
const STILL_THE_SAME_MS = 15 * 60 * 1000;

/**
 * @param {{
 *   words: MoodWordsView, last: CheckInView | null, today: string, level?: 1 | 2,
 *   drafts: Set<import("../locking.js").WriterHandle>, onChange: () => void,
 * }} props `last` is the newest of today; `onChange` hears that the list of check-ins is another
 */
export function QuickCheckIn({ words, last, today, drafts, onChange, level = 2 }) {
  const id = useId();
  const [turn, setTurn] = useState(0);
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  const open = useMemo(
    () => openCheckIn({ checkIn: null, save: (request) => call("check_in_save", request) }),
    [turn],
  );
  useOpenPage(open, drafts);
  const kept = open.kept();

  /** @param {boolean} [byHand] */
  const startAgain = (byHand = true) => {
    setTurn((before) => before + 1);
    if (byHand)
      setTimeout(() => /** @type {HTMLElement | null} */ (box.current?.querySelector("h1, h2"))?.focus());
  };

  useEffect(() => {
    if (kept === null) return;
    const timer = setTimeout(async () => {
      if (box.current?.contains(document.activeElement) || !(await open.flush())) return;
      startAgain(false);
      onChange();
    }, STILL_THE_SAME_MS);
    return () => clearTimeout(timer);
  }, [kept]);

  const finish = async () => {
    if (!(await open.flush())) return;
    startAgain();
    onChange();
  };

  /** @param {"check_in_trash" | "check_in_restore"} command @param {number} which */
  const act = async (command, which) => {
    try {
      await call(command, { id: which });
      onChange();
      return true;
    } catch (error) {
      showToast({ text: t.errors[/** @type {import("../ipc.js").Problem} */ (error).code].what });
      return false;
    }
  };

  const takeBack = async () => {
    await open.flush();
    const saved = open.kept();
    if (saved !== null && !(await act("check_in_trash", saved.id))) return;
    startAgain();
    showToast({
      text: t.check_in.taken_back,
      ...(saved && {
        action: { label: t.check_in.put_back, run: () => act("check_in_restore", saved.id) },
      }),
    });
  };

  return html`<section class="quick" aria-labelledby=${id} ref=${box}>
    <div class="quick-head">
      <${`h${level}`} id=${id} tabindex="-1">${t.check_in.ask}<//>
      ${
        last !== null &&
        open.draft().mood === null &&
        html`<p class="quiet-text">${t.check_in.last(clock(last.time), stepName(words, last.mood))}</p>`
      }
    </div>
    <${CheckInForm}
      key=${turn}
      open=${open}
      words=${words}
      labelledBy=${id}
      today=${today}
      actions=${html`<${Button} kind="quiet" icon="undo" onClick=${takeBack}>${t.check_in.undo}<//>
        <${Button} onClick=${finish}>${t.check_in.done}<//>`}
    />
  </section>`;
}
