import { html, useState } from "../html.js";
import { t } from "../strings/en.js";
import { Icon } from "./icon.js";

/**
 * What a chart shows as a table, for whoever asks for it.
 * @param {{ id: string, label: string, table: () => { columns: string[], rows: string[][] }, class?: string }} props
 */
export function TableBehind({ id, label, table, class: className = "" }) {
  const [open, setOpen] = useState(false);
  return html`<div class=${`table-behind ${className}`}>
    <button
      type="button"
      class="behind-button"
      aria-expanded=${open ? "true" : "false"}
      aria-controls=${open ? id : undefined}
      aria-label=${open ? undefined : `${t.progress.as_table}: ${label}`}
      onClick=${() => setOpen(!open)}
    >
      ${open ? t.progress.table_hide : t.progress.as_table}<${Icon} name="down" />
    </button>
    ${open && html`<${ChartTable} id=${id} label=${label} ...${table()} />`}
  </div>`;
}

/**
 * Scrolls by itself, with the keyboard too; the first cell of a row is its heading.
 * @param {{ label: string, columns: string[], rows: string[][], id: string }} props
 */
function ChartTable({ label, columns, rows, id }) {
  return html`<div id=${id} class="chart-table-box" role="region" aria-label=${label} tabindex="0">
    <table class="chart-table">
      <thead>
        <tr>${columns.map((column) => html`<th scope="col" key=${column}>${column}</th>`)}</tr>
      </thead>
      <tbody>
        ${rows.map(
          ([first, ...cells], row) => html`<tr key=${row}>
            <th scope="row">${first}</th>
            ${cells.map((cell, index) => html`<td key=${index}>${cell}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
