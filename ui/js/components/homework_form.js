import { useAsked } from "../asking.js";
import { addDays } from "../dates.js";
import { classes, html, useEffect, useMemo, useRef, useState } from "../html.js";
import { call, codeOf } from "../ipc.js";
import { useWriter } from "../locking.js";
import { dayAhead } from "../schedule.js";
import { nameOf, spanOf } from "../session_words.js";
import { t } from "../strings/en.js";
import { focusUnfinished } from "../unfinished.js";
import { ProblemBanner } from "./banner.js";
import { Button } from "./button.js";
import { DateField } from "./date_field.js";
import { TextArea } from "./field.js";
import { Select } from "./select.js";
import { showToast } from "./toast.js";

/**
 * @typedef {import("../ipc.js").HomeworkView} HomeworkView
 * @typedef {import("../ipc.js").OccurrenceView} OccurrenceView
 * @typedef {import("../ipc.js").ScheduleView} ScheduleView
 * @typedef {{ text: string, skill: string, due: string, date: string }} HomeworkDraft
 *   `due` is "none", "date", or the number of the event whose next session it is due at
 */

const DAYS_AHEAD = 28;

/** The next session of each event, after that day. @param {ScheduleView | null} view @param {string} after */
function nextSessions(view, after) {
  /** @type {Map<number, OccurrenceView>} */
  const next = new Map();
  for (const session of view?.days.flatMap(({ occurrences }) => occurrences) ?? []) {
    const isOne = session.kind !== "personal" && session.status === "planned" && session.date > after;
    if (isOne && !next.has(session.event)) next.set(session.event, session);
  }
  return [...next.values()];
}

/** @param {HomeworkView | null} homework @param {number | null} event @returns {HomeworkDraft} */
function draftOf(homework, event) {
  if (homework === null)
    return { text: "", skill: "", due: event === null ? "none" : String(event), date: "" };
  const { text, skill, due } = homework;
  const isOnDay = due !== null && due.event === null;
  const kept = homework.event === null ? "none" : String(homework.event);
  return { text, skill: skill ?? "", due: isOnDay ? "date" : kept, date: isOnDay ? due.date : "" };
}

/**
 * Homework that is new, or changed. What is typed is saved by itself before the app locks or another room is shown.
 * @param {{
 *   homework: HomeworkView | null, event?: number | null, given: string, today: string,
 *   drafts: import("../locking.js").Writers["drafts"], onSaved: (saved: HomeworkView) => void, onClose: () => void,
 *   level?: 2 | 3, id?: string, class?: string,
 * }} props `event` and `given`: the session it was given at, and its day
 */
