import { App } from "./app.js";
import { ProblemBanner } from "./components/banner.js";
import { Page } from "./components/page.js";
import { html, render } from "./html.js";
import { call, watchSession } from "./ipc.js";
import { t } from "./strings/en.js";
import { applySettings } from "./theme.js";

/** @typedef {import("./ipc.js").SessionEvent} SessionEvent */

const root = /** @type {HTMLElement} */ (document.getElementById("app"));

/** What the host asked for before the room was there to hear it. @type {SessionEvent[]} */
let early = [];
/** @type {((event: SessionEvent) => void) | null} */
let listener = null;

/** @param {(event: SessionEvent) => void} listen */
function onSessionEvent(listen) {
  listener = listen;
  const waiting = early;
  early = [];
  for (const event of waiting) listen(event);
}

/** @param {SessionEvent} event */
const hear = (event) => (listener ? listener(event) : early.push(event));

async function start() {
  try {
    const [settings, session] = await Promise.all([call("settings_view"), call("session_view")]);
    applySettings(settings);
    await watchSession(hear);
    render(html`<${App} settings=${settings} session=${session} onSessionEvent=${onSessionEvent} />`, root);
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
