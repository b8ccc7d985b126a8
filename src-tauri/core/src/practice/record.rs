//! A practice as the database keeps it.

use rusqlite::{Connection, Transaction, named_params};

use super::answer::{Answer, Rating};
use super::exercise::{Answers, Exercise};
use super::search;
use crate::content::{Feeling, Urge};
use crate::error::{Error, ErrorCode, Result};
use crate::position::{free_position, local_parts};
use crate::sql_name::Name;
use crate::time::Now;

pub type PracticeId = i64;

/// Where a practice is: in the frame that every exercise has, or at one of its steps.
pub(super) const BEFORE: &str = "before";
pub(super) const AFTER: &str = "after";
pub(super) const USE: &str = "use";
pub(super) const DONE: &str = "done";

const NO_SUCH_PRACTICE: Error = Error::new(ErrorCode::NotFound, "no such practice");

pub(super) struct Record {
    pub id: PracticeId,
    pub exercise: Exercise,
    pub at: String,
    pub date: String,
    pub time: String,
    pub before: Rating,
    pub after: Rating,
    pub use_code: Option<u8>,
    pub finished: bool,
    pub answers: Answers,
}

pub(super) fn read(connection: &Connection, id: PracticeId) -> Result<Record> {
    let mut statement = connection.prepare_cached(
        "SELECT exercise_id, at, instant_ms, offset_minutes, feeling, strength_before,
                strength_after, urge, urge_before, urge_after, use_code,
                finished_ms IS NOT NULL AS finished
         FROM practice WHERE id = ?1",
    )?;
    let mut rows = statement.query([id])?;
    let row = rows.next()?.ok_or(NO_SUCH_PRACTICE)?;
    let (date, time) = local_parts(row)?;
    let feeling = row.get::<_, Option<Name<Feeling>>>("feeling")?;
    let urge = row.get::<_, Option<Name<Urge>>>("urge")?;
    let rating = Rating {
        feeling: feeling.map(|name| name.0),
        urge: urge.map(|name| name.0),
        ..Rating::default()
    };
    Ok(Record {
        id,
        exercise: Exercise::read(connection, row.get("exercise_id")?)?,
        at: row.get("at")?,
        date,
        time,
        before: Rating {
            strength: row.get("strength_before")?,
            urge_strength: row.get("urge_before")?,
            ..rating
        },
        after: Rating {
            strength: row.get("strength_after")?,
            urge_strength: row.get("urge_after")?,
            ..rating
        },
        use_code: row.get("use_code")?,
        finished: row.get("finished")?,
        answers: answers(connection, id)?,
    })
}

fn answers(connection: &Connection, id: PracticeId) -> Result<Answers> {
    let mut statement =
        connection.prepare_cached("SELECT step, content FROM answer WHERE practice_id = ?1")?;
    let mut rows = statement.query([id])?;
    let mut answers = Answers::new();
    while let Some(row) = rows.next()? {
        let content: String = row.get(1)?;
        let answer = serde_json::from_str(&content)
            .map_err(|_| Error::internal("an answer cannot be read"))?;
        answers.insert(row.get(0)?, answer);
    }
    Ok(answers)
}

/// Begins a practice at its rating before.
pub(super) fn insert(
    transaction: &Transaction<'_>,
    exercise: &Exercise,
    before: &Rating,
    now: &Now,
) -> Result<PracticeId> {
    let stamp = now.stamp();
    transaction
        .prepare_cached(
            "INSERT INTO practice (exercise_id, position, offset_minutes, local_date, at, feeling,
                                   strength_before, urge, urge_before)
             VALUES (:exercise, :position, :offset, :date, :at, :feeling, :strength, :urge,
                     :urge_strength)",
        )?
        .execute(named_params! {
            ":exercise": exercise.keep(transaction)?,
            ":position": free_position(transaction, "practice", stamp)?,
            ":offset": stamp.offset_minutes,
            ":date": stamp.local().date().to_string(),
            ":at": BEFORE,
            ":feeling": before.feeling.map(Name),
            ":strength": before.strength,
            ":urge": before.urge.map(Name),
            ":urge_strength": before.urge_strength,
        })?;
    let id = transaction.last_insert_rowid();
    search::put_in(transaction, id)?;
    Ok(id)
}

