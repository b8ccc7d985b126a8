// Calendar files: what one holds, the choice of what comes in, and the way out for one's own.

import { useChosenFile } from "../chosen_file.js";
import { Banner, ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Page } from "../components/page.js";
import { showToast } from "../components/toast.js";
import { html, useState } from "../html.js";
import { call, codeOf } from "../ipc.js";
import { KINDS } from "../schedule.js";
import { offerUndo } from "../schedule_changes.js";
import { t } from "../strings/en.js";
import { CalendarPreview } from "./calendar_preview.js";

/**
 * @typedef {import("../ipc.js").IcsPreviewView} IcsPreviewView
 * @typedef {import("../ipc.js").ErrorCode} ErrorCode
 */

/** @param {{ parts: import("../html.js").VNode, ways: import("../app.js").Ways }} props */
export function CalendarFile({ parts, ways }) {
  /** @type {import("../chosen_file.js").ChosenFile<IcsPreviewView>} */
  const { preview, problem, setProblem, busy, page, choose, leave } = useChosenFile("ics_choose");

  /** @param {import("../ipc.js").IcsImportedView} imported */
  const done = ({ new: added, changed, removed, undo }) => {
    ways.go({ room: "schedule", view: "week", date: null });
    offerUndo(t.programme.calendar_done(added, changed, removed), undo);
  };
  const leaveIt = () => {
    leave();
    setTimeout(() => document.getElementById("calendar-choose")?.focus());
  };

  return html`<${Page} class="skills-page calendar-page" before=${parts} title=${t.programme.calendar}>
    <section class="programme-part" aria-labelledby="calendar-in" ref=${page}>
      ${
        preview
          ? html`<${CalendarPreview} key=${preview} preview=${preview} onDone=${done} onLeave=${leaveIt} onProblem=${setProblem} />`
          : html`<div class="programme-part-head">
              <h2 id="calendar-in" tabindex="-1">${t.programme.calendar_in}</h2>
              <p class="quiet-text">${t.programme.calendar_in_text}</p>
            </div>`
      }
      ${
        problem === "invalid" && preview === null
          ? html`<${Banner} tone="problem" title=${t.programme.calendar_not_one}>${t.programme.calendar_not_one_text}<//>`
          : problem && html`<${ProblemBanner} code=${problem} />`
      }
      <div>
        <${Button} id="calendar-choose" kind=${preview ? "quiet" : "primary"} icon="import" busy=${busy} onClick=${choose}>
          ${preview ? t.programme.calendar_choose_other : t.programme.calendar_choose}
        <//>
      </div>
    </section>
    ${preview === null && html`<${Export} onProblem=${setProblem} />`}
  <//>`;
}

/** @type {Readonly<Record<"all" | "programme", import("../ipc.js").EventKind[] | null>>} */
const EXPORTED = Object.freeze({ all: null, programme: KINDS.filter((kind) => kind !== "personal") });

/** @param {{ onProblem: (code: ErrorCode | null) => void }} props */
function Export({ onProblem }) {
  const [busy, setBusy] = useState(/** @type {keyof typeof EXPORTED | null} */ (null));

  /** @param {keyof typeof EXPORTED} scope */
  const save = async (scope) => {
    setBusy(scope);
    try {
      const isSaved = await call("ics_export", { calendar: null, kinds: EXPORTED[scope] });
      onProblem(null);
      if (isSaved) showToast({ text: t.programme.calendar_saved });
    } catch (error) {
      onProblem(codeOf(error));
    } finally {
      setBusy(null);
    }
  };

  return html`<section class="programme-part" aria-labelledby="calendar-out">
    <div class="programme-part-head">
      <h2 id="calendar-out">${t.programme.calendar_out}</h2>
      <p class="quiet-text">${t.programme.calendar_out_text}</p>
      <p class="quiet-text">${t.programme.calendar_out_never}</p>
    </div>
    <div class="button-row">
      <${Button} id="calendar-out-programme" busy=${busy === "programme"} onClick=${() => save("programme")}>${t.programme.calendar_out_programme}<//>
      <${Button} id="calendar-out-all" busy=${busy === "all"} onClick=${() => save("all")}>${t.programme.calendar_out_all}<//>
    </div>
  </section>`;
}
