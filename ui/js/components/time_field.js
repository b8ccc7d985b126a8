import { clock } from "../dates.js";
import { html, useEffect, useRef, useState } from "../html.js";
import { readTime } from "../schedule.js";
import { t } from "../strings/en.js";
import { Field } from "./field.js";

/**
 * A time of day, typed in one's own way; it is shown as it was understood when one goes on.
 * @param {{
 *   label: string, value: string, onInput: (time: string) => void, hint?: string, error?: string | false,
 *   inputRef?: import("preact").Ref<HTMLInputElement>, id?: string, class?: string,
 * }} props `value` is "HH:MM", or empty while what is typed is not a time
 */
export function TimeField({ value, onInput, error, ...field }) {
  const [typed, setTyped] = useState(value === "" ? "" : clock(value));
  const [isLeft, setIsLeft] = useState(true);
  const read = readTime(typed);
  const fault = typed.trim() !== "" && "fault" in read ? t.programme.time_faults[read.fault] : "";
  const told = useRef(value);

  useEffect(() => {
    if (value !== told.current) setTyped(value === "" ? "" : clock(value));
    told.current = value;
  }, [value]);

  /** @param {string} text */
  const type = (text) => {
    setIsLeft(false);
    setTyped(text);
    const next = readTime(text);
    told.current = "time" in next ? next.time : "";
    if (told.current !== value) onInput(told.current);
  };
  const leave = () => {
    setIsLeft(true);
    if ("time" in read) setTyped(clock(read.time));
  };

  return html`<${Field}
    ...${field}
    error=${(isLeft && fault) || error}
    data-unfinished=${fault === "" ? "false" : "true"}
    placeholder=${t.programme.time_like}
    autocomplete="off"
    spellcheck=${false}
    value=${typed}
    onInput=${type}
    onBlur=${leave}
  />`;
}
