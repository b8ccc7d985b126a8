//! Which kind of session an event of a file is, by the words it is named with.

use super::super::kind::EventKind;

/// Whole words, or beginnings of words where they end with `*`, or several words; the first that
/// fits decides.
const WORDS: [(EventKind, &[&str]); 8] = [
    (
        EventKind::MutualHelp,
        &["aa", "na", "ca", "al-anon", "smart", "meeting*", "12-step"],
    ),
    (EventKind::Family, &["family", "families", "multifamily"]),
    (
        EventKind::Medication,
        &["med", "meds", "medication*", "psychiatr*"],
    ),
    (EventKind::Assessment, &["intake", "assessment*"]),
    (
        EventKind::Psychoeducation,
        &["psychoed*", "education*", "skills class"],
    ),
    (
        EventKind::Holistic,
        &[
            "yoga",
            "art",
            "mindful*",
            "meditation",
            "exercise",
            "holistic",
        ],
    ),
    (
        EventKind::Individual,
        &[
            "individual*",
            "1:1",
            "1-1",
            "one-on-one",
            "therapist",
            "therapy",
            "counsel*",
        ],
    ),
    (EventKind::Group, &["group*", "iop"]),
];

/// Its own mark first: what was exported comes back as what it was.
pub(super) fn kind(categories: &[String], summary: &str) -> EventKind {
    let marked = categories.iter().find_map(|category| marked(category));
    marked.unwrap_or_else(|| by_words(categories, summary))
}

/// The category that an exported event of a kind carries.
pub(super) const fn mark(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Group => "GROUP",
        EventKind::Individual => "INDIVIDUAL",
        EventKind::Family => "FAMILY",
        EventKind::Psychoeducation => "PSYCHOEDUCATION",
        EventKind::Medication => "MEDICATION",
        EventKind::Holistic => "HOLISTIC",
        EventKind::Assessment => "ASSESSMENT",
        EventKind::MutualHelp => "MUTUAL HELP",
        EventKind::Other => "OTHER",
        EventKind::Personal => "PERSONAL",
    }
}

fn marked(category: &str) -> Option<EventKind> {
    let mut kinds = EventKind::ALL.into_iter();
    kinds.find(|found| category.eq_ignore_ascii_case(mark(*found)))
}

fn by_words(categories: &[String], summary: &str) -> EventKind {
    let text = format!("{summary} {}", categories.join(" ")).to_lowercase();
    let words: Vec<&str> = text
        .split(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '-' | ':'))
        .map(|word| word.trim_matches(['-', ':']))
        .collect();
    let is_said = |pattern: &&str| match pattern.strip_suffix('*') {
        Some(beginning) => words.iter().any(|word| word.starts_with(beginning)),
        None if pattern.contains(' ') => text.contains(pattern),
        None => words.contains(pattern),
    };
    // "Group therapy" and "family group" are said of one session: a group, a family.
    let grouped = words.iter().any(|word| word.starts_with("group"));
    let said = WORDS
        .iter()
        .find(|(_, patterns)| patterns.iter().any(is_said));
    match said.map(|(kind, _)| *kind) {
        Some(EventKind::Individual) if grouped => EventKind::Group,
        Some(kind) => kind,
        None => EventKind::Personal,
    }
}
