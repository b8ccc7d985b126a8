//! The exercise of a practice: the steps as they were when it began, and the way through them.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, Transaction};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::answer::Answer;
use crate::content::{END, Skill, Step, Task};
use crate::error::{Error, Result};

/// One version of an exercise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exercise {
    /// The id of its skill; the skill itself may be gone from a later version of the app.
    pub skill: String,
    pub name: String,
    pub cautions: Vec<String>,
    pub steps: Vec<Step>,
}

#[derive(Serialize)]
struct ContentRef<'a> {
    cautions: &'a [String],
    steps: &'a [Step],
}

#[derive(Deserialize)]
struct Content {
    cautions: Vec<String>,
    steps: Vec<Step>,
}

/// The answers given so far, by step.
pub type Answers = HashMap<String, Answer>;

impl From<&Skill> for Exercise {
    fn from(skill: &Skill) -> Self {
        Self {
            skill: skill.id.clone(),
            name: skill.name.clone(),
            cautions: skill.cautions.clone(),
            steps: skill.steps.clone(),
        }
    }
}

impl Exercise {
    pub fn step(&self, id: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == id)
    }

    /// The steps that the answers lead through, from the first to the last.
    ///
    /// An unanswered branch goes on with the following step; an unanswered gate counts as not safe.
    /// Steps only ever lead forward, so every path ends.
    pub fn path(&self, answers: &Answers) -> Vec<&Step> {
        let mut path = Vec::new();
        let mut place = 0;
        while let Some(step) = self.steps.get(place) {
            path.push(step);
            place = match leads_to(step, answers.get(&step.id)) {
                None => place + 1,
                Some(END) => break,
                Some(id) => {
                    let later = self.steps.iter().skip(place + 1);
                    let ahead = later.take_while(|step| step.id != id).count();
                    place + 1 + ahead
                }
            };
        }
        path
    }

    /// The skill that the last branch on the path leads to.
    pub fn next_skill(&self, answers: &Answers) -> Option<&str> {
        let chosen = self.path(answers).into_iter().rev().find_map(|step| {
            let (Task::Branch(branch), Some(Answer::Way { way })) =
                (&step.task, answers.get(&step.id))
            else {
                return None;
            };
            branch.ways.get(usize::from(*way))
        });
        chosen?.skill.as_deref()
    }

    /// Keeps this version, once; answers its row.
    pub(super) fn keep(&self, transaction: &Transaction<'_>) -> Result<i64> {
        let content = serde_json::to_string(&ContentRef {
            cautions: &self.cautions,
            steps: &self.steps,
        })
        .map_err(|_| Error::internal("an exercise cannot be written down"))?;
        let mut digest = Sha256::new();
        for part in [&self.skill, &self.name, &content] {
            digest.update((part.len() as u64).to_le_bytes());
            digest.update(part);
        }
        let digest: [u8; 32] = digest.finalize().into();
        let known: Option<i64> = transaction
            .prepare_cached("SELECT id FROM exercise WHERE digest = ?1")?
            .query_row([digest], |row| row.get(0))
            .optional()?;
        if let Some(id) = known {
            return Ok(id);
        }
        transaction
            .prepare_cached(
                "INSERT INTO exercise (skill, name, digest, content) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute((&self.skill, &self.name, digest, content))?;
        Ok(transaction.last_insert_rowid())
    }

    pub(super) fn read(connection: &Connection, id: i64) -> Result<Self> {
        let (skill, name, content): (_, _, String) = connection
            .prepare_cached("SELECT skill, name, content FROM exercise WHERE id = ?1")?
            .query_row([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        let Content { cautions, steps } = serde_json::from_str(&content)
            .map_err(|_| Error::internal("an exercise cannot be read"))?;
        Ok(Self {
            skill,
            name,
            cautions,
            steps,
        })
    }
}

/// The step that an answer leads to, if it is not the following one.
fn leads_to<'a>(step: &'a Step, answer: Option<&Answer>) -> Option<&'a str> {
    let chosen = match (&step.task, answer) {
        (Task::Branch(branch), Some(Answer::Way { way })) => branch
            .ways
            .get(usize::from(*way))
            .and_then(|way| way.step.as_deref().or(way.skill.as_ref().map(|_| END))),
        (Task::Gate(gated), answer) if answer != Some(&Answer::Gate { ok: true }) => {
            Some(gated.otherwise.as_str())
        }
        _ => None,
    };
    chosen.or(step.then.as_deref())
}
