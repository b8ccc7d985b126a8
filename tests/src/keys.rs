//! What a person does who has a keyboard and no mouse.

use crate::app::App;
use crate::roles;
use crate::webdriver::{Element, key};
use serde_json::json;

/// More stops than any screen has, the library with all its skills set aside.
const MOST_STOPS: usize = 60;
const MOST_CHOICES: usize = 30;

impl App<'_> {
    /// Goes on with Tab until a thing of this role has the focus whose name is exactly this.
    #[track_caller]
    pub fn tab_to(&self, role: &str, name: &str) {
        let wanted = roles::spoken(role, name);
        self.tab_until(&[], &wanted, |focused| focused == wanted);
    }

    /// Goes on with Tab until a thing of this role has the focus with this in its name.
    #[track_caller]
    pub fn tab_to_like(&self, role: &str, part: &str) {
        let wanted = format!("{role} with {part:?}");
        self.tab_until(&[], &wanted, |focused| is_like(focused, role, part));
    }

    /// Goes back with Shift and Tab.
    #[track_caller]
    pub fn tab_back_to(&self, role: &str, name: &str) {
        let wanted = roles::spoken(role, name);
        self.tab_until(&[key::SHIFT], &wanted, |focused| focused == wanted);
    }

    #[track_caller]
    fn tab_until(&self, held: &[char], wanted: &str, fits: impl Fn(&str) -> bool) {
        let mut passed = Vec::new();
        for _ in 0..MOST_STOPS {
            let focused = self.focused();
            if fits(&focused) {
                return;
            }
            passed.push(focused);
            self.press(held, &[key::TAB]);
        }
        panic!("Tab does not come to {wanted}, only to {passed:#?}");
    }

    /// Goes to a button with Tab and presses Enter.
    #[track_caller]
    pub fn enter(&self, button: &str) {
        self.find("button", button);
        self.tab_to("button", button);
        self.press(&[], &[key::ENTER]);
    }

    /// The same for a button with this in its name.
    #[track_caller]
    pub fn enter_like(&self, part: &str) {
        self.find_like("button", part);
        self.tab_to_like("button", part);
        self.press(&[], &[key::ENTER]);
    }

    /// Ticks a box, or takes the tick away.
    #[track_caller]
    pub fn tick(&self, name: &str) {
        self.find("checkbox", name);
        self.tab_to("checkbox", name);
        self.press(&[], &[key::SPACE]);
    }

    /// Chooses one of a group of radio buttons: Tab to the group, the arrow keys inside it.
    #[track_caller]
    pub fn pick(&self, name: &str) {
        let wanted = self.find_like("radio", name);
        self.tab_to_group(&wanted);
        for _ in 0..MOST_CHOICES {
            let here = self.expect(self.session().active_element(), "something has the focus");
            if here == wanted {
                let chosen = self.expect(self.session().property(&here, "checked"), name);
                if chosen != json!(true) {
                    self.press(&[], &[key::SPACE]);
                }
                return;
            }
            self.press(&[], &[key::DOWN]);
        }
        panic!(
            "the arrow keys do not come to {name:?}; {}",
            self.describe()
        );
    }

    /// Goes on with Tab until a radio button of the same group has the focus.
    #[track_caller]
    fn tab_to_group(&self, wanted: &Element) {
        let script = "const here = document.activeElement;
            return here.type === 'radio' && here.name === arguments[0].name;";
        for _ in 0..MOST_STOPS {
            let is_there = self.session().script(script, &[wanted.reference()]);
            if self.expect(is_there, "the page answers") == json!(true) {
                return;
            }
            self.press(&[], &[key::TAB]);
        }
        panic!("Tab does not come to the group; {}", self.describe());
    }

    /// Goes to a field and types.
    #[track_caller]
    pub fn type_at(&self, field: &str, text: &str) {
        self.find("textbox", field);
        self.tab_to("textbox", field);
        self.type_keys(text);
    }

    /// Waits until this has the focus.
    #[track_caller]
    pub fn see_focus(&self, role: &str, name: &str) {
        let wanted = roles::spoken(role, name);
        self.until(&format!("the focus is on {wanted}"), |session| {
            let focused = roles::focused(session)?;
            if focused == wanted {
                Ok(Some(()))
            } else {
                Err(other(&focused))
            }
        });
    }

    /// Goes to a room by its button in the rail, which stands before every screen.
    #[track_caller]
    pub fn go_to_room(&self, room: &str) {
        self.tab_back_to("button", &self.words(&format!("shell.rooms.{room}")));
        self.press(&[], &[key::ENTER]);
    }
}

fn is_like(focused: &str, role: &str, part: &str) -> bool {
    focused
        .strip_prefix(role)
        .is_some_and(|name| name.contains(part))
}

/// So that a wait in vain tells what had the focus instead.
fn other(focused: &str) -> crate::webdriver::DriverError {
    crate::webdriver::DriverError {
        code: "elsewhere".into(),
        message: focused.to_owned(),
    }
}
