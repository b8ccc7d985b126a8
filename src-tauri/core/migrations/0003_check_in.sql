CREATE TABLE check_in (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again after a deletion

    position INTEGER NOT NULL UNIQUE, -- as in entry
    instant_ms INTEGER NOT NULL GENERATED ALWAYS AS (position >> 10) VIRTUAL,
    offset_minutes INTEGER NOT NULL,
    local_date TEXT NOT NULL CHECK (local_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),

    mood INTEGER NOT NULL CHECK (mood BETWEEN 1 AND 7), -- very unpleasant to very pleasant
    note TEXT NOT NULL,
    trashed_ms INTEGER -- in the trash since; NULL for a live check-in
) STRICT;

CREATE INDEX check_in_live ON check_in (position) WHERE trashed_ms IS NULL;
CREATE INDEX check_in_trashed ON check_in (trashed_ms) WHERE trashed_ms IS NOT NULL;
-- All that the charts read.
CREATE INDEX check_in_mood ON check_in (local_date, mood) WHERE trashed_ms IS NULL;

CREATE TABLE check_in_word (
    check_in_id INTEGER NOT NULL REFERENCES check_in (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    word TEXT NOT NULL CHECK (word <> ''),
    PRIMARY KEY (check_in_id, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX check_in_word_by_word ON check_in_word (word);

-- The rows of the diary card. One that has values never changes its meaning: a new name makes a new
-- row that follows it.
CREATE TABLE card_item (
    id INTEGER PRIMARY KEY,
    key TEXT UNIQUE, -- in the start file; NULL for the participant's own
    follows INTEGER UNIQUE REFERENCES card_item (id),
    section TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    unit TEXT,
    low TEXT NOT NULL,
    high TEXT NOT NULL,
    effective INTEGER CHECK (effective IN (0, 1)),
    switch TEXT,
    offers_help_from INTEGER,
    place INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1))
) STRICT;

CREATE TABLE card (
    local_date TEXT PRIMARY KEY CHECK (local_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    filled_date TEXT NOT NULL, -- the local date on which it was first filled in
    skills_code INTEGER CHECK (skills_code BETWEEN 0 AND 7),
    why_no_skills TEXT NOT NULL,
    note TEXT NOT NULL,
    session_day INTEGER NOT NULL CHECK (session_day IN (0, 1))
) STRICT, WITHOUT ROWID;

-- By item first: a chart reads one item over many days.
CREATE TABLE card_value (
    item_id INTEGER NOT NULL REFERENCES card_item (id),
    local_date TEXT NOT NULL REFERENCES card (local_date) ON DELETE CASCADE,
    number REAL,
    text TEXT,
    PRIMARY KEY (item_id, local_date),
    CHECK ((number IS NULL) <> (text IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX card_value_by_date ON card_value (local_date);

-- Where the person changed what follows from that day's practice.
CREATE TABLE card_skill (
    local_date TEXT NOT NULL REFERENCES card (local_date) ON DELETE CASCADE,
    skill TEXT NOT NULL,
    used INTEGER NOT NULL CHECK (used IN (0, 1)),
    PRIMARY KEY (local_date, skill)
) STRICT, WITHOUT ROWID;

CREATE INDEX practice_use_by_date ON practice (local_date, exercise_id) WHERE is_use = 1;

-- Rows of the card that one switch hides.
CREATE TABLE card_switch (
    switch TEXT PRIMARY KEY,
    is_on INTEGER NOT NULL CHECK (is_on IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE assessment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    instrument TEXT NOT NULL,
    position INTEGER NOT NULL UNIQUE, -- when it was begun; when it was finished once it is
    instant_ms INTEGER NOT NULL GENERATED ALWAYS AS (position >> 10) VIRTUAL,
    offset_minutes INTEGER NOT NULL,
    local_date TEXT NOT NULL,
    score INTEGER, -- NULL: half-done
    trashed_ms INTEGER
) STRICT;

CREATE INDEX assessment_score ON assessment (instrument, position, local_date, score)
    WHERE trashed_ms IS NULL;

CREATE TABLE assessment_answer (
    assessment_id INTEGER NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
    item TEXT NOT NULL,
    value INTEGER NOT NULL,
    PRIMARY KEY (assessment_id, item)
) STRICT, WITHOUT ROWID;

-- The participant's choice where it is not the file's.
CREATE TABLE instrument_choice (
    instrument TEXT PRIMARY KEY,
    is_on INTEGER NOT NULL CHECK (is_on IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE medication (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (name <> ''),
    dose TEXT NOT NULL,
    times TEXT NOT NULL,
    prescriber TEXT NOT NULL,
    stopped INTEGER NOT NULL CHECK (stopped IN (0, 1))
) STRICT;

-- Days on which Help now was offered after a high rating: once a day is enough.
CREATE TABLE help_offer (
    local_date TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE programme (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    start_date TEXT NOT NULL
) STRICT;
