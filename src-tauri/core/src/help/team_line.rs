//! The number of the participant's own team.

use std::path::{Path, PathBuf};

use rusqlite::OptionalExtension;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Error, Result};
use crate::files;
use crate::vault::Database;

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "help.d.ts")]
pub struct TeamLine {
    pub name: String,
    pub number: String,
    pub hours: String,
}

impl std::fmt::Debug for TeamLine {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("TeamLine(private)")
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "help.d.ts")]
pub struct TeamLineUpdateRequest {
    /// `null` removes the line.
    pub team_line: Option<TeamLine>,
    /// Keep a copy outside the lock, in plain text.
    pub show_while_locked: bool,
}

/// Stores the team line, and keeps or removes its copy outside the lock.
pub fn update(dir: &Path, database: &mut Database, request: &TeamLineUpdateRequest) -> Result<()> {
    let line = request.team_line.as_ref();
    if line.is_some_and(|line| line.name.trim().is_empty() && line.number.trim().is_empty()) {
        return Err(Error::invalid("a team line without name and number"));
    }
    database.write(|transaction| {
        match line {
            Some(line) => transaction.execute(
                "INSERT INTO team_line (id, name, number, hours) VALUES (1, ?1, ?2, ?3)
                 ON CONFLICT (id) DO UPDATE SET name = excluded.name, number = excluded.number,
                                                hours = excluded.hours",
                (&line.name, &line.number, &line.hours),
            )?,
            None => transaction.execute("DELETE FROM team_line", [])?,
        };
        Ok(())
    })?;
    match line.filter(|_| request.show_while_locked) {
        Some(line) => {
            let bytes = serde_json::to_vec_pretty(line)
                .map_err(|_| Error::internal("a team line cannot be written down"))?;
            files::replace(&outside_path(dir), &bytes)
        }
        None => files::remove_if_there(&outside_path(dir)),
    }
}

pub(super) fn read(database: &Database) -> Result<Option<TeamLine>> {
    let line = database
        .connection()
        .query_row("SELECT name, number, hours FROM team_line", [], |row| {
            Ok(TeamLine {
                name: row.get(0)?,
                number: row.get(1)?,
                hours: row.get(2)?,
            })
        })
        .optional()?;
    Ok(line)
}

/// The copy outside the lock. One that cannot be read is as good as none: Help now still opens.
pub(super) fn outside_lock(dir: &Path) -> Option<TeamLine> {
    let bytes = files::read_if_there(&outside_path(dir)).ok().flatten()?;
    serde_json::from_slice(&bytes).ok()
}

fn outside_path(dir: &Path) -> PathBuf {
    dir.join("team-line.json")
}
