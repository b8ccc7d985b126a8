//! Which zone a TZID is.

use super::{calendar, events};
use crate::schedule::room;

/// The zone of an event with this TZID, and whether it was guessed.
fn zone_of(name: &str, definition: &str) -> (String, bool) {
    let definition = match definition {
        "" => String::new(),
        parts => format!("BEGIN:VTIMEZONE\nTZID:{name}\n{parts}\nEND:VTIMEZONE\n"),
    };
    let event = events(&[("one", &format!("DTSTART;TZID=\"{name}\":20261201T173000"))]);
    let file = calendar(&format!("{definition}{event}"));
    let mut room = room();
    let guessed = room.preview_of(&file).zone_guessed;
    room.take_in(&file);
    (room.event(1, None).details.zone.unwrap(), guessed)
}

fn part(name: &str, start: &str, offsets: (&str, &str), rule: &str) -> String {
    let rule = if rule.is_empty() {
        String::new()
    } else {
        format!("RRULE:{rule}\n")
    };
    format!(
        "BEGIN:{name}\nDTSTART:{start}\n{rule}TZOFFSETFROM:{}\nTZOFFSETTO:{}\nEND:{name}",
        offsets.0, offsets.1
    )
}

#[test]
fn names_of_iana_windows_and_with_prefixes_are_known() {
    for (name, zone) in [
        ("America/New_York", "America/New_York"),
        ("Asia/Kathmandu", "Asia/Kathmandu"),
        ("Eastern Standard Time", "America/New_York"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("Nepal Standard Time", "Asia/Katmandu"),
        ("Lord Howe Standard Time", "Australia/Lord_Howe"),
        ("E. South America Standard Time", "America/Sao_Paulo"),
        ("Samoa Standard Time", "Pacific/Apia"),
        ("(UTC-05:00) Eastern Time (US & Canada)", "America/New_York"),
        (
            "/freeassociation.sourceforge.net/Europe/Berlin",
            "Europe/Berlin",
        ),
        ("UTC", "UTC"),
    ] {
        assert_eq!(zone_of(name, ""), (zone.to_owned(), false), "{name}");
    }
}

#[test]
fn a_definition_is_known_by_what_it_says_beside_its_name() {
    let standard = part("STANDARD", "19700101T000000", ("+0000", "+0000"), "");
    assert_eq!(
        zone_of(
            "Mine",
            &format!("X-LIC-LOCATION:Asia/Kathmandu\n{standard}")
        ),
        ("Asia/Kathmandu".to_owned(), false)
    );
    assert_eq!(
        zone_of("Mine", &format!("X-MICROSOFT-CDO-TZID:4\n{standard}")),
        ("Europe/Berlin".to_owned(), false)
    );
}

#[test]
fn an_unknown_name_is_found_by_its_clock_changes() {
    let eastern = format!(
        "{}\n{}",
        part(
            "DAYLIGHT",
            "20070311T020000",
            ("-0500", "-0400"),
            "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU"
        ),
        part(
            "STANDARD",
            "20071104T020000",
            ("-0400", "-0500"),
            "FREQ=YEARLY;BYMONTH=11;BYDAY=1SU"
        ),
    );
    // Home is New York, and it fits.
    assert_eq!(
        zone_of("Clinic", &eastern),
        ("America/New_York".to_owned(), false)
    );
    // A name that is also the one of a zone without summer time.
    assert_eq!(
        zone_of("EST", &eastern),
        ("America/New_York".to_owned(), false)
    );
    let kathmandu = part("STANDARD", "19860101T000000", ("+0530", "+0545"), "");
    assert_eq!(
        zone_of("Valley", &kathmandu),
        ("Asia/Kathmandu".to_owned(), false)
    );
    let lord_howe = format!(
        "{}\n{}",
        part(
            "DAYLIGHT",
            "20081005T020000",
            ("+1030", "+1100"),
            "FREQ=YEARLY;BYMONTH=10;BYDAY=1SU"
        ),
        part(
            "STANDARD",
            "20080406T020000",
            ("+1100", "+1030"),
            "FREQ=YEARLY;BYMONTH=4;BYDAY=1SU"
        ),
    );
    let (zone, guessed) = zone_of("Island", &lord_howe);
    assert!(
        ["Australia/LHI", "Australia/Lord_Howe"].contains(&&*zone) && !guessed,
        "{zone}"
    );
}

#[test]
fn a_zone_that_nobody_knows_is_guessed_and_that_is_told() {
    let home = ("America/New_York".to_owned(), true);
    assert_eq!(zone_of("Nowhere", ""), home);
    let odd = part("STANDARD", "19700101T000000", ("+0123", "+0123"), "");
    assert_eq!(zone_of("Nowhere", &odd), home);
    let hourly = part(
        "STANDARD",
        "19700101T000000",
        ("-0500", "-0500"),
        "FREQ=DAILY",
    );
    assert_eq!(zone_of("Nowhere", &hourly), home);
    assert_eq!(zone_of("Nowhere", "COMMENT:empty"), home);
}