/// Removes what was begun and left without a single word or rating.
pub(super) fn remove_untouched(transaction: &Transaction<'_>) -> Result<()> {
    const UNTOUCHED: &str = "FROM practice WHERE finished_ms IS NULL AND trashed_ms IS NULL
         AND at = 'before' AND coalesce(feeling, strength_before, strength_after, urge, urge_before,
                                        urge_after, use_code) IS NULL
         AND NOT EXISTS (SELECT 1 FROM answer WHERE practice_id = practice.id)";
    let ids = transaction
        .prepare_cached(&format!("SELECT id {UNTOUCHED}"))?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<Vec<PracticeId>>>()?;
    for id in ids {
        search::take_out(transaction, id)?;
        transaction.execute("DELETE FROM practice WHERE id = ?1", [id])?;
    }
    Ok(())
}

pub(super) fn set_answer(
    transaction: &Transaction<'_>,
    id: PracticeId,
    step: &str,
    answer: Option<&Answer>,
) -> Result<()> {
    search::take_out(transaction, id)?;
    match answer {
        None => {
            transaction
                .prepare_cached("DELETE FROM answer WHERE practice_id = ?1 AND step = ?2")?
                .execute((id, step))?;
        }
        Some(answer) => {
            let content = serde_json::to_string(answer)
                .map_err(|_| Error::internal("an answer cannot be written down"))?;
            transaction
                .prepare_cached(
                    "INSERT INTO answer (practice_id, step, content) VALUES (?1, ?2, ?3)
                     ON CONFLICT (practice_id, step) DO UPDATE SET content = excluded.content",
                )?
                .execute((id, step, content))?;
        }
    }
    search::put_in(transaction, id)
}

/// The rating before says which feeling and urge it is about; the one after only how strong they are.
pub(super) fn set_before(
    transaction: &Transaction<'_>,
    id: PracticeId,
    rating: &Rating,
) -> Result<()> {
    let columns = "feeling = ?2, urge = ?3, strength_before = ?4, urge_before = ?5";
    set_rating(transaction, id, rating, columns)
}

/// A feeling or urge that was not named before is named now.
pub(super) fn set_after(
    transaction: &Transaction<'_>,
    id: PracticeId,
    rating: &Rating,
) -> Result<()> {
    let columns = "feeling = ifnull(feeling, ?2), urge = ifnull(urge, ?3), strength_after = ?4,
                   urge_after = ?5";
    set_rating(transaction, id, rating, columns)
}

fn set_rating(
    transaction: &Transaction<'_>,
    id: PracticeId,
    rating: &Rating,
    columns: &str,
) -> Result<()> {
    transaction
        .prepare_cached(&format!("UPDATE practice SET {columns} WHERE id = ?1"))?
        .execute((
            id,
            rating.feeling.map(Name),
            rating.urge.map(Name),
            rating.strength,
            rating.urge_strength,
        ))?;
    Ok(())
}

pub(super) fn set_use_code(
    transaction: &Transaction<'_>,
    id: PracticeId,
    code: Option<u8>,
) -> Result<()> {
    transaction
        .prepare_cached("UPDATE practice SET use_code = ?2 WHERE id = ?1")?
        .execute((id, code))?;
    Ok(())
}

/// Goes on to `at`; at the end the practice is finished. A finished one stays where it is.
pub(super) fn set_at(
    transaction: &Transaction<'_>,
    id: PracticeId,
    at: &str,
    now: &Now,
) -> Result<()> {
    let finished_ms = (at == DONE).then(|| now.millis());
    transaction
        .prepare_cached(
            "UPDATE practice SET at = ?2, finished_ms = ?3 WHERE id = ?1 AND finished_ms IS NULL",
        )?
        .execute((id, at, finished_ms))?;
    Ok(())
}
