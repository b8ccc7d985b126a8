//! Forms that are half filled in, kept until they are saved, let go, or thirty days old.

use chrono::TimeDelta;
use evenkeel_core::error::{Error, ErrorCode};
use evenkeel_core::form_draft::{self, FormDraftSaveRequest};
use evenkeel_core::time::Now;
use evenkeel_core::vault::OpenVault;

use crate::fixture::{assert_code, made, now};
use crate::practising::Room;

const CHANGE: &str = "event:12@2026-11-02T17:30:00";
const HALF_FILLED: &str = r#"{"summary":"The heron’s choir","start":"17:3"}"#;

/// A half-filled form, as the frozen vaults have it.
pub fn keep(room: &mut Room) {
    save(&mut room.open, CHANGE, Some(HALF_FILLED), &room.now).unwrap();
}

#[track_caller]
pub fn assert_kept(room: &Room) {
    assert_eq!(body(&room.open, CHANGE).as_deref(), Some(HALF_FILLED));
}

fn save(open: &mut OpenVault, form: &str, body: Option<&str>, now: &Now) -> Result<(), Error> {
    let request = FormDraftSaveRequest {
        form: form.to_owned(),
        body: body.map(str::to_owned),
    };
    form_draft::save(open.database_mut(), &request, now)
}

#[track_caller]
fn body(open: &OpenVault, form: &str) -> Option<String> {
    form_draft::open(open.database(), form).unwrap().body
}

#[test]
fn each_form_is_kept_as_it_was_typed_also_after_a_lock() {
    let made = made();
    let mut open = made.unlock().unwrap();
    assert_eq!(body(&open, "event"), None);
    save(&mut open, "event", Some("{}"), &now()).unwrap();
    save(&mut open, "event", Some(HALF_FILLED), &now()).unwrap();
    save(&mut open, CHANGE, Some("not even JSON"), &now()).unwrap();
    open.close().unwrap();
    let open = made.unlock().unwrap();
    assert_eq!(body(&open, "event").as_deref(), Some(HALF_FILLED));
    assert_eq!(body(&open, CHANGE).as_deref(), Some("not even JSON"));
    assert_eq!(body(&open, "event:12@2026-11-03T17:30:00"), None);
}

#[test]
fn what_is_forgotten_is_gone_and_the_other_form_stays() {
    let made = made();
    let mut open = made.unlock().unwrap();
    for form in ["event", CHANGE] {
        save(&mut open, form, Some(HALF_FILLED), &now()).unwrap();
    }
    for _ in 0..2 {
        save(&mut open, "event", None, &now()).unwrap();
        assert_eq!(body(&open, "event"), None);
    }
    assert_eq!(body(&open, CHANGE).as_deref(), Some(HALF_FILLED));
}

#[test]
fn a_body_has_256_kib_at_most_and_one_that_is_refused_changes_nothing() {
    let made = made();
    let mut open = made.unlock().unwrap();
    let longest = "é".repeat(128 * 1_024);
    save(&mut open, "event", Some(&longest), &now()).unwrap();
    let refused = save(&mut open, "event", Some(&format!("{longest}e")), &now());
    assert_code(refused, ErrorCode::Invalid);
    assert_eq!(body(&open, "event"), Some(longest));
}

#[test]
fn a_form_has_a_short_and_plain_name() {
    let made = made();
    let mut open = made.unlock().unwrap();
    let longest = "a".repeat(100);
    for right in [&longest, CHANGE, "set_up", "a.b-c"] {
        save(&mut open, right, Some("{}"), &now()).unwrap();
        assert_eq!(body(&open, right).as_deref(), Some("{}"));
    }
    let too_long = "a".repeat(101);
    for wrong in ["", &too_long, "a form", "é", "a\n", "'"] {
        for body in [Some("{}"), None] {
            assert_code(save(&mut open, wrong, body, &now()), ErrorCode::Invalid);
        }
        assert_code(form_draft::open(open.database(), wrong), ErrorCode::Invalid);
    }
}

#[test]
fn what_nobody_went_on_with_goes_after_thirty_days() {
    let made = made();
    let mut open = made.unlock().unwrap();
    let after = |minutes| Now {
        instant: now().instant + TimeDelta::days(30) + TimeDelta::minutes(minutes),
        ..now()
    };
    for form in ["event", CHANGE] {
        save(&mut open, form, Some("{}"), &now()).unwrap();
    }
    save(&mut open, "event", Some(HALF_FILLED), &after(-1)).unwrap();
    open.tidy(&after(-1)).unwrap();
    assert_eq!(body(&open, CHANGE).as_deref(), Some("{}"));
    open.tidy(&after(1)).unwrap();
    assert_eq!(body(&open, CHANGE), None);
    assert_eq!(body(&open, "event").as_deref(), Some(HALF_FILLED));
}
