//! Looks for words that must not be there: in files, whatever their encoding, and in memory.

use crate::encoding::disguises;
use memchr::memmem::Finder;
use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

/// Something to look for, in each of its disguises.
pub struct Needle {
    name: String,
    finders: Vec<(&'static str, Finder<'static>)>,
}

impl Needle {
    /// A text, to be found in whatever encoding it may lie in a file.
    #[must_use]
    pub fn text(text: &str) -> Self {
        let finders = disguises(text)
            .into_iter()
            .map(|(way, bytes)| (way, Finder::new(&bytes).into_owned()));
        Self {
            name: text.to_owned(),
            finders: finders.collect(),
        }
    }

    /// A text as a running program holds it: UTF-8, or UTF-16 in the byte order of the machine.
    #[must_use]
    pub fn spoken(text: &str) -> Self {
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_ne_bytes).collect();
        let finders = [("UTF-8", text.as_bytes()), ("UTF-16", wide.as_slice())];
        Self {
            name: text.to_owned(),
            finders: finders
                .into_iter()
                .map(|(way, bytes)| (way, Finder::new(bytes).into_owned()))
                .collect(),
        }
    }

    /// A key: its bytes, and its hex as SQLCipher is given it.
    #[must_use]
    pub fn key(name: &str, bytes: &[u8]) -> Self {
        let hex = crate::encoding::to_hex(bytes);
        let finders = [("bytes", bytes), ("hex", hex.as_bytes())];
        Self {
            name: name.to_owned(),
            finders: finders
                .into_iter()
                .map(|(way, bytes)| (way, Finder::new(bytes).into_owned()))
                .collect(),
        }
    }

    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    fn longest(&self) -> usize {
        self.finders
            .iter()
            .map(|(_, finder)| finder.needle().len())
            .max()
            .unwrap_or(0)
    }

    /// The ways in which it stands in `hay`.
    fn ways_in(&self, hay: &[u8]) -> Vec<&'static str> {
        self.finders
            .iter()
            .filter(|(_, finder)| finder.find(hay).is_some())
            .map(|(way, _)| *way)
            .collect()
    }
}

/// One needle seen in one place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Trace {
    pub needle: String,
    pub way: &'static str,
    pub place: String,
}

/// Searches every file under `dir`, and every file name.
#[must_use]
pub fn in_files(dir: &Path, needles: &[Needle]) -> Vec<Trace> {
    let mut traces = Vec::new();
    let mut dirs = vec![dir.to_owned()];
    while let Some(dir) = dirs.pop() {
        let entries =
            fs::read_dir(&dir).unwrap_or_else(|error| panic!("{}: {error}", dir.display()));
        for entry in entries.flatten() {
            let (path, kind) = (entry.path(), entry.file_type().expect("a file has a type"));
            let place = path.display().to_string();
            note(&mut traces, &place, place.as_bytes(), needles);
            if kind.is_dir() {
                dirs.push(path);
            } else if kind.is_file() {
                let content = fs::read(&path).unwrap_or_else(|error| panic!("{place}: {error}"));
                note(&mut traces, &place, &content, needles);
            }
        }
    }
    traces
}

/// Searches `hay`, which came from `place`.
#[must_use]
pub fn in_bytes(place: &str, hay: &[u8], needles: &[Needle]) -> Vec<Trace> {
    let mut traces = Vec::new();
    note(&mut traces, place, hay, needles);
    traces
}

fn note(traces: &mut Vec<Trace>, place: &str, hay: &[u8], needles: &[Needle]) {
    for needle in needles {
        for way in needle.ways_in(hay) {
            let trace = Trace {
                needle: needle.name.clone(),
                way,
                place: place.to_owned(),
            };
            if !traces.contains(&trace) {
                traces.push(trace);
            }
        }
    }
}

const PAGE: u64 = 4096;
const CHUNK: usize = 8 << 20;

/// Searches all memory of a process that is really there.
///
/// The page map is read first: the script engine reserves tens of gigabytes that hold nothing.
/// A page that goes away while it is read is passed over.
///
/// # Errors
/// When the process may not be looked into (it takes the same user and a dumpable process, or
/// root), or has ended.
pub fn in_memory(pid: u32, needles: &[Needle]) -> io::Result<Vec<Trace>> {
    let maps = fs::read_to_string(format!("/proc/{pid}/maps"))?;
    let mut page_map = File::open(format!("/proc/{pid}/pagemap"))?;
    let mut memory = File::open(format!("/proc/{pid}/mem"))?;
    let overlap = needles.iter().map(Needle::longest).max().unwrap_or(1);
    let mut traces = Vec::new();
    for line in maps.lines() {
        let Some((start, end)) = readable_range(line) else {
            continue;
        };
        for (start, end) in present_runs(&mut page_map, start, end)? {
            search_run(&mut memory, start, end, overlap, |hay| {
                note(&mut traces, &format!("process {pid}"), hay, needles);
            })?;
        }
    }
    Ok(traces)
}

