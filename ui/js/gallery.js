// Every token and component on one page. Nothing in the app leads here; tests open it, and so can you.
// `?appearance=dark&contrast=more&size=200&motion=reduced` sets how it looks. Its words are samples.

import { Banner, ProblemBanner } from "./components/banner.js";
import { Button } from "./components/button.js";
import { ChangeRange } from "./components/change_range.js";
import { Checks, Chips } from "./components/checks.js";
import { Choice, Toggle } from "./components/choice.js";
import { Dialog } from "./components/dialog.js";
import { Field, PasswordField, TextArea } from "./components/field.js";
import { Icon, iconNames } from "./components/icon.js";
import { List, ListItem } from "./components/list.js";
import { MoodSteps } from "./components/mood_steps.js";
import { Page, Steps } from "./components/page.js";
import { Rating } from "./components/rating.js";
import { Scene, Wordmark } from "./components/scene.js";
import { Segments } from "./components/segments.js";
import { Select } from "./components/select.js";
import { SkillRow } from "./components/skill_row.js";
import { Slider } from "./components/slider.js";
import { Stepper } from "./components/stepper.js";
import { ReadySkill, Suggestion } from "./components/suggestion.js";
import { TagInput } from "./components/tag_input.js";
import { showToast, ToastHost } from "./components/toast.js";
import { html, render, useState } from "./html.js";
import { scaleOf } from "./library.js";
import { applySettings } from "./theme.js";

const COLOURS = [
  ["sunk", "paper", "surface", "line", "line-strong", "ink-soft", "ink"],
  ["accent-tint", "accent", "accent-deep", "on-accent", "clay-tint", "clay", "clay-deep", "on-clay"],
  [
    "mark",
    "focus",
    "sky-high",
    "sky-low",
    "sun",
    "shore",
    "sea-far",
    "sea-mid",
    "sea-near",
    "hull",
    "sail",
    "rim",
  ],
].flat();
const SIZES = ["xs", "s", "m", "l", "xl", "2xl", "3xl"];
const HEADING_SIZES = ["l", "xl", "2xl", "3xl"];
const SPACES = [1, 2, 3, 4, 5, 6, 7, 8];

const CHANGE = { typical: -20, low: -35, high: -5, uses: 7 };

const STEPS = [
  "Very unpleasant",
  "Unpleasant",
  "A bit unpleasant",
  "Neither",
  "A bit pleasant",
  "Pleasant",
  "Very pleasant",
].map((name, at) => ({ name, value: at + 1 }));
const RATINGS = [0, 1, 2, 3, 4, 5].map((value) => ({ value, label: String(value) }));

/** @type {import("./ipc.js").SuggestionView} */
const SUGGESTION = {
  card: {
    id: "slow-walk",
    name: "Slow Walk",
    module: "mindfulness",
    group: "Core",
    what: "You walk a few steps and feel each one.",
    minutes: 5,
    crisis: true,
    favourite: true,
    in_group: true,
    uses: 7,
  },
  reason: { type: "own", change: CHANGE },
  because: "Gives your feet something to do while it passes.",
  kept: 1,
  items: ["Round the block", "Along the river"],
};

const query = new URLSearchParams(location.search);
applySettings({
  appearance: /** @type {any} */ (query.get("appearance") ?? "system"),
  contrast: /** @type {any} */ (query.get("contrast") ?? "system"),
  motion: /** @type {any} */ (query.get("motion") ?? "system"),
  text_size: Number(query.get("size") ?? 100),
});

