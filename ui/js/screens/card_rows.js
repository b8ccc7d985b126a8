// The rows of the card, section by section, and how each kind of row is answered.

import { bySection, COUNT_MOST, HOURS_MOST, SCALE_MOST } from "../card.js";
import { Toggle } from "../components/choice.js";
import { Segments } from "../components/segments.js";
import { Stepper } from "../components/stepper.js";
import { classes, html } from "../html.js";
import { t } from "../strings/en.js";

/**
 * @typedef {import("../ipc.js").CardItemView} CardItemView
 * @typedef {import("../ipc.js").Section} Section
 * @typedef {import("../card.js").OpenCard} OpenCard
 */

/** What stands in the first of the two columns. @type {readonly Section[]} */
const FIRST_COLUMN = ["emotions", "urges", "actions"];

/** Where hours start when one steps up from nothing: a night, or else an hour. @param {CardItemView} item */
const firstHours = ({ section }) => (section === "body" ? 7 : 1);

const YES_NO = [
  { value: 0, label: t.card.no },
  { value: 1, label: t.card.yes },
];

/** @param {{ open: OpenCard }} props */
export function CardRows({ open }) {
  const groups = bySection(open.card.items);
  if (groups.length === 0) return html`<p class="quiet-text">${t.card.nothing_to_fill}</p>`;
  const first = groups.filter(({ section }) => FIRST_COLUMN.includes(section));
  const second = groups.filter(({ section }) => !FIRST_COLUMN.includes(section) && section !== "session");
  const session = groups.find(({ section }) => section === "session");
  return html`<div class="card-columns">
    <div class="card-column">
      ${first.map(({ section, rows }) => html`<${Rows} key=${section} ...${{ section, rows, open }} />`)}
    </div>
    <div class="card-column">
      ${second.map(({ section, rows }) => html`<${Rows} key=${section} ...${{ section, rows, open }} />`)}
    </div>
    ${session && html`<${Session} rows=${session.rows} open=${open} />`}
  </div>`;
}

/** The rows of a session, on a day that had one. @param {{ rows: CardItemView[], open: OpenCard }} props */
function Session({ rows, open }) {
  const { session_day } = open.page();
  const shown = session_day ? rows : rows.filter(({ id }) => open.answer(id) !== null);
  return html`<div class="card-session">
    <${Toggle}
      id="card-session"
      label=${t.card.session_on}
      hint=${t.card.session_hint}
      checked=${session_day}
      onChange=${(/** @type {boolean} */ on) => open.change({ session_day: on })}
    />
    ${shown.length > 0 && html`<${Rows} section="session" rows=${shown} open=${open} />`}
  </div>`;
}

/** @param {{ low: string, high: string }} item */
const endsOf = ({ low, high }) => ({ low: low || t.card.low, high: high || t.card.high });

/** @param {{ section: Section, rows: CardItemView[], open: OpenCard }} props */
function Rows({ section, rows, open }) {
  const scales = rows.filter(({ kind }) => kind === "scale").map(endsOf);
  const shared = scales.find((ends) =>
    scales.every(({ low, high }) => low === ends.low && high === ends.high),
  );
  return html`<section class="card-section" data-section=${section} aria-labelledby=${`section-${section}`}>
    <h2 id=${`section-${section}`}>${t.card.sections[section]}</h2>
    <table class="card-rows" role="table" aria-labelledby=${`section-${section}`}>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader"><span class="only-heard">${t.card.row}</span></th>
          <th scope="col" role="columnheader">
            <span class="only-heard">${t.card.answer}</span>
            ${shared && scales.length > 1 && html`<${Ends} ends=${shared} />`}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map((item) => html`<${Row} key=${item.id} item=${item} open=${open} hasEnds=${shared && scales.length > 1} />`)}
      </tbody>
    </table>
  </section>`;
}

/** @param {{ ends: { low: string, high: string } }} props */
function Ends({ ends: { low, high } }) {
  return html`<span class="scale-ends" aria-hidden="true">
    <span>${t.card.scale_shown(0, low)}</span><span>${t.card.scale_shown(SCALE_MOST, high)}</span>
  </span>`;
}

/** @param {{ item: CardItemView, open: OpenCard, hasEnds: boolean }} props */
function Row({ item, open, hasEnds }) {
  const labelId = `row-${item.id}`;
  const isWide = item.kind === "text";
  return html`<tr role="row" class=${classes("card-row", isWide && "is-wide")} data-kind=${item.kind}>
    <th scope="row" role="rowheader">
      <span id=${labelId}>${item.name}</span>
      ${item.effective && html`<span class="card-effective" title=${t.card.effective_spoken}>${t.card.effective}</span>`}
    </th>
    <td role="cell">
      <${Answer} item=${item} open=${open} labelId=${labelId} />
      ${item.kind === "scale" && !hasEnds && html`<${Ends} ends=${endsOf(item)} />`}
    </td>
  </tr>`;
}

/** @param {{ item: CardItemView, open: OpenCard, labelId: string }} props */
function Answer({ item, open, labelId }) {
  const { id, kind, name, unit } = item;
  const answer = open.answer(id);
  const number = answer?.number ?? null;
  /** @param {number | null} next */
  const set = (next) => open.setNumber(id, next);
  switch (kind) {
    case "scale":
      return html`<${Segments} class="scale" labelledBy=${labelId} options=${scaleOf(item)} value=${number} onChange=${set} />`;
    case "yes_no":
      return html`<${Segments} class="yes-no" labelledBy=${labelId} options=${YES_NO} value=${number} onChange=${set} />`;
    case "count":
      return html`<${Stepper} ...${{ name, unit }} labelledBy=${labelId} value=${number} onChange=${set} step=${1} most=${COUNT_MOST} first=${1} />`;
    case "hours":
      return html`<${Stepper}
        name=${name}
        unit=${t.card.hours}
        labelledBy=${labelId}
        value=${number}
        onChange=${set}
        step=${0.5}
        most=${HOURS_MOST}
        first=${firstHours(item)}
      />`;
    case "text":
      return html`<input
        class="input card-text"
        type="text"
        autocomplete="off"
        aria-labelledby=${labelId}
        placeholder=${item.section === "substances" ? t.card.substance_hint : undefined}
        value=${answer?.text ?? ""}
        onInput=${(/** @type {any} */ event) => open.setText(id, event.currentTarget.value)}
      />`;
  }
}

/** @param {CardItemView} item */
function scaleOf(item) {
  const { low, high } = endsOf(item);
  return Array.from({ length: SCALE_MOST + 1 }, (_, value) => ({
    value,
    label: String(value),
    spoken: t.card.scale_end(value, value === 0 ? low : value === SCALE_MOST ? high : ""),
  }));
}
