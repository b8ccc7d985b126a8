//! The diary card: its rows, a day, a week, and what no change may do to an old card.

mod answers;
mod days;
mod help_offers;
mod medicines;
mod old_cards;
mod set;
mod skills;
mod week;

use evenkeel_core::card::{
    self, CardItemSaveRequest, CardItemView, CardSaveRequest, CardSavedView, CardSetView,
    CardValue, CardView, ItemId,
};
use evenkeel_core::content::{ItemKind, Section};
use evenkeel_core::error::Error;

use crate::practising::{Room, skill_file};

/// The local date of [`crate::fixture::now`], a Sunday.
pub const TODAY: &str = "2026-11-22";

/// With two skills and the start set.
pub fn room() -> Room {
    let step = "[[step]]\nid = \"one\"\ntitle = \"One\"";
    let mut room = Room::with(&[
        ("float", skill_file("Float", step)),
        ("anchor", skill_file("Anchor", step)),
    ]);
    room.set();
    room
}

/// A day with nothing on it.
pub fn day(date: &str) -> CardSaveRequest {
    CardSaveRequest {
        date: date.to_owned(),
        values: Vec::new(),
        skills: Vec::new(),
        skills_code: None,
        why_no_skills: String::new(),
        note: String::new(),
        session_day: false,
    }
}

pub const fn number(item: ItemId, number: f64) -> CardValue {
    CardValue {
        item,
        number: Some(number),
        text: None,
    }
}

pub fn text(item: ItemId, text: &str) -> CardValue {
    CardValue {
        item,
        number: None,
        text: Some(text.to_owned()),
    }
}

/// A row of one's own.
pub fn own(section: Section, kind: ItemKind, name: &str) -> CardItemSaveRequest {
    CardItemSaveRequest {
        id: None,
        section,
        kind,
        name: name.to_owned(),
        unit: None,
        effective: None,
    }
}

/// The same row under another name.
pub fn renamed(item: &CardItemView, name: &str) -> CardItemSaveRequest {
    CardItemSaveRequest {
        id: Some(item.id),
        section: item.section,
        kind: item.kind,
        name: name.to_owned(),
        unit: item.unit.clone(),
        effective: item.effective,
    }
}

pub fn names(items: &[CardItemView]) -> Vec<&str> {
    items.iter().map(|item| item.name.as_str()).collect()
}

impl Room {
    pub fn set(&mut self) -> CardSetView {
        card::set(self.open.database_mut()).unwrap()
    }

    /// A row of the set.
    #[track_caller]
    pub fn row(&mut self, name: &str) -> CardItemView {
        let mut items = self.set().items.into_iter();
        items.find(|item| item.name == name).unwrap()
    }

    /// The row of the start file with this key, put into the set where it is not.
    #[track_caller]
    pub fn keyed(&mut self, key: &str) -> CardItemView {
        let set = card::add(self.open.database_mut(), key).unwrap();
        let mut items = set.items.into_iter();
        items.find(|item| item.key.as_deref() == Some(key)).unwrap()
    }

    #[track_caller]
    pub fn save_row(&mut self, request: &CardItemSaveRequest) -> CardSetView {
        card::save_item(self.open.database_mut(), request).unwrap()
    }

    #[track_caller]
    pub fn card(&mut self, date: &str) -> CardView {
        card::open(self.open.database_mut(), &self.library, date).unwrap()
    }

    #[track_caller]
    pub fn fill(&mut self, request: &CardSaveRequest) -> CardSavedView {
        self.try_fill(request).unwrap()
    }

    pub fn try_fill(&mut self, request: &CardSaveRequest) -> Result<CardSavedView, Error> {
        card::save(self.open.database_mut(), &self.library, request, &self.now)
    }

    /// Fills in a day with one number each for rows of the set.
    #[track_caller]
    pub fn fill_in(&mut self, date: &str, numbers: &[(&str, f64)]) -> CardSavedView {
        let values = numbers
            .iter()
            .map(|(name, value)| number(self.row(name).id, *value));
        let values = values.collect();
        self.fill(&CardSaveRequest {
            values,
            ..day(date)
        })
    }
}
