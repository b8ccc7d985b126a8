//! How hard a text is to read, and which words it must not use.
//!
//! The grade is the Flesch–Kincaid grade level. Short texts say too little about themselves, so
//! only those of more than [`SHORTEST`] words have one.

pub mod js;
mod syllables;

pub use syllables::count as syllables;

/// The highest grade a text may have.
pub const HIGHEST_GRADE: f64 = 6.0;
/// A sentence has fewer words than this.
pub const SENTENCE_LIMIT: usize = 15;
/// A text of this many words or fewer has no grade.
pub const SHORTEST: usize = 5;

/// Words that shame, push, diagnose by chat, or speak unsafely of suicide and self-harm.
const BANNED: &[&str] = &[
    // unsafe words for suicide
    "commit suicide",
    "committed suicide",
    "completed suicide",
    "successful suicide",
    "successful attempt",
    "failed attempt",
    "unsuccessful attempt",
    "suicide epidemic",
    // ways to get hurt
    "cutting",
    "hang yourself",
    // shame and pressure
    "should have",
    "must not fail",
    "you failed",
    "you missed",
    "you forgot",
    "streak",
    "streaks",
    "leaderboard",
    "no excuses",
    "try harder",
    "attention seeking",
    "manipulative",
    "non compliant",
    // cheer that does not listen
    "great job",
    "good job",
    "well done",
    "congratulations",
    "cheer up",
    "calm down",
    "just relax",
    "stay positive",
    "think positive",
    "look on the bright side",
    "everything happens for a reason",
    "others have it worse",
    "at least you",
    // words for people
    "addict",
    "addicts",
    "junkie",
    "crazy",
    "insane",
];

/// Everything that is wrong with the wording of `text`, each as a phrase.
pub fn faults(text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    if let Some(grade) = grade(text)
        && grade > HIGHEST_GRADE
    {
        faults.push(format!("reads at grade {grade:.1}, above {HIGHEST_GRADE}"));
    }
    for sentence in sentences(text) {
        let words = words(sentence).count();
        if words >= SENTENCE_LIMIT {
            faults.push(format!("has a sentence of {words} words: {sentence:?}"));
        }
    }
    faults.extend(banned(text).map(|words| format!("says {words:?}")));
    if text.contains('!') {
        faults.push("has an exclamation mark".to_owned());
    }
    faults
}

/// The faults of every string in a JavaScript strings file, each with its line and text.
pub fn js_faults(source: &str) -> Vec<String> {
    let of_one = |literal: js::Literal| {
        faults(&literal.text)
            .into_iter()
            .map(move |fault| format!("line {}: {fault}: {:?}", literal.line, literal.text))
    };
    js::literals(source).into_iter().flat_map(of_one).collect()
}

/// The Flesch–Kincaid grade to one decimal, names set aside; none for a text of up to
/// [`SHORTEST`] words.
pub fn grade(text: &str) -> Option<f64> {
    let mut sentence_count = 0.0;
    let mut word_count = 0.0;
    let mut syllable_count = 0.0;
    for sentence in sentences(text) {
        let mut kept = 0.0;
        for (place, word) in words(sentence).enumerate() {
            if !is_name(word, place == 0) {
                kept += 1.0;
                syllable_count += syllables(word) as f64;
            }
        }
        if kept > 0.0 {
            sentence_count += 1.0;
            word_count += kept;
        }
    }
    if word_count <= SHORTEST as f64 {
        return None;
    }
    let exact = 0.39 * word_count / sentence_count + 11.8 * syllable_count / word_count - 15.59;
    Some((exact * 10.0).round() / 10.0)
}

/// How many words a person reads in `text`.
pub fn word_count(text: &str) -> usize {
    words(text).count()
}

fn banned(text: &str) -> impl Iterator<Item = &'static str> {
    let parts: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .filter(|part| !part.is_empty())
        .map(str::to_lowercase)
        .collect();
    let plain = format!(" {} ", parts.join(" "));
    let says = move |words: &&&str| plain.contains(&format!(" {words} "));
    BANNED.iter().filter(says).copied()
}

