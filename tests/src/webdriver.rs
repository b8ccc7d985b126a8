//! A small blocking W3C WebDriver client: what these tests need and no more.
//!
//! The app listens for automation itself (`WEBKIT_INSPECTOR_SERVER`), and the driver is pointed at
//! it with `--target`. So the app is our own child, and a process that has replaced itself can be
//! attached to again by a new driver.

use crate::process::{self, Child};
use serde_json::{Value, json};
use std::fmt;
use std::net::TcpListener;
use std::path::Path;
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::Duration;

const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// The webview hands out a picture with the next frame it draws, and a page at rest draws none.
const START_BLINKING: &str = "let on = false;
    window.blinking = setInterval(() => {
        on = !on;
        document.documentElement.style.outlineOffset = on ? '1px' : '0px';
        document.documentElement.style.outline = '1px solid rgb(0 0 0 / 0.004)';
    }, 16);";

/// What a script has just changed is on the screen two frames later; a hidden page draws none.
const AFTER_TWO_FRAMES: &str = "const [done] = arguments;
    setTimeout(done, 500);
    requestAnimationFrame(() => requestAnimationFrame(done));";
const STOP_BLINKING: &str = "clearInterval(window.blinking);
    document.documentElement.style.removeProperty('outline');
    document.documentElement.style.removeProperty('outline-offset');";

/// Keys as the W3C standard writes them.
pub mod key {
    pub const BACKSPACE: char = '\u{E003}';
    pub const TAB: char = '\u{E004}';
    pub const ENTER: char = '\u{E007}';
    pub const SHIFT: char = '\u{E008}';
    pub const CONTROL: char = '\u{E009}';
    pub const ESCAPE: char = '\u{E00C}';
    pub const SPACE: char = ' ';
    pub const END: char = '\u{E010}';
    pub const HOME: char = '\u{E011}';
    pub const LEFT: char = '\u{E012}';
    pub const UP: char = '\u{E013}';
    pub const RIGHT: char = '\u{E014}';
    pub const DOWN: char = '\u{E015}';
    pub const DELETE: char = '\u{E017}';
    pub const F1: char = '\u{E031}';
    pub const F6: char = '\u{E036}';
    pub const F9: char = '\u{E039}';
}

#[derive(Debug, Clone)]
pub struct DriverError {
    pub code: String,
    pub message: String,
}

impl fmt::Display for DriverError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code, self.message)
    }
}

impl std::error::Error for DriverError {}

impl DriverError {
    fn unreachable(error: impl fmt::Display) -> Self {
        Self {
            code: "unreachable".into(),
            message: error.to_string(),
        }
    }

    /// The app's process, or its automation, is no longer at the other end.
    #[must_use]
    pub fn is_end_of_session(&self) -> bool {
        matches!(
            self.code.as_str(),
            "unreachable" | "invalid session id" | "unknown error"
        )
    }
}

pub type Answer<T> = Result<T, DriverError>;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element(String);

impl Element {
    #[must_use]
    pub fn reference(&self) -> Value {
        json!({ ELEMENT: self.0 })
    }

