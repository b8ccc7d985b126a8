//! What the person says about one session: whether they were there, for how long, and notes.

use rusqlite::{Transaction, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::key::OccurrenceKey;
use super::occurrence::{OccurrenceView, Viewer, occurrence};
use super::series::{self, Attendance, EventId};
use super::store;
use crate::error::{Error, ErrorCode, Result};
use crate::sql_name::Name;
use crate::time::Now;
use crate::vault::Database;

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "schedule.d.ts")]
pub struct AttendanceSaveRequest {
    #[ts(type = "number")]
    pub event: EventId,
    pub recurrence_id: String,
    /// `null`: nothing is said any more.
    pub attendance: Option<Attendance>,
    /// Needed for a part; `null` for all of it.
    pub minutes: Option<u32>,
}

#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "schedule.d.ts")]
pub struct SessionNotesView {
    pub before: String,
    pub after: String,
}

#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "schedule.d.ts")]
pub struct SessionNotesSaveRequest {
    #[ts(type = "number")]
    pub event: EventId,
    pub recurrence_id: String,
    pub before: String,
    pub after: String,
}

const DAY_MINUTES: u32 = 24 * 60;
const NO_SUCH_SESSION: Error = Error::new(ErrorCode::NotFound, "no such session");

/// Says whether the person was at a session. `not_found`: there is no such session; `invalid`:
/// minutes that do not go with it.
pub fn save(
    database: &mut Database,
    request: &AttendanceSaveRequest,
    now: &Now,
) -> Result<OccurrenceView> {
    let viewer = Viewer::read(database.connection(), now)?;
    database.write(|transaction| {
        let session = session(transaction, request.event, &request.recurrence_id, &viewer)?;
        let planned = request.attendance.map(|_| session.planned_minutes);
        transaction
            .prepare_cached(
                "INSERT INTO session_record (event_id, recurrence_id, attendance, planned_minutes,
                                             minutes, note_before, note_after)
                 VALUES (:event, :recurrence, :attendance, :planned, :minutes, '', '')
                 ON CONFLICT (event_id, recurrence_id) DO UPDATE SET
                     attendance = excluded.attendance, minutes = excluded.minutes,
                     planned_minutes = excluded.planned_minutes",
            )?
            .execute(named_params! {
                ":event": session.event,
                ":recurrence": session.recurrence_id,
                ":attendance": request.attendance.map(Name),
                ":planned": planned,
                ":minutes": minutes_there(request, &session)?,
            })?;
        forget_empty(transaction, &session)?;
        self::session(transaction, request.event, &request.recurrence_id, &viewer)
    })
}

fn minutes_there(request: &AttendanceSaveRequest, session: &OccurrenceView) -> Result<Option<u32>> {
    let planned = session.planned_minutes;
    let there = match (request.attendance, request.minutes) {
        (None, None) => Some(None),
        (Some(Attendance::Missed | Attendance::Excused), None | Some(0)) => Some(Some(0)),
        (Some(Attendance::Part), Some(minutes)) => {
            (1..=planned).contains(&minutes).then_some(Some(minutes))
        }
        // How long one is at something that is all day, its plan does not say.
        (Some(Attendance::Attended), None) => Some((!session.all_day).then_some(planned)),
        (Some(Attendance::Attended), Some(minutes)) => (1..=planned.max(DAY_MINUTES))
            .contains(&minutes)
            .then_some(Some(minutes)),
        _ => None,
    };
    there.ok_or(Error::invalid("minutes that do not go with the session"))
}

/// The notes of a session, empty where there are none.
pub fn notes(database: &Database, request: &OccurrenceKey) -> Result<SessionNotesView> {
    let connection = database.connection();
    let series = store::read(connection, request.event)?;
    let record = series.records.get(&series::local(&request.recurrence_id)?);
    let record = record.cloned().unwrap_or_default();
    Ok(SessionNotesView {
        before: record.note_before,
        after: record.note_after,
    })
}

/// Replaces the notes of a session. `not_found`: there is no such session.
pub fn save_notes(
    database: &mut Database,
    request: &SessionNotesSaveRequest,
    now: &Now,
) -> Result<()> {
    let viewer = Viewer::read(database.connection(), now)?;
    database.write(|transaction| {
        let session = session(transaction, request.event, &request.recurrence_id, &viewer)?;
        transaction
            .prepare_cached(
                "INSERT INTO session_record (event_id, recurrence_id, note_before, note_after)
                 VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (event_id, recurrence_id) DO UPDATE SET
                     note_before = excluded.note_before, note_after = excluded.note_after",
            )?
            .execute((
                session.event,
                &session.recurrence_id,
                &request.before,
                &request.after,
            ))?;
        forget_empty(transaction, &session)
    })
}

/// Also of an event in the trash: what is said about it goes there and comes back with it.
fn session(
    transaction: &Transaction<'_>,
    event: EventId,
    recurrence_id: &str,
    viewer: &Viewer,
) -> Result<OccurrenceView> {
    let series = store::read(transaction, event)?;
    occurrence(&series, series::local(recurrence_id)?, viewer).ok_or(NO_SUCH_SESSION)
}

fn forget_empty(transaction: &Transaction<'_>, session: &OccurrenceView) -> Result<()> {
    transaction
        .prepare_cached(
            "DELETE FROM session_record
             WHERE event_id = ?1 AND recurrence_id = ?2
               AND attendance IS NULL AND note_before = '' AND note_after = ''",
        )?
        .execute((session.event, &session.recurrence_id))?;
    Ok(())
}
