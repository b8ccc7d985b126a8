//! Skills and guided exercises, in steps that tests and the walk share.

use crate::app::App;
use crate::roles;
use crate::wait::{self, PATIENCE};
use serde_json::{Value, json};
use std::cell::RefCell;

/// A skill whose exercise has each kind of step.
pub const KINDS: &[(&str, &str)] = &[
    ("read", "paced-breathing"),
    ("choose", "accepts"),
    ("write", "stop"),
    ("rate", "thought-record"),
    ("checklist", "halt"),
    ("timer", "observe"),
    ("breathe", "paced-breathing"),
    ("tense", "paired-muscle-relaxation"),
    ("grid", "pros-and-cons"),
    ("list", "check-the-facts"),
    ("sort", "describe"),
    ("curve", "urge-surfing"),
    ("imagery", "wise-mind"),
    ("branch", "check-the-facts"),
    ("gate", "temperature"),
];

/// The kind of a step, as a content file names it.
#[must_use]
pub fn kind(step: &Value) -> String {
    match &step["do"] {
        Value::String(kind) => kind.clone(),
        Value::Object(task) => task.keys().next().cloned().unwrap_or_default(),
        _ => String::new(),
    }
}

impl App<'_> {
    /// Calls a command that must work.
    #[track_caller]
    pub fn ask(&self, command: &str, request: &Value) -> Value {
        self.invoke(command, request)
            .unwrap_or_else(|error| panic!("{command} answers, not {error}"))
    }

    #[track_caller]
    pub fn open_today(&self) {
        self.click("button", &self.words("shell.rooms.today"));
        self.find("button", &self.words("today.find_action"));
    }

    #[track_caller]
    pub fn open_skills(&self) {
        self.click("button", &self.words("shell.rooms.skills"));
        self.find("textbox", &self.words("skills.search"));
    }

    /// Goes to a part of the Skills room: `find`, `works` or `done`.
    #[track_caller]
    pub fn open_skills_part(&self, part: &str) {
        self.open_skills();
        self.click("button", &self.words(&format!("skills.parts.{part}")));
        self.find("heading", &self.words(&format!("skills.{part}_title")));
    }

    #[track_caller]
    pub fn open_skill(&self, name: &str) {
        self.open_skills();
        self.fill("textbox", &self.words("skills.search"), name);
        // The rows move while the answers to each letter come in, and a press may meet none.
        self.until(&format!("the page of {name:?} opens"), |session| {
            if !roles::find_all(session, "heading", name)?.is_empty() {
                return Ok(Some(()));
            }
            if let Some(row) = roles::find_like(session, "button", name)?.first() {
                session.click(row)?;
            }
            Ok(None)
        });
    }

    /// Begins a skill and goes on to its first step of a kind, without a window. Answers the view.
    #[track_caller]
    pub fn practise_to(&self, skill: &str, wanted: &str) -> Value {
        let mut view = self.ask("practice_start", &json!({"skill": skill, "need": null}));
        while kind(&view["step"]) != wanted {
            assert_ne!(view["at"], "done", "{skill} has a step to {wanted}");
            view = self.ask(
                "practice_move",
                &json!({"id": view["id"], "from": view["at"], "to": "next"}),
            );
        }
        view
    }

    /// Gives an answer without a window.
    #[track_caller]
    pub fn give_answer(&self, view: &Value, step: &str, answer: &Value) {
        self.ask(
            "practice_answer",
            &json!({"id": view["id"], "step": step, "answer": answer}),
        );
    }

    /// Opens a half-done practice from Today, as one does who comes back.
    #[track_caller]
    pub fn go_on_with(&self, view: &Value) {
        self.open_journal();
        self.open_today();
        self.click_like("button", &self.row_of(view));
        self.find("heading", &self.heading_of(view));
    }

    /// The same with the keyboard, from wherever one is.
    #[track_caller]
    pub fn go_on_by_keys(&self, view: &Value) {
        self.go_to_room("skills");
        self.see_focus("heading", &self.words("skills.library_title"));
        self.go_to_room("today");
        self.enter_like(&self.row_of(view));
        self.see_focus("heading", &self.heading_of(view));
    }

    /// How the row of a half-done practice begins.
    fn row_of(&self, view: &Value) -> String {
        let name = view["name"].as_str().unwrap_or_default();
        format!("{}: {name}", self.words("skills.go_on"))
    }

    /// The heading of the screen on which a practice goes on.
    #[must_use]
    #[track_caller]
    pub fn heading_of(&self, view: &Value) -> String {
        match view["at"].as_str() {
            Some(at @ ("before" | "after" | "use" | "done")) => {
                self.words(&format!("practice.{at}_title"))
            }
            _ => view["step"]["title"]
                .as_str()
                .unwrap_or_default()
                .to_owned(),
        }
    }

    /// A practice as the host has it: where it goes on, or at one step of it.
    #[must_use]
    #[track_caller]
    pub fn kept(&self, practice: &Value, at: Option<&str>) -> Value {
        self.ask("practice_open", &json!({"id": practice["id"], "at": at}))
    }

    /// Waits until the host has an answer to a step that fits. Answers the answer.
    #[track_caller]
    pub fn see_kept(
        &self,
        practice: &Value,
        step: &str,
        what: &str,
        fits: impl Fn(&Value) -> bool,
    ) -> Value {
        let last = RefCell::new(Value::Null);
        let found = wait::until_or_none(PATIENCE, || {
            let answer = self.kept(practice, Some(step))["answer"].take();
            last.replace(answer.clone());
            fits(&answer).then_some(answer)
        });
        found.unwrap_or_else(|| {
            panic!(
                "the host has no answer with {what}, but {}; {}",
                last.borrow(),
                self.describe()
            )
        })
    }

    /// Waits until the host has just this answer.
    #[track_caller]
    pub fn see_kept_as(&self, practice: &Value, step: &str, answer: &Value) {
        self.see_kept(practice, step, &answer.to_string(), |kept| kept == answer);
    }

    /// The newest practice of a list, `finished`, `unfinished` or `trashed`; null where it is empty.
    #[must_use]
    #[track_caller]
    pub fn newest(&self, which: &str) -> Value {
        let request = json!({"which": which, "skill": null, "before": null, "limit": 1});
        let page = self.ask("practice_page", &request);
        page.pointer("/practices/0").cloned().unwrap_or_default()
    }

    /// Waits until the running exercise says that the answer is saved.
    #[track_caller]
    pub fn see_answer_saved(&self) {
        let unsaved = [
            self.words("practice.saving"),
            self.words("practice.not_saved"),
        ];
        let saved = self.words("practice.saved");
        self.until("the answer is saved", |session| {
            let text = roles::visible_text(session)?;
            let waits = unsaved.iter().any(|words| text.contains(words));
            Ok((text.contains(&saved) && !waits).then_some(()))
        });
    }

    /// Goes on to the next step.
    #[track_caller]
    pub fn next_step(&self) {
        self.click("button", &self.words("practice.next"));
    }
}
