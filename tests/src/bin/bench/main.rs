//! `./dev bench`: how long things take, held against plain SQLite and a bare web view in the same
//! run. It prints figures and ratios and asserts nothing: these machines are shared and noisy.
//!
//! Arguments: the sizes of the journal, for instance `1000 50000`; without any, all three.

mod corpus;
#[cfg(target_os = "linux")]
mod desktop;
mod practice;
mod progress;
mod schedule;
mod store;
mod table;

fn main() {
    let sizes: Vec<usize> = std::env::args()
        .skip(1)
        .filter_map(|argument| argument.parse().ok())
        .collect();
    let sizes = if sizes.is_empty() {
        vec![1_000, 10_000, 50_000]
    } else {
        sizes
    };
    table::heading();
    for size in &sizes {
        store::measure(*size);
    }
    let largest = sizes.iter().copied().max().unwrap_or_default();
    store::prefixes(largest);
    practice::measure();
    progress::measure();
    schedule::measure();
    #[cfg(target_os = "linux")]
    desktop::measure(largest);
}
