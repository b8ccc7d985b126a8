use evenkeel_core::error::ErrorCode;
use evenkeel_core::settings::{self, Appearance, SettingsView};

use crate::fixture::assert_code;

#[test]
fn settings_read_back_and_default_when_there_are_none() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(settings::load(folder.path()), SettingsView::default());
    let chosen = SettingsView {
        appearance: Appearance::Dark,
        text_size: 175,
        region: Some("nz".into()),
        sound: true,
        ..SettingsView::default()
    };
    settings::store(folder.path(), &chosen).unwrap();
    assert_eq!(settings::load(folder.path()), chosen);
}

#[test]
fn exercises_are_silent_until_sound_is_chosen() {
    assert!(!SettingsView::default().sound);
    let folder = tempfile::tempdir().unwrap();
    let from_before_sound = r#"{"appearance":"dark","contrast":"system","motion":"system",
        "text_size":125,"auto_lock_minutes":5,"region":null}"#;
    std::fs::write(folder.path().join("settings.json"), from_before_sound).unwrap();
    let settings = settings::load(folder.path());
    assert_eq!(
        (settings.text_size, settings.sound),
        (125, false),
        "what was chosen before there was sound still holds"
    );
}

#[test]
fn values_out_of_range_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    for wrong in [
        SettingsView {
            text_size: 99,
            ..SettingsView::default()
        },
        SettingsView {
            text_size: 201,
            ..SettingsView::default()
        },
        SettingsView {
            auto_lock_minutes: 0,
            ..SettingsView::default()
        },
        SettingsView {
            auto_lock_minutes: 61,
            ..SettingsView::default()
        },
    ] {
        assert_code(settings::store(folder.path(), &wrong), ErrorCode::Invalid);
    }
}

#[test]
fn a_file_that_is_not_understood_is_left_alone_and_the_defaults_hold() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.json");
    for content in [
        "",
        "{",
        "{\"appearance\":\"dark\"}",
        "{\"text_size\":5000}",
        "\u{0}\u{1}",
    ] {
        std::fs::write(&path, content).unwrap();
        assert_eq!(settings::load(folder.path()), SettingsView::default());
        assert_eq!(std::fs::read_to_string(&path).unwrap(), content);
    }
}
