// The lock window: first start, the lock screen, and Help now over either of them.

import { Button } from "./components/button.js";
import { Scene, Wordmark } from "./components/scene.js";
import { rememberFocus } from "./focus.js";
import { html, render, useCallback, useEffect, useRef, useState } from "./html.js";
import { call } from "./ipc.js";
import { HelpNow } from "./screens/help.js";
import { Setup } from "./screens/setup.js";
import { Unlock, VaultProblem } from "./screens/unlock.js";
import { Welcome } from "./screens/welcome.js";
import { t } from "./strings/en.js";
import { applySettings } from "./theme.js";

/** @typedef {import("./ipc.js").VaultStatusView} VaultStatusView */
/** @typedef {{ status: VaultStatusView, code: null } | { status: null, code: import("./ipc.js").ErrorCode }} Found */

/** @returns {Promise<Found>} */
async function look() {
  try {
    return { status: await call("vault_status"), code: null };
  } catch (failure) {
    return { status: null, code: /** @type {import("./ipc.js").Problem} */ (failure).code };
  }
}

/** @param {{ found: Found, keepsRunning: boolean }} props */
function LockWindow({ found: atStart, keepsRunning }) {
  const [found, setFound] = useState(atStart);
  const [helping, setHelping] = useState(false);
  const giveBack = useRef(() => {});

  const openHelp = () => {
    if (helping) return;
    giveBack.current = rememberFocus();
    setHelping(true);
  };
  const closeHelp = useCallback(() => setHelping(false), []);
  useEffect(() => {
    if (!helping) giveBack.current();
  }, [helping]);

  useEffect(() => {
    /** @param {KeyboardEvent} event */
    const onKey = (event) => {
      if (event.key === "F1") openHelp();
      else if (event.key === "F9") call("quick_hide");
      else return;
      event.preventDefault();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  });

  return html`<div class="lock">
    <header class="lock-bar">
      <${Wordmark} />
      <div class="lock-bar-actions">
        <${Button} kind="quiet" icon="eye_shut" aria-keyshortcuts="F9" onClick=${() => call("quick_hide")}>${t.nav.hide}<//>
        ${
          !helping &&
          html`<${Button} class="help-button" icon="help" aria-keyshortcuts="F1" onClick=${openHelp}>${t.nav.help}<//>`
        }
      </div>
    </header>
    <div class="lock-body" hidden=${helping}>
      <div class="lock-main"><${Inside} ...${{ found, keepsRunning }} active=${!helping} onRetry=${async () => setFound(await look())} /></div>
      <div class="lock-scene"><${Scene} /></div>
    </div>
    ${helping && html`<div class="lock-help"><${HelpNow} canEdit=${false} onClose=${closeHelp} /></div>`}
  </div>`;
}

/** @param {{ found: Found, keepsRunning: boolean, active: boolean, onRetry: () => void }} props */
function Inside({ found, keepsRunning, active, onRetry }) {
  const [welcomed, setWelcomed] = useState(/** @type {"no" | "yes" | "again"} */ ("no"));
  const [passphrase, setPassphrase] = useState("");
  if (found.code !== null) return html`<${VaultProblem} code=${found.code} onRetry=${onRetry} />`;
  if (found.status.state === "locked")
    return html`<${Unlock} ...${{ active, keepsRunning }} status=${found.status} />`;
  if (welcomed === "yes")
    return html`<${Setup} ...${{ active, passphrase, setPassphrase }} onBack=${() => setWelcomed("again")} />`;
  return html`<${Welcome} active=${active} startAtEnd=${welcomed === "again"} onDone=${() => setWelcomed("yes")} />`;
}

const [settings, found] = await Promise.all([call("settings_view").catch(() => null), look()]);
if (settings) applySettings(settings);
const root = document.getElementById("app");
if (root)
  render(html`<${LockWindow} found=${found} keepsRunning=${settings?.keep_running ?? false} />`, root);
call("window_ready");
