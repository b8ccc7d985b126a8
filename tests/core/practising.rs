//! What the tests of skills and practice start from: a vault, a library, and someone who practises.

mod made_skills;

use chrono::TimeDelta;
use evenkeel_core::content::{Feeling, Library};
use evenkeel_core::error::Error;
use evenkeel_core::practice::{
    self, Answer, PracticeAnswerRequest, PracticeId, PracticeMoveRequest, PracticeOpenRequest,
    PracticePageRequest, PracticePageView, PracticeSheetView, PracticeStartRequest, PracticeView,
    Rating, To, Which,
};
use evenkeel_core::skills::Need;
use evenkeel_core::time::Now;
use evenkeel_core::vault::OpenVault;
use serde_json::Value;

use crate::fixture::{Made, made, now, raw};

pub use made_skills::{
    EVERY_KIND, KINDS, chosen, library, line, skill_file, strength, text, typical,
};

pub struct Room {
    pub made: Made,
    pub open: OpenVault,
    pub library: Library,
    pub now: Now,
}

impl Room {
    pub fn new(library: Library) -> Self {
        let made = made();
        let open = made.unlock().unwrap();
        Self {
            made,
            open,
            library,
            now: now(),
        }
    }

    /// With the skills that ship.
    pub fn bundled() -> Self {
        Self::new(Library::bundled().unwrap())
    }

    pub fn with(files: &[(&str, String)]) -> Self {
        Self::new(library(files))
    }

    /// Locks and unlocks.
    pub fn reopened(self) -> Self {
        self.reopened_after(|_| ())
    }

    /// Locks, does something to the folder, and unlocks.
    pub fn reopened_after(self, change: impl FnOnce(&Made)) -> Self {
        let Self {
            made,
            open,
            library,
            now,
        } = self;
        open.close().unwrap();
        change(&made);
        let open = made.unlock().unwrap();
        Self {
            made,
            open,
            library,
            now,
        }
    }

