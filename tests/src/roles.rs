//! Finding things by role and name, as a screen reader does.

use crate::webdriver::{Answer, Element, Session};
use serde_json::{Value, json};

/// Role, the elements that could have it, and what the webview may call it.
const ROLES: &[(&str, &str, &[&str])] = &[
    ("alert", "[role=alert]", &["alert"]),
    ("button", "button, summary, [role=button]", &["button"]),
    (
        "checkbox",
        "input[type=checkbox]:not([role])",
        &["checkbox"],
    ),
    (
        "combobox",
        "select, [role=combobox]",
        &["combobox", "listbox", "button"],
    ),
    (
        "dialog",
        "dialog, [role=dialog]",
        &["dialog", "alertdialog"],
    ),
    ("heading", "h1, h2, h3, h4", &["heading"]),
    ("link", "a[href]", &["link"]),
    (
        "listitem",
        "li, [role=listitem], [role=option]",
        &["listitem", "option"],
    ),
    ("radio", "input[type=radio]", &["radio"]),
    ("searchbox", "input[type=search]", &["searchbox"]),
    ("spinbutton", "input[type=number]", &["spinbutton"]),
    ("slider", "input[type=range]", &["slider"]),
    ("switch", "[role=switch]", &["switch"]),
    ("tab", "[role=tab]", &["tab"]),
    (
        "textbox",
        "textarea, input:not([type]), input[type=text], input[type=password], input[type=date], input[type=time], input[type=tel]",
        &[
            "textbox",
            "combobox",
            "searchbox",
            "datefield",
            "timefield",
            "group",
            "",
        ],
    ),
];

/// Narrows the candidates in the page, so that only a few need to be asked for by the driver.
const CANDIDATES: &str = r"
    const [css, wanted] = arguments;
    const squeeze = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
    const apart = (node) => node.nodeType === Node.ELEMENT_NODE && getComputedStyle(node).display !== 'inline';
    const words = (node) => node.nodeType === Node.TEXT_NODE ? node.data
        : node.nodeType !== Node.ELEMENT_NODE || node.getAttribute('aria-hidden') === 'true' ? ''
        : [...node.childNodes].map((child) => apart(child) ? ` ${words(child)} ` : words(child)).join('');
    const roughName = (element) => squeeze(element.getAttribute('aria-label')
        || (element.getAttribute('aria-labelledby') ?? '').split(' ')
            .map((id) => document.getElementById(id)).filter(Boolean).map(words).join(' ')
        || [...(element.labels ?? [])].map(words).join(' ')
        || words(element) || element.title || element.placeholder || '');
    const modal = [...document.querySelectorAll('dialog')].filter((dialog) => dialog.matches(':modal')).pop();
    return [...(modal?.parentElement ?? document).querySelectorAll(css)].filter((element) =>
        (!modal || modal === element || modal.contains(element))
        && element.checkVisibility({ visibilityProperty: true })
        && !element.closest('[aria-hidden=true], [inert]')
        && (wanted === null || roughName(element).includes(wanted)));
";

fn known(role: &str) -> (&'static str, &'static [&'static str]) {
    let found = ROLES.iter().find(|(name, _, _)| *name == role);
    let (_, css, spoken) =
        found.unwrap_or_else(|| panic!("these tests do not know the role {role}"));
    (css, spoken)
}

fn candidates(session: &Session, css: &str, name: Option<&str>) -> Answer<Vec<Element>> {
    let found = session.script(CANDIDATES, &[json!(css), json!(name)])?;
    Ok(found
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Element::from_value)
        .collect())
}

/// Everything on the page with this role whose accessible name is exactly `name`.
///
/// # Panics
/// When the role is not among the known ones.
pub fn find_all(session: &Session, role: &str, name: &str) -> Answer<Vec<Element>> {
    find_where(session, role, name, |spoken| spoken == name)
}

/// Everything on the page with this role whose accessible name contains `part`.
pub fn find_like(session: &Session, role: &str, part: &str) -> Answer<Vec<Element>> {
    find_where(session, role, part, |spoken| spoken.contains(part))
}

fn find_where(
    session: &Session,
    role: &str,
    part: &str,
    fits: impl Fn(&str) -> bool,
) -> Answer<Vec<Element>> {
    let (css, roles) = known(role);
    let mut found = Vec::new();
    for element in candidates(session, css, Some(part))? {
        if fits(&squeeze(&session.name(&element)?))
            && roles.contains(&session.role(&element)?.as_str())
        {
            found.push(element);
        }
    }
    Ok(found)
}

/// The accessible names of everything visible with this role, in page order.
pub fn names(session: &Session, role: &str) -> Answer<Vec<String>> {
    let (css, _) = known(role);
    candidates(session, css, None)?
        .iter()
        .map(|element| Ok(squeeze(&session.name(element)?)))
        .collect()
}

/// The text of each item of the list with this name.
pub fn names_within(session: &Session, list: &str) -> Answer<Vec<String>> {
    let script = "const list = [...document.querySelectorAll('ul, ol')]
            .find((list) => list.getAttribute('aria-label') === arguments[0]);
        return [...(list?.children ?? [])].map((item) => item.innerText);";
    let items = session.script(script, &[json!(list)])?;
    Ok(items
        .as_array()
        .into_iter()
        .flatten()
        .map(|item| squeeze(&text_of(item)))
        .collect())
}

/// Role and name of what has the focus, as one line: `button "Save"`.
pub fn focused(session: &Session) -> Answer<String> {
    let element = session.active_element()?;
    Ok(spoken(&session.role(&element)?, &session.name(&element)?))
}

/// Role and name as one line.
#[must_use]
pub fn spoken(role: &str, name: &str) -> String {
    format!("{role} {:?}", squeeze(name))
}

/// The text a person can see, white space squeezed.
pub fn visible_text(session: &Session) -> Answer<String> {
    let text = session.script("return document.body ? document.body.innerText : '';", &[])?;
    Ok(squeeze(text.as_str().unwrap_or_default()))
}

/// Role and name of each visible control, for the words of a failure.
pub fn inventory(session: &Session) -> Answer<Vec<String>> {
    let mut lines = Vec::new();
    for element in candidates(
        session,
        "h1, a[href], button, input, textarea, select, [role]",
        None,
    )? {
        lines.push(format!(
            "{} {:?}",
            session.role(&element)?,
            squeeze(&session.name(&element)?)
        ));
    }
    Ok(lines)
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a script returned, as text.
#[must_use]
pub fn text_of(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}
