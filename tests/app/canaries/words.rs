//! What is typed: words that stand nowhere else.

pub const PASSPHRASE: &str = "canary zq01 “quoted” naïve passphrase";
pub const NEW_PASSPHRASE: &str = "canary zq02 another long passphrase";
pub const WRONG_PASSPHRASE: &str = "canary zq03 not the passphrase at all";
pub const SEARCH: &str = "canary zq04 searched";
pub const TEAM_NAME: &str = "canary zq05 team";
pub const TEAM_NUMBER: &str = "555 0142 zq06";
pub const TEAM_HOURS: &str = "canary zq07 hours";
pub const REGAINED: &str = "canary zq08 trashed and regained";
pub const GONE: &str = "canary zq09 deleted for good";
pub const SETUP_SLIP: &str = "canary zq10 typed twice, differently";
pub const STEP: &str = "canary zq11 written at a step";
pub const LINE: &str = "canary zq12 line of a list";
pub const OWN_WORD: &str = "canary zq13 chosen in own words";
pub const MENU_ITEM: &str = "canary zq14 item of one’s own list";
pub const SKILLS_SEARCH: &str = "canary zq15 searched among skills";
pub const GONE_PRACTICE: &str = "canary zq16 practice deleted for good";
pub const CHECK_IN_NOTE: &str = "canary zq17 note of a check-in";
pub const OWN_FEELING: &str = "canary zq18 felt in own words";
pub const CARD_NOTE: &str = "canary zq19 note of a diary card";
pub const CARD_TEXT: &str = "canary zq1a written in a row of the card";
pub const CARD_ROW: &str = "canary zq1b row of one’s own";
pub const MEDICINE: &str = "canary zq1c name of a medicine";
pub const DOSE: &str = "canary zq1d dose in own words";
pub const PROGRAMME: &str = "canary zq1e name of a program";
pub const PROGRAMME_PHONE: &str = "555 0161 zq1f";
pub const ADDRESS: &str = "canary zq2x address of a program";
pub const BREAK: &str = "canary zq2y name of a break";
pub const SUMMARY: &str = "canary zq2z name of a session";
pub const PLACE: &str = "canary zq3x place of a session";
pub const LINK: &str = "https://canary.example/zq3y-link-of-a-session";
pub const ROOM: &str = "canary zq3z room of a session";
pub const WHO: &str = "canary zq4x leads a session";
pub const BRING: &str = "canary zq4y brought to a session";
pub const ABOUT: &str = "canary zq4z said about a session";
pub const BEFORE: &str = "canary zq5x noted before a session";
pub const AFTER: &str = "canary zq5y noted after a session";
pub const HOMEWORK: &str = "canary zq5z given as homework";
pub const GONE_HOMEWORK: &str = "canary zq6x homework deleted for good";
pub const GONE_SESSION: &str = "canary zq6y session deleted for good";
pub const UNSAVED: &str = "canary zq6z session typed and let go";
pub const HALF: &str = "canary zq7y session half typed and kept";
pub const FILED: &str = "canary zq7x from a calendar file";
pub const ENTRIES: usize = 11;

pub fn title(number: usize) -> String {
    format!("canary zq{}a title", 20 + number)
}

pub fn body(number: usize) -> String {
    format!("canary zq{}b “body”, naïve 🌊 words", 20 + number)
}

pub fn tag(number: usize) -> String {
    format!("canary zq{}c tag", 20 + number)
}

/// Everything typed, with the recovery words three at a time: one alone is short enough to turn up
/// by chance in encrypted bytes.
pub fn marked(words: &[String]) -> Vec<String> {
    let fixed = [
        PASSPHRASE,
        NEW_PASSPHRASE,
        WRONG_PASSPHRASE,
        SEARCH,
        TEAM_NAME,
        TEAM_NUMBER,
        TEAM_HOURS,
        REGAINED,
        GONE,
        SETUP_SLIP,
        STEP,
        LINE,
        OWN_WORD,
        MENU_ITEM,
        SKILLS_SEARCH,
        GONE_PRACTICE,
        CHECK_IN_NOTE,
        OWN_FEELING,
        CARD_NOTE,
        CARD_TEXT,
        CARD_ROW,
        MEDICINE,
        DOSE,
        PROGRAMME,
        PROGRAMME_PHONE,
        ADDRESS,
        BREAK,
        SUMMARY,
        PLACE,
        LINK,
        ROOM,
        WHO,
        BRING,
        ABOUT,
        BEFORE,
        AFTER,
        HOMEWORK,
        GONE_HOMEWORK,
        GONE_SESSION,
        UNSAVED,
        HALF,
        FILED,
    ];
    let mut all: Vec<String> = fixed.iter().map(ToString::to_string).collect();
    all.extend((0..ENTRIES).flat_map(|number| [title(number), body(number), tag(number)]));
    all.extend(words.chunks(3).map(|three| three.join(" ")));
    all
}
