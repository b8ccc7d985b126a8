// After a high answer has been saved: an offer of Help now that waits beside it and asks for nothing.

import { html, useEffect, useId, useRef, useState } from "../html.js";
import { t } from "../strings/en.js";
import { Button } from "./button.js";
import { Icon } from "./icon.js";

/**
 * It takes no focus. Where it can, it stands right after what was answered, so that Tab leads to it.
 * @param {{ onHelp: () => void, onClose: () => void, id?: string, class?: string }} props
 */
export function HelpOffer({ onHelp, onClose, id, class: className = "" }) {
  const words = useId();
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  const [spoken, setSpoken] = useState("");

  useEffect(() => {
    box.current?.scrollIntoView({ block: "nearest" });
    // A live region is heard when it changes, not when it appears.
    const timer = setTimeout(() => setSpoken(t.assessments.offer_spoken), 100);
    return () => clearTimeout(timer);
  }, []);

  return html`<section id=${id} ref=${box} class=${`help-offer ${className}`} aria-labelledby=${words}>
    <span class="round-mark help-offer-mark"><${Icon} name="care" /></span>
    <div class="help-offer-text">
      <p class="help-offer-title" id=${words}>${t.assessments.offer_title}</p>
      <p>${t.assessments.offer_text}</p>
      <p>${t.assessments.offer_danger}</p>
      <div class="button-row help-offer-ways">
        <${Button} class="help-offer-help" icon="help" onClick=${onHelp}>${t.nav.help}<//>
        <${Button} kind="quiet" onClick=${onClose}>${t.assessments.offer_close}<//>
      </div>
    </div>
    <p class="only-heard" role="status">${spoken}</p>
  </section>`;
}
