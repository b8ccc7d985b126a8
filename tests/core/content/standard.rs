//! The standard set: the skills of the programme, the letters of the acronyms, and which skills need
//! words of caution, a gate, or leave to be offered in a crisis.

pub struct Section {
    pub module: &'static str,
    pub groups: &'static [&'static str],
    pub skills: &'static [&'static str],
}

/// The name of something, and the words that must be said of it.
pub type Needs = (&'static str, &'static [&'static str]);
/// A skill, its acronym, and the letters with what they stand for.
pub type Acronym = (
    &'static str,
    &'static str,
    &'static [(&'static str, &'static str)],
);

pub const SECTIONS: &[Section] = &[
    Section {
        module: "mindfulness",
        groups: &["Core", "What to do", "How to do it", "More mindfulness"],
        skills: &[
            "wise-mind",
            "observe",
            "describe",
            "participate",
            "nonjudgmentally",
            "one-mindfully",
            "effectively",
            "loving-kindness",
            "balancing-doing-and-being",
            "walking-the-middle-path",
        ],
    },
    Section {
        module: "distress_tolerance",
        groups: &["Crisis survival", "Accepting reality", ADDICTION],
        skills: &[
            "stop",
            "pros-and-cons",
            "tipp",
            "temperature",
            "intense-exercise",
            "paced-breathing",
            "paired-muscle-relaxation",
            "accepts",
            "self-soothe",
            "improve",
            "body-scan",
            "radical-acceptance",
            "turning-the-mind",
            "willingness",
            "half-smile",
            "willing-hands",
            "mindfulness-of-current-thoughts",
            "urge-surfing",
            "dialectical-abstinence",
            "clear-mind",
            "community-reinforcement",
            "burning-bridges",
            "alternate-rebellion",
            "adaptive-denial",
        ],
    },
    Section {
        module: "emotion_regulation",
        groups: &[
            "Knowing what you feel",
            "Changing what you feel",
            "Feeling less at the mercy of it",
            "When feelings are very strong",
        ],
        skills: &[
            "understanding-emotions",
            "observing-and-describing-emotions",
            "check-the-facts",
            "opposite-action",
            "problem-solving",
            "accumulating-positives-short-term",
            "accumulating-positives-long-term",
            "building-mastery",
            "cope-ahead",
            "please",
            "nightmare-protocol",
            "sleep-hygiene",
            "mindfulness-of-current-emotion",
            "managing-extreme-emotions",
        ],
    },
    Section {
        module: "interpersonal_effectiveness",
        groups: &[
            "Getting started",
            "Asking and saying no",
            "Closer and freer",
            "The middle path",
        ],
        skills: &[
            "clarifying-priorities",
            "troubleshooting-interpersonal",
            "dear-man",
            "give",
            "fast",
            "how-strongly-to-ask",
            "building-relationships",
            "mindfulness-of-others",
            "ending-destructive-relationships",
            "dialectics",
            "validation",
            "self-validation",
            "behavior-change",
        ],
    },
    Section {
        module: "more",
        groups: &[
            "Looking back",
            "Thoughts and action",
            "In the moment",
            "Values and change",
        ],
        skills: &[
            "chain-analysis",
            "missing-links",
            "thought-record",
            "behavioral-activation",
            "grounding-5-4-3-2-1",
            "halt",
            "values",
            "readiness-ruler",
        ],
    },
];

pub const ADDICTION: &str = "When the crisis is addiction";
/// What the cautions of every skill of that group speak of.
pub const OF_ADDICTION: &[&str] = &["alcohol", "prescribed medicine", "team"];

/// The only skills that are offered above the skills-breakdown point.
pub const CRISIS: &[&str] = &[
    "stop",
    "pros-and-cons",
    "tipp",
    "temperature",
    "intense-exercise",
    "paced-breathing",
    "paired-muscle-relaxation",
    "accepts",
    "self-soothe",
    "improve",
    "urge-surfing",
    "adaptive-denial",
    "grounding-5-4-3-2-1",
];

/// Skills that need words of caution, and what these must speak of.
pub const CAUTIONS: &[Needs] = &[
    ("wise-mind", &["stop", "eyes"]),
    ("observe", &["stop", "eyes open"]),
    ("describe", &["stop", "trauma"]),
    ("participate", &["stop", "trauma"]),
    ("nonjudgmentally", &["stop", "eyes open"]),
    ("one-mindfully", &["stop", "eyes open"]),
    ("effectively", &["stop", "eyes open"]),
    ("loving-kindness", &["stop", "eyes open"]),
    ("balancing-doing-and-being", &["stop", "eyes open"]),
    ("walking-the-middle-path", &["stop"]),
    ("tipp", &["not safe for every body"]),
    (
        "temperature",
        &["heart", "eating disorder", "pregnan", "50 f (10 c)", "wrap"],
    ),
    ("intense-exercise", &["heart", "injury", "eating disorder"]),
    ("paced-breathing", &["gentle", "dizzy"]),
    ("accepts", &["harder time that you got through", "hurts"]),
    ("self-soothe", &["using", "food"]),
    ("improve", &["end time"]),
    ("body-scan", &["stop", "eyes"]),
    ("radical-acceptance", &["never a reason to stay", "safety"]),
    ("half-smile", &["skip"]),
    ("willing-hands", &["unsafe"]),
    ("mindfulness-of-current-thoughts", &["stop", "eyes open"]),
    ("urge-surfing", &["only tool", "withdrawal", "high"]),
    ("opposite-action", &["danger", "shame only with someone"]),
    ("please", &["eating disorder", "medicine"]),
    ("nightmare-protocol", &["trauma", "therapist"]),
    ("mindfulness-of-current-emotion", &["stop", "eyes open"]),
    (
        "ending-destructive-relationships",
        &["danger", "plan for safety", "help now"],
    ),
    ("dear-man", &["hurts", "plan for safety", "help now"]),
    (
        "how-strongly-to-ask",
        &["hurts", "plan for safety", "help now"],
    ),
    ("chain-analysis", &["steady", "crisis", "therapist"]),
];

/// Skills that begin at a safety gate.
pub const GATED: &[(&str, &str)] = &[("temperature", "cold"), ("intense-exercise", "effort")];

/// What every gate must ask about.
pub const OF_EVERY_GATE: &[&str] = &[
    "heart",
    "beta-blocker",
    "eating disorder",
    "pregnant",
    "breathing",
    "brain injury",
];

/// What a gate must ask about besides.
pub const ASKED: &[Needs] = &[
    ("cold", &["allergy to cold", "told you"]),
    ("effort", &["an injury", "told you", "must exercise"]),
];

/// Each acronym with its letters in order and what they stand for.
pub const ACRONYMS: &[Acronym] = &[
    (
        "stop",
        "STOP",
        &[
            ("S", "Stop"),
            ("T", "Take a step back"),
            ("O", "Observe"),
            ("P", "Proceed mindfully"),
        ],
    ),
    (
        "tipp",
        "TIPP",
        &[
            ("T", "Temperature"),
            ("I", "Intense exercise"),
            ("P", "Paced breathing"),
            ("P", "Paired muscle relaxation"),
        ],
    ),
    (
        "accepts",
        "ACCEPTS",
        &[
            ("A", "Activities"),
            ("C", "Contributing"),
            ("C", "Comparisons"),
            ("E", "Emotions"),
            ("P", "Pushing away"),
            ("T", "Thoughts"),
            ("S", "Sensations"),
        ],
    ),
    (
        "improve",
        "IMPROVE",
        &[
            ("I", "Imagery"),
            ("M", "Meaning"),
            ("P", "Prayer"),
            ("R", "Relaxation"),
            ("O", "One thing in the moment"),
            ("V", "Vacation"),
            ("E", "Encouragement"),
        ],
    ),
    (
        "please",
        "PLEASE",
        &[
            ("PL", "Treat physical illness"),
            ("E", "Balanced eating"),
            ("A", "Avoid mood-altering substances"),
            ("S", "Balanced sleep"),
            ("E", "Exercise"),
        ],
    ),
    (
        "dear-man",
        "DEAR MAN",
        &[
            ("D", "Describe"),
            ("E", "Express"),
            ("A", "Assert"),
            ("R", "Reinforce"),
            ("M", "Mindful"),
            ("A", "Appear confident"),
            ("N", "Negotiate"),
        ],
    ),
    (
        "give",
        "GIVE",
        &[
            ("G", "Gentle"),
            ("I", "Act interested"),
            ("V", "Validate"),
            ("E", "Easy manner"),
        ],
    ),
    (
        "fast",
        "FAST",
        &[
            ("F", "Fair"),
            ("A", "Apologies (no over-apologies)"),
            ("S", "Stick to values"),
            ("T", "Truthful"),
        ],
    ),
    (
        "halt",
        "HALT",
        &[
            ("H", "Hungry"),
            ("A", "Angry"),
            ("L", "Lonely"),
            ("T", "Tired"),
        ],
    ),
];

/// Skills from which a branch must lead to others.
pub const LEADS_ON: &[Needs] = &[
    ("check-the-facts", &["opposite-action", "problem-solving"]),
    (
        "tipp",
        &[
            "temperature",
            "intense-exercise",
            "paced-breathing",
            "paired-muscle-relaxation",
        ],
    ),
];

/// Skills that begin with a question that may lead to a word of safety: where, and what it names.
pub const ASKS_FIRST: &[(&str, &str)] = &[("radical-acceptance", "Help now")];
