import { classes, html, useEffect, useLayoutEffect, useRef, useState } from "../html.js";
import { t } from "../strings/en.js";
import { Button } from "./button.js";
import { Chips } from "./checks.js";
import { Icon } from "./icon.js";
import { showToast } from "./toast.js";

/** @typedef {import("../ipc.js").Line} Line */
/** @typedef {Line & { key: number }} Row */

let lastKey = 0;

/** @param {Line} line @returns {Row} */
const asRow = ({ text, tag }) => {
  lastKey += 1;
  return { text, tag, key: lastKey };
};
const blankRow = () => asRow({ text: "", tag: null });

/** The last row is always blank: typing into it makes a new line. @param {Row[]} rows */
const withBlank = (rows) => (rows.at(-1)?.text === "" ? rows : [...rows, blankRow()]);

/** @param {Row[]} rows @returns {Line[]} */
const linesOf = (rows) =>
  rows.filter(({ text }) => text.trim() !== "").map(({ text, tag }) => ({ text, tag }));

/** @param {Line[]} one @param {Line[]} other */
const isSame = (one, other) =>
  one.length === other.length &&
  one.every(({ text, tag }, at) => text === other[at]?.text && tag === other[at]?.tag);

/**
 * Lines of text, written one below the other. Enter goes to the next line, Backspace in an empty one goes back.
 * @param {{
 *   label: string,
 *   lines: Line[],
 *   onChange: (lines: Line[]) => void,
 *   placeholder?: string | null,
 *   tags?: string[],
 *   tagsAs?: "select" | "chips",
 *   ordered?: boolean,
 *   say?: (words: string) => void,
 *   labelId?: string,
 *   id?: string,
 *   class?: string,
 * }} props `labelId` names the element that shows the label, if one does; `say` is told of what moved
 */