function Gallery() {
  const [text, setText] = useState("A walk after group");
  const [secret, setSecret] = useState("five calm words");
  const [kind, setKind] = useState("journal");
  const [place, setPlace] = useState("b");
  const [on, setOn] = useState(true);
  const [strength, setStrength] = useState(/** @type {number | null} */ (null));
  const [tags, setTags] = useState(["sleep", "group"]);
  const [row, setRow] = useState(1);
  const [asking, setAsking] = useState(false);
  const [feeling, setFeeling] = useState("fear");
  const [share, setShare] = useState(/** @type {number | null} */ (40));
  const [ticked, setTicked] = useState(["Hands"]);
  const [starred, setStarred] = useState(true);
  const [mood, setMood] = useState(/** @type {number | null} */ (5));
  const [peak, setPeak] = useState(/** @type {number | null} */ (2));
  const [hours, setHours] = useState(/** @type {number | null} */ (7.5));

  return html`<div>
    <${Page} class="gallery" arrive=${false} before=${html`<${Wordmark} />`} title="Tokens and components" lead="What every screen is made of.">
      <section aria-labelledby="g-colour">
        <h2 id="g-colour">Colour</h2>
        <ul role="list" class="swatches">
          ${COLOURS.map(
            (name) => html`<li key=${name}>
              <span class="swatch" style=${{ background: `var(--${name})` }} />
              <span>${name}</span>
            </li>`,
          )}
        </ul>
      </section>

      <section aria-labelledby="g-type">
        <h2 id="g-type">Type and space</h2>
        <div class="gallery-columns">
          <div class="gallery-line">
            ${SIZES.map((size) => html`<p key=${size} style=${{ fontSize: `var(--text-${size})`, fontFamily: HEADING_SIZES.includes(size) ? "var(--font-text)" : undefined }}>Even keel ${size}</p>`)}
          </div>
          <div class="gallery-line">
            ${SPACES.map((step) => html`<div key=${step} class="gallery-measure" style=${{ inlineSize: `var(--space-${step})` }} />`)}
          </div>
          <div class="gallery-scene"><${Scene} /></div>
        </div>
      </section>

      <section aria-labelledby="g-buttons">
        <h2 id="g-buttons">Buttons</h2>
        <div class="button-row">
          <${Button} id="b-primary" kind="primary">Primary<//>
          <${Button}>Secondary<//>
          <${Button} kind="quiet" icon="back">Quiet<//>
          <${Button} kind="danger" icon="bin">Danger<//>
          <${Button} kind="primary" busy="Saving…">Save<//>
          <${Button} disabled>Not now<//>
          <${Button} kind="quiet" icon="more" label="More" />
        </div>
      </section>

      <section aria-labelledby="g-fields">
        <h2 id="g-fields">Fields</h2>
        <div class="gallery-columns">
          <${Field} label="Title" hint="You may leave it out." value=${text} onInput=${setText} />
          <${Field} label="Date" error="This day does not exist. Please look again." value="2026-02-30" onInput=${() => {}} />
          <${PasswordField} label="Passphrase" value=${secret} onInput=${setSecret} />
          <${Select}
            label="Region"
            value=${place}
            onChange=${setPlace}
            options=${[{ value: "a", label: "Here" }, { value: "b", label: "There" }]}
          />
          <${TextArea} label="Note" value=${text} onInput=${setText} />
          <${TagInput} label="Tags" tags=${tags} suggestions=${["medicine", "morning", "mother", "sleep"]} onChange=${setTags} />
        </div>
      </section>

      <section aria-labelledby="g-choices">
        <h2 id="g-choices">Choices</h2>
        <div class="gallery-columns">
          <${Choice}
            legend="Kind"
            value=${kind}
            onChange=${setKind}
            options=${[
              { value: "journal", label: "Journal", hint: "Anything at all." },
              { value: "homework", label: "Homework", hint: "For the next session." },
              { value: "later", label: "Later", disabled: true },
            ]}
          />
          <div class="stack">
            <${Toggle} label="Show this while locked" hint="Anyone at this computer can then read it." checked=${on} onChange=${setOn} />
            <${Toggle} label="Not available" checked=${false} disabled onChange=${() => {}} />
          </div>
        </div>
        <${Rating} legend="How strong is it?" min=${0} max=${10} labels=${{ min: "not at all", max: "as strong as can be" }} value=${strength} onChange=${setStrength} />
      </section>

      <section aria-labelledby="g-messages">
        <h2 id="g-messages">Banners and toasts</h2>
        <${Banner} live=${false} title="Good to know">Writing is saved as you type.<//>
        <${Banner} live=${false} tone="care" title="One thing first">These words are shown only now.<//>
        <${ProblemBanner} code="disk_full" onRetry=${() => {}} />
        <div class="button-row">
          <${Button} id="b-toast" onClick=${() => showToast({ text: "Moved to the trash", action: { label: "Undo", run: () => {} } })}>Show a toast<//>
          <${Button} id="b-dialog" onClick=${() => setAsking(true)}>Open a dialog<//>
        </div>
        <${Steps} current=${2} total=${3} />
      </section>

      <section aria-labelledby="g-list">
        <h2 id="g-list">List</h2>
        <${List} label="Entries">
          ${["After group", "A hard morning", "Three good things"].map(
            (
              title,
              index,
            ) => html`<${ListItem} key=${title} selected=${row === index} onOpen=${() => setRow(index)}>
              <strong>${title}</strong>
              <span class="quiet-text small-text">Yesterday, 6:40 pm</span>
            <//>`,
          )}
        <//>
      </section>

      <section aria-labelledby="g-skills">
        <h2 id="g-skills">Skills</h2>
        <div class="gallery-columns">
          <div class="stack">
            <${Chips}
              legend="Feeling"
              value=${feeling}
              onChange=${setFeeling}
              options=${[{ value: "fear", label: "Fear" }, { value: "shame", label: "Shame" }]}
            />
            <${Slider}
              label="How strong is it?"
              value=${share}
              onChange=${setShare}
              outOf=${(/** @type {number} */ value) => `${value} of 100`}
              unset="Not set yet"
              ends=${{ low: "Not at all", high: "As strong as can be" }}
            />
            <${Checks}
              legend="Where is it?"
              options=${["Hands", "Jaw"]}
              chosen=${ticked}
              onToggle=${(/** @type {string} */ option, /** @type {boolean} */ isOn) =>
                setTicked(isOn ? [...ticked, option] : ticked.filter((one) => one !== option))}
            />
            <${ChangeRange} change=${CHANGE} scale=${scaleOf([CHANGE])} />
          </div>
          <div class="stack">
            <ul role="list" class="suggestions">
              <${Suggestion} suggestion=${SUGGESTION} first feeling=${null} onStart=${() => {}} onRead=${() => {}} onKept=${() => {}} />
            </ul>
            <ul role="list" class="ready-list">
              <${ReadySkill} id="g-ready" suggestion=${SUGGESTION} onStart=${() => {}} />
            </ul>
            <${List} label="Skills" class="found-skills">
              <${SkillRow} skill=${{ ...SUGGESTION.card, favourite: starred }} onOpen=${() => {}} onFavourite=${setStarred} />
            <//>
          </div>
        </div>
      </section>

      <section aria-labelledby="g-check-in">
        <h2 id="g-check-in">Check in</h2>
        <div class="quick">
          <h3 id="g-mood">How are you right now?</h3>
          <${MoodSteps} labelledBy="g-mood" steps=${STEPS} value=${mood} onChoose=${setMood} />
        </div>
        <p id="g-anger">Anger</p>
        <${Segments} class="scale" labelledBy="g-anger" options=${RATINGS} value=${peak} onChange=${setPeak} />
        <p id="g-hours">Hours of sleep</p>
        <${Stepper} name="Hours of sleep" labelledBy="g-hours" unit="hours" value=${hours} onChange=${setHours} step=${0.5} most=${24} first=${7} />
      </section>

      <section aria-labelledby="g-icons">
        <h2 id="g-icons">Icons</h2>
        <ul role="list" class="gallery-icons">
          ${iconNames().map((name) => html`<li key=${name}><${Icon} name=${name} /><span>${name}</span></li>`)}
        </ul>
      </section>
    <//>
    ${
      asking &&
      html`<${Dialog}
        title="Leave without saving?"
        onClose=${() => setAsking(false)}
        actions=${html`<${Button} kind="danger" onClick=${() => setAsking(false)}>Leave<//>
          <${Button} kind="primary" onClick=${() => setAsking(false)}>Stay<//>`}
      >
        <p>The last words could not be saved.</p>
      <//>`
    }
    <${ToastHost} />
  </div>`;
}

const root = document.getElementById("app");
if (root) render(html`<${Gallery} />`, root);
