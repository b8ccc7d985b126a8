//! The built app in a private desktop, driven through its real window.

use crate::desktop::Desktop;
use crate::process::{self, Child};
use crate::roles;
use crate::wait::{self, PATIENCE};
use crate::webdriver::{Answer, DriverError, Element, Session, free_port, key};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

pub struct App<'d> {
    desktop: &'d Desktop,
    child: Child,
    session: Option<Session>,
    port: u16,
    log_path: PathBuf,
}

/// The two documents of the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    Lock,
    Main,
}

impl Page {
    fn stands_at(self, url: &str) -> bool {
        let path = url
            .trim_start_matches("tauri://localhost")
            .trim_start_matches('/');
        match self {
            Self::Lock => path == "lock.html",
            Self::Main => path.is_empty() || path == "index.html",
        }
    }
}

impl<'d> App<'d> {
    /// Starts the app and attaches to its first window.
    #[must_use]
    pub fn start(desktop: &'d Desktop) -> Self {
        let mut app = Self::start_unattached(desktop);
        app.attach();
        app
    }

    /// Starts the app ready for a driver, but leaves it alone.
    #[must_use]
    pub fn start_unattached(desktop: &'d Desktop) -> Self {
        static STARTS: AtomicU32 = AtomicU32::new(1);
        let number = STARTS.fetch_add(1, Ordering::Relaxed);
        let log_path = desktop.log_dir().join(format!("app-{number}"));
        let port = free_port();
        let child = process::start_logged(desktop.app_command(Some(port)), &log_path);
        Self {
            desktop,
            child,
            session: None,
            port,
            log_path,
        }
    }

    /// Begins a driver session with the window that is there now, after a lock for instance.
    #[track_caller]
    pub fn attach(&mut self) {
        self.session = None;
        let driver_log_path = self.desktop.log_dir().join("driver");
        let mut last = String::new();
        let session = wait::until_or_none(PATIENCE, || {
            if let Some(status) = self.child.ended() {
                panic!("the app has ended ({status}):\n{}", self.log());
            }
            Session::attach(self.port, &driver_log_path)
                .map_err(|error| last = error.to_string())
                .ok()
        });
        match session {
            Some(session) => self.session = Some(session),
            None => panic!("no driver session ({last}); the app says:\n{}", self.log()),
        }
        self.follow(Page::Lock);
    }

    /// Waits for this page to stand in a window and turns to it.
    #[track_caller]
    pub fn follow(&self, page: Page) {
        let what = format!("the page {page:?} is shown");
        self.until(&what, |session| {
            for window in session.windows()? {
                session.switch_to(&window)?;
                let is_ready =
                    "return document.readyState === 'complete' && !!document.querySelector('h1')";
                if page.stands_at(&session.url()?) && session.script(is_ready, &[])? == json!(true)
                {
                    return Ok(Some(()));
                }
            }
            Ok(None)
        });
    }

    /// Waits for the app to have replaced itself, as it does at a lock, and attaches to the new
    /// lock screen. The old driver session must have ended: that is what tells the two apart.
    #[track_caller]
    pub fn follow_lock(&mut self) {
        self.wait_for_end_of_session();
        self.attach();
    }

    #[track_caller]
    pub fn wait_for_end_of_session(&mut self) {
        wait::until(
            "the driver session ends with the locked process",
            PATIENCE,
            || {
                self.session()
                    .title()
                    .err()
                    .filter(DriverError::is_end_of_session)
            },
        );
        self.session = None;
    }

    /// # Panics
    /// When no session is open.
    #[must_use]
    #[track_caller]
    pub fn session(&self) -> &Session {
        self.session.as_ref().expect("a driver session is open")
    }

