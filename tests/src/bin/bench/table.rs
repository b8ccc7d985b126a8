//! The table that a run prints.

use std::time::Duration;

pub fn heading() {
    println!("| what | entries | Evenkeel | beside it | ratio | target |");
    println!("|---|---|---|---|---|---|");
}

/// A row with a yardstick measured in the same run.
pub fn ratio(what: &str, entries: usize, ours: Measured, beside: Measured, target: &str) {
    let ratio = ours.number() / beside.number();
    println!("| {what} | {entries} | {ours} | {beside} | {ratio:.2} | {target} |");
}

/// A row that is held against a fixed target.
pub fn absolute(what: &str, entries: usize, ours: Measured, target: &str) {
    println!("| {what} | {entries} | {ours} | – | – | {target} |");
}

#[derive(Debug, Clone, Copy)]
pub enum Measured {
    Time(Duration),
    Bytes(u64),
}

impl Measured {
    fn number(self) -> f64 {
        match self {
            Self::Time(time) => time.as_secs_f64(),
            Self::Bytes(bytes) => bytes as f64,
        }
    }
}

impl std::fmt::Display for Measured {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Time(time) => write!(formatter, "{:.2} ms", time.as_secs_f64() * 1e3),
            Self::Bytes(bytes) => write!(formatter, "{:.1} MB", *bytes as f64 / 1e6),
        }
    }
}

/// Times sorted, so that a percentile can be read off.
pub struct Times(Vec<Duration>);

impl Times {
    pub fn of(mut times: Vec<Duration>) -> Self {
        times.sort();
        Self(times)
    }

    pub fn percentile(&self, percent: usize) -> Measured {
        let place = (self.0.len() * percent / 100).min(self.0.len() - 1);
        Measured::Time(self.0[place])
    }
}