/// Parts that end in `.`, `?`, `!` or `…` before a space, or at the end of a line.
fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for line in text.lines() {
        let mut rest = line;
        let mut searched = 0;
        while let Some(found_at) = rest
            .get(searched..)
            .and_then(|unread| unread.find(['.', '?', '!', '…']))
        {
            let sign = searched + found_at;
            searched = rest.ceil_char_boundary(sign + 1);
            let (sentence, after) = rest.split_at(searched);
            if !after.starts_with(char::is_alphanumeric) {
                found.push(sentence);
                rest = after;
                searched = 0;
            }
        }
        found.push(rest);
    }
    found.retain(|sentence| words(sentence).next().is_some());
    found
}

fn words(sentence: &str) -> impl Iterator<Item = &str> {
    sentence
        .split(|c: char| c.is_whitespace() || "—–/".contains(c))
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric() && !"{}".contains(c)))
        .filter(|word| !word.is_empty())
}

/// Names, numbers, addresses and places for values. A capital at the start of a sentence alone
/// does not make a name.
fn is_name(word: &str, starts_sentence: bool) -> bool {
    let first_person = word == "I" || word.starts_with("I'") || word.starts_with("I’");
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let starts_large = word.starts_with(char::is_uppercase);
    word.contains(|c: char| c.is_numeric() || "{}.@".contains(c))
        || (capitals > 1)
        || (starts_large && !starts_sentence && !first_person)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grades_as_the_formula_says() {
        // 6 words, 1 sentence, 6 syllables; and 8 words, 2 sentences, 11 syllables.
        let simple = grade("The cat sat on the mat.").unwrap();
        assert!(
            (simple - (0.39 * 6.0 + 11.8 - 15.59)).abs() <= 0.05,
            "{simple}"
        );
        let two = grade("Write about today. You can stop any time.").unwrap();
        assert!(
            (two - (0.39 * 4.0 + 11.8 * 11.0 / 8.0 - 15.59)).abs() <= 0.05,
            "{two}"
        );
    }

    #[test]
    fn short_texts_have_no_grade() {
        assert_eq!(grade("Unlock with recovery words"), None);
        assert_eq!(grade(""), None);
    }

    #[test]
    fn sets_names_aside() {
        let named = grade("You can call the Veterans Administration Hospital at any time.");
        assert_eq!(named, grade("You can call the at any time."));
        let valued = grade("You have {count} notes in {place} for now.");
        assert_eq!(valued, grade("You have notes in for now."));
        assert!(!is_name("Everything", true));
        assert!(!is_name("I'm", false));
        assert!(is_name("SAMHSA", true));
        assert!(is_name("findahelpline.com", false));
    }

    #[test]
    fn an_address_does_not_end_a_sentence() {
        assert_eq!(sentences("Go to example.org today. Or not.").len(), 2);
        assert_eq!(sentences("One\nTwo").len(), 2);
        assert_eq!(sentences("What now…").len(), 1);
    }

    #[test]
    fn names_each_fault() {
        let hard = "Authentication parameters necessitate comprehensive reconfiguration immediately, notwithstanding previously established \
                    organisational prerequisites governing individual accessibility considerations.";
        let found = faults(&format!("{hard} Great job! You kept a 5-day streak."));
        for expected in [
            "reads at grade",
            "has a sentence of",
            "says \"great job\"",
            "says \"streak\"",
            "exclamation",
        ] {
            assert!(
                found.iter().any(|fault| fault.contains(expected)),
                "{expected:?} is missing from {found:?}"
            );
        }
    }

    #[test]
    fn bans_whole_words_in_any_case() {
        assert_eq!(banned("He Committed  suicide.").count(), 1);
        assert_eq!(banned("An attention-seeking act").count(), 1);
        assert_eq!(banned("Executing streaky addictive").count(), 0);
    }

    #[test]
    fn tells_the_line_of_a_fault_in_a_strings_file() {
        let source = "export const t = {\n  a: \"Fine.\",\n  b: `You did ${n}. Great job`,\n};\n";
        let found = js_faults(source);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(
            found[0].starts_with("line 3: says \"great job\""),
            "{found:?}"
        );
    }
}
