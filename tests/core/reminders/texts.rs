//! What a reminder says.

use evenkeel_core::reminders::{About, Reminder, text};

use super::{clock, clock_in, reminder};

fn session() -> Reminder {
    reminder(About::Session, "2026-11-23 17:30", 30)
}

#[test]
fn a_session_is_something_at_a_time() {
    // Until the start, the day where it is not today, and what is said.
    let cases = [
        ("2026-11-23 17:00", "Something at 5:30 pm"),
        ("2026-11-23 00:00", "Something at 5:30 pm"),
        ("2026-11-22 23:59", "Something tomorrow at 5:30 pm"),
        ("2026-11-21 17:30", "Something on Monday at 5:30 pm"),
        ("2026-11-17 17:30", "Something on Monday at 5:30 pm"),
        (
            "2026-11-16 17:30",
            "Something on Monday, November 23, at 5:30 pm",
        ),
    ];
    for (now, expected) in cases {
        assert_eq!(text(&session(), &clock(now)), expected, "{now}");
    }
}

#[test]
fn the_hours_are_said_as_clocks_show_them() {
    let cases = [
        ("2026-11-23 00:05", "Something at 12:05 am"),
        ("2026-11-23 09:00", "Something at 9:00 am"),
        ("2026-11-23 12:00", "Something at 12:00 pm"),
    ];
    for (start, expected) in cases {
        let one = reminder(About::Session, start, 0);
        assert_eq!(text(&one, &clock(start)), expected);
    }
}

#[test]
fn a_traveller_hears_both_clocks() {
    let away = clock_in(chrono_tz::Europe::Berlin, "2026-11-23 23:00");
    let said = text(&session(), &away);
    assert_eq!(said, "Something at 11:30 pm here, 5:30 pm there");
    let away = clock_in(chrono_tz::Asia::Kathmandu, "2026-11-23 23:00");
    let said = text(&session(), &away);
    assert_eq!(said, "Something tomorrow at 4:15 am here, 5:30 pm there");
    let same_clock = clock_in(chrono_tz::America::Toronto, "2026-11-23 17:00");
    let said = text(&session(), &same_clock);
    assert_eq!(said, "Something at 5:30 pm");
}

#[test]
fn the_daily_ones_say_nothing_of_what_they_are_about() {
    let now = clock("2026-11-23 20:00");
    let said = |about| text(&reminder(about, "2026-11-23 20:00", 0), &now);
    assert_eq!(said(About::CheckIn), "A moment for yourself");
    assert_eq!(said(About::Card), "A minute for your day");
}
