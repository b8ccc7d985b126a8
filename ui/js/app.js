// The open window: which room is shown, the keys, and everything that leads to a lock.

import { HelpOffer } from "./components/help_offer.js";
import { showToast, ToastHost } from "./components/toast.js";
import { focusWhenThere, rememberFocus } from "./focus.js";
import { html, useCallback, useEffect, useMemo, useRef, useState } from "./html.js";
import { call } from "./ipc.js";
import { openWords, settle, useLocking } from "./locking.js";
import { onNewDay, tellHostOfActivity } from "./presence.js";
import { createRouter } from "./router.js";
import { CheckInRoom } from "./screens/check_in.js";
import { HelpNow } from "./screens/help.js";
import { HelpSkills } from "./screens/help_skills.js";
import { JournalRoom } from "./screens/journal.js";
import { ProgressRoom } from "./screens/progress.js";
import { ScheduleRoom } from "./screens/schedule.js";
import { SettingsRoom } from "./screens/settings.js";
import { LockFailed, Navigation, Notes, Veil } from "./screens/shell.js";
import { freshMemory, SkillsRoom } from "./screens/skills.js";
import { Today } from "./screens/today.js";
import { listenForShortcuts } from "./shortcuts.js";
import { t } from "./strings/en.js";
import { applySettings } from "./theme.js";

/**
 * @typedef {import("./ipc.js").SettingsView} SettingsView
 * @typedef {import("./ipc.js").SessionView} SessionView
 * @typedef {import("./ipc.js").Need} Need
 * @typedef {import("./ipc.js").Problem} Problem
 * @typedef {import("./main.js").LockRequest} LockRequest
 * @typedef {import("./router.js").Route} Route
 * @typedef {import("./screens/journal.js").JournalHandle} JournalHandle
 *
 * @typedef {object} Ways  where a screen can lead
 * @property {(route: Route) => void} go
 * @property {() => void} back
 * @property {(skill: string, need?: Need | null) => Promise<void>} start  a new practice
 * @property {(id: number, at?: string | null) => void} resume
 * @property {() => void} find
 * @property {(text: string) => void} search
 * @property {() => void} write
 * @property {() => void} help
 * @property {() => void} offerHelp  calmly, beside what one is doing
 */

/** @type {readonly Route["room"][]} */
const ROOMS_WITH_A_WAY_BACK = Object.freeze(["check_in", "skills", "schedule", "progress", "settings"]);