export function HomeworkForm({
  homework: first,
  event = null,
  given,
  today,
  drafts,
  onSaved,
  onClose,
  level = 2,
  id = "homework-form",
  class: className,
}) {
  const [draft, setDraft] = useState(() => draftOf(first, event));
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState(/** @type {import("../ipc.js").ErrorCode | null} */ (null));
  const [busy, setBusy] = useState(false);
  const form = useRef(/** @type {HTMLElement | null} */ (null));
  const latest = useRef({ draft, kept: first, isSaved: true });
  latest.current.draft = draft;
  const givenAt = first?.event ?? event;
  const givenOn = first?.given_date ?? given;

  useEffect(() => form.current?.querySelector("textarea")?.focus(), []);

  /** @returns {Promise<boolean>} */
  const save = async () => {
    const { draft: typed, kept, isSaved } = latest.current;
    const isDayMissing = typed.due === "date" && typed.date === "";
    if (isSaved || typed.text.trim() === "") return true;
    try {
      /** @type {HomeworkView} */
      const saved = await call("homework_save", {
        id: kept?.id ?? null,
        text: typed.text.trim(),
        skill: typed.skill || null,
        event: /^\d+$/.test(typed.due) ? Number(typed.due) : typed.due === "date" ? givenAt : null,
        given_date: givenOn,
        due_date: typed.due === "date" && !isDayMissing ? typed.date : null,
      });
      latest.current = { draft: typed, kept: saved, isSaved: true };
      onSaved(saved);
      return true;
    } catch (failure) {
      setProblem(codeOf(failure));
      return false;
    }
  };
  const latestSave = useRef(save);
  latestSave.current = save;
  const writer = useMemo(
    () => ({
      flush: () => latestSave.current(),
      words: () => (latest.current.isSaved ? "" : latest.current.draft.text),
    }),
    [],
  );
  useWriter(drafts, writer);

  /** @param {Partial<HomeworkDraft>} part */
  const change = (part) => {
    latest.current.isSaved = false;
    setDraft((now) => ({ ...now, ...part }));
  };
  const cancel = () => {
    latest.current.isSaved = true;
    onClose();
  };

  /** @param {SubmitEvent} submitted */
  const submit = async (submitted) => {
    submitted.preventDefault();
    if (busy) return;
    setAsked(true);
    const missing =
      draft.text.trim() === "" ? "textarea" : draft.due === "date" && draft.date === "" ? "input" : null;
    if (missing !== null) {
      /** @type {HTMLElement | null | undefined} */ (form.current?.querySelector(missing))?.focus();
      return;
    }
    if (focusUnfinished(form.current)) return;
    setBusy(true);
    const isDone = await save();
    setBusy(false);
    if (!isDone) return;
    onClose();
    showToast({ text: t.programme.homework_saved });
  };

  return html`<form id=${id} class=${classes("homework-form", className)} ref=${form} onSubmit=${submit} noValidate aria-labelledby=${`${id}-title`}>
    <${`h${level}`} id=${`${id}-title`}>${first === null ? t.programme.homework_new_title : t.programme.homework_change_title}<//>
    ${problem && html`<${ProblemBanner} code=${problem} />`}
    <${TextArea}
      label=${t.programme.homework_text}
      rows="3"
      error=${asked && draft.text.trim() === "" && t.programme.homework_text_missing}
      value=${draft.text}
      onInput=${(/** @type {string} */ text) => change({ text })}
    />
    <div class="homework-fields">
      <${DueFields} ...${{ draft, change, asked, today, givenAt, givenOn }} />
      <${SkillField} skill=${draft.skill} onChange=${(/** @type {string} */ skill) => change({ skill })} />
    </div>
    <div class="button-row">
      <${Button} kind="primary" type="submit" busy=${busy}>${t.programme.save}<//>
      <${Button} kind="quiet" onClick=${cancel}>${t.programme.cancel}<//>
    </div>
  </form>`;
}

/**
 * @param {{
 *   draft: HomeworkDraft, change: (part: Partial<HomeworkDraft>) => void, asked: boolean, today: string,
 *   givenAt: number | null, givenOn: string,
 * }} props
 */
function DueFields({ draft, change, asked, today, givenAt, givenOn }) {
  const after = givenOn.localeCompare(today) > 0 ? givenOn : today;
  /** @type {import("../asking.js").Asked<ScheduleView>} */
  const { view } = useAsked("schedule_span", { from: after, until: addDays(after, DAYS_AHEAD) });
  const sessions = nextSessions(view, givenOn);
  const isKnown = givenAt === null || sessions.some((session) => session.event === givenAt);
  const options = [
    ...(isKnown ? [] : [{ value: String(givenAt), label: t.programme.homework_due_next_one }]),
    ...sessions.map((session) => ({
      value: String(session.event),
      label: t.programme.homework_due_next(nameOf(session), dayAhead(session.date, today), spanOf(session)),
    })),
    { value: "date", label: t.programme.homework_due_date },
    { value: "none", label: t.programme.homework_due_none },
  ];
  return html`<${Select}
      label=${t.programme.homework_due_label}
      options=${options}
      value=${draft.due}
      onChange=${(/** @type {string} */ due) => change({ due })}
    />
    ${
      draft.due === "date" &&
      html`<${DateField}
        label=${t.programme.homework_date}
        error=${asked && draft.date === "" && t.programme.homework_date_missing}
        value=${draft.date}
        onInput=${(/** @type {string} */ date) => change({ date })}
      />`
    }`;
}

/** @param {{ skill: string, onChange: (skill: string) => void }} props */
function SkillField({ skill, onChange }) {
  /** @type {import("../asking.js").Asked<import("../ipc.js").LibraryView>} */
  const { view } = useAsked("skills_library");
  const skills = (view?.skills ?? []).toSorted((one, other) => one.name.localeCompare(other.name));
  return html`<${Select}
    label=${t.programme.homework_skill}
    options=${[
      { value: "", label: t.programme.homework_skill_none },
      ...skills.map(({ id, name }) => ({ value: id, label: name })),
    ]}
    value=${skill}
    onChange=${onChange}
  />`;
}
