//! The rows of the card, as the participant wants them.
//!
//! A row that has values keeps its meaning for ever: changing it hides it and makes a new one that
//! follows it. Old cards show the row they were filled in with.

use std::collections::HashSet;

use rusqlite::{Connection, OptionalExtension, Row, Transaction, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::content::{CardRow, CardRows, ItemKind, Section, Switch};
use crate::error::{Error, ErrorCode, Result};
use crate::sql_name::Name;
use crate::vault::Database;

pub type ItemId = i64;

#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "card.d.ts")]
pub struct CardItemView {
    #[ts(type = "number")]
    pub id: ItemId,
    /// In the start file; `null` for the participant's own.
    pub key: Option<String>,
    pub section: Section,
    pub kind: ItemKind,
    pub name: String,
    pub unit: Option<String>,
    /// The ends of a scale.
    pub low: String,
    pub high: String,
    /// Of an action: whether it leads where the person wants to go.
    pub effective: Option<bool>,
    pub hidden: bool,
    /// Has values: a change makes a new row.
    pub used: bool,
    pub switch: Option<Switch>,
}

#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "card.d.ts")]
pub struct CardSetView {
    /// In order, hidden ones too; without those that another one follows.
    pub items: Vec<CardItemView>,
    /// Of the start file, not in the set.
    pub offered: Vec<OfferedItem>,
    pub switches: Vec<SwitchView>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "card.d.ts")]
pub struct OfferedItem {
    pub key: String,
    pub section: Section,
    pub kind: ItemKind,
    pub name: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "card.d.ts")]
pub struct SwitchView {
    pub switch: Switch,
    pub on: bool,
}

/// A row of one's own, or a change of a row. Section and kind of a row that is there stay.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "card.d.ts")]
pub struct CardItemSaveRequest {
    #[ts(type = "number | null")]
    pub id: Option<ItemId>,
    pub section: Section,
    pub kind: ItemKind,
    pub name: String,
    pub unit: Option<String>,
    pub effective: Option<bool>,
}

const NO_SUCH_ITEM: Error = Error::new(ErrorCode::NotFound, "no such row");

/// The set as it is; a new card's first look at it makes the start set.
pub fn set(database: &mut Database) -> Result<CardSetView> {
    ensure_start_set(database)?;
    view(database)
}

/// Makes the start set where there is none yet.
pub(super) fn ensure_start_set(database: &mut Database) -> Result<()> {
    let is_empty: bool = database
        .connection()
        .prepare_cached("SELECT NOT EXISTS (SELECT 1 FROM card_item)")?
        .query_row([], |row| row.get(0))?;
    if !is_empty {
        return Ok(());
    }
    let rows = CardRows::bundled()?;
    database.write(|transaction| {
        for row in rows.items.iter().filter(|row| row.start) {
            insert_row(transaction, row)?;
        }
        Ok(())
    })
}

fn view(database: &Database) -> Result<CardSetView> {
    let items = items(
        database.connection(),
        "id NOT IN (SELECT follows FROM card_item WHERE follows IS NOT NULL)",
        [],
    )?;
    let rows = CardRows::bundled()?.items;
    let in_set = |key: &str| items.iter().any(|item| item.key.as_deref() == Some(key));
    let offered = rows.into_iter().filter(|row| !in_set(&row.key));
    Ok(CardSetView {
        offered: offered
            .map(|row| OfferedItem {
                key: row.key,
                section: row.section,
                kind: row.kind,
                name: row.name,
            })
            .collect(),
        items,
        switches: [Switch::Eating, Switch::Exercise]
            .into_iter()
            .map(|switch| {
                let on = is_on(database.connection(), switch)?;
                Ok(SwitchView { switch, on })
            })
            .collect::<Result<_>>()?,
    })
}

fn is_on(connection: &Connection, switch: Switch) -> Result<bool> {
    let stored = connection
        .prepare_cached("SELECT is_on FROM card_switch WHERE switch = ?1")?
        .query_row([Name(switch)], |row| row.get(0))
        .optional()?;
    Ok(stored.unwrap_or(true))
}

