//! Series in the database: read and written whole.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use rusqlite::{Connection, Params, Row, Transaction, named_params};
use serde::Serialize;

use super::series::{Event, EventId, NO_SUCH_EVENT, Override, Series, SessionRecord};
use crate::error::Result;
use crate::sql_name::Name;

/// One series, in the trash or not. `not_found`: it is gone.
pub fn read(connection: &Connection, id: EventId) -> Result<Series> {
    all(connection, "id = ?1", [id])?.pop().ok_or(NO_SUCH_EVENT)
}

/// One series. `not_found`: it is gone or in the trash.
pub fn read_live(connection: &Connection, id: EventId) -> Result<Series> {
    let series = read(connection, id)?;
    if series.event.trashed_ms.is_none() {
        Ok(series)
    } else {
        Err(NO_SUCH_EVENT)
    }
}

/// Every live series, in the order of their starts.
pub fn live(connection: &Connection) -> Result<Vec<Series>> {
    all(connection, "trashed_ms IS NULL", [])
}

/// The live series that could touch one of these days, in the order of their starts.
pub fn between(connection: &Connection, from: NaiveDate, until: NaiveDate) -> Result<Vec<Series>> {
    let until = until.checked_add_days(Days::new(2)).unwrap_or(until);
    let from = from.checked_sub_days(Days::new(2)).unwrap_or(from);
    let condition = "trashed_ms IS NULL AND (
        start < ?2
            AND (rule IS NOT NULL OR date(start, '+' || minutes || ' minutes') >= ?1)
        OR EXISTS (SELECT 1 FROM event_date WHERE event_id = event.id)
        OR EXISTS (SELECT 1 FROM event_override
                   WHERE event_id = event.id AND event_override.start IS NOT NULL)
    )";
    all(connection, condition, [from.to_string(), until.to_string()])
}

/// The series that a condition on `event` lets through.
pub(super) fn all(
    connection: &Connection,
    condition: &str,
    parameters: impl Params + Clone,
) -> Result<Vec<Series>> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT * FROM event WHERE {condition} ORDER BY start, id"
    ))?;
    let rows = statement.query_map(parameters.clone(), |row| Ok(Series::of(event(row)?)))?;
    let mut found = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    let places = found.iter().enumerate();
    let places: HashMap<_, _> = places.map(|(at, series)| (series.event.id, at)).collect();
    for (table, put) in PARTS {
        let mut statement = connection.prepare_cached(&format!(
            "SELECT * FROM {table} WHERE event_id IN (SELECT id FROM event WHERE {condition})"
        ))?;
        let mut rows = statement.query(parameters.clone())?;
        while let Some(row) = rows.next()? {
            let at = places.get(&row.get("event_id")?);
            if let Some(series) = at.and_then(|at| found.get_mut(*at)) {
                put(series, row)?;
            }
        }
    }
    Ok(found)
}

