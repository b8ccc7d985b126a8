//! Goes through the app as a person would, on a display nobody sees, and leaves pictures.
//!
//! `walk --out DIR` does the main job once, from the first start to finding an entry again.
//! `walk --screens DIR` pictures every screen, in light and in dark.

use std::path::PathBuf;
use std::process::ExitCode;

const USAGE: &str = "usage: walk --out DIR | walk --screens DIR";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [what, dir] = arguments.as_slice() else {
        println!("{USAGE}");
        return ExitCode::FAILURE;
    };
    let dir = PathBuf::from(dir);
    match what.as_str() {
        "--out" => linux::main_job(&dir),
        "--screens" => linux::screens(&dir),
        _ => {
            println!("{USAGE}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

#[cfg(target_os = "linux")]
mod linux {
    use evenkeel_tests::app::App;
    use evenkeel_tests::desktop::Desktop;
    use evenkeel_tests::journey::PASSPHRASE;
    use evenkeel_tests::screens::{self, Style};
    use std::path::Path;

    struct Album<'a> {
        dir: &'a Path,
        count: usize,
    }

    impl Album<'_> {
        fn take(&mut self, app: &App<'_>, name: &str, what: &str) {
            self.count += 1;
            let path = self
                .dir
                .join(format!("{:02}-{}.png", self.count, file_name(name)));
            app.save_screenshot(&path);
            println!("{:>3}. {what}. {}", self.count, path.display());
        }
    }

    fn file_name(what: &str) -> String {
        let words = what
            .split(|letter: char| !letter.is_ascii_alphanumeric())
            .filter(|word| !word.is_empty());
        words.collect::<Vec<_>>().join("-").to_lowercase()
    }

    pub fn main_job(dir: &Path) {
        println!(
            "A throw-away profile on a display of its own. Nothing of it stays but the pictures."
        );
        let desktop = Desktop::default();
        let mut album = Album { dir, count: 0 };
        let mut app = desktop.start();
        app.find("heading", &app.words("welcome.is.title"));
        album.take(&app, "first start", "It is started for the first time");
        app.first_start(PASSPHRASE, false);
        album.take(
            &app,
            "open",
            "A passphrase is chosen, twelve words are on paper, the journal is open",
        );
        app.write_entry(
            "Low tide",
            "Walked out to the sandbank and back. Nobody else there, only two herons.",
        );
        album.take(&app, "written", "An entry is written and saved");
        app.lock();
        album.take(
            &app,
            "locked",
            "It is locked, and the process that saw the words is gone",
        );
        app.unlock(PASSPHRASE);
        album.take(&app, "unlocked", "It is open again");
        app.search("heron");
        app.open_entry("Low tide");
        album.take(&app, "found", "The entry is found");
        app.quit();
        println!("It has quit. All of it worked.");
    }

    pub fn screens(dir: &Path) {
        let looks = [
            ("light", Style::LIGHT),
            ("dark", Style::DARK),
            ("contrast", Style::CONTRAST),
            ("large", Style::LIGHT.twice_as_large()),
        ];
        for (name, style) in looks {
            let dir = dir.join(name);
            let mut album = Album {
                dir: &dir,
                count: 0,
            };
            screens::walk(style, |name, app| album.take(app, name, name));
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod linux {
    use std::path::Path;

    pub fn main_job(_: &Path) {
        panic!("the walk drives WebKitGTK, which is on Linux only");
    }

    pub fn screens(dir: &Path) {
        main_job(dir);
    }
}
