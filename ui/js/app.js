// The open window: which room is shown, the keys, and everything that leads to a lock.

import { showToast, ToastHost } from "./components/toast.js";
import { rememberFocus } from "./focus.js";
import { html, useCallback, useEffect, useMemo, useRef, useState } from "./html.js";
import { call } from "./ipc.js";
import { createRouter } from "./router.js";
import { HelpNow } from "./screens/help.js";
import { JournalRoom } from "./screens/journal.js";
import { SettingsRoom } from "./screens/settings.js";
import { LockFailed, Navigation, Notes, Veil } from "./screens/shell.js";
import { listenForShortcuts } from "./shortcuts.js";
import { t } from "./strings/en.js";
import { applySettings } from "./theme.js";

/**
 * @typedef {import("./ipc.js").SettingsView} SettingsView
 * @typedef {import("./ipc.js").SessionView} SessionView
 * @typedef {import("./main.js").LockRequest} LockRequest
 * @typedef {import("./router.js").Route} Route
 */

const TOUCH_MS = 10_000;
/** How long a lock waits for the last save. The host locks in any case two seconds after it asked. */
const LOCK_WAIT_MS = 1500;
const ROOM_WAIT_MS = 2000;
const DAY_CHECK_MS = 60_000;

const ACTIVITY = ["keydown", "pointerdown", "pointermove", "wheel"];

function tellHostOfActivity() {
  let lastAt = 0;
  const touch = () => {
    const now = Date.now();
    if (now - lastAt < TOUCH_MS) return;
    lastAt = now;
    call("session_touch").catch(() => {
      lastAt = 0;
    });
  };
  for (const kind of ACTIVITY) addEventListener(kind, touch, { capture: true, passive: true });
  return () => {
    for (const kind of ACTIVITY) removeEventListener(kind, touch, { capture: true });
  };
}

/** @param {() => void} tell @returns {() => void} stops looking */
function onNewDay(tell) {
  let day = new Date().getDate();
  const timer = setInterval(() => {
    const now = new Date().getDate();
    if (now !== day) tell();
    day = now;
  }, DAY_CHECK_MS);
  return () => clearInterval(timer);
}