fn readable_range(line: &str) -> Option<(u64, u64)> {
    let mut fields = line.split_whitespace();
    let (start, end) = fields.next()?.split_once('-')?;
    let is_readable = fields.next()?.starts_with('r');
    let is_special =
        line.ends_with("[vvar]") || line.ends_with("[vsyscall]") || line.ends_with("[vvar_vclock]");
    let number = |text| u64::from_str_radix(text, 16).ok();
    (is_readable && !is_special).then_some((number(start)?, number(end)?))
}

/// The runs of pages that are in memory or swapped out.
fn present_runs(page_map: &mut File, start: u64, end: u64) -> io::Result<Vec<(u64, u64)>> {
    const BATCH: u64 = 1 << 16;
    let mut runs: Vec<(u64, u64)> = Vec::new();
    let mut page = start / PAGE;
    while page < end / PAGE {
        let count = BATCH.min(end / PAGE - page);
        let mut entries = vec![0; (count * 8) as usize];
        page_map.seek(SeekFrom::Start(page * 8))?;
        page_map.read_exact(&mut entries)?;
        for (place, entry) in (page..).zip(entries.chunks_exact(8)) {
            // Bits 63 and 62: present, swapped. Little endian, so the last byte.
            if entry.last().is_some_and(|byte| byte & 0xC0 != 0) {
                match runs.last_mut() {
                    Some((_, run_end)) if *run_end == place * PAGE => *run_end += PAGE,
                    _ => runs.push((place * PAGE, (place + 1) * PAGE)),
                }
            }
        }
        page += count;
    }
    Ok(runs)
}

fn search_run(
    memory: &mut File,
    start: u64,
    end: u64,
    overlap: usize,
    mut search: impl FnMut(&[u8]),
) -> io::Result<()> {
    let mut at = start;
    let mut buffer: Vec<u8> = Vec::new();
    while at < end {
        let wanted = CHUNK.min((end - at) as usize);
        let kept = buffer.len().min(overlap);
        buffer.drain(..buffer.len() - kept);
        buffer.resize(kept + wanted, 0);
        memory.seek(SeekFrom::Start(at))?;
        let fresh = buffer.get_mut(kept..).unwrap_or_default();
        match memory.read(fresh) {
            Ok(0) | Err(_) => {
                buffer.clear();
                at += PAGE;
            }
            Ok(count) => {
                buffer.truncate(kept + count);
                search(&buffer);
                at += count as u64;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_this_process_holds() {
        let secret: String = ["a sentence", " kept only", " on the heap"].concat();
        let wide: Vec<u16> = ["in two", " bytes a", " letter"]
            .concat()
            .encode_utf16()
            .collect();
        let needles = [
            Needle::spoken(&secret),
            Needle::spoken(&String::from_utf16_lossy(&wide)),
        ];
        let traces = in_memory(std::process::id(), &needles).expect("one's own memory can be read");
        assert!(
            traces
                .iter()
                .any(|trace| trace.needle == secret && trace.way == "UTF-8")
        );
        assert!(traces.iter().any(|trace| trace.way == "UTF-16"));
    }

    #[test]
    fn finds_a_word_across_two_chunks() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let path = dir.path().join("memory");
        let mut content = vec![b'.'; CHUNK * 2];
        content.splice(CHUNK - 4..CHUNK + 4, *b"straddle");
        fs::write(&path, content).expect("a file");
        let mut seen = false;
        let finder = Finder::new(b"straddle");
        let mut file = File::open(&path).expect("a file");
        search_run(&mut file, 0, (CHUNK * 2) as u64, 8, |hay| {
            seen |= finder.find(hay).is_some()
        })
        .expect("read");
        assert!(seen);
    }

    #[test]
    fn file_names_and_contents_are_searched() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        fs::create_dir(dir.path().join("deep")).expect("a folder");
        fs::write(
            dir.path().join("deep/about heron.txt"),
            "aGVyb24gYnkgdGhlIHdhdGVy",
        )
        .expect("a file");
        let traces = in_files(
            dir.path(),
            &[Needle::text("heron by the water"), Needle::text("heron")],
        );
        assert!(
            traces
                .iter()
                .any(|trace| trace.way == "base64" && trace.needle == "heron by the water")
        );
        assert!(
            traces
                .iter()
                .any(|trace| trace.way == "UTF-8" && trace.needle == "heron")
        );
    }
}