    /// Reads one out of the answer of a script.
    #[must_use]
    pub fn from_value(value: &Value) -> Option<Self> {
        value.get(ELEMENT)?.as_str().map(|id| Self(id.to_owned()))
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

/// A port nobody listens on, outside the range the system hands out by itself.
#[must_use]
pub fn free_port() -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let base = 20_000 + (std::process::id() % 1_000) as u16 * 10;
    loop {
        let port = base + NEXT.fetch_add(1, Ordering::Relaxed) % 2_000;
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
}

/// A session with the webview, and the driver process that carries it.
pub struct Session {
    agent: ureq::Agent,
    base: String,
    _driver: Child,
}

impl Session {
    /// Starts a driver and attaches it to the app that listens on `app_port`.
    pub fn attach(app_port: u16, log_path: &Path) -> Answer<Self> {
        let port = free_port();
        let mut command = process::tied("WebKitWebDriver");
        command
            .arg(format!("--port={port}"))
            .arg(format!("--target=127.0.0.1:{app_port}"));
        let driver = process::start_logged(command, log_path);
        let agent = ureq::Agent::new_with_config(
            ureq::Agent::config_builder()
                .timeout_global(Some(Duration::from_secs(60)))
                .http_status_as_error(false)
                .build(),
        );
        let root = format!("http://127.0.0.1:{port}");
        let up = crate::wait::until_or_none(Duration::from_secs(10), || {
            agent.get(format!("{root}/status")).call().ok()
        });
        if up.is_none() {
            return Err(DriverError::unreachable("WebKitWebDriver did not start"));
        }
        let capabilities = json!({"capabilities": {"alwaysMatch": {}}});
        let answer = send(
            agent
                .post(format!("{root}/session"))
                .send_json(&capabilities),
        )?;
        let id = answer["sessionId"].as_str().unwrap_or_default();
        Ok(Self {
            base: format!("{root}/session/{id}"),
            agent,
            _driver: driver,
        })
    }

    fn get(&self, path: &str) -> Answer<Value> {
        send(self.agent.get(format!("{}{path}", self.base)).call())
    }

    fn post(&self, path: &str, body: &Value) -> Answer<Value> {
        send(
            self.agent
                .post(format!("{}{path}", self.base))
                .send_json(body),
        )
    }

    pub fn find_all_css(&self, css: &str) -> Answer<Vec<Element>> {
        let found = self.post("/elements", &json!({"using": "css selector", "value": css}))?;
        Ok(found
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Element::from_value)
            .collect())
    }

    pub fn find_css(&self, css: &str) -> Answer<Element> {
        let found = self.post("/element", &json!({"using": "css selector", "value": css}))?;
        Element::from_value(&found).ok_or_else(|| DriverError::unreachable("no element id"))
    }

    pub fn active_element(&self) -> Answer<Element> {
        Element::from_value(&self.get("/element/active")?)
            .ok_or_else(|| DriverError::unreachable("no element id"))
    }

    /// Clicks, after scrolling there: the driver does so for the page as a whole, but not for a part
    /// of it that scrolls by itself.
    pub fn click(&self, element: &Element) -> Answer<()> {
        let scroll = "arguments[0].scrollIntoView({ block: 'nearest' })";
        self.script(scroll, &[element.reference()])?;
        self.post(&format!("/element/{}/click", element.0), &json!({}))
            .map(drop)
    }

    /// Types into the element, as a person at the keyboard would.
    pub fn type_into(&self, element: &Element, text: &str) -> Answer<()> {
        self.post(
            &format!("/element/{}/value", element.0),
            &json!({"text": text}),
        )
        .map(drop)
    }

    pub fn clear(&self, element: &Element) -> Answer<()> {
        self.post(&format!("/element/{}/clear", element.0), &json!({}))
            .map(drop)
    }

    pub fn text(&self, element: &Element) -> Answer<String> {
        self.get(&format!("/element/{}/text", element.0))
            .map(into_string)
    }

    pub fn attribute(&self, element: &Element, name: &str) -> Answer<Option<String>> {
        let value = self.get(&format!("/element/{}/attribute/{name}", element.0))?;
        Ok(value.as_str().map(str::to_owned))
    }

    pub fn property(&self, element: &Element, name: &str) -> Answer<Value> {
        self.get(&format!("/element/{}/property/{name}", element.0))
    }

    /// The role as assistive technology is told it.
    pub fn role(&self, element: &Element) -> Answer<String> {
        self.get(&format!("/element/{}/computedrole", element.0))
            .map(into_string)
    }

    /// The accessible name as assistive technology is told it.
    pub fn name(&self, element: &Element) -> Answer<String> {
        self.get(&format!("/element/{}/computedlabel", element.0))
            .map(into_string)
    }

    pub fn script(&self, body: &str, arguments: &[Value]) -> Answer<Value> {
        self.post("/execute/sync", &json!({"script": body, "args": arguments}))
    }

    /// Runs a script whose last argument is the function that takes the answer.
    pub fn script_async(&self, body: &str, arguments: &[Value]) -> Answer<Value> {
        self.post(
            "/execute/async",
            &json!({"script": body, "args": arguments}),
        )
    }

    /// Presses `keys` one after another while all of `held` are down.
    pub fn press(&self, held: &[char], keys: &[char]) -> Answer<()> {
        let mut actions = Vec::new();
        let mut push = |kind: &str, key: char| {
            actions.push(json!({"type": kind, "value": key.to_string()}));
        };
        held.iter().for_each(|key| push("keyDown", *key));
        for key in keys {
            push("keyDown", *key);
            push("keyUp", *key);
        }
        held.iter().rev().for_each(|key| push("keyUp", *key));
        let body = json!({"actions": [{"type": "key", "id": "keyboard", "actions": actions}]});
        self.post("/actions", &body).map(drop)
    }

    /// Types text into whatever has the focus.
    pub fn type_keys(&self, text: &str) -> Answer<()> {
        self.press(&[], &text.chars().collect::<Vec<_>>())
    }

    pub fn screenshot(&self) -> Answer<Vec<u8>> {
        self.script_async(AFTER_TWO_FRAMES, &[])?;
        self.script(START_BLINKING, &[])?;
        let shot = self.get("/screenshot").map(into_string);
        self.script(STOP_BLINKING, &[])?;
        let text = shot?;
        crate::encoding::from_base64(&text)
            .ok_or_else(|| DriverError::unreachable("the screenshot is not base64"))
    }

    pub fn windows(&self) -> Answer<Vec<String>> {
        let handles = self.get("/window/handles")?;
        Ok(handles
            .as_array()
            .into_iter()
            .flatten()
            .cloned()
            .map(into_string)
            .collect())
    }

    pub fn switch_to(&self, window: &str) -> Answer<()> {
        self.post("/window", &json!({"handle": window})).map(drop)
    }

    pub fn url(&self) -> Answer<String> {
        self.get("/url").map(into_string)
    }

    /// Goes to another page of the app.
    pub fn open(&self, url: &str) -> Answer<()> {
        self.post("/url", &json!({"url": url})).map(drop)
    }

    pub fn title(&self) -> Answer<String> {
        self.get("/title").map(into_string)
    }

    pub fn resize(&self, width: u32, height: u32) -> Answer<()> {
        self.post("/window/rect", &json!({"width": width, "height": height}))
            .map(drop)
    }

    pub fn rect(&self, element: &Element) -> Answer<Rect> {
        let rect = self.get(&format!("/element/{}/rect", element.0))?;
        let side = |name: &str| rect[name].as_f64().unwrap_or_default();
        Ok(Rect {
            x: side("x"),
            y: side("y"),
            width: side("width"),
            height: side("height"),
        })
    }
}

fn into_string(value: Value) -> String {
    match value {
        Value::String(text) => text,
        other => other.to_string(),
    }
}

fn send(answer: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Answer<Value> {
    let mut response = answer.map_err(DriverError::unreachable)?;
    let failed = !response.status().is_success();
    let mut body: Value = response
        .body_mut()
        .with_config()
        .limit(64 * 1024 * 1024)
        .read_json()
        .map_err(DriverError::unreachable)?;
    let value = body["value"].take();
    if failed {
        return Err(DriverError {
            code: value["error"]
                .as_str()
                .unwrap_or("unknown error")
                .to_owned(),
            message: value["message"].as_str().unwrap_or_default().to_owned(),
        });
    }
    Ok(value)
}
