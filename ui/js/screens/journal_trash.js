import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Dialog } from "../components/dialog.js";
import { Page } from "../components/page.js";
import { showToast } from "../components/toast.js";
import { addDays, plainDay } from "../dates.js";
import { html, useCallback, useEffect, useRef, useState } from "../html.js";
import { call } from "../ipc.js";
import { t } from "../strings/en.js";

/** @typedef {import("../ipc.js").EntrySummaryView} EntrySummaryView */
/** @typedef {import("../ipc.js").ErrorCode} ErrorCode */

const DAYS_KEPT = 30;

/** @param {EntrySummaryView} entry */
const nameOf = (entry) => entry.title || entry.excerpt || t.journal.untitled;

/** @param {{ active: boolean, onBack: () => void, onChange: () => void }} props */
export function JournalTrash({ active, onBack, onChange }) {
  const [entries, setEntries] = useState(/** @type {EntrySummaryView[] | null} */ (null));
  const [problem, setProblem] = useState(/** @type {ErrorCode | null} */ (null));
  const [asked, setAsked] = useState(/** @type {EntrySummaryView | null} */ (null));
  const room = useRef(/** @type {HTMLElement | null} */ (null));

  const load = useCallback(async () => {
    try {
      setEntries(await call("journal_trashed"));
      setProblem(null);
    } catch (error) {
      setProblem(/** @type {import("../ipc.js").Problem} */ (error).code);
    }
  }, []);
  useEffect(() => {
    load();
  }, []);

  /** @param {"journal_restore" | "journal_delete"} command @param {EntrySummaryView} entry @param {string} done */
  const act = async (command, entry, done) => {
    setAsked(null);
    try {
      await call(command, { id: entry.id });
    } catch (error) {
      setProblem(/** @type {import("../ipc.js").Problem} */ (error).code);
      return;
    }
    const at = entries?.findIndex(({ id }) => id === entry.id) ?? 0;
    await load();
    onChange();
    showToast({ text: done });
    setTimeout(() => {
      const buttons = /** @type {NodeListOf<HTMLElement>} */ (
        room.current?.querySelectorAll("[data-restore]")
      );
      const next = buttons[Math.min(at, buttons.length - 1)] ?? room.current?.querySelector("h1");
      if (next instanceof HTMLElement) next.focus();
    });
  };

  return html`<div class="trash" hidden=${!active} ref=${room}>
    <${Page}
      title=${t.journal.trash}
      lead=${t.journal.trash_lead}
      actions=${html`<${Button} icon="back" onClick=${onBack}>${t.journal.trash_back}<//>`}
    >
      ${problem && html`<${ProblemBanner} code=${problem} onRetry=${load} />`}
      ${
        entries?.length === 0 &&
        html`<div class="empty">
          <p class="empty-title">${t.journal.trash_empty_title}</p>
          <p>${t.journal.trash_empty_text}</p>
        </div>`
      }
      ${
        entries &&
        entries.length > 0 &&
        html`<ul role="list" class="trash-list" aria-label=${t.journal.trash_list}>
          ${entries.map(
            (entry) => html`<li class="trash-entry" key=${entry.id}>
              <div class="trash-text">
                <h2 class="entry-title">${entry.title || t.journal.untitled}</h2>
                <p class="entry-excerpt">${entry.excerpt}</p>
                <p class="entry-facts">
                  ${plainDay(entry.date)}${entry.trashed_on && ` · ${t.journal.trash_until(plainDay(addDays(entry.trashed_on, DAYS_KEPT)))}`}
                </p>
              </div>
              <div class="button-row">
                <${Button}
                  icon="undo"
                  data-restore
                  label=${t.journal.about_entry(t.journal.restore, nameOf(entry))}
                  onClick=${() => act("journal_restore", entry, t.journal.restored)}
                  >${t.journal.restore}<//
                >
                <${Button}
                  kind="quiet"
                  icon="bin"
                  label=${t.journal.about_entry(t.journal.delete_for_good, nameOf(entry))}
                  onClick=${() => setAsked(entry)}
                  >${t.journal.delete_for_good}<//
                >
              </div>
            </li>`,
          )}
        </ul>`
      }
    <//>
    ${
      asked &&
      html`<${Dialog}
        title=${t.journal.delete_title}
        onClose=${() => setAsked(null)}
        actions=${html`<${Button} kind="danger" onClick=${() => act("journal_delete", asked, t.journal.deleted)}>${t.journal.delete_for_good}<//>
          <${Button} kind="primary" data-first-focus onClick=${() => setAsked(null)}>${t.journal.delete_keep}<//>`}
      >
        <p class="dialog-quote">${nameOf(asked)}</p>
        <p>${t.journal.delete_text}</p>
      <//>`
    }
  </div>`;
}
