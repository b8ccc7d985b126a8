import { classes, html, useId, useRef, useState } from "../html.js";
import { t } from "../strings/en.js";
import { Icon } from "./icon.js";

const MOST_SUGGESTIONS = 6;

/**
 * Short words on an entry. Enter or a comma adds one, Backspace in the empty field takes the last one back.
 * @param {{
 *   label: string,
 *   tags: string[],
 *   suggestions?: string[],
 *   onChange: (tags: string[]) => void,
 *   hint?: string,
 *   labelHidden?: boolean,
 *   id?: string,
 *   class?: string,
 * }} props
 */
export function TagInput({
  label,
  tags,
  suggestions = [],
  onChange,
  hint,
  labelHidden,
  id: wantedId,
  class: className,
}) {
  const ownId = useId();
  const id = wantedId ?? ownId;
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));

  /** @param {string} tag */
  const has = (tag) => tags.some((other) => other.toLowerCase() === tag.toLowerCase());
  const wanted = text.trim().toLowerCase();
  const offered = suggestions
    .filter((tag) => !has(tag) && tag.toLowerCase().includes(wanted))
    .slice(0, MOST_SUGGESTIONS);
  const isOpen = open && offered.length > 0;

  /** @param {string} raw */
  const add = (raw) => {
    const tag = raw.trim().replace(/\s+/g, " ");
    if (tag && !has(tag)) onChange([...tags, tag]);
    setText("");
    setActive(-1);
  };
  /** @param {string} tag */
  const remove = (tag) => {
    onChange(tags.filter((other) => other !== tag));
    input.current?.focus();
  };

  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (event.isComposing) return;
    if (event.key === "Enter" || event.key === ",") {
      const chosen = isOpen ? offered[active] : undefined;
      if (!chosen && !wanted && event.key === "Enter") return;
      event.preventDefault();
      add(chosen ?? text);
    } else if (event.key === "Backspace" && text === "" && tags.length > 0) {
      onChange(tags.slice(0, -1));
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (offered.length === 0) return;
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActive(isOpen ? (active + step + offered.length) % offered.length : 0);
      setOpen(true);
    } else if (event.key === "Escape" && isOpen) {
      event.stopPropagation();
      event.preventDefault();
      setOpen(false);
      setActive(-1);
    }
  };

  return html`<div class=${classes("field", "tag-input", className)}>
    <label class=${labelHidden ? "only-heard" : "field-label"} for=${id}>${label}</label>
    ${hint && html`<div class="field-hint" id=${`${id}-hint`}>${hint}</div>`}
    <div class="tag-box">
      ${
        tags.length > 0 &&
        html`<ul role="list" class="tags" aria-label=${t.common.chosen_tags}>
          ${tags.map(
            (tag) => html`<li class="tag" key=${tag}>
              <span>${tag}</span>
              <button type="button" class="tag-remove" aria-label=${t.common.remove_tag(tag)} onClick=${() => remove(tag)}>
                <${Icon} name="close" />
              </button>
            </li>`,
          )}
        </ul>`
      }
      <input
        ref=${input}
        id=${id}
        class="tag-text"
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck=${false}
        aria-autocomplete="list"
        aria-expanded=${isOpen ? "true" : "false"}
        aria-controls=${isOpen ? `${id}-list` : undefined}
        aria-activedescendant=${isOpen && active >= 0 ? `${id}-${active}` : undefined}
        aria-describedby=${hint ? `${id}-hint` : undefined}
        value=${text}
        onInput=${(/** @type {any} */ event) => {
          setText(event.currentTarget.value);
          setActive(-1);
          setOpen(true);
        }}
        onKeyDown=${onKey}
        onFocus=${() => setOpen(true)}
        onBlur=${() => {
          setOpen(false);
          add(text);
        }}
      />
    </div>
    ${
      isOpen &&
      html`<ul class="tag-list" id=${`${id}-list`} role="listbox" aria-label=${t.common.used_before}>
        ${offered.map(
          (tag, index) => html`<li
            key=${tag}
            id=${`${id}-${index}`}
            role="option"
            aria-selected=${index === active ? "true" : "false"}
            onPointerDown=${(/** @type {PointerEvent} */ event) => {
              event.preventDefault();
              add(tag);
            }}
          >
            ${tag}
          </li>`,
        )}
      </ul>`
    }
  </div>`;
}
