//! The sentences of the interface, asked for by their place in its strings file.
//!
//! The page itself imports the file, so a test follows a change of words and still fails when a
//! sentence is not where it belongs.

use crate::app::App;
use serde_json::{Value, json};

const LOOK_UP: &str = r"
    const [path, values, done] = arguments;
    import('/js/strings/en.js').then(({ t }) => {
        const found = path.split('.').reduce((place, name) => place?.[name], t);
        done(typeof found === 'function' ? found(...values) : found ?? null);
    }, (error) => done({ error: String(error) }));
";

impl App<'_> {
    /// The sentence at `path`, `unlock.title` for instance.
    #[must_use]
    #[track_caller]
    pub fn words(&self, path: &str) -> String {
        self.words_with(path, &[])
    }

    /// A sentence that has values in it.
    ///
    /// # Panics
    /// When there is no sentence at `path`.
    #[must_use]
    #[track_caller]
    pub fn words_with(&self, path: &str, values: &[Value]) -> String {
        let answer = self.expect(
            self.session()
                .script_async(LOOK_UP, &[json!(path), json!(values)]),
            path,
        );
        match answer {
            Value::String(text) => text,
            other => panic!("there are no words at {path}: {other}"),
        }
    }
}