type Put = fn(&mut Series, &Row<'_>) -> rusqlite::Result<()>;

/// What hangs on an event, table by table.
const PARTS: [(&str, Put); 4] = [
    ("event_date", |series, row| {
        let date = row.get::<_, Name<_>>("date_time")?.0;
        if row.get("excluded")? {
            series.excluded.insert(date);
        } else {
            series.extra.insert(date);
        }
        Ok(())
    }),
    ("event_override", |series, row| {
        let id = row.get::<_, Name<_>>("recurrence_id")?.0;
        series.overrides.insert(id, change(row)?);
        Ok(())
    }),
    ("session_record", |series, row| {
        let id = row.get::<_, Name<_>>("recurrence_id")?.0;
        series.records.insert(id, record(row)?);
        Ok(())
    }),
    ("homework", |series, row| {
        series.homework.insert(row.get("id")?);
        Ok(())
    }),
];

fn event(row: &Row<'_>) -> rusqlite::Result<Event> {
    Ok(Event {
        id: row.get("id")?,
        uid: row.get("uid")?,
        calendar: row.get("calendar_id")?,
        follows: row.get("follows")?,
        kind: row.get::<_, Name<_>>("kind")?.0,
        summary: row.get("summary")?,
        start: row.get::<_, Name<_>>("start")?.0,
        all_day: row.get("all_day")?,
        minutes: row.get("minutes")?,
        zone: optional(row, "zone")?,
        rule: optional(row, "rule")?,
        location: row.get("location")?,
        link: row.get("link")?,
        room: row.get("room")?,
        facilitator: row.get("facilitator")?,
        bring: row.get("bring")?,
        description: row.get("description")?,
        travel_minutes: row.get("travel_minutes")?,
        trashed_ms: row.get("trashed_ms")?,
    })
}

fn change(row: &Row<'_>) -> rusqlite::Result<Override> {
    Ok(Override {
        cancelled: row.get("cancelled")?,
        start: optional(row, "start")?,
        minutes: row.get("minutes")?,
        summary: row.get("summary")?,
        location: row.get("location")?,
        link: row.get("link")?,
        room: row.get("room")?,
        facilitator: row.get("facilitator")?,
        bring: row.get("bring")?,
        description: row.get("description")?,
        travel_minutes: row.get("travel_minutes")?,
    })
}

fn record(row: &Row<'_>) -> rusqlite::Result<SessionRecord> {
    Ok(SessionRecord {
        attendance: optional(row, "attendance")?,
        planned_minutes: row.get("planned_minutes")?,
        minutes: row.get("minutes")?,
        note_before: row.get("note_before")?,
        note_after: row.get("note_after")?,
    })
}

fn optional<T: serde::de::DeserializeOwned>(
    row: &Row<'_>,
    column: &str,
) -> rusqlite::Result<Option<T>> {
    let name = row.get::<_, Option<Name<T>>>(column)?;
    Ok(name.map(|name| name.0))
}

/// Writes a series in place of what the database has of it; one without an id is new. Answers its
/// id.
pub(super) fn write(transaction: &Transaction<'_>, series: &Series) -> Result<EventId> {
    let id = write_event(transaction, &series.event)?;
    for table in ["event_date", "event_override", "session_record"] {
        let sql = format!("DELETE FROM {table} WHERE event_id = ?1");
        transaction.prepare_cached(&sql)?.execute([id])?;
    }
    write_dates(transaction, id, series)?;
    write_overrides(transaction, id, series)?;
    write_records(transaction, id, series)?;
    let mut take = transaction.prepare_cached("UPDATE homework SET event_id = ?1 WHERE id = ?2")?;
    for homework in &series.homework {
        take.execute((id, homework))?;
    }
    Ok(id)
}

/// Takes away a series that was only just made.
pub(super) fn unmake(transaction: &Transaction<'_>, id: EventId) -> Result<()> {
    transaction
        .prepare_cached("DELETE FROM event WHERE id = ?1")?
        .execute([id])?;
    Ok(())
}

fn name<T: Serialize + Clone>(value: &Option<T>) -> Option<Name<T>> {
    value.clone().map(Name)
}

fn write_event(transaction: &Transaction<'_>, event: &Event) -> Result<EventId> {
    let id = (event.id != 0).then_some(event.id);
    let id = transaction
        .prepare_cached(
            "INSERT INTO event (id, uid, calendar_id, follows, kind, summary, start, all_day,
                                minutes, zone, rule, location, link, room, facilitator, bring,
                                description, travel_minutes, trashed_ms)
             VALUES (:id, :uid, :calendar, :follows, :kind, :summary, :start, :all_day, :minutes,
                     :zone, :rule, :location, :link, :room, :facilitator, :bring, :description,
                     :travel, :trashed)
             ON CONFLICT (id) DO UPDATE SET
                 uid = excluded.uid, calendar_id = excluded.calendar_id,
                 follows = excluded.follows, kind = excluded.kind, summary = excluded.summary,
                 start = excluded.start, all_day = excluded.all_day, minutes = excluded.minutes,
                 zone = excluded.zone, rule = excluded.rule, location = excluded.location,
                 link = excluded.link, room = excluded.room, facilitator = excluded.facilitator,
                 bring = excluded.bring, description = excluded.description,
                 travel_minutes = excluded.travel_minutes, trashed_ms = excluded.trashed_ms
             RETURNING id",
        )?
        .query_row(
            named_params! {
                ":id": id,
                ":uid": event.uid,
                ":calendar": event.calendar,
                ":follows": event.follows,
                ":kind": Name(event.kind),
                ":summary": event.summary,
                ":start": Name(event.start),
                ":all_day": event.all_day,
                ":minutes": event.minutes,
                ":zone": name(&event.zone),
                ":rule": name(&event.rule),
                ":location": event.location,
                ":link": event.link,
                ":room": event.room,
                ":facilitator": event.facilitator,
                ":bring": event.bring,
                ":description": event.description,
                ":travel": event.travel_minutes.filter(|minutes| *minutes > 0),
                ":trashed": event.trashed_ms,
            },
            |row| row.get(0),
        )?;
    Ok(id)
}

fn write_dates(transaction: &Transaction<'_>, id: EventId, series: &Series) -> Result<()> {
    let mut insert = transaction.prepare_cached(
        "INSERT INTO event_date (event_id, date_time, excluded) VALUES (?1, ?2, ?3)",
    )?;
    for date in series.extra.difference(&series.excluded) {
        insert.execute((id, Name(date), false))?;
    }
    for date in &series.excluded {
        insert.execute((id, Name(date), true))?;
    }
    Ok(())
}

fn write_overrides(transaction: &Transaction<'_>, id: EventId, series: &Series) -> Result<()> {
    let mut insert = transaction.prepare_cached(
        "INSERT INTO event_override (event_id, recurrence_id, cancelled, start, minutes, summary,
                                     location, link, room, facilitator, bring, description,
                                     travel_minutes)
         VALUES (:event, :recurrence, :cancelled, :start, :minutes, :summary, :location, :link,
                 :room, :facilitator, :bring, :description, :travel)",
    )?;
    for (recurrence, change) in &series.overrides {
        insert.execute(named_params! {
            ":event": id,
            ":recurrence": Name(recurrence),
            ":cancelled": change.cancelled,
            ":start": name(&change.start),
            ":minutes": change.minutes,
            ":summary": change.summary,
            ":location": change.location,
            ":link": change.link,
            ":room": change.room,
            ":facilitator": change.facilitator,
            ":bring": change.bring,
            ":description": change.description,
            ":travel": change.travel_minutes,
        })?;
    }
    Ok(())
}

fn write_records(transaction: &Transaction<'_>, id: EventId, series: &Series) -> Result<()> {
    let mut insert = transaction.prepare_cached(
        "INSERT INTO session_record (event_id, recurrence_id, attendance, planned_minutes, minutes,
                                     note_before, note_after)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    for (recurrence, record) in &series.records {
        insert.execute((
            id,
            Name(recurrence),
            record.attendance.map(Name),
            record.planned_minutes,
            record.minutes,
            &record.note_before,
            &record.note_after,
        ))?;
    }
    Ok(())
}