    /// Locks, asserts that the index is as one made anew from the live practices, and that no row
    /// hangs in the air; unlocks.
    pub fn verified(self) -> Self {
        self.reopened_after(|made| {
            let raw = raw(made);
            // FTS5 cannot compare by itself: its own check may read no view with `json_tree` in it.
            raw.execute_batch(
                "CREATE VIRTUAL TABLE temp.anew USING fts5 (
                     name, words, content = '', tokenize = 'unicode61 remove_diacritics 2');
                 INSERT INTO temp.anew (rowid, name, words)
                     SELECT position, name, words FROM practice_text;
                 CREATE VIRTUAL TABLE temp.had USING fts5vocab (main, practice_index, instance);
                 CREATE VIRTUAL TABLE temp.has USING fts5vocab (temp, anew, instance);",
            )
            .unwrap();
            let words = |table: &str| -> Vec<(String, i64, String)> {
                let sql = format!("SELECT term, doc, col FROM temp.{table} ORDER BY 1, 2, 3");
                let mut statement = raw.prepare(&sql).unwrap();
                let rows = statement
                    .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
                    .unwrap();
                rows.map(Result::unwrap).collect()
            };
            assert_eq!(words("had"), words("has"), "the index and the practices");
            let counts = "SELECT (SELECT count(*) FROM practice_index_docsize)
                    - (SELECT count(*) FROM practice WHERE trashed_ms IS NULL),
                (SELECT count(*) FROM pragma_foreign_key_check)";
            let counts: (i64, i64) = raw
                .query_row(counts, [], |row| Ok((row.get(0)?, row.get(1)?)))
                .unwrap();
            assert_eq!(counts, (0, 0), "index rows too many, rows without a parent");
        })
    }

    pub fn pass(&mut self, time: TimeDelta) {
        self.now.instant += time;
    }

    pub fn start(&mut self, skill: &str) -> PracticeView {
        self.try_start(skill, None).unwrap()
    }

    pub fn try_start(&mut self, skill: &str, need: Option<Need>) -> Result<PracticeView, Error> {
        let request = PracticeStartRequest {
            skill: skill.to_owned(),
            need,
        };
        practice::start(self.open.database_mut(), &self.library, &request, &self.now)
    }

    /// The practice where it goes on.
    pub fn at(&self, id: PracticeId) -> PracticeView {
        self.try_at(id, None).unwrap()
    }

    pub fn try_at(&self, id: PracticeId, at: Option<&str>) -> Result<PracticeView, Error> {
        let request = PracticeOpenRequest {
            id,
            at: at.map(str::to_owned),
        };
        practice::open(self.open.database(), &self.library, &request, &self.now)
    }

    #[track_caller]
    pub fn answer(&mut self, id: PracticeId, step: &str, answer: Answer) {
        self.try_answer(id, step, Some(answer)).unwrap();
    }

    pub fn try_answer(
        &mut self,
        id: PracticeId,
        step: &str,
        answer: Option<Answer>,
    ) -> Result<(), Error> {
        let request = PracticeAnswerRequest {
            id,
            step: step.to_owned(),
            answer,
        };
        practice::answer(self.open.database_mut(), &request, &self.now)
    }

    #[track_caller]
    pub fn next(&mut self, id: PracticeId, from: &str) -> PracticeView {
        self.go(id, from, To::Next).unwrap()
    }

    pub fn go(&mut self, id: PracticeId, from: &str, to: To) -> Result<PracticeView, Error> {
        let request = PracticeMoveRequest {
            id,
            from: from.to_owned(),
            to,
        };
        practice::go(self.open.database_mut(), &self.library, &request, &self.now)
    }

    /// From where it is to its end, skipping what is left.
    pub fn finish(&mut self, id: PracticeId) {
        let mut view = self.at(id);
        while view.at != "done" {
            view = self.next(id, &view.at.clone());
        }
    }

    /// A finished practice that says no more than this.
    pub fn practised(
        &mut self,
        skill: &str,
        feeling: Option<Feeling>,
        before: Option<u8>,
        after: Option<u8>,
        code: Option<u8>,
    ) -> PracticeId {
        let id = self.start(skill).id;
        let rating = |strength| Rating {
            feeling,
            strength,
            ..Rating::default()
        };
        self.answer(id, "before", Answer::Rating(rating(before)));
        self.answer(id, "after", Answer::Rating(rating(after)));
        if let Some(code) = code {
            self.answer(id, "use", Answer::Use { code });
        }
        self.go(id, "before", To::Finish).unwrap();
        self.finish(id);
        id
    }

    pub fn trash(&mut self, id: PracticeId) {
        practice::trash(self.open.database_mut(), id, &self.now).unwrap();
    }

    pub fn sheet(&self, id: PracticeId) -> PracticeSheetView {
        practice::sheet(self.open.database(), id, &self.now).unwrap()
    }

    pub fn page(&self, request: &PracticePageRequest) -> PracticePageView {
        practice::page(self.open.database(), request, &self.now).unwrap()
    }

    /// The practices of one kind, newest first.
    pub fn list(&self, which: Which) -> Vec<PracticeId> {
        let page = self.page(&newest(which));
        page.practices.iter().map(|practice| practice.id).collect()
    }

    /// What a search in the practices finds, in its order.
    pub fn found(&self, text: &str) -> Vec<PracticeId> {
        let (hits, _) = practice::search(self.open.database(), text, 50, &self.now).unwrap();
        hits.iter().map(|hit| hit.practice.id).collect()
    }
}

pub fn newest(which: Which) -> PracticePageRequest {
    PracticePageRequest {
        which,
        skill: None,
        before: None,
        limit: 200,
    }
}

/// A view as it goes to the UI.
pub fn json(view: &impl serde::Serialize) -> Value {
    serde_json::to_value(view).unwrap()
}