    #[must_use]
    pub fn desktop(&self) -> &'d Desktop {
        self.desktop
    }

    #[must_use]
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// The process, for tests that end it or watch it end.
    pub fn child(&mut self) -> &mut Child {
        &mut self.child
    }

    /// All that the app has written to its output so far.
    #[must_use]
    pub fn log(&self) -> String {
        String::from_utf8_lossy(&fs::read(&self.log_path).unwrap_or_default()).into_owned()
    }

    /// Asks the page until the answer is `Some`; an error counts as "not yet".
    #[track_caller]
    pub fn until<T>(&self, what: &str, ask: impl Fn(&Session) -> Answer<Option<T>>) -> T {
        let mut last = None;
        let found = wait::until_or_none(PATIENCE, || match ask(self.session()) {
            Ok(answer) => answer,
            Err(error) => {
                last = Some(error);
                None
            }
        });
        match found {
            Some(answer) => answer,
            None => panic!(
                "waited in vain: {what}; last error: {last:?}; {}",
                self.describe()
            ),
        }
    }

    /// What the page holds, for the words of a failure.
    #[must_use]
    pub fn describe(&self) -> String {
        let Some(session) = &self.session else {
            return "no session is open".to_owned();
        };
        let inventory = roles::inventory(session).unwrap_or_else(|error| vec![error.to_string()]);
        format!(
            "the page {:?} has:\n  {}",
            session.url().unwrap_or_default(),
            inventory.join("\n  ")
        )
    }

    #[track_caller]
    pub fn find(&self, role: &str, name: &str) -> Element {
        self.until(&format!("a {role} named {name:?}"), |session| {
            Ok(roles::find_all(session, role, name)?.into_iter().next())
        })
    }

    /// Finds by a part of the name.
    #[track_caller]
    pub fn find_like(&self, role: &str, part: &str) -> Element {
        self.until(&format!("a {role} whose name has {part:?}"), |session| {
            Ok(roles::find_like(session, role, part)?.into_iter().next())
        })
    }

    #[must_use]
    pub fn has(&self, role: &str, name: &str) -> bool {
        roles::find_all(self.session(), role, name).is_ok_and(|found| !found.is_empty())
    }

    #[track_caller]
    pub fn click(&self, role: &str, name: &str) {
        self.until(&format!("the {role} {name:?} takes a click"), |session| {
            let Some(element) = roles::find_all(session, role, name)?.into_iter().next() else {
                return Ok(None);
            };
            session.click(&element).map(Some)
        });
    }

    /// Puts away the message at the edge of the window, unless it has gone by itself.
    #[track_caller]
    pub fn dismiss_message(&self) {
        let dismiss = self.words("common.dismiss");
        self.until("the message is gone", |session| {
            match roles::find_all(session, "button", &dismiss)?.first() {
                Some(button) => session.click(button).map(|()| None),
                None => Ok(Some(())),
            }
        });
    }

    /// Has a save that failed tried again: by a press, unless the app has done so by itself.
    #[track_caller]
    pub fn try_again(&self) {
        let label = self.words("common.try_again");
        self.until(
            "what was not saved is tried again",
            |session| match roles::find_all(session, "button", &label)?.first() {
                Some(button) => session.click(button).map(|()| None),
                None => Ok(Some(())),
            },
        );
    }

    /// Clicks what has this as a part of its name.
    #[track_caller]
    pub fn click_like(&self, role: &str, part: &str) {
        self.until(
            &format!("the {role} with {part:?} takes a click"),
            |session| match roles::find_like(session, role, part)?.first() {
                Some(element) => session.click(element).map(Some),
                None => Ok(None),
            },
        );
    }

    /// Clicks something that may end the process before the driver can answer.
    #[track_caller]
    pub fn click_away(&self, role: &str, name: &str) {
        let element = self.find(role, name);
        self.allow_end(self.session().click(&element), name);
    }

    /// Presses keys that may end the process before the driver can answer.
    #[track_caller]
    pub fn press_away(&self, held: &[char], keys: &[char]) {
        self.allow_end(self.session().press(held, keys), "keys are taken");
    }

    #[track_caller]
    fn allow_end(&self, answer: Answer<()>, what: &str) {
        match answer {
            // The window goes first, then the process.
            Err(error) if error.is_end_of_session() || error.code == "no such window" => {}
            other => self.expect(other, what),
        }
    }

    /// Chooses a radio, checkbox or switch; its picture may stand on its label.
    #[track_caller]
    pub fn choose(&self, role: &str, name: &str) {
        let element = self.find_like(role, name);
        let clicked = self.session().script(
            "(arguments[0].labels?.[0] ?? arguments[0]).click()",
            &[element.reference()],
        );
        self.expect(clicked, "the choice can be made");
    }

    /// Puts `text` in the place of what the field holds, by typing.
    #[track_caller]
    pub fn fill(&self, role: &str, name: &str, text: &str) {
        let element = self.find_like(role, name);
        self.expect(
            self.session().script(
                "arguments[0].focus(); arguments[0].select?.()",
                &[element.reference()],
            ),
            name,
        );
        if text.is_empty() {
            self.press(&[], &[key::BACKSPACE]);
        } else {
            self.expect(self.session().type_into(&element, text), name);
        }
    }

    /// Types at the end of what the field holds.
    #[track_caller]
    pub fn append(&self, role: &str, name: &str, text: &str) {
        let element = self.find_like(role, name);
        self.expect(self.session().type_into(&element, text), name);
    }

    /// Puts a long text at the end of what the field holds, as pasting does.
    #[track_caller]
    pub fn paste(&self, role: &str, name: &str, text: &str) {
        let element = self.find_like(role, name);
        let script = "const [field, text] = arguments;
            field.focus();
            field.setSelectionRange(field.value.length, field.value.length);
            document.execCommand('insertText', false, text);";
        self.expect(
            self.session()
                .script(script, &[element.reference(), json!(text)]),
            name,
        );
    }

    /// The content of a field.
    #[must_use]
    #[track_caller]
    pub fn value(&self, role: &str, name: &str) -> String {
        self.until(
            &format!("the value of the {role} {name:?}"),
            |session| match roles::find_like(session, role, name)?.first() {
                Some(element) => Ok(Some(roles::text_of(&session.property(element, "value")?))),
                None => Ok(None),
            },
        )
    }

    /// Waits until the page shows `text`.
    #[track_caller]
    pub fn see(&self, text: &str) {
        self.until(&format!("the page says {text:?}"), |session| {
            Ok(roles::visible_text(session)?.contains(text).then_some(()))
        });
    }

    /// Waits until the page no longer shows `text`.
    #[track_caller]
    pub fn miss(&self, text: &str) {
        self.until(&format!("the page no longer says {text:?}"), |session| {
            Ok((!roles::visible_text(session)?.contains(text)).then_some(()))
        });
    }

    #[must_use]
    pub fn shows(&self, text: &str) -> bool {
        roles::visible_text(self.session()).is_ok_and(|shown| shown.contains(text))
    }

    #[track_caller]
    pub fn press(&self, held: &[char], keys: &[char]) {
        self.expect(self.session().press(held, keys), "keys are taken");
    }

    #[track_caller]
    pub fn type_keys(&self, text: &str) {
        self.expect(self.session().type_keys(text), "typing is taken");
    }

    #[must_use]
    #[track_caller]
    pub fn focused(&self) -> String {
        self.expect(roles::focused(self.session()), "something has the focus")
    }

    /// Everything that Tab stops at, in order, from what has the focus now until it comes round.
    #[must_use]
    #[track_caller]
    pub fn focus_order(&self) -> Vec<String> {
        self.focus_order_as(roles::focused)
    }

    /// The same with names of one's own. A field of several parts, a date for one, is one stop.
    #[must_use]
    #[track_caller]
    pub fn focus_order_as(&self, name: impl Fn(&Session) -> Answer<String>) -> Vec<String> {
        const MOST_PRESSES: usize = 120;
        let named = || self.expect(name(self.session()), "something has the focus");
        let focused = || self.expect(self.session().active_element(), "something has the focus");
        let mut seen = vec![focused()];
        let mut order = vec![named()];
        for _ in 0..MOST_PRESSES {
            self.press(&[], &[key::TAB]);
            let element = focused();
            if seen.last() == Some(&element) {
                continue;
            }
            if seen.contains(&element) {
                return order;
            }
            seen.push(element);
            order.push(named());
        }
        panic!("Tab never comes round: {order:#?}");
    }

    /// Calls a command as the page itself would, with the answer or the error as JSON.
    #[track_caller]
    pub fn invoke(&self, command: &str, request: &Value) -> Result<Value, Value> {
        let script = "const [command, request, done] = arguments;
            window.__TAURI_INTERNALS__.invoke(command, request === null ? {} : { request })
                .then((value) => done({ value: value ?? null }), (error) => done({ error: error ?? null }));";
        let answer = self.expect(
            self.session()
                .script_async(script, &[json!(command), request.clone()]),
            command,
        );
        match answer.get("error") {
            Some(error) => Err(error.clone()),
            None => Ok(answer["value"].clone()),
        }
    }

    /// Gives the page this much room, in CSS pixels.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        self.expect(
            self.session().resize(width, height),
            "the window takes a size",
        );
        self.until("the page has its new size", |session| {
            let inner = session.script("return innerWidth", &[])?;
            Ok((inner.as_f64() == Some(f64::from(width))).then_some(()))
        });
    }

    /// Writes a picture of the page.
    #[track_caller]
    pub fn save_screenshot(&self, path: &Path) {
        let png = self.expect(self.session().screenshot(), "a picture is taken");
        fs::create_dir_all(path.parent().unwrap_or(Path::new("."))).expect("a folder for pictures");
        fs::write(path, png).expect("a picture is written");
    }

    /// # Panics
    /// When the driver refused, saying what was on the page.
    #[track_caller]
    pub fn expect<T>(&self, answer: Answer<T>, what: &str) -> T {
        match answer {
            Ok(value) => value,
            Err(error) => panic!("{what}: {error}; {}", self.describe()),
        }
    }

    /// Waits for the app to end by itself.
    #[track_caller]
    pub fn wait_for_exit(&mut self) {
        self.child.wait(Duration::from_secs(15));
        self.session = None;
    }

    fn keep_failure(&self) {
        let thread = std::thread::current();
        let name = thread.name().unwrap_or("unnamed").replace("::", "-");
        let dir = process::workspace_dir().join("out/failures");
        drop(fs::create_dir_all(&dir));
        if let Some(png) = self
            .session
            .as_ref()
            .and_then(|session| session.screenshot().ok())
        {
            drop(fs::write(dir.join(format!("{name}.png")), png));
        }
        drop(fs::write(dir.join(format!("{name}.log")), self.log()));
        eprintln!("a picture and the app's log are in {}", dir.display());
    }
}

impl Drop for App<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.keep_failure();
        }
        self.session = None;
    }
}
