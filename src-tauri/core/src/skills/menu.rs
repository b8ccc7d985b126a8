//! Personal menus: what helps, written down while calm and offered back in a crisis.

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::content::{Library, Slot};
use crate::error::{Error, ErrorCode, Result};
use crate::vault::Database;

/// One part of a menu, with what the participant put in.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "skills.d.ts")]
pub struct SlotView {
    pub id: String,
    pub name: String,
    pub ask: String,
    pub ideas: Vec<String>,
    pub items: Vec<String>,
}

/// Replaces the items of one part.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "skills.d.ts")]
pub struct SkillMenuSaveRequest {
    pub skill: String,
    pub slot: String,
    pub items: Vec<String>,
}

/// Saves one part of a menu as it is shown then: trimmed, without empty lines.
pub fn save(
    database: &mut Database,
    library: &Library,
    request: &SkillMenuSaveRequest,
) -> Result<SlotView> {
    let slot = library
        .skill(&request.skill)
        .and_then(|skill| skill.menu.iter().find(|slot| slot.id == request.slot))
        .ok_or(Error::new(ErrorCode::NotFound, "no such menu"))?;
    let trimmed = request.items.iter().map(|item| item.trim());
    let items: Vec<&str> = trimmed.filter(|item| !item.is_empty()).collect();
    database.write(|transaction| {
        transaction.execute(
            "DELETE FROM menu_item WHERE skill = ?1 AND slot = ?2",
            (&request.skill, &request.slot),
        )?;
        let mut insert = transaction.prepare_cached(
            "INSERT INTO menu_item (skill, slot, place, text) VALUES (?1, ?2, ?3, ?4)",
        )?;
        for (place, item) in (0_i64..).zip(&items) {
            insert.execute((&request.skill, &request.slot, place, item))?;
        }
        Ok(())
    })?;
    slot_view(database.connection(), &request.skill, slot)
}

/// The menu of a skill; empty for one without.
pub(crate) fn view(
    connection: &Connection,
    library: &Library,
    skill: &str,
) -> Result<Vec<SlotView>> {
    let slots = library.skill(skill).map_or(&[][..], |skill| &skill.menu);
    slots
        .iter()
        .map(|slot| slot_view(connection, skill, slot))
        .collect()
}

fn slot_view(connection: &Connection, skill: &str, slot: &Slot) -> Result<SlotView> {
    let mut statement = connection.prepare_cached(
        "SELECT text FROM menu_item WHERE skill = ?1 AND slot = ?2 ORDER BY place",
    )?;
    let rows = statement.query_map((skill, &slot.id), |row| row.get(0))?;
    Ok(SlotView {
        id: slot.id.clone(),
        name: slot.name.clone(),
        ask: slot.ask.clone(),
        ideas: slot.ideas.clone(),
        items: rows.collect::<rusqlite::Result<_>>()?,
    })
}
