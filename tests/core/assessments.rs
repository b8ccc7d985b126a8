//! Self-assessments: the published scores, filling in, and what is kept of them.

mod bands;
mod filling;
mod finished;
mod help_offers;
mod instruments;
mod trash;

use evenkeel_core::assessments::{
    self, AssessmentAnswerRequest, AssessmentChooseRequest, AssessmentId, AssessmentView, GATE,
};
use evenkeel_core::content::Instrument;
use evenkeel_core::error::Error;

use crate::practising::Room;

pub const ALL: [&str; 6] = ["phq-9", "phq-2", "gad-7", "who-5", "pc-ptsd-5", "audit-c"];

pub fn room() -> Room {
    Room::with(&[])
}

#[track_caller]
pub fn instrument(id: &str) -> Instrument {
    Instrument::find(id).unwrap().unwrap()
}

/// Switches an instrument on or off.
pub fn choose(room: &mut Room, id: &str, on: bool) -> Result<(), Error> {
    let request = AssessmentChooseRequest {
        instrument: id.to_owned(),
        on,
    };
    assessments::choose(room.open.database_mut(), &request)
}

pub fn start(room: &mut Room, instrument: &str) -> AssessmentView {
    assessments::start(room.open.database_mut(), instrument, &room.now).unwrap()
}

pub fn begun(room: &mut Room, instrument: &str) -> AssessmentId {
    start(room, instrument).id
}

pub fn look(room: &Room, id: AssessmentId) -> AssessmentView {
    assessments::open(room.open.database(), id).unwrap()
}

/// Gives an answer; whether Help now is to be offered.
#[track_caller]
pub fn give(room: &mut Room, id: AssessmentId, item: &str, value: u8) -> bool {
    try_give(room, id, item, Some(value)).unwrap()
}

pub fn try_give(
    room: &mut Room,
    id: AssessmentId,
    item: &str,
    value: Option<u8>,
) -> Result<bool, Error> {
    let request = AssessmentAnswerRequest {
        id,
        item: item.to_owned(),
        value,
    };
    let answered = assessments::answer(room.open.database_mut(), &request, &room.now)?;
    Ok(answered.offer_help)
}

/// Gives one value to every counted item, and yes at a gate.
pub fn fill(room: &mut Room, id: AssessmentId, value: u8) {
    let view = look(room, id);
    if view.gate.is_some() {
        give(room, id, GATE, 1);
    }
    for item in view.items.iter().filter(|item| item.counts) {
        give(room, id, &item.id, value);
    }
}

pub fn try_finish(room: &mut Room, id: AssessmentId) -> Result<AssessmentView, Error> {
    assessments::finish(room.open.database_mut(), id, &room.now)
}

#[track_caller]
pub fn finish(room: &mut Room, id: AssessmentId, value: u8) -> AssessmentView {
    fill(room, id, value);
    try_finish(room, id).unwrap()
}
