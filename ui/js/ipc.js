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
/** @typedef {import("../../tooling/types/skills.js").Module} Module */
/** @typedef {import("../../tooling/types/skills.js").Feeling} Feeling */
/** @typedef {import("../../tooling/types/skills.js").Urge} Urge */
/** @typedef {import("../../tooling/types/skills.js").Place} Place */
/** @typedef {import("../../tooling/types/skills.js").Shelf} Shelf */
/** @typedef {import("../../tooling/types/skills.js").SkillCardView} SkillCardView */
/** @typedef {import("../../tooling/types/skills.js").LibraryView} LibraryView */
/** @typedef {import("../../tooling/types/skills.js").SlotView} SlotView */
/** @typedef {import("../../tooling/types/skills.js").SkillView} SkillView */
/** @typedef {import("../../tooling/types/skills.js").Effect} Effect */
/** @typedef {import("../../tooling/types/skills.js").Change} Change */
/** @typedef {import("../../tooling/types/skills.js").Need} Need */
/** @typedef {import("../../tooling/types/skills.js").FindView} FindView */
/** @typedef {import("../../tooling/types/skills.js").SuggestionView} SuggestionView */
/** @typedef {import("../../tooling/types/skills.js").Reason} Reason */
/** @typedef {import("../../tooling/types/skills.js").WorksView} WorksView */
/** @typedef {import("../../tooling/types/skills.js").SkillsSearchView} SkillsSearchView */
/** @typedef {import("../../tooling/types/skills.js").TodayView} TodayView */
/** @typedef {import("../../tooling/types/practice.js").Line} Line */
/** @typedef {import("../../tooling/types/practice.js").Clock} Clock */
/** @typedef {import("../../tooling/types/practice.js").Answer} Answer */
/** @typedef {import("../../tooling/types/skills.js").Task} Task */
/** @typedef {import("../../tooling/types/skills.js").Step} Step */
/** @typedef {import("../../tooling/types/practice.js").AnsweredView} AnsweredView */
/** @typedef {import("../../tooling/types/practice.js").GateView} GateView */
/** @typedef {import("../../tooling/types/practice.js").PracticeView} PracticeView */
/** @typedef {import("../../tooling/types/practice.js").PracticeSummaryView} PracticeSummaryView */
/** @typedef {import("../../tooling/types/practice.js").PracticeSheetView} PracticeSheetView */
/** @typedef {import("../../tooling/types/practice.js").PracticePageView} PracticePageView */
/** @typedef {import("../../tooling/types/check_in.js").CheckInView} CheckInView */
/** @typedef {import("../../tooling/types/check_in.js").CheckInSaveRequest} CheckInSaveRequest */
/** @typedef {import("../../tooling/types/check_in.js").CheckInPageView} CheckInPageView */
/** @typedef {import("../../tooling/types/check_in.js").MoodWordsView} MoodWordsView */
/** @typedef {import("../../tooling/types/check_in.js").MoodStep} MoodStep */
/** @typedef {import("../../tooling/types/check_in.js").Side} Side */
/** @typedef {import("../../tooling/types/check_in.js").DaylioPreviewView} DaylioPreviewView */
/** @typedef {import("../../tooling/types/check_in.js").DaylioImportedView} DaylioImportedView */
/** @typedef {import("../../tooling/types/check_in.js").LineFaultKind} LineFaultKind */
/** @typedef {import("../../tooling/types/card.js").Section} Section */
/** @typedef {import("../../tooling/types/card.js").ItemKind} ItemKind */
/** @typedef {import("../../tooling/types/card.js").Switch} Switch */
/** @typedef {import("../../tooling/types/card.js").CardItemView} CardItemView */
/** @typedef {import("../../tooling/types/card.js").CardSetView} CardSetView */
/** @typedef {import("../../tooling/types/card.js").OfferedItem} OfferedItem */
/** @typedef {import("../../tooling/types/card.js").CardItemSaveRequest} CardItemSaveRequest */
/** @typedef {import("../../tooling/types/card.js").CardValue} CardValue */
/** @typedef {import("../../tooling/types/card.js").CardSkillView} CardSkillView */
/** @typedef {import("../../tooling/types/card.js").CardView} CardView */
/** @typedef {import("../../tooling/types/card.js").CardSaveRequest} CardSaveRequest */
/** @typedef {import("../../tooling/types/card.js").CardSavedView} CardSavedView */
/** @typedef {import("../../tooling/types/card.js").WeekView} WeekView */
/** @typedef {import("../../tooling/types/card.js").WeekRow} WeekRow */
/** @typedef {import("../../tooling/types/card.js").WeekCell} WeekCell */
/** @typedef {import("../../tooling/types/card.js").MedicationView} MedicationView */
/** @typedef {import("../../tooling/types/assessments.js").InstrumentView} InstrumentView */
/** @typedef {import("../../tooling/types/assessments.js").AssessmentView} AssessmentView */
/** @typedef {import("../../tooling/types/assessments.js").AssessmentSummaryView} AssessmentSummaryView */
/** @typedef {import("../../tooling/types/assessments.js").TrashedAssessmentView} TrashedAssessmentView */
/** @typedef {import("../../tooling/types/assessments.js").AssessmentAnswerRequest} AssessmentAnswerRequest */
/** @typedef {import("../../tooling/types/assessments.js").AssessmentAnsweredView} AssessmentAnsweredView */
/** @typedef {import("../../tooling/types/schedule.js").EventKind} EventKind */
/** @typedef {import("../../tooling/types/schedule.js").Weekday} Weekday */
/** @typedef {import("../../tooling/types/schedule.js").Attendance} Attendance */
/** @typedef {import("../../tooling/types/schedule.js").Scope} ChangeScope */
/** @typedef {import("../../tooling/types/schedule.js").RuleView} RuleView */
/** @typedef {import("../../tooling/types/schedule.js").RuleRequest} RuleRequest */
/** @typedef {import("../../tooling/types/schedule.js").OccurrenceKey} OccurrenceKey */
/** @typedef {import("../../tooling/types/schedule.js").OccurrenceView} OccurrenceView */
/** @typedef {import("../../tooling/types/schedule.js").EventDetails} EventDetails */
/** @typedef {import("../../tooling/types/schedule.js").ChangedView["undo"]} Undo */
/** @typedef {import("../../tooling/types/schedule.js").ChangedView} ChangedView */
/** @typedef {import("../../tooling/types/schedule.js").EventView} EventView */
/** @typedef {import("../../tooling/types/schedule.js").HoursView} HoursView */
/** @typedef {import("../../tooling/types/schedule.js").WeekOf} WeekOf */
/** @typedef {import("../../tooling/types/schedule.js").ScheduleDay} ScheduleDay */
/** @typedef {import("../../tooling/types/schedule.js").ConflictView} ConflictView */
/** @typedef {import("../../tooling/types/schedule.js").ScheduleView} ScheduleView */
/** @typedef {import("../../tooling/types/schedule.js").TrashedEventView} TrashedEventView */
/** @typedef {import("../../tooling/types/schedule.js").HomeworkView} HomeworkView */
/** @typedef {import("../../tooling/types/schedule.js").HomeworkSaveRequest} HomeworkSaveRequest */
/** @typedef {import("../../tooling/types/schedule.js").ScheduleTodayView} ScheduleTodayView */
/** @typedef {import("../../tooling/types/schedule.js").PhaseView} PhaseView */
/** @typedef {import("../../tooling/types/schedule.js").BreakView} BreakView */
/** @typedef {import("../../tooling/types/schedule.js").ProgrammeView} ProgrammeView */
/** @typedef {import("../../tooling/types/schedule.js").ProgrammeSaveRequest} ProgrammeSaveRequest */
/** @typedef {import("../../tooling/types/schedule.js").ProgrammeSetUpRequest} ProgrammeSetUpRequest */
/** @typedef {import("../../tooling/types/schedule.js").SessionNotesView} SessionNotesView */
/** @typedef {import("../../tooling/types/schedule.js").IcsChange} IcsChange */
/** @typedef {import("../../tooling/types/schedule.js").IcsEventView} IcsEventView */
/** @typedef {import("../../tooling/types/schedule.js").IcsShapeView} IcsShapeView */
/** @typedef {import("../../tooling/types/schedule.js").IcsFaultKind} IcsFaultKind */
/** @typedef {import("../../tooling/types/schedule.js").IcsPreviewView} IcsPreviewView */
/** @typedef {import("../../tooling/types/schedule.js").IcsImportedView} IcsImportedView */
/** @typedef {import("../../tooling/types/reminders.js").KindReminder} KindReminder */
/** @typedef {import("../../tooling/types/reminders.js").ReminderSettingsView} ReminderSettingsView */
/** @typedef {import("../../tooling/types/commands.js").RemindersView} RemindersView */
/** @typedef {import("../../tooling/types/form_draft.js").FormDraftView} FormDraftView */
/** @typedef {import("../../tooling/types/progress.js").ProgressView} ProgressView */
/** @typedef {import("../../tooling/types/progress.js").SeriesView} SeriesView */
/** @typedef {import("../../tooling/types/progress.js").SeriesPoint} SeriesPoint */
/** @typedef {import("../../tooling/types/progress.js").Span} Span */
/** @typedef {import("../../tooling/types/progress.js").Spread} Spread */
/** @typedef {import("../../tooling/types/progress.js").TogetherView} TogetherView */
/** @typedef {import("../../tooling/types/commands.js").SessionView} SessionView */
/** @typedef {import("../../tooling/types/commands.js").SessionEvent} SessionEvent */
/** @typedef {import("../../tooling/types/commands.js").SessionLockRequest} SessionLockRequest */
/** @typedef {import("../../tooling/types/commands.js").VaultStatusView} VaultStatusView */
/** @typedef {import("../../tooling/types/commands.js").RecoverySheetView} RecoverySheetView */
/** @typedef {import("../../tooling/types/commands.js").UnlockKey} UnlockKey */

/** @typedef {{ code: ErrorCode, message: string }} Problem */

/** Of what `call` rejects with. @param {unknown} error @returns {ErrorCode} */
export const codeOf = (error) => /** @type {Problem} */ (error).code;

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
