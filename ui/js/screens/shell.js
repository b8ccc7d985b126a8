// What stands around every room: the navigation, and what is seen while it locks.

import { Banner } from "../components/banner.js";
import { Button } from "../components/button.js";
import { Dialog } from "../components/dialog.js";
import { Icon } from "../components/icon.js";
import { Wordmark } from "../components/scene.js";
import { copyText } from "../copy.js";
import { html, useLayoutEffect, useRef } from "../html.js";
import { ROOMS } from "../rooms.js";
import { ariaKeys } from "../shortcuts.js";
import { t } from "../strings/en.js";

/** @typedef {import("../router.js").Route} Route */

/** @type {Record<(typeof ROOMS)[number]["id"], Route>} */
const FRONT_DOORS = {
  today: { room: "today" },
  check_in: { room: "check_in", view: "now" },
  skills: { room: "skills", view: "library" },
  journal: { room: "journal", view: "pages" },
  schedule: { room: "schedule", view: "week", date: null },
  progress: { room: "progress", view: "charts" },
  settings: { room: "settings", section: null },
};

/**
 * @param {{ room: Route["room"], onGo: (route: Route) => void, onLock: () => void, onHide: () => void }} props
 */
export function Navigation({ room, onGo, onLock, onHide }) {
  return html`<header class="rail">
    <${Wordmark} />
    <nav class="rail-rooms" aria-label=${t.shell.rooms_label}>
      <ul role="list">
        ${ROOMS.map(
          ({ id, icon }) => html`<li key=${id}>
            <button
              type="button"
              class="rail-button"
              aria-current=${room === id ? "page" : undefined}
              onClick=${() => onGo(FRONT_DOORS[id])}
            >
              <${Icon} name=${icon} /><span>${t.shell.rooms[id]}</span>
            </button>
          </li>`,
        )}
      </ul>
    </nav>
    <div class="rail-safety" role="group" aria-label=${t.shell.safety_label}>
      <button type="button" class="rail-button" aria-keyshortcuts=${ariaKeys("lock")} onClick=${onLock}>
        <${Icon} name="lock" /><span>${t.shell.lock}</span>
      </button>
      <button
        type="button"
        class="rail-button"
        title=${t.shell.hide_spoken}
        aria-keyshortcuts=${ariaKeys("hide")}
        onClick=${onHide}
      >
        <${Icon} name="eye_shut" /><span>${t.shell.hide}</span>
      </button>
    </div>
    <button
      type="button"
      class="rail-help"
      aria-current=${room === "help" ? "page" : undefined}
      aria-keyshortcuts=${ariaKeys("help")}
      onClick=${() => onGo({ room: "help" })}
    >
      <${Icon} name="help" /><span>${t.nav.help}</span>
    </button>
  </header>`;
}

/**
 * What happened before the window opened, until it is put away.
 * @param {{
 *   shown: { recovery: boolean, healed: boolean, keychain: boolean },
 *   onClose: (which: "recovery" | "healed" | "keychain") => void,
 *   onNewPassphrase: () => void,
 * }} props
 */
export function Notes({ shown, onClose, onNewPassphrase }) {
  if (!shown.recovery && !shown.healed && !shown.keychain) return null;
  const choose = () => {
    onClose("recovery");
    onNewPassphrase();
  };
  return html`<section class="room-notes" aria-label=${t.shell.notes}>
    ${
      shown.recovery &&
      html`<${Banner}
        tone="care"
        live=${false}
        title=${t.shell.recovery_banner}
        actions=${html`<${Button} kind="primary" onClick=${choose}>${t.shell.recovery_banner_action}<//>
          <${Button} onClick=${() => onClose("recovery")}>${t.shell.later}<//>`}
        >${t.shell.recovery_banner_text}<//
      >`
    }
    ${
      shown.keychain &&
      html`<${Banner}
        live=${false}
        title=${t.shell.keychain_banner}
        actions=${html`<${Button} onClick=${() => onClose("keychain")}>${t.common.close}<//>`}
        >${t.shell.keychain_banner_text}<//
      >`
    }
    ${
      shown.healed &&
      html`<${Banner}
        live=${false}
        title=${t.shell.healed_banner}
        actions=${html`<${Button} onClick=${() => onClose("healed")}>${t.common.close}<//>`}
        >${t.shell.healed_banner_text}<//
      >`
    }
  </section>`;
}

/**
 * Covers every word at once, open dialogs too, before the lock has done its work.
 * @param {{ hide: boolean }} props
 */
export function Veil({ hide }) {
  const veil = useRef(/** @type {HTMLDialogElement | null} */ (null));
  useLayoutEffect(() => {
    const element = veil.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return html`<dialog
    ref=${veil}
    class="cover"
    tabindex="-1"
    aria-label=${t.shell.locking}
    onCancel=${(/** @type {Event} */ event) => event.preventDefault()}
  >
    ${!hide && html`<p role="status">${t.shell.locking}</p>`}
  </dialog>`;
}

/** @param {{ words: string, onStay: () => void, onLockAnyway: () => void }} props */
export function LockFailed({ words, onStay, onLockAnyway }) {
  return html`<${Dialog}
    title=${t.shell.lock_failed}
    onClose=${onStay}
    actions=${html`<${Button} kind="danger" onClick=${onLockAnyway}>${t.shell.lock_anyway}<//>
      <${Button} icon="copy" onClick=${() => copyText(words)}>${t.journal.copy_words}<//>
      <${Button} kind="primary" onClick=${onStay} data-first-focus>${t.shell.lock_stay}<//>`}
  >
    <p>${t.shell.lock_failed_text}</p>
  <//>`;
}
