//! What the full-text searches share: the words a person types, and snippets with their matches.

use serde::Serialize;
use ts_rs::TS;

#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "journal.d.ts")]
pub struct SnippetPart {
    pub text: String,
    pub is_match: bool,
}

/// Marks the matches inside a snippet; control characters that nobody types.
pub(crate) const MATCH_START: char = '\u{2}';
pub(crate) const MATCH_END: char = '\u{3}';

/// What a person typed as an FTS5 expression in which nothing they type is syntax.
pub(crate) fn match_expression(text: &str) -> Option<String> {
    let words: Vec<&str> = text
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let (last, whole) = words.split_last()?;
    let mut expression = String::new();
    for word in whole {
        expression.push_str(&format!("\"{word}\" "));
    }
    let finished = text.ends_with(char::is_whitespace);
    expression.push_str(&format!("\"{last}\"{}", if finished { "" } else { "*" }));
    Some(expression)
}

/// A snippet cut at its marks.
pub(crate) fn parts(snippet: &str) -> Vec<SnippetPart> {
    let mut parts = Vec::new();
    let mut push = |text: &str, is_match| {
        if !text.is_empty() {
            parts.push(SnippetPart {
                text: text.to_owned(),
                is_match,
            });
        }
    };
    for (index, piece) in snippet.split(MATCH_START).enumerate() {
        match piece.split_once(MATCH_END) {
            Some((hit, rest)) if index > 0 => {
                push(hit, true);
                push(rest, false);
            }
            _ => push(piece, false),
        }
    }
    parts
}
