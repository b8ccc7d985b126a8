// One questionnaire: filled in, or with its result.

import { useAsked } from "../asking.js";
import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { HelpOffer } from "../components/help_offer.js";
import { Page } from "../components/page.js";
import { showToast } from "../components/toast.js";
import { html, useState } from "../html.js";
import { call } from "../ipc.js";
import { t } from "../strings/en.js";
import { AssessmentForm } from "./assessment_form.js";
import { AssessmentResult } from "./assessment_result.js";

/**
 * @typedef {import("../ipc.js").AssessmentView} AssessmentView
 * @typedef {import("../ipc.js").InstrumentView} InstrumentView
 * @typedef {import("../app.js").Ways} Ways
 */

/**
 * @param {{
 *   id: number, ways: Ways, today: string, handle?: { current: import("../locking.js").WriterHandle | null },
 * }} props `handle` lets the window wait for the last answer before it locks
 */
export function Assessment({ id, ways, today, handle }) {
  /** @type {import("../asking.js").Asked<AssessmentView>} */
  const { view, problem, reload, patch } = useAsked("assessment_open", { id });
  /** @type {import("../asking.js").Asked<InstrumentView[]>} */
  const { view: instruments } = useAsked("assessments");
  const [editing, setEditing] = useState(false);
  /** The item whose answer calls for Help now, until the offer is put away. */
  const [offered, setOffered] = useState(/** @type {string | null} */ (null));

  if (view === null) {
    return problem === null
      ? null
      : html`<${Page}
          class="skills-page assessment"
          title=${t.assessments.title}
          before=${html`<div><${Button} kind="quiet" icon="back" class="page-back" onClick=${ways.back}>${t.assessments.back}<//></div>`}
        >
          <${ProblemBanner} code=${problem} onRetry=${reload} />
        <//>`;
  }

  const trash = async () => {
    try {
      await call("assessment_trash", { id });
    } catch (error) {
      showToast({ text: t.errors[/** @type {import("../ipc.js").Problem} */ (error).code].what });
      return;
    }
    ways.back();
    showToast({
      text: t.assessments.trashed(view.name),
      action: {
        label: t.assessments.undo,
        run: async () => {
          await call("assessment_restore", { id });
          ways.go({ room: "check_in", view: "assessment", id });
        },
      },
    });
  };

  const instrument = instruments?.find((one) => one.id === view.instrument) ?? null;
  const putAway = () => {
    setOffered(null);
    setTimeout(() => {
      const answer = document.querySelector(`[data-item="${offered}"] :checked`);
      const place = answer ?? document.querySelector(".assessment h1");
      if (place instanceof HTMLElement) place.focus();
    });
  };
  const offer = html`<${HelpOffer} onHelp=${ways.help} onClose=${putAway} />`;
  if (view.finished && !editing) {
    return html`<${AssessmentResult}
      ...${{ view, instrument, today, ways }}
      offer=${offered !== null && offer}
      onEdit=${() => {
        setOffered(null);
        setEditing(true);
      }}
      onTrash=${trash}
    />`;
  }
  return html`<${AssessmentForm}
    ...${{ view, instrument, handle, offered, offer }}
    onOffer=${setOffered}
    onLeave=${ways.back}
    onTrash=${trash}
    onFinished=${(/** @type {AssessmentView} */ finished) => {
      patch(() => finished);
      setEditing(false);
    }}
  />`;
}