/// The rows that are hidden, by themselves or by a switch.
pub(crate) fn hidden(connection: &Connection) -> Result<HashSet<ItemId>> {
    let mut statement = connection.prepare_cached(
        "SELECT id FROM card_item
         WHERE hidden = 1 OR switch IN (SELECT switch FROM card_switch WHERE is_on = 0)",
    )?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The rows that a condition lets through, in their order.
pub(super) fn items(
    connection: &Connection,
    condition: &str,
    parameters: impl rusqlite::Params,
) -> Result<Vec<CardItemView>> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT id, key, section, kind, name, unit, low, high, effective, hidden, switch,
                EXISTS (SELECT 1 FROM card_value WHERE item_id = card_item.id) AS used
         FROM card_item WHERE {condition} ORDER BY place, id"
    ))?;
    let rows = statement.query_map(parameters, item)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn item(row: &Row<'_>) -> rusqlite::Result<CardItemView> {
    Ok(CardItemView {
        id: row.get("id")?,
        key: row.get("key")?,
        section: row.get::<_, Name<Section>>("section")?.0,
        kind: row.get::<_, Name<ItemKind>>("kind")?.0,
        name: row.get("name")?,
        unit: row.get("unit")?,
        low: row.get("low")?,
        high: row.get("high")?,
        effective: row.get("effective")?,
        hidden: row.get("hidden")?,
        used: row.get("used")?,
        switch: row
            .get::<_, Option<Name<Switch>>>("switch")?
            .map(|name| name.0),
    })
}

pub(super) fn find(connection: &Connection, id: ItemId) -> Result<CardItemView> {
    items(connection, "id = ?1", [id])?
        .pop()
        .ok_or(NO_SUCH_ITEM)
}

/// A row that no other one follows: the rows before it belong to old cards.
fn newest(connection: &Connection, id: ItemId) -> Result<CardItemView> {
    let condition =
        "id = ?1 AND id NOT IN (SELECT follows FROM card_item WHERE follows IS NOT NULL)";
    items(connection, condition, [id])?
        .pop()
        .ok_or(NO_SUCH_ITEM)
}

fn insert_row(transaction: &Transaction<'_>, row: &CardRow) -> Result<()> {
    transaction
        .prepare_cached(
            "INSERT INTO card_item (key, section, kind, name, unit, low, high, effective, switch,
                                    offers_help_from, place)
             SELECT :key, :section, :kind, :name, :unit, :low, :high, :effective, :switch, :help,
                    ifnull(max(place), 0) + 1 FROM card_item",
        )?
        .execute(named_params! {
            ":key": row.key,
            ":section": Name(row.section),
            ":kind": Name(row.kind),
            ":name": row.name,
            ":unit": row.unit,
            ":low": row.low,
            ":high": row.high,
            ":effective": row.effective,
            ":switch": row.switch.map(Name),
            ":help": row.offers_help_from,
        })?;
    Ok(())
}

/// Adds a row of the start file; one that is there already is shown again.
pub fn add(database: &mut Database, key: &str) -> Result<CardSetView> {
    let rows = CardRows::bundled()?.items;
    let row = rows.iter().find(|row| row.key == key).ok_or(NO_SUCH_ITEM)?;
    ensure_start_set(database)?;
    database.write(|transaction| {
        let shown = transaction.execute("UPDATE card_item SET hidden = 0 WHERE key = ?1", [key])?;
        if shown == 0 {
            insert_row(transaction, row)
        } else {
            Ok(())
        }
    })?;
    view(database)
}

