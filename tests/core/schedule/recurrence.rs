//! Recurrence rules against another engine: Python's dateutil, as `tests/tools/recurrence.py` wrote
//! its answers down.

use std::collections::BTreeSet;
use std::path::Path;

use evenkeel_core::schedule::Series;
use serde_json::Value;

use super::{at, rule, series};

fn golden() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/recurrence.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn text<'case>(case: &'case Value, name: &str) -> &'case str {
    case[name].as_str().unwrap()
}

fn dates(case: &Value, name: &str) -> Vec<String> {
    let dates = case[name].as_array().unwrap().iter();
    dates
        .map(|date| date.as_str().unwrap().to_owned())
        .collect()
}

fn minutes(dates: impl IntoIterator<Item = chrono::NaiveDateTime>) -> Vec<String> {
    let dates = dates.into_iter();
    dates
        .map(|date| date.format("%Y-%m-%dT%H:%M").to_string())
        .collect()
}

#[test]
fn every_rule_has_the_dates_that_dateutil_finds() {
    let golden = golden();
    let rules = golden["rules"].as_array().unwrap();
    assert!(rules.len() >= 500, "{} rules", rules.len());
    for case in rules {
        let rule = rule(text(case, "rule"));
        let found = rule.expand(at(text(case, "start")), at(text(case, "end")));
        assert_eq!(minutes(found), dates(case, "dates"), "{case}");
    }
}

#[test]
fn dates_put_in_and_left_out_make_the_set_that_dateutil_makes() {
    let golden = golden();
    let sets = golden["sets"].as_array().unwrap();
    assert!(sets.len() >= 100, "{} sets", sets.len());
    for case in sets {
        let all = |name| -> BTreeSet<_> { dates(case, name).iter().map(|date| at(date)).collect() };
        let whole = Series {
            extra: all("extra"),
            excluded: all("excluded"),
            ..series(text(case, "start"), None, Some(text(case, "rule")))
        };
        let found = whole.dates(at(text(case, "end")));
        assert_eq!(minutes(found), dates(case, "dates"), "{case}");
    }
}
