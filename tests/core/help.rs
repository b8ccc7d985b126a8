use evenkeel_core::error::ErrorCode;
use evenkeel_core::help::{self, HelpRequest, TeamLine, TeamLineUpdateRequest};
use evenkeel_core::settings::{self, SettingsView};
use evenkeel_core::vault::OpenVault;

use crate::fixture::{assert_code, files_of, made};

const NO_REGION: HelpRequest = HelpRequest { region: None };

fn team_line() -> TeamLine {
    TeamLine {
        name: "Harbour team".into(),
        number: "555 0100".into(),
        hours: "Evenings".into(),
    }
}

#[test]
fn no_region_is_ever_picked_for_a_person() {
    let made = made();
    let view = help::view(&made.dir(), None, &NO_REGION).unwrap();
    assert!(view.region.is_none() && view.lines.is_empty() && view.emergency.is_none());
    assert!(view.regions.len() >= 6);
    assert_eq!(view.skills.len(), 3);
}

#[test]
fn the_chosen_region_is_shown_and_another_can_be_looked_at() {
    let made = made();
    settings::store(
        &made.dir(),
        &SettingsView {
            region: Some("us".into()),
            ..SettingsView::default()
        },
    )
    .unwrap();
    let view = help::view(&made.dir(), None, &NO_REGION).unwrap();
    assert_eq!(
        (view.region.as_deref(), view.emergency.as_deref()),
        (Some("us"), Some("911"))
    );
    let other = help::view(
        &made.dir(),
        None,
        &HelpRequest {
            region: Some("gb".into()),
        },
    )
    .unwrap();
    assert_eq!(other.emergency.as_deref(), Some("999"));
    let unknown = help::view(
        &made.dir(),
        None,
        &HelpRequest {
            region: Some("nowhere".into()),
        },
    )
    .unwrap();
    assert!(unknown.region.is_none() && unknown.lines.is_empty());
}

#[test]
fn the_team_line_stays_inside_the_lock_unless_the_person_says_otherwise() {
    let made = made();
    let mut open = made.unlock().unwrap();
    let update = |open: &mut OpenVault, line: Option<TeamLine>, show_while_locked| {
        let request = TeamLineUpdateRequest {
            team_line: line,
            show_while_locked,
        };
        help::update_team_line(&made.dir(), open.database_mut(), &request)
    };
    let locked = || help::view(&made.dir(), None, &NO_REGION).unwrap().team_line;
    let in_plain_text = || {
        files_of(&made.dir())
            .values()
            .any(|bytes| bytes.windows(12).any(|window| window == b"Harbour team"))
    };

    update(&mut open, Some(team_line()), false).unwrap();
    let view = help::view(&made.dir(), Some(open.database()), &NO_REGION).unwrap();
    assert!(view.team_line == Some(team_line()) && !view.team_line_while_locked);
    assert!(locked().is_none() && !in_plain_text());

    update(&mut open, Some(team_line()), true).unwrap();
    assert!(locked() == Some(team_line()) && in_plain_text());

    update(&mut open, Some(team_line()), false).unwrap();
    assert!(locked().is_none() && !in_plain_text());
    update(&mut open, None, true).unwrap();
    assert!(
        help::view(&made.dir(), Some(open.database()), &NO_REGION)
            .unwrap()
            .team_line
            .is_none()
    );
    let empty = TeamLine {
        name: " ".into(),
        number: String::new(),
        hours: "x".into(),
    };
    assert_code(update(&mut open, Some(empty), false), ErrorCode::Invalid);
}