/** @param {{ settings: SettingsView, session: SessionView, onLockRequest: (listen: (request: LockRequest) => void) => void }} props */
export function App({ settings: firstSettings, session: firstSession, onLockRequest }) {
  const router = useMemo(() => createRouter({ room: "journal", view: "pages" }), []);
  const [route, setRoute] = useState(router.route());
  const [settings, setSettings] = useState(firstSettings);
  const [session, setSession] = useState(firstSession);
  const [banners, setBanners] = useState({
    recovery: session.opened_with === "recovery",
    healed: session.key_file_healed,
    keychain: session.keychain_problem !== null,
  });
  const [locking, setLocking] = useState(/** @type {{hide: boolean, failed: boolean} | null} */ (null));
  const journal = useRef(/** @type {import("./screens/journal.js").JournalHandle | null} */ (null));
  const journalView = useRef(/** @type {"pages" | "trash"} */ ("pages"));
  const isLocking = useRef(false);
  const giveBackFocus = useRef(() => {});
  if (route.room === "journal") journalView.current = route.view;

  const refreshSession = useCallback(async () => setSession(await call("session_view")), []);

  useEffect(() => router.subscribe(setRoute), [router]);
  useEffect(() => onNewDay(refreshSession), [refreshSession]);
  useEffect(tellHostOfActivity, []);

  const changeSettings = useCallback((/** @type {SettingsView} */ next) => {
    applySettings(next);
    setSettings(next);
  }, []);

  /** @param {boolean} hide @param {import("./ipc.js").JournalSaveRequest | null} unsaved */
  const endSession = async (hide, unsaved) => {
    try {
      await call("session_lock", { unsaved, hide });
    } catch (error) {
      const { code } = /** @type {import("./ipc.js").Problem} */ (error);
      isLocking.current = code === "locked";
      if (!isLocking.current) setLocking({ hide, failed: true });
    }
  };

  const lock = useCallback(async (/** @type {boolean} */ hide) => {
    if (isLocking.current) return;
    isLocking.current = true;
    giveBackFocus.current = rememberFocus();
    setLocking({ hide, failed: false });
    await endSession(hide, (await journal.current?.flush(LOCK_WAIT_MS)) ?? null);
  }, []);

  const hideAndLock = useCallback(() => {
    call("quick_hide").catch(() => {});
    lock(true);
  }, []);

  useEffect(() => onLockRequest((request) => lock(request.hide)), [onLockRequest, lock]);

  /** @param {Route} next */
  const go = async (next) => {
    if (router.route().room !== "help") giveBackFocus.current = rememberFocus();
    if (next.room !== "help") await journal.current?.flush(ROOM_WAIT_MS);
    router.go(next);
  };

  const leaveHelp = () => {
    router.back();
    setTimeout(giveBackFocus.current);
  };

  const back = () => {
    const { room } = router.route();
    if (room === "journal") journal.current?.back();
    else if (room === "settings") router.back();
  };

  /** @param {(handle: import("./screens/journal.js").JournalHandle) => void} act */
  const inJournal = async (act) => {
    await go({ room: "journal", view: "pages" });
    if (journal.current) act(journal.current);
  };

  useEffect(() =>
    listenForShortcuts({
      help: () => (router.route().room === "help" ? leaveHelp() : go({ room: "help" })),
      hide: hideAndLock,
      lock: () => lock(false),
      new_entry: () => inJournal((handle) => handle.newEntry()),
      search: () => inJournal((handle) => handle.search()),
      back,
    }),
  );

  useEffect(() => {
    const kept = session.recovered_entry;
    if (kept === null) return;
    showToast({
      text: t.shell.kept,
      action: { label: t.shell.open, icon: "journal", run: () => inJournal((handle) => handle.open(kept)) },
    });
  }, []);

  return html`<div class="window" data-room=${route.room}>
      <a
        class="skip"
        href="#room"
        onClick=${(/** @type {Event} */ event) => {
          event.preventDefault();
          const heading = document.querySelector("main:not([hidden]) h1");
          if (heading instanceof HTMLElement) heading.focus();
        }}
        >${t.shell.skip}</a
      >
      <${Navigation} room=${route.room} onGo=${go} onLock=${() => lock(false)} onHide=${hideAndLock} />
      <div class="room" id="room">
        <${Notes}
          shown=${banners}
          onClose=${(/** @type {"recovery" | "healed" | "keychain"} */ which) => setBanners({ ...banners, [which]: false })}
          onNewPassphrase=${() => go({ room: "settings", section: "keys" })}
        />
        <${JournalRoom}
          handle=${journal}
          active=${route.room === "journal"}
          view=${journalView.current}
          session=${session}
          onView=${(/** @type {"pages" | "trash"} */ view) => go({ room: "journal", view })}
        />
        ${
          route.room === "settings" &&
          html`<${SettingsRoom}
            section=${route.section}
            onSection=${(/** @type {string | null} */ section) => go({ room: "settings", section })}
            settings=${settings}
            onSettings=${changeSettings}
            session=${session}
            onSessionChange=${refreshSession}
            onLock=${() => lock(false)}
          />`
        }
        ${route.room === "help" && html`<${HelpNow} onClose=${leaveHelp} canEdit=${true} onSettings=${changeSettings} />`}
      </div>
    </div>
    ${locking && html`<${Veil} hide=${locking.hide} />`}
    ${
      locking?.failed &&
      html`<${LockFailed}
        words=${journal.current?.words() ?? ""}
        onStay=${() => {
          setLocking(null);
          setTimeout(giveBackFocus.current);
        }}
        onLockAnyway=${() => endSession(locking.hide, null)}
      />`
    }
    <${ToastHost} />`;
}
