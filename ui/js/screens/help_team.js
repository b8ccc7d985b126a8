import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Toggle } from "../components/choice.js";
import { Field } from "../components/field.js";
import { html, useEffect, useRef, useState } from "../html.js";
import { call } from "../ipc.js";
import { t } from "../strings/en.js";

/** @typedef {import("../ipc.js").HelpView} HelpView */

/**
 * The participant's own line. Only an unlocked window may change it.
 * @param {{ view: HelpView, onDone: (view: HelpView | null) => void }} props
 */
export function TeamLineForm({ view, onDone }) {
  const [line, setLine] = useState(view.team_line ?? { name: "", number: "", hours: "" });
  const [whileLocked, setWhileLocked] = useState(view.team_line_while_locked);
  const [missing, setMissing] = useState(false);
  const [problem, setProblem] = useState(/** @type {import("../ipc.js").ErrorCode | null} */ (null));
  const first = useRef(/** @type {HTMLInputElement | null} */ (null));
  const number = useRef(/** @type {HTMLInputElement | null} */ (null));
  useEffect(() => first.current?.focus(), []);

  /** @param {typeof line | null} team_line */
  const store = async (team_line) => {
    try {
      onDone(
        await call("help_team_line_update", {
          team_line,
          show_while_locked: team_line !== null && whileLocked,
        }),
      );
    } catch (error) {
      setProblem(/** @type {import("../ipc.js").Problem} */ (error).code);
    }
  };
  /** @param {SubmitEvent} event */
  const submit = (event) => {
    event.preventDefault();
    const wanted = {
      name: line.name.trim() || t.help.team,
      number: line.number.trim(),
      hours: line.hours.trim(),
    };
    setMissing(wanted.number === "");
    if (wanted.number === "") number.current?.focus();
    else store(wanted);
  };
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    onDone(null);
  };
  /** @param {keyof typeof line} key */
  const set = (key) => (/** @type {string} */ value) => setLine({ ...line, [key]: value });

  return html`<form class="help-team stack" aria-labelledby="help-team-title" onSubmit=${submit} onKeyDown=${onKey} noValidate>
    <h2 id="help-team-title">${t.help.team}</h2>
    ${problem && html`<${ProblemBanner} code=${problem} />`}
    <${Field} label=${t.help.team_name} hint=${t.help.team_name_hint} value=${line.name} onInput=${set("name")} inputRef=${first} autocomplete="off" />
    <${Field}
      label=${t.help.team_number}
      error=${missing && line.number.trim() === "" && t.help.team_number_missing}
      value=${line.number}
      onInput=${set("number")}
      inputRef=${number}
      inputmode="tel"
      autocomplete="off"
    />
    <${Field} label=${t.help.team_hours} hint=${t.help.team_hours_hint} value=${line.hours} onInput=${set("hours")} autocomplete="off" />
    <${Toggle} label=${t.help.team_locked} hint=${t.help.team_locked_hint} checked=${whileLocked} onChange=${setWhileLocked} />
    <div class="button-row">
      <${Button} kind="primary" type="submit">${t.common.save}<//>
      <${Button} onClick=${() => onDone(null)}>${t.common.cancel}<//>
      ${view.team_line && html`<${Button} kind="danger" icon="bin" onClick=${() => store(null)}>${t.help.team_remove}<//>`}
    </div>
  </form>`;
}
