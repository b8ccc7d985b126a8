use evenkeel_core::error::ErrorCode;
use evenkeel_core::journal::{self, JournalFilter, JournalPageRequest, JournalSaveRequest, Kind};
use evenkeel_core::vault::OpenVault;

use crate::fixture::{assert_code, dated, entry, made, save};

fn page_of(open: &OpenVault, filter: JournalFilter) -> (Vec<String>, i64) {
    let page = journal::page(
        open.database(),
        &JournalPageRequest {
            filter,
            before: None,
            limit: 50,
        },
    )
    .unwrap();
    (
        page.entries.into_iter().map(|entry| entry.title).collect(),
        page.total,
    )
}

#[test]
fn pages_follow_each_other_without_a_gap_or_a_repeat() {
    let made = made();
    let mut open = made.unlock().unwrap();
    for day in 1..=25 {
        save(
            &mut open,
            &dated(&day.to_string(), &format!("2026-03-{day:02}"), "08:00"),
        );
    }
    let (mut seen, mut before) = (Vec::new(), None);
    loop {
        let request = JournalPageRequest {
            filter: JournalFilter::default(),
            before,
            limit: 7,
        };
        let page = journal::page(open.database(), &request).unwrap();
        assert_eq!(page.total, 25);
        seen.extend(page.entries.into_iter().map(|entry| entry.title));
        before = page.next;
        if before.is_none() {
            break;
        }
    }
    assert_eq!(
        seen,
        (1..=25)
            .rev()
            .map(|day| day.to_string())
            .collect::<Vec<_>>()
    );
}

#[test]
fn filters_narrow_by_kind_tags_and_local_dates_alone_and_together() {
    let made = made();
    let mut open = made.unlock().unwrap();
    let tagged = |title: &str, date: &str, kind, tags: &[&str]| JournalSaveRequest {
        kind,
        tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
        ..dated(title, date, "23:30")
    };
    save(
        &mut open,
        &tagged("a", "2026-06-01", Kind::Journal, &["sleep"]),
    );
    save(
        &mut open,
        &tagged("b", "2026-06-02", Kind::Homework, &["sleep", "group"]),
    );
    save(
        &mut open,
        &tagged("c", "2026-06-03", Kind::Homework, &["group"]),
    );
    let filter = JournalFilter::default;
    assert_eq!(
        page_of(&open, filter()),
        (vec!["c".into(), "b".into(), "a".into()], 3)
    );
    let kinds = JournalFilter {
        kinds: vec![Kind::Homework, Kind::Gratitude],
        ..filter()
    };
    assert_eq!(page_of(&open, kinds).0, ["c", "b"]);
    let tags = JournalFilter {
        tags: vec!["Sleep".into(), "group".into()],
        ..filter()
    };
    assert_eq!(page_of(&open, tags), (vec!["b".into()], 1));
    let dates = JournalFilter {
        from: Some("2026-06-02".into()),
        to: Some("2026-06-02".into()),
        ..filter()
    };
    assert_eq!(
        page_of(&open, dates).0,
        ["b"],
        "by the local date, though it is the 3rd in UTC"
    );
    let until = JournalFilter {
        to: Some("2026-06-02".into()),
        kinds: vec![Kind::Journal],
        ..filter()
    };
    assert_eq!(page_of(&open, until).0, ["a"]);
    let wrong = JournalFilter {
        from: Some("June".into()),
        ..filter()
    };
    let request = JournalPageRequest {
        filter: wrong,
        before: None,
        limit: 5,
    };
    assert_code(journal::page(open.database(), &request), ErrorCode::Invalid);
}

#[test]
fn a_line_of_the_list_shows_the_first_words_on_one_line() {
    let made = made();
    let mut open = made.unlock().unwrap();
    save(
        &mut open,
        &entry("", &format!("  First\n\nline {}", "é".repeat(400))),
    );
    let request = JournalPageRequest {
        filter: JournalFilter::default(),
        before: None,
        limit: 1,
    };
    let page = journal::page(open.database(), &request).unwrap();
    assert!(page.entries[0].excerpt.starts_with("First line éé"));
    assert!(page.entries[0].excerpt.chars().count() <= 240);
}

#[test]
fn tags_are_counted_over_live_entries_most_used_first() {
    let made = made();
    let mut open = made.unlock().unwrap();
    let tagged = |tags: &[&str]| JournalSaveRequest {
        tags: tags.iter().map(|tag| (*tag).into()).collect(),
        ..entry("", "x")
    };
    save(&mut open, &tagged(&["b", "a"]));
    save(&mut open, &tagged(&["b"]));
    let gone = save(&mut open, &tagged(&["a", "only here"]));
    journal::trash(open.database_mut(), gone, &crate::fixture::now()).unwrap();
    let counts: Vec<(String, i64)> = journal::tags(open.database())
        .unwrap()
        .into_iter()
        .map(|tag| (tag.tag, tag.count))
        .collect();
    assert_eq!(counts, [("b".to_owned(), 2), ("a".to_owned(), 1)]);
}