export function Lines({
  label,
  lines,
  onChange,
  placeholder,
  tags = [],
  tagsAs = "select",
  ordered = false,
  say = () => {},
  labelId,
  id,
  class: className,
}) {
  const [rows, setRows] = useState(() => withBlank(lines.map(asRow)));
  const list = useRef(/** @type {HTMLElement | null} */ (null));
  const wanted = useRef(
    /** @type {{ key: number, part: "text" | "up" | "down", atEnd: boolean } | null} */ (null),
  );
  const latest = useRef(rows);
  latest.current = rows;

  useEffect(() => {
    if (!isSame(linesOf(latest.current), lines)) setRows(withBlank(lines.map(asRow)));
  }, [lines]);

  // Before the next key, so that what is typed after Enter lands in the new line.
  useLayoutEffect(() => {
    const target = wanted.current;
    wanted.current = null;
    if (!target) return;
    const row = list.current?.querySelector(`[data-row="${target.key}"]`);
    const text = row?.querySelector("textarea");
    const button = row?.querySelector(`[data-part="${target.part}"]:not(:disabled)`);
    const element = target.part === "text" ? text : (button ?? text);
    if (element instanceof HTMLElement) element.focus();
    if (text && element === text) {
      const place = target.atEnd ? text.value.length : 0;
      text.setSelectionRange(place, place);
    }
  }, [rows]);

  /** @param {Row[]} next */
  const put = (next) => {
    const shown = withBlank(next);
    setRows(shown);
    onChange(linesOf(shown));
  };
  /** @param {number} key @param {Partial<Line>} patch */
  const edit = (key, patch) => put(rows.map((row) => (row.key === key ? { ...row, ...patch } : row)));
  /** @param {Row | undefined} row @param {"text" | "up" | "down"} [part] */
  const focusOn = (row, part = "text") => {
    if (row) wanted.current = { key: row.key, part, atEnd: true };
  };

  /** @param {number} at */
  const insertAfter = (at) => {
    const next = rows[at + 1];
    if (next?.text === "") {
      focusOn(next);
      setRows([...rows]);
      return;
    }
    const row = blankRow();
    focusOn(row);
    setRows([...rows.slice(0, at + 1), row, ...rows.slice(at + 1)]);
  };

  /** @param {number} at @param {boolean} told */
  const remove = (at, told) => {
    const row = rows[at];
    focusOn(told ? (rows[at + 1] ?? rows[at - 1]) : rows[at - 1]);
    put(rows.filter((_, place) => place !== at));
    if (!told) return;
    showToast({
      text: t.practice.removed,
      action: {
        label: t.practice.undo,
        run: () => {
          const now = latest.current;
          if (row) put([...now.slice(0, at), row, ...now.slice(at)]);
        },
      },
    });
  };

  /** @param {number} at @param {1 | -1} by */
  const move = (at, by, part = /** @type {"text" | "up" | "down"} */ ("text")) => {
    const row = rows[at];
    const other = rows[at + by];
    if (!row || !other || row.text === "" || other.text === "") return;
    const next = [...rows];
    next[at] = other;
    next[at + by] = row;
    focusOn(row, part);
    put(next);
    say(t.practice.moved(at + by + 1, linesOf(next).length));
  };

  /** @param {any} event @param {number} at */
  const onKey = (event, at) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const text = /** @type {HTMLTextAreaElement} */ (event.currentTarget);
    if (event.key === "Enter") {
      event.preventDefault();
      event.stopPropagation();
      if (rows[at]?.text.trim() !== "") insertAfter(at);
    } else if (event.key === "Backspace" && rows[at]?.text === "" && at > 0) {
      event.preventDefault();
      remove(at, false);
    } else if (event.altKey && ordered && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      move(at, event.key === "ArrowUp" ? -1 : 1);
    } else if (!event.altKey && event.key === "ArrowUp" && text.selectionStart === 0 && at > 0) {
      event.preventDefault();
      focusOn(rows[at - 1]);
      setRows([...rows]);
    } else if (!event.altKey && event.key === "ArrowDown" && text.selectionEnd === text.value.length) {
      if (at === rows.length - 1) return;
      event.preventDefault();
      focusOn(rows[at + 1]);
      setRows([...rows]);
    }
  };

  const count = rows.length - 1;
  return html`<${ordered ? "ol" : "ul"}
    ref=${list}
    id=${id}
    role="list"
    class=${classes("lines", ordered && "lines-ordered", className)}
    aria-label=${labelId ? undefined : label}
    aria-labelledby=${labelId}
  >
    ${rows.map((row, at) => {
      const isBlank = row.text === "";
      const name = isBlank ? t.practice.new_line : t.practice.line(at + 1);
      const words = row.text.trim();
      return html`<li class=${classes("line", isBlank && "is-blank")} key=${row.key} data-row=${row.key}>
        <div class="grows line-text" data-twin=${`${row.text || placeholder || t.practice.add_line} `}>
          <textarea
            rows="1"
            aria-label=${t.practice.line_of(label, name)}
            placeholder=${isBlank ? placeholder || t.practice.add_line : undefined}
            spellcheck=${true}
            value=${row.text}
            onInput=${(/** @type {any} */ event) => edit(row.key, { text: event.currentTarget.value.replace(/\s*\n\s*/g, " ") })}
            onKeyDown=${(/** @type {any} */ event) => onKey(event, at)}
          />
        </div>
        ${
          !isBlank &&
          html`<div class="line-tools">
            ${
              ordered &&
              html`<${Button} kind="quiet" icon="up" data-part="up" label=${t.practice.move_up(words)} disabled=${at === 0} onClick=${() => move(at, -1, "up")} />
                <${Button} kind="quiet" icon="down" data-part="down" label=${t.practice.move_down(words)} disabled=${at >= count - 1} onClick=${() => move(at, 1, "down")} />`
            }
            <${Button} kind="quiet" icon="close" label=${t.practice.remove_line(words)} onClick=${() => remove(at, true)} />
          </div>`
        }
        ${!isBlank && tags.length > 0 && html`<${Tag} ...${{ row, tags, tagsAs }} onTag=${(/** @type {string | null} */ tag) => edit(row.key, { tag })} />`}
      </li>`;
    })}
  <//>`;
}

/** @param {{ row: Row, tags: string[], tagsAs: "select" | "chips", onTag: (tag: string | null) => void }} props */
function Tag({ row, tags, tagsAs, onTag }) {
  const label = t.practice.tag_of(row.text.trim());
  if (tagsAs === "chips") {
    return html`<${Chips}
      class="line-tag"
      legend=${label}
      legendHidden
      options=${tags.map((tag) => ({ value: tag, label: tag }))}
      value=${row.tag}
      onChange=${onTag}
    />`;
  }
  return html`<div class=${classes("line-tag", "line-select", row.tag && "is-chosen")}>
    <select aria-label=${label} value=${row.tag ?? ""} onChange=${(/** @type {any} */ event) => onTag(event.currentTarget.value || null)}>
      <option value="">${t.practice.no_tag}</option>
      ${tags.map((tag) => html`<option key=${tag} value=${tag}>${tag}</option>`)}
    </select>
    <${Icon} name="down" />
  </div>`;
}
