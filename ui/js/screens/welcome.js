import { Button } from "../components/button.js";
import { Icon } from "../components/icon.js";
import { Page } from "../components/page.js";
import { useEscape } from "../focus.js";
import { html, useState } from "../html.js";
import { t } from "../strings/en.js";

const SCREENS = [t.welcome.is, t.welcome.never, t.welcome.is_not];

/**
 * What it is, what it never does, and what it is not.
 * @param {{ active: boolean, startAtEnd?: boolean, onDone: () => void }} props
 */
export function Welcome({ active, startAtEnd = false, onDone }) {
  const [at, setAt] = useState(startAtEnd ? SCREENS.length - 1 : 0);
  const back = () => setAt(Math.max(at - 1, 0));
  useEscape(back, active && at > 0);
  const screen = SCREENS[at] ?? t.welcome.is;
  const isLast = at === SCREENS.length - 1;
  return html`<${Page} key=${at} title=${screen.title} lead=${screen.lead} class="welcome">
    <ul role="list" class="points">
      ${screen.points.map(
        (point) => html`<li key=${point.text}>
          <span class="round-mark"><${Icon} name=${point.icon} /></span>
          <span>${point.text}</span>
        </li>`,
      )}
    </ul>
    <div class="button-row">
      <${Button} kind="primary" iconEnd="next" onClick=${isLast ? onDone : () => setAt(at + 1)}>
        ${isLast ? t.welcome.to_setup : t.common.next}
      <//>
      ${at > 0 && html`<${Button} kind="quiet" icon="back" onClick=${back}>${t.common.back}<//>`}
    </div>
  <//>`;
}
