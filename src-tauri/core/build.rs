//! Lists the skill files, so that a new one needs no change of code.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

#[expect(
    clippy::disallowed_methods,
    reason = "the list is written anew by every build, into its own folder"
)]
fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?);
    let dir = root.join("content/skills");
    println!("cargo:rerun-if-changed={}", dir.display());
    let mut files = Vec::new();
    for module in sorted(&dir)? {
        println!("cargo:rerun-if-changed={}", module.display());
        files.extend(sorted(&module)?);
    }
    let mut list = String::from("&[\n");
    for file in files {
        let name = file.strip_prefix(&dir).map_err(io::Error::other)?;
        let name = name.to_string_lossy().replace('\\', "/");
        list.push_str(&format!("    ({name:?}, include_str!({file:?})),\n"));
    }
    list.push(']');
    let out = PathBuf::from(env::var("OUT_DIR").map_err(io::Error::other)?);
    fs::write(out.join("skill_files.rs"), list)
}

fn sorted(dir: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(dir)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}
