//! Skills that the participant put within reach.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::content::Library;
use crate::error::{Error, ErrorCode, Result};
use crate::sql_name::Name;
use crate::vault::Database;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "skills.d.ts")]
pub enum Shelf {
    Favourite,
    /// What the group works on this week.
    InGroup,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "skills.d.ts")]
pub struct SkillShelveRequest {
    pub shelf: Shelf,
    pub skill: String,
    pub on: bool,
}

/// Puts a skill on a shelf or takes it down. `not_found`: there is no such skill.
pub fn shelve(
    database: &mut Database,
    library: &Library,
    request: &SkillShelveRequest,
) -> Result<()> {
    if request.on && library.skill(&request.skill).is_none() {
        return Err(Error::new(ErrorCode::NotFound, "no such skill"));
    }
    let statement = if request.on {
        "INSERT INTO shelf (shelf, skill) VALUES (?1, ?2) ON CONFLICT DO NOTHING"
    } else {
        "DELETE FROM shelf WHERE shelf = ?1 AND skill = ?2"
    };
    database.write(|transaction| {
        transaction.execute(statement, (Name(request.shelf), &request.skill))?;
        Ok(())
    })
}

/// What is on each shelf.
pub(super) struct Shelves(HashSet<(Shelf, String)>);

impl Shelves {
    pub(super) fn read(database: &Database) -> Result<Self> {
        let mut statement = database
            .connection()
            .prepare_cached("SELECT shelf, skill FROM shelf")?;
        let rows =
            statement.query_map([], |row| Ok((row.get::<_, Name<Shelf>>(0)?.0, row.get(1)?)))?;
        Ok(Self(rows.collect::<rusqlite::Result<_>>()?))
    }

    pub(super) fn has(&self, shelf: Shelf, skill: &str) -> bool {
        self.0.contains(&(shelf, skill.to_owned()))
    }
}
