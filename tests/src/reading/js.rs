//! Finds the sentences of a strings file written in JavaScript.

/// The value of one string or template literal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Literal {
    /// The line on which it starts, from 1.
    pub line: usize,
    /// Its text; each `${…}` of a template became `{}`.
    pub text: String,
}

/// The values of all string and template literals of `source`, in order.
///
/// Quoted property names and module names are left out. Regular expressions are not understood;
/// a strings file has none.
pub fn literals(source: &str) -> Vec<Literal> {
    let mut reader = Reader {
        letters: source.chars().collect(),
        place: 0,
        line: 1,
        before: String::new(),
        found: Vec::new(),
    };
    reader.code(false);
    reader.found.sort_by_key(|literal| literal.line);
    reader.found
}

struct Reader {
    letters: Vec<char>,
    place: usize,
    line: usize,
    /// The last word or sign of code that was read.
    before: String,
    found: Vec<Literal>,
}

impl Reader {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.letters.get(self.place + ahead).copied()
    }

    fn unread(&self) -> &[char] {
        self.letters.get(self.place..).unwrap_or_default()
    }

    fn next(&mut self) -> Option<char> {
        let letter = self.peek(0)?;
        self.place += 1;
        if letter == '\n' {
            self.line += 1;
        }
        Some(letter)
    }

    /// Reads code to the end, or to the `}` that closes the `${` it stands in.
    fn code(&mut self, in_template: bool) {
        let mut open = 0_usize;
        while let Some(letter) = self.peek(0) {
            match letter {
                '/' if self.peek(1) == Some('/') => self.skip_past("\n"),
                '/' if self.peek(1) == Some('*') => self.skip_past("*/"),
                '\'' | '"' => self.quoted(letter),
                '`' => self.template(),
                '}' if in_template && open == 0 => {
                    self.next();
                    return;
                }
                _ if letter.is_alphanumeric() || letter == '_' => self.word(),
                _ => {
                    match letter {
                        '{' => open += 1,
                        '}' => open = open.saturating_sub(1),
                        _ => {}
                    }
                    self.next();
                    if !letter.is_whitespace() {
                        self.before = letter.to_string();
                    }
                }
            }
        }
    }

    fn word(&mut self) {
        self.before.clear();
        while let Some(letter) = self.peek(0).filter(|c| c.is_alphanumeric() || *c == '_') {
            self.before.push(letter);
            self.next();
        }
    }

    fn skip_past(&mut self, end: &str) {
        let end: Vec<char> = end.chars().collect();
        while self.place < self.letters.len() {
            if self.unread().starts_with(&end) {
                for _ in &end {
                    self.next();
                }
                return;
            }
            self.next();
        }
    }

    fn quoted(&mut self, quote: char) {
        let line = self.line;
        let mut text = String::new();
        self.next();
        while let Some(letter) = self.next() {
            match letter {
                '\\' => self.escape(&mut text),
                _ if letter == quote => break,
                _ => text.push(letter),
            }
        }
        let names_a_module = matches!(self.before.as_str(), "from" | "import");
        let names_a_property = matches!(self.before.as_str(), "{" | ",") && self.colon_follows();
        if !names_a_module && !names_a_property {
            self.found.push(Literal { line, text });
        }
        self.before = quote.to_string();
    }

    fn template(&mut self) {
        let line = self.line;
        let mut text = String::new();
        self.next();
        while let Some(letter) = self.next() {
            match letter {
                '\\' => self.escape(&mut text),
                '`' => break,
                '$' if self.peek(0) == Some('{') => {
                    self.next();
                    self.before = "${".to_owned();
                    self.code(true);
                    text.push_str("{}");
                }
                _ => text.push(letter),
            }
        }
        self.found.push(Literal { line, text });
        self.before = "`".to_owned();
    }

    fn escape(&mut self, text: &mut String) {
        match self.next() {
            Some('n') => text.push('\n'),
            Some('t') => text.push('\t'),
            Some('u') => text.extend(self.code_point()),
            Some('\n') | None => {}
            Some(letter) => text.push(letter),
        }
    }

    fn code_point(&mut self) -> Option<char> {
        let mut digits = String::new();
        if self.peek(0) == Some('{') {
            self.next();
            while let Some(digit) = self.next().filter(|c| *c != '}') {
                digits.push(digit);
            }
        } else {
            while digits.len() < 4 {
                digits.push(self.next()?);
            }
        }
        u32::from_str_radix(&digits, 16)
            .ok()
            .and_then(char::from_u32)
    }

    fn colon_follows(&self) -> bool {
        let rest = self.unread().iter();
        rest.copied().find(|c| !c.is_whitespace()) == Some(':')
    }
}

#[cfg(test)]
mod tests {
    use super::literals;

    #[test]
    fn finds_values_and_leaves_out_names_and_comments() {
        let source = r#"
            import { one } from "./one.js"; // "not this"
            /* nor 'this' */
            export const t = {
              "a-key": "A value",
              plain: 'It\'s here',
              "b": { "c": "Deep" },
              list: ["first", "second"],
              wide: "a\u2019b" + "c",
            };
        "#;
        let found: Vec<_> = literals(source)
            .into_iter()
            .map(|l| (l.line, l.text))
            .collect();
        let expected = [
            (5, "A value"),
            (6, "It's here"),
            (7, "Deep"),
            (8, "first"),
            (8, "second"),
            (9, "a’b"),
            (9, "c"),
        ];
        assert_eq!(found, expected.map(|(line, text)| (line, text.to_owned())));
    }

    #[test]
    fn reads_templates_and_what_stands_inside_them() {
        let source = "const f = (n) => `Saved ${n === 1 ? \"once\" : `${n} times`} today`;";
        let mut texts: Vec<_> = literals(source).into_iter().map(|l| l.text).collect();
        texts.sort();
        assert_eq!(texts, ["Saved {} today", "once", "{} times"]);
    }

    #[test]
    fn survives_a_file_that_stops_in_the_middle() {
        assert_eq!(literals("const a = \"open").len(), 1);
        assert_eq!(literals("const a = `open ${b").len(), 1);
        assert_eq!(literals("/* open").len(), 0);
    }
}