/// Makes a row, or changes one. A row that has values stays as it is, hidden, and a new one with
/// its place and its look-out for Help now follows it.
pub fn save_item(database: &mut Database, request: &CardItemSaveRequest) -> Result<CardSetView> {
    let name = request.name.trim();
    if name.is_empty() {
        return Err(Error::invalid("a row without a name"));
    }
    let unit = request
        .unit
        .as_deref()
        .map(str::trim)
        .filter(|unit| !unit.is_empty());
    ensure_start_set(database)?;
    match request.id {
        None => database.write(|transaction| {
            transaction.execute(
                "INSERT INTO card_item (section, kind, name, unit, low, high, effective, place)
                 SELECT ?1, ?2, ?3, ?4, '', '', ?5, ifnull(max(place), 0) + 1 FROM card_item",
                (
                    Name(request.section),
                    Name(request.kind),
                    name,
                    unit,
                    request.effective,
                ),
            )?;
            Ok(())
        })?,
        Some(id) => {
            let before = newest(database.connection(), id)?;
            let is_same = before.name == name
                && before.unit.as_deref() == unit
                && before.effective == request.effective;
            if !is_same {
                database.write(|transaction| {
                    let id = if before.used {
                        follow(transaction, id)?
                    } else {
                        id
                    };
                    transaction.execute(
                        "UPDATE card_item SET name = ?2, unit = ?3, effective = ?4 WHERE id = ?1",
                        (id, name, unit, request.effective),
                    )?;
                    Ok(())
                })?;
            }
        }
    }
    view(database)
}

/// Copies a row and hides it; answers the copy. The key stays with the newest.
fn follow(transaction: &Transaction<'_>, id: ItemId) -> Result<ItemId> {
    let key: Option<String> =
        transaction.query_row("SELECT key FROM card_item WHERE id = ?1", [id], |row| {
            row.get(0)
        })?;
    transaction.execute(
        "UPDATE card_item SET key = NULL, hidden = 1 WHERE id = ?1",
        [id],
    )?;
    transaction.execute(
        "INSERT INTO card_item (key, follows, section, kind, name, unit, low, high, effective,
                                switch, offers_help_from, place)
         SELECT ?2, id, section, kind, name, unit, low, high, effective, switch, offers_help_from,
                place
         FROM card_item WHERE id = ?1",
        (id, key),
    )?;
    Ok(transaction.last_insert_rowid())
}

pub fn hide(database: &mut Database, id: ItemId, hidden: bool) -> Result<CardSetView> {
    newest(database.connection(), id)?;
    database.write(|transaction| {
        transaction.execute(
            "UPDATE card_item SET hidden = ?2 WHERE id = ?1",
            (id, hidden),
        )?;
        Ok(())
    })?;
    view(database)
}

/// Moves a row up (-1) or down (1) among the rows of its section.
pub fn turn(database: &mut Database, id: ItemId, by: i8) -> Result<CardSetView> {
    let moved = newest(database.connection(), id)?;
    let mut section = view(database)?.items;
    section.retain(|item| item.section == moved.section);
    let at = section
        .iter()
        .position(|item| item.id == id)
        .ok_or(NO_SUCH_ITEM)?;
    let other = at
        .checked_add_signed(by.signum().into())
        .and_then(|to| section.get(to));
    if let Some(other) = other {
        database.write(|transaction| {
            let place = |id: ItemId| -> Result<i64> {
                let sql = "SELECT place FROM card_item WHERE id = ?1";
                Ok(transaction.query_row(sql, [id], |row| row.get(0))?)
            };
            let (one, two) = (place(id)?, place(other.id)?);
            let put = "UPDATE card_item SET place = ?2 WHERE id = ?1";
            transaction.execute(put, (id, two))?;
            transaction.execute(put, (other.id, one))?;
            Ok(())
        })?;
    }
    view(database)
}

/// Turns on or off every row that has this switch.
pub fn switch(database: &mut Database, switch: Switch, on: bool) -> Result<CardSetView> {
    database.write(|transaction| {
        transaction.execute(
            "INSERT INTO card_switch (switch, is_on) VALUES (?1, ?2)
             ON CONFLICT (switch) DO UPDATE SET is_on = excluded.is_on",
            (Name(switch), on),
        )?;
        Ok(())
    })?;
    view(database)
}
