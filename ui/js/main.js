import { App } from "./app.js";
import { ProblemBanner } from "./components/banner.js";
import { Page } from "./components/page.js";
import { html, render } from "./html.js";
import { call, watchSession } from "./ipc.js";
import { t } from "./strings/en.js";
import { applySettings } from "./theme.js";

/** @typedef {import("./ipc.js").SessionEvent} SessionEvent */
/** @typedef {Extract<SessionEvent, { type: "lock_requested" }>} LockRequest */

const root = /** @type {HTMLElement} */ (document.getElementById("app"));

/** What the host asked for before the room was there to hear it. @type {LockRequest[]} */
let early = [];
/** @type {((event: LockRequest) => void) | null} */
let listener = null;

/** @param {(event: LockRequest) => void} listen */
function onLockRequest(listen) {
  listener = listen;
  const waiting = early;
  early = [];
  for (const event of waiting) listen(event);
}

let opened = () => {};
const opening = new Promise((resolve) => {
  opened = () => resolve(undefined);
});

/** @param {SessionEvent} event */
function hear(event) {
  if (event.type === "opened") opened();
  else if (listener) listener(event);
  else early.push(event);
}

/** The session, as soon as there is one: this window is made while the app is still locked. */
async function openSession() {
  await watchSession(hear);
  try {
    return await call("session_view");
  } catch (error) {
    if (/** @type {import("./ipc.js").Problem} */ (error).code !== "locked") throw error;
  }
  await opening;
  return call("session_view");
}

async function start() {
  try {
    const [settings, session] = await Promise.all([call("settings_view"), openSession()]);
    applySettings(settings);
    render(html`<${App} settings=${settings} session=${session} onLockRequest=${onLockRequest} />`, root);
  } catch (error) {
    const { code } = /** @type {import("./ipc.js").Problem} */ (error);
    render(
      html`<${Page} title=${t.shell.start_failed} class="start-failed">
        <${ProblemBanner} code=${code} onRetry=${start} />
      <//>`,
      root,
    );
  }
  await call("window_ready");
}

start();
