// How it is: the feeling, the urge, and how strong they are. The same before and after.

import { Banner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Chips } from "../components/checks.js";
import { Rating } from "../components/rating.js";
import { Slider } from "../components/slider.js";
import { html, useEffect, useRef, useState } from "../html.js";
import { t } from "../strings/en.js";

/**
 * @typedef {Extract<import("../ipc.js").Answer, { kind: "rating" }>} RatingAnswer
 */

const NO_URGE = "none";
const MOST_URGE = 5;
const OFFER = "practice-offer";

const FEELINGS = Object.entries(t.skills.feelings).map(([value, label]) => ({ value, label }));
const URGES = [
  { value: NO_URGE, label: t.practice.urge_none },
  ...Object.entries(t.skills.urges).map(([value, label]) => ({ value, label })),
];

/** @type {RatingAnswer} */
const NOTHING_SAID = { kind: "rating", feeling: null, strength: null, urge: null, urge_strength: null };

/** @param {RatingAnswer} rating @returns {RatingAnswer | null} */
const orNothing = (rating) =>
  rating.feeling === null && rating.strength === null && rating.urge === null && rating.urge_strength === null
    ? null
    : rating;

/**
 * @param {{
 *   view: import("../ipc.js").PracticeView,
 *   answer: import("../ipc.js").Answer | null,
 *   onChange: (answer: import("../ipc.js").Answer | null) => void,
 *   say: (words: string) => void,
 *   onHelp: () => void,
 * }} props help is offered where the urge is named first, and not again
 */
export function PracticeRating({ view, answer, onChange, say, onHelp }) {
  const isAfter = view.at === "after";
  const before = isAfter ? view.before : null;
  const rating = answer?.kind === "rating" ? answer : NOTHING_SAID;
  const feeling = rating.feeling ?? before?.feeling ?? null;
  const urge = rating.urge ?? before?.urge ?? null;
  const [noUrge, setNoUrge] = useState(false);

  /** @param {Partial<RatingAnswer>} patch */
  const change = (patch) => onChange(orNothing({ ...rating, feeling, urge, ...patch }));
  /** @param {string} value */
  const changeUrge = (value) => {
    setNoUrge(value === NO_URGE);
    const isNone = value === NO_URGE;
    change({
      urge: isNone ? null : /** @type {any} */ (value),
      ...((isNone || urge === null) && { urge_strength: null }),
    });
  };

  const offersHelp = urge === "hurt_myself" && before?.urge !== "hurt_myself";
  const wasOffered = useRef(offersHelp);
  useEffect(() => {
    if (offersHelp && !wasOffered.current) {
      say(t.practice.help_offer);
      document.getElementById(OFFER)?.scrollIntoView({ block: "nearest" });
    }
    wasOffered.current = offersHelp;
  }, [offersHelp]);

  return html`<div class="step-parts rating-parts">
    ${
      (!isAfter || !before?.feeling) &&
      html`<${Chips}
        legend=${t.practice.feeling}
        hint=${t.practice.feeling_hint}
        options=${FEELINGS}
        value=${feeling}
        onChange=${(/** @type {any} */ next) => change({ feeling: next })}
      />`
    }
    <${Slider}
      label=${feeling ? t.practice.strength_of(t.skills.feelings[feeling]) : t.practice.strength}
      value=${rating.strength}
      onChange=${(/** @type {number} */ strength) => change({ strength })}
      words=${t.practice.strength_word}
      outOf=${(/** @type {number} */ value) => t.practice.out_of(value, 100)}
      unset=${t.practice.not_set}
      hint=${t.practice.not_set_hint}
      ends=${{ low: t.practice.low, high: t.practice.high }}
      mark=${before && before.strength !== null ? { value: before.strength, label: t.practice.before_was(before.strength) } : null}
    />
    ${
      (!isAfter || !before?.urge) &&
      html`<${Chips}
        legend=${t.practice.urge}
        options=${URGES}
        value=${urge ?? (noUrge ? NO_URGE : null)}
        onChange=${changeUrge}
      />`
    }
    ${
      offersHelp &&
      html`<${Banner} id=${OFFER} tone="care" live=${false} actions=${html`<${Button} icon="help" onClick=${onHelp}>${t.practice.help}<//>`}>
        <p>${t.practice.help_offer}</p>
      <//>`
    }
    ${
      urge &&
      html`<${Rating}
        class="rating-large"
        legend=${isAfter && before?.urge ? t.practice.urge_strength_of(t.skills.urges[urge]) : t.practice.urge_strength}
        hint=${before && before.urge_strength !== null ? t.practice.before_was(before.urge_strength) : undefined}
        min=${0}
        max=${MOST_URGE}
        labels=${{ min: t.practice.urge_low, max: t.practice.urge_high }}
        value=${rating.urge_strength}
        onChange=${(/** @type {number} */ urge_strength) => change({ urge_strength })}
      />`
    }
  </div>`;
}
