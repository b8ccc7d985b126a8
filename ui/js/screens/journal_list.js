import { useAsked } from "../asking.js";
import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Field } from "../components/field.js";
import { Icon } from "../components/icon.js";
import { List, ListItem } from "../components/list.js";
import { Select } from "../components/select.js";
import { clock, dayNumber, longDay, weekday } from "../dates.js";
import { html, useEffect, useId, useRef, useState } from "../html.js";
import { ariaKeys } from "../shortcuts.js";
import { t } from "../strings/en.js";
import { byMonth } from "../timeline.js";
import { NO_FILTER } from "./journal_entries.js";

/**
 * @typedef {import("../ipc.js").Kind} Kind
 * @typedef {import("../ipc.js").EntrySummaryView} EntrySummaryView
 * @typedef {import("../ipc.js").JournalFilter} JournalFilter
 * @typedef {import("./journal_entries.js").Entries} Entries
 * @typedef {import("./journal_entries.js").Query} Query
 * @typedef {import("./journal_entries.js").Snippet} Snippet
 */

const KINDS = /** @type {Kind[]} */ (Object.keys(t.journal.kinds));

/**
 * @param {{
 *   headingRef: import("preact").Ref<HTMLElement>, searchRef: import("preact").Ref<HTMLInputElement>,
 *   query: Query, onQuery: (query: Query) => void, entries: Entries, tags: {tag: string, count: number}[],
 *   openId: number | null, onOpen: (id: number) => void, onNew: () => void, onMore: () => void,
 *   onRetry: () => void, onTrash: () => void, onPractice: () => void,
 * }} props
 */
export function JournalList({
  headingRef,
  searchRef,
  query,
  onQuery,
  entries,
  tags,
  openId,
  onOpen,
  onNew,
  onMore,
  onRetry,
  onTrash,
  onPractice,
}) {
  const [filtersShown, setFiltersShown] = useState(false);
  const filterId = useId();
  const { filter } = query;
  const filterCount = countFilters(filter);
  // What is listed answers the question before this one until its own answer is there.
  const { text, filter: answeredFilter } = entries.answers ?? query;
  const isAsking = text.trim() !== "" || countFilters(answeredFilter) > 0;

  return html`<section class="pane-list" aria-labelledby="journal-title">
    <div class="list-head">
      <div class="list-title">
        <h1 id="journal-title" tabindex="-1" ref=${headingRef}>${t.journal.title}</h1>
        <${Button} kind="primary" icon="pen" onClick=${onNew} aria-keyshortcuts=${ariaKeys("new_entry")}>
          ${t.journal.new_entry}
        <//>
      </div>
      <div class="finder" role="search">
        <div class="finder-box">
          <${Icon} name="search" />
          <input
            ref=${searchRef}
            class="input"
            type="text"
            inputmode="search"
            autocomplete="off"
            spellcheck=${false}
            aria-label=${t.journal.search}
            aria-keyshortcuts=${ariaKeys("search")}
            placeholder=${t.journal.search}
            value=${query.text}
            onInput=${(/** @type {any} */ event) => onQuery({ ...query, text: event.currentTarget.value })}
          />
          ${query.text !== "" && html`<${Button} kind="quiet" icon="close" class="finder-clear" label=${t.journal.clear_search} onClick=${() => onQuery({ ...query, text: "" })} />`}
        </div>
        <p class="list-count" role="status">${countWords(entries, isAsking)}</p>
        <${Button}
          kind=${filterCount > 0 ? "secondary" : "quiet"}
          icon="filter"
          class="finder-filters"
          aria-expanded=${filtersShown ? "true" : "false"}
          aria-controls=${filterId}
          onClick=${() => setFiltersShown(!filtersShown)}
        >
          ${filterCount > 0 ? t.journal.filters_on(filterCount) : t.journal.filters}
        <//>
      </div>
      <div id=${filterId} hidden=${!filtersShown}>
        ${filtersShown && html`<${Filters} filter=${filter} tags=${tags} onFilter=${(/** @type {JournalFilter} */ next) => onQuery({ ...query, filter: next })} />`}
      </div>
    </div>
    ${entries.problem && html`<${ProblemBanner} code=${entries.problem} onRetry=${onRetry} />`}
    ${text.trim() !== "" && html`<${InPractice} text=${text.trim()} onOpen=${onPractice} />`}
    ${
      entries.list.length > 0
        ? html`<${Timeline} entries=${entries} openId=${openId} onOpen=${onOpen} onMore=${onMore} isAsking=${isAsking} />`
        : html`<${EmptyList} query=${entries.answers} isAsking=${isAsking} onClear=${() => onQuery({ text: "", filter: NO_FILTER })} onNew=${onNew} />`
    }
    <div class="list-foot">
      <${Button} kind="quiet" icon="bin" onClick=${onTrash}>${t.journal.trash}<//>
    </div>
  </section>`;
}