/** @param {{ settings: SettingsView, session: SessionView, onLockRequest: (listen: (request: LockRequest) => void) => void }} props */
export function App({ settings: firstSettings, session: firstSession, onLockRequest }) {
  const router = useMemo(() => createRouter({ room: "today" }), []);
  const [route, setRoute] = useState(router.route());
  const [settings, setSettings] = useState(firstSettings);
  const [session, setSession] = useState(firstSession);
  const [banners, setBanners] = useState({
    recovery: session.opened_with === "recovery",
    healed: session.key_file_healed,
    keychain: session.keychain_problem !== null,
  });
  const writers = {
    journal: useRef(/** @type {JournalHandle | null} */ (null)),
    practice: useRef(/** @type {import("./locking.js").AnswerHandle | null} */ (null)),
    menu: useRef(/** @type {import("./locking.js").WriterHandle | null} */ (null)),
    assessment: useRef(/** @type {import("./locking.js").WriterHandle | null} */ (null)),
    card: useRef(/** @type {import("./locking.js").CardHandle | null} */ (null)),
    drafts: useMemo(() => /** @type {Set<import("./locking.js").WriterHandle>} */ (new Set()), []),
  };
  const { journal } = writers;
  const [offering, setOffering] = useState(false);
  const memory = useRef(freshMemory());
  const journalView = useRef(/** @type {"pages" | "trash"} */ ("pages"));
  const giveBackFocus = useRef(() => {});
  const { locking, lock, stay, lockAnyway } = useLocking(writers);
  if (route.room === "journal") journalView.current = route.view;

  const refreshSession = useCallback(async () => setSession(await call("session_view")), []);

  useEffect(() => router.subscribe(setRoute), [router]);
  useEffect(() => onNewDay(refreshSession), [refreshSession]);
  useEffect(tellHostOfActivity, []);

  const changeSettings = useCallback((/** @type {SettingsView} */ next) => {
    applySettings(next);
    setSettings(next);
  }, []);

  const hideAndLock = useCallback(() => {
    call("quick_hide").catch(() => {});
    lock(true, true);
  }, []);

  useEffect(() => onLockRequest((request) => lock(request.hide, true)), [onLockRequest, lock]);

  /** Where words cannot be saved, the screen that holds them stays. */
  const mayLeave = async () => {
    const isSaved = await settle(writers);
    if (!isSaved) showToast({ text: t.skills.stay_first });
    return isSaved;
  };

  /** @param {Route} next */
  const go = async (next) => {
    if (router.route().room !== "help") giveBackFocus.current = rememberFocus();
    const focus = document.activeElement?.id || null;
    if (next.room === "help" || (await mayLeave())) focusAgain(router.go(next, focus));
  };

  const goBack = async () => {
    if (!(await mayLeave())) return;
    focusAgain(router.back());
  };

  const leaveHelp = () => {
    router.back();
    setTimeout(() => {
      giveBackFocus.current();
      if (document.activeElement === document.body) focusHeading();
    });
  };

  const back = () => {
    const { room } = router.route();
    if (room === "journal") journal.current?.back();
    else if (ROOMS_WITH_A_WAY_BACK.includes(room)) goBack();
  };

  /** @param {(handle: JournalHandle) => void} act */
  const inJournal = async (act) => {
    await go({ room: "journal", view: "pages" });
    if (journal.current && router.route().room === "journal") act(journal.current);
  };

  /** @type {Ways} */
  const ways = {
    go,
    back: goBack,
    start: async (skill, need = null) => {
      try {
        const { id } = await call("practice_start", { skill, need });
        await go({ room: "skills", view: "practice", id, at: null });
      } catch (error) {
        showToast({ text: t.errors[/** @type {Problem} */ (error).code].what });
      }
    },
    resume: (id, at = null) => go({ room: "skills", view: "practice", id, at }),
    find: () => go({ room: "skills", view: "find" }),
    search: (text) => {
      memory.current.text = text;
      go({ room: "skills", view: "library" });
    },
    write: () => inJournal((handle) => handle.newEntry()),
    help: () => go({ room: "help" }),
    offerHelp: () => setOffering(true),
  };

  const search = async () => {
    if (router.route().room !== "skills") return inJournal((handle) => handle.search());
    await go({ room: "skills", view: "library" });
    focusWhenThere("skills-search");
  };

  useEffect(() =>
    listenForShortcuts({
      help: () => (router.route().room === "help" ? leaveHelp() : ways.help()),
      hide: hideAndLock,
      lock: () => lock(false),
      new_entry: ways.write,
      search,
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

  /** Help now lies over the room one came from, which stays as it is. */
  const helping = route.room === "help";
  const shown = helping ? router.beneath() : route;

  return html`<div class="window" data-room=${route.room}>
      <a class="skip" href="#room" onClick=${skipToPage}>${t.shell.skip}</a>
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
          onPractice=${ways.search}
        />
        <div class="place" hidden=${helping || shown.room === "journal"}>
          ${shown.room === "today" && html`<${Today} today=${session.today} ways=${ways} drafts=${writers.drafts} />`}
          ${
            shown.room === "check_in" &&
            html`<${CheckInRoom} route=${shown} ways=${ways} writers=${writers} today=${session.today} />`
          }
          ${
            shown.room === "skills" &&
            html`<${SkillsRoom}
              route=${shown}
              ways=${ways}
              memory=${memory.current}
              writers=${writers}
              active=${!helping}
              today=${session.today}
              sound=${settings.sound}
              onSound=${async (/** @type {boolean} */ sound) => changeSettings(await call("settings_update", { ...settings, sound }))}
            />`
          }
          ${
            shown.room === "schedule" &&
            html`<${ScheduleRoom} route=${shown} ways=${ways} today=${session.today} drafts=${writers.drafts} />`
          }
          ${shown.room === "progress" && html`<${ProgressRoom} route=${shown} ways=${ways} today=${session.today} />`}
          ${
            shown.room === "settings" &&
            html`<${SettingsRoom}
              section=${shown.section}
              onSection=${(/** @type {string | null} */ section) => go({ room: "settings", section })}
              settings=${settings}
              onSettings=${changeSettings}
              session=${session}
              onSessionChange=${refreshSession}
              onLock=${() => lock(false)}
              drafts=${writers.drafts}
            />`
          }
        </div>
        ${
          helping &&
          html`<${HelpNow} onClose=${leaveHelp} canEdit=${true} onSettings=${changeSettings}>
            <${HelpSkills} onStart=${ways.start} onFind=${ways.find} />
          <//>`
        }
        ${
          offering &&
          !helping &&
          html`<div class="room-offer">
            <${HelpOffer}
              onHelp=${() => {
                setOffering(false);
                ways.help();
              }}
              onClose=${() => setOffering(false)}
            />
          </div>`
        }
      </div>
    </div>
    ${locking && html`<${Veil} hide=${locking.hide} />`}
    ${locking?.failed && html`<${LockFailed} words=${openWords(writers)} onStay=${stay} onLockAnyway=${lockAnyway} />`}
    <${ToastHost} />`;
}

/** What was pressed before one went on. @param {import("./router.js").Step | null} step */
function focusAgain(step) {
  if (step?.focus) focusWhenThere(step.focus);
}

function focusHeading() {
  const headings = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("main h1")]);
  headings.find((heading) => heading.checkVisibility())?.focus();
}

/** @param {Event} event */
function skipToPage(event) {
  event.preventDefault();
  focusHeading();
}
