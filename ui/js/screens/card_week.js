// Seven days side by side, as they are brought to a session. It prints on one page.

import { useAsked } from "../asking.js";
import { bySection, peakOf } from "../card.js";
import { ProblemBanner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Page } from "../components/page.js";
import { addDays, plainDay, shortDay, weekday } from "../dates.js";
import { classes, html } from "../html.js";
import { t } from "../strings/en.js";

/**
 * @typedef {import("../ipc.js").WeekView} WeekView
 * @typedef {import("../ipc.js").WeekRow} WeekRow
 * @typedef {import("../ipc.js").WeekCell} WeekCell
 * @typedef {import("../app.js").Ways} Ways
 */

const DAYS = 7;
/** More rows than this are set smaller on paper, so that one page holds them. */
const ROWS_ON_A_PAGE = 34;

/**
 * @param {{ date: string | null, today: string, ways: Ways, parts: import("../html.js").VNode }} props
 *   `date` is the first day; null for the last seven
 */
export function Week({ parts, date, today, ways }) {
  const latest = addDays(today, 1 - DAYS);
  const from = date ?? latest;
  /** @type {import("../asking.js").Asked<WeekView>} */
  const { view, problem, reload } = useAsked("card_week", { from });
  const until = addDays(from, DAYS - 1);
  const shown = view && view.days[0]?.date === from ? view : null;
  return html`<${Page}
    class="skills-page week-page"
    before=${parts}
    title=${t.card.week_title}
    lead=${t.card.week_of(plainDay(from), plainDay(until))}
    actions=${html`<${Button} id="week-print" icon="print" onClick=${() => window.print()}>${t.card.week_print}<//>`}
  >
    <${WeekPicker} ...${{ from, latest, ways }} />
    ${problem && html`<${ProblemBanner} code=${problem} onRetry=${reload} />`}
    ${shown && html`<${Sheet} week=${shown} title=${t.card.week_print_title(plainDay(from), plainDay(until))} ways=${ways} today=${today} />`}
  <//>`;
}