/** @param {JournalFilter} filter */
const countFilters = ({ kinds, tags, from, to }) =>
  kinds.length + tags.length + (from === null ? 0 : 1) + (to === null ? 0 : 1);

/** @param {Entries} entries @param {boolean} isAsking */
function countWords(entries, isAsking) {
  if (entries.answers === null) return t.journal.loading;
  if (entries.list.length === 0) return "";
  if (!isAsking) return t.journal.count(entries.total);
  return entries.isMore && entries.next === null
    ? t.journal.found_more(entries.total)
    : t.journal.found(entries.total);
}

/** @param {{ filter: JournalFilter, tags: {tag: string, count: number}[], onFilter: (filter: JournalFilter) => void }} props */
function Filters({ filter, tags, onFilter }) {
  const tagOptions = [
    { value: "", label: t.journal.any_tag },
    ...tags.map(({ tag, count }) => ({ value: tag, label: t.journal.tag_choice(tag, count) })),
  ];
  /** @param {Kind} kind */
  const switchKind = (kind) =>
    onFilter({
      ...filter,
      kinds: filter.kinds.includes(kind)
        ? filter.kinds.filter((one) => one !== kind)
        : [...filter.kinds, kind],
    });
  return html`<div class="filters">
    <fieldset class="kind-chips">
      <legend class="field-label">${t.journal.filter_kinds}</legend>
      <div>
        ${KINDS.map(
          (kind) => html`<label class="chip" key=${kind}>
            <input type="checkbox" checked=${filter.kinds.includes(kind)} onChange=${() => switchKind(kind)} />
            <span>${t.journal.kinds[kind]}</span>
          </label>`,
        )}
      </div>
    </fieldset>
    <${Select}
      label=${t.journal.filter_tag}
      options=${tagOptions}
      value=${filter.tags[0] ?? ""}
      onChange=${(/** @type {string} */ tag) => onFilter({ ...filter, tags: tag === "" ? [] : [tag] })}
    />
    <div class="filter-dates">
      <${Field} type="date" data-empty=${filter.from === null} label=${t.journal.filter_from} value=${filter.from ?? ""} max=${filter.to ?? undefined} onInput=${(/** @type {string} */ from) => onFilter({ ...filter, from: from || null })} />
      <${Field} type="date" data-empty=${filter.to === null} label=${t.journal.filter_to} value=${filter.to ?? ""} min=${filter.from ?? undefined} onInput=${(/** @type {string} */ to) => onFilter({ ...filter, to: to || null })} />
    </div>
    <div>
      <${Button} kind="quiet" icon="close" onClick=${() => onFilter(NO_FILTER)}>${t.journal.clear_filters}<//>
    </div>
  </div>`;
}

