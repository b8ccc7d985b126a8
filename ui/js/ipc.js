// The only module that knows the host. Everything else calls `call` and reads codes.
import { Channel, invoke } from "@tauri-apps/api/core";

/** @typedef {import("../../tooling/types/error.js").ErrorCode} ErrorCode */
/** @typedef {import("../../tooling/types/settings.js").SettingsView} SettingsView */
/** @typedef {import("../../tooling/types/help.js").HelpView} HelpView */
/** @typedef {import("../../tooling/types/help.js").TeamLine} TeamLine */
/** @typedef {import("../../tooling/types/help.js").MinuteSkill} MinuteSkill */
/** @typedef {import("../../tooling/types/help.js").Shape} Shape */
/** @typedef {import("../../tooling/types/vault.js").PassphraseView} PassphraseView */
/** @typedef {import("../../tooling/types/journal.js").EntryView} EntryView */
/** @typedef {import("../../tooling/types/journal.js").EntrySummaryView} EntrySummaryView */
/** @typedef {import("../../tooling/types/journal.js").JournalFilter} JournalFilter */
/** @typedef {import("../../tooling/types/journal.js").JournalSaveRequest} JournalSaveRequest */
/** @typedef {import("../../tooling/types/journal.js").Kind} Kind */
/** @typedef {import("../../tooling/types/commands.js").SessionView} SessionView */
/** @typedef {import("../../tooling/types/commands.js").SessionEvent} SessionEvent */
/** @typedef {import("../../tooling/types/commands.js").VaultStatusView} VaultStatusView */
/** @typedef {import("../../tooling/types/commands.js").RecoverySheetView} RecoverySheetView */
/** @typedef {import("../../tooling/types/commands.js").UnlockKey} UnlockKey */

/** @typedef {{ code: ErrorCode, message: string }} Problem */

/**
 * Asks the host for one thing.
 * @param {string} command
 * @param {Record<string, unknown>} [request]
 * @returns {Promise<any>} rejects with a Problem, whatever went wrong
 */
export async function call(command, request) {
  try {
    return await invoke(command, request === undefined ? {} : { request });
  } catch (error) {
    throw asProblem(error);
  }
}

/**
 * Hears what the host asks of this window for as long as it lives.
 * @param {(event: SessionEvent) => void} listen
 * @returns {Promise<void>}
 */
export async function watchSession(listen) {
  const channel = new Channel(listen);
  try {
    await invoke("session_watch", { on_event: channel });
  } catch (error) {
    throw asProblem(error);
  }
}

/**
 * @param {unknown} error
 * @returns {Problem}
 */
function asProblem(error) {
  if (typeof error === "object" && error !== null && "code" in error) return /** @type {Problem} */ (error);
  return { code: "internal", message: String(error) };
}