/** @param {{ from: string, latest: string, ways: Ways }} props */
function WeekPicker({ from, latest, ways }) {
  /** @param {string} day */
  const go = (day) => {
    if (day !== "") ways.go({ room: "check_in", view: "week", date: day >= latest ? null : day });
  };
  const isLast = from >= latest;
  return html`<div class="day-picker" role="group" aria-label=${t.card.week_first}>
    <${Button} id="week-before" kind="quiet" icon="back" onClick=${() => go(addDays(from, -DAYS))}>${t.card.week_before}<//>
    <input
      id="week-first"
      class="input"
      type="date"
      aria-label=${t.card.week_first}
      value=${from}
      max=${latest}
      onChange=${(/** @type {any} */ event) => go(event.currentTarget.value)}
    />
    <${Button}
      id="week-after"
      kind="quiet"
      iconEnd="next"
      aria-disabled=${isLast ? "true" : undefined}
      onClick=${() => go(addDays(from, DAYS))}
    >
      ${t.card.week_after}
    <//>
    ${from !== latest && html`<${Button} id="week-now" kind="quiet" icon="today" onClick=${() => go(latest)}>${t.card.week_now}<//>`}
  </div>`;
}

/** @param {{ week: WeekView, title: string, today: string, ways: Ways }} props */
function Sheet({ week, title, today, ways }) {
  const { days, rows, skills, assessments } = week;
  const isBlank = days.every(({ filled }) => !filled) && skills.length === 0 && assessments.length === 0;
  const isSessionWeek = days.some(({ session_day }) => session_day);
  const shown = rows.filter(
    ({ item, cells }) => item.section !== "session" || isSessionWeek || cells.some((cell) => cell !== null),
  );
  return html`<div class=${classes("week-sheet", shown.length > ROWS_ON_A_PAGE && "is-dense")}>
    <div class="week-print-head" aria-hidden="true">
      <p class="week-print-title">${title}</p>
      <p>${t.card.week_brought}<span class="week-line" /></p>
    </div>
    ${
      isBlank &&
      html`<div class="empty week-empty">
        <p class="empty-title">${t.card.week_empty_title}</p>
        <p>${t.card.week_empty_text}</p>
      </div>`
    }
    <div class="week-scroll" role="region" aria-label=${t.card.week_table} tabindex="0">
      <table class="week-grid">
        <caption class="only-heard">${t.card.week_table}</caption>
        <${Head} ...${{ days, today, ways }} />
        ${bySection(shown.map((row) => ({ ...row, section: row.item.section }))).map(
          (group) => html`<tbody key=${group.section}>
            <${GroupHead} name=${t.card.sections[group.section]} />
            ${group.rows.map((row) => html`<${Row} key=${row.item.id} row=${row} />`)}
          </tbody>`,
        )}
        <${Skills} days=${days} skills=${skills} />
      </table>
    </div>
    <${SkillsOnPaper} days=${days} skills=${skills} />
    <${Notes} days=${days} />
    ${
      assessments.length > 0 &&
      html`<section class="week-part" aria-labelledby="week-scores">
        <h2 id="week-scores">${t.card.week_assessments}</h2>
        <ul role="list">
          ${assessments.map(({ date, name, score }) => html`<li key=${`${date} ${name}`}><strong>${weekday(date)} ${shortDay(date)}</strong> ${t.card.week_score(name, score)}</li>`)}
        </ul>
      </section>`
    }
    <p class="week-keys">
      ${days.some(({ filled_later }) => filled_later) && html`<span>${t.card.week_later_key}</span>`}
      ${shown.some(({ item }) => item.effective) && html`<span>${t.card.week_effective_key}</span>`}
    </p>
  </div>`;
}

/** @param {{ days: WeekView["days"], today: string, ways: Ways }} props */
function Head({ days, today, ways }) {
  return html`<thead>
    <tr>
      <td></td>
      ${days.map(
        ({ date, filled_later, session_day }) => html`<th scope="col" key=${date}>
          <button
            type="button"
            id=${`week-day-${date}`}
            class="week-day"
            disabled=${date > today}
            title=${t.card.week_open}
            onClick=${() => ways.go({ room: "check_in", view: "card", date: date === today ? null : date })}
          >
            <span class="week-weekday">${weekday(date)}</span>
            <span>${shortDay(date)}</span>
          </button>
          ${session_day && html`<span class="week-mark" title=${t.card.week_session_spoken}>${t.card.week_session}</span>`}
          ${filled_later && html`<span class="week-mark" title=${t.card.week_later_spoken}>${t.card.week_later}</span>`}
        </th>`,
      )}
      <th scope="col" class="week-peak">${t.card.week_peak}</th>
    </tr>
  </thead>`;
}

/** @param {{ name: string }} props */
function GroupHead({ name }) {
  return html`<tr class="week-group">
    <th scope="rowgroup" colspan=${DAYS + 2}>${name}</th>
  </tr>`;
}

/** @param {WeekCell | null} cell @param {WeekRow["item"]} item */
function cellWords(cell, item) {
  if (cell === null) return "";
  if (cell.number === null) return cell.text ?? "";
  if (item.kind === "yes_no") return cell.number === 1 ? t.card.week_yes : t.card.week_no;
  return String(cell.number);
}

/** @param {{ row: WeekRow }} props */
function Row({ row }) {
  const { item, cells } = row;
  const peak = peakOf(row);
  const unit = item.kind === "hours" ? t.card.hours : item.unit;
  return html`<tr data-kind=${item.kind}>
    <th scope="row">
      ${item.name}${unit && html`<span class="week-unit"> ${unit}</span>`}
      ${item.effective && html`<abbr class="week-unit" title=${t.card.effective_spoken}> ${t.card.week_effective}</abbr>`}
    </th>
    ${cells.map((cell, at) => html`<td key=${at} data-level=${item.kind === "scale" ? (cell?.number ?? undefined) : undefined}>${cellWords(cell, item)}</td>`)}
    <td class="week-peak">${peak === null ? "" : item.kind === "yes_no" ? t.card.week_days(peak) : peak}</td>
  </tr>`;
}

/** @param {{ days: WeekView["days"], skills: WeekView["skills"] }} props */
function Skills({ days, skills }) {
  const codes = days.map(({ skills_code }) => skills_code);
  const said = codes.filter((code) => code !== null);
  return html`<tbody>
    <${GroupHead} name=${t.card.week_skills} />
    <tr>
      <th scope="row">${t.card.week_code}</th>
      ${codes.map((code, at) => html`<td key=${at}>${code ?? ""}</td>`)}
      <td class="week-peak">${said.length > 0 ? Math.max(...said) : ""}</td>
    </tr>
    ${skills.map(
      ({ skill, name, days: used }) => html`<tr class="week-skill" key=${skill}>
        <th scope="row">${name}</th>
        ${used.map((isUsed, at) => html`<td key=${at}>${isUsed && html`<span aria-hidden="true">✓</span><span class="only-heard">${t.card.week_used}</span>`}</td>`)}
        <td class="week-peak">${t.card.week_days(used.filter(Boolean).length)}</td>
      </tr>`,
    )}
  </tbody>`;
}

/** The same skills in the few lines that paper has for them. @param {{ days: WeekView["days"], skills: WeekView["skills"] }} props */
function SkillsOnPaper({ days, skills }) {
  if (skills.length === 0) return null;
  return html`<div class="week-part week-paper-skills" aria-hidden="true">
    <ul role="list">
      ${skills.map(({ skill, name, days: used }) => {
        const when = days.filter((_, at) => used[at]).map(({ date }) => weekday(date));
        return html`<li key=${skill}>${t.card.week_skill_days(name, when)}</li>`;
      })}
    </ul>
  </div>`;
}

/** @param {{ days: WeekView["days"] }} props */
function Notes({ days }) {
  const lines = days.flatMap(({ date, note, why_no_skills }) =>
    [note, why_no_skills && t.card.week_why(why_no_skills)]
      .filter((words) => words !== "")
      .map((words) => ({ date, words })),
  );
  if (lines.length === 0) return null;
  return html`<section class="week-part" aria-labelledby="week-notes">
    <h2 id="week-notes">${t.card.week_notes}</h2>
    <ul role="list">
      ${lines.map(({ date, words }) => html`<li key=${`${date} ${words}`}><strong>${weekday(date)} ${shortDay(date)}</strong> ${words}</li>`)}
    </ul>
  </section>`;
}