/** @param {{ entries: Entries, openId: number | null, onOpen: (id: number) => void, onMore: () => void, isAsking: boolean }} props */
function Timeline({ entries, openId, onOpen, onMore, isAsking }) {
  const end = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => {
    const mark = end.current;
    if (!mark) return;
    const observer = new IntersectionObserver(([seen]) => seen?.isIntersecting && onMore(), {
      rootMargin: "600px",
    });
    observer.observe(mark);
    return () => observer.disconnect();
  }, [onMore]);

  return html`<div class="timeline">
    <${List} label=${isAsking ? t.journal.results : t.journal.list}>
      ${byMonth(entries.list).map(
        ({ name, entries: ofMonth }) => html`<li class="month" key=${name}>
          <h2 class="month-name">${name}</h2>
          <ul role="list" class="month-entries">
            ${ofMonth.map(
              ({
                entry,
                opensDay,
              }) => html`<${ListItem} key=${entry.id} selected=${entry.id === openId} onOpen=${() => onOpen(entry.id)}>
                <${EntryRow} entry=${entry} opensDay=${opensDay} snippet=${entries.snippets.get(entry.id)} />
              <//>`,
            )}
          </ul>
        </li>`,
      )}
    <//>
    ${
      entries.next !== null &&
      html`<div class="timeline-end" ref=${end}>
        <${Button} kind="quiet" icon="down" onClick=${onMore}>${t.journal.older}<//>
      </div>`
    }
  </div>`;
}

/** @param {{ entry: EntrySummaryView, opensDay: boolean, snippet?: Snippet }} props */
export function EntryRow({ entry, opensDay, snippet }) {
  return html`<span class="entry-day" data-opens=${opensDay ? "true" : "false"}>
      <span class="only-heard">${longDay(entry.date)}. </span>
      <span class="entry-number" aria-hidden="true">${dayNumber(entry.date)}</span>
      <span class="entry-weekday" aria-hidden="true">${weekday(entry.date)}</span>
    </span>
    <span class="entry-text">
      ${entry.title && html`<span class="entry-title">${entry.title}</span>`}
      <span class="excerpt">
        ${
          snippet
            ? snippet.map(({ text, is_match }, index) =>
                is_match ? html`<mark key=${index}>${text}</mark>` : text,
              )
            : entry.excerpt || (entry.title ? "" : t.journal.empty_body)
        }
      </span>
      <span class="entry-facts">${[clock(entry.time), entry.kind === "journal" ? "" : t.journal.kinds[entry.kind], entry.tags.join(", ")].filter(Boolean).join(" · ")}</span>
    </span>`;
}

/** Says if the words are in the skills practice too. @param {{ text: string, onOpen: () => void }} props */
function InPractice({ text, onOpen }) {
  /** @type {import("../asking.js").Asked<import("../ipc.js").SkillsSearchView>} */
  const { view } = useAsked("skills_search", { text });
  if (!view || view.practices.length === 0) return null;
  return html`<div class="list-also">
    <${Button} id="journal-practice" kind="quiet" icon="skills" onClick=${onOpen}>${t.journal.also_in_practice(view.practices.length, view.more)}<//>
  </div>`;
}

/** @param {{ query: Query | null, isAsking: boolean, onClear: () => void, onNew: () => void }} props */
function EmptyList({ query, isAsking, onClear, onNew }) {
  if (query === null) return null;
  if (!isAsking) {
    return html`<div class="empty">
      <p class="empty-title">${t.journal.empty_title}</p>
      <p>${t.journal.empty_text}</p>
      <div><${Button} icon="pen" onClick=${onNew}>${t.journal.empty_action}<//></div>
    </div>`;
  }
  const text = query.text.trim();
  return html`<div class="empty" role="status">
    <p class="empty-title">${t.journal.nothing_found}</p>
    <p>${text ? t.journal.nothing_found_for(text) : t.journal.nothing_found_filters} ${text && t.journal.nothing_found_hint}</p>
    <div><${Button} onClick=${onClear}>${text ? t.journal.clear_search : t.journal.clear_filters}<//></div>
  </div>`;
}
