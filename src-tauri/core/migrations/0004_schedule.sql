-- Times of the schedule are wall-clock times, YYYY-MM-DDTHH:MM:SS, in the zone of their event.

ALTER TABLE programme RENAME TO programme_start;

CREATE TABLE programme (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL,
    start_date TEXT,
    weeks INTEGER CHECK (weeks > 0), -- planned
    hours_a_week REAL NOT NULL DEFAULT 9 CHECK (hours_a_week >= 0), -- until a phase says another number
    zone TEXT, -- IANA name; NULL: wherever the person is
    phone TEXT NOT NULL,
    address TEXT NOT NULL,
    last_day TEXT -- planned
) STRICT;

INSERT INTO programme (id, name, start_date, phone, address)
SELECT id, '', start_date, '', '' FROM programme_start;

DROP TABLE programme_start;

-- Stepping down: from a day on, other numbers hold.
CREATE TABLE programme_phase (
    from_date TEXT PRIMARY KEY,
    days_a_week INTEGER CHECK (days_a_week > 0),
    hours_a_week REAL CHECK (hours_a_week >= 0)
) STRICT, WITHOUT ROWID;

-- Days without sessions: holidays, closed weeks.
CREATE TABLE programme_break (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    first_date TEXT NOT NULL,
    last_date TEXT NOT NULL CHECK (last_date >= first_date), -- itself a day of the break
    name TEXT NOT NULL
) STRICT;

-- A file that events were taken in from.
CREATE TABLE calendar (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    imported_ms INTEGER NOT NULL -- the last time
) STRICT;

-- A single event or a series, in the words of RFC 5545.
CREATE TABLE event (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again after a deletion
    uid TEXT NOT NULL UNIQUE,
    calendar_id INTEGER REFERENCES calendar (id), -- NULL: the person's own
    follows INTEGER UNIQUE REFERENCES event (id) ON DELETE SET NULL, -- the event it was split from
    kind TEXT NOT NULL,
    summary TEXT NOT NULL,
    start TEXT NOT NULL CHECK (start GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]'),
    all_day INTEGER NOT NULL CHECK (all_day IN (0, 1)),
    minutes INTEGER NOT NULL CHECK (minutes > 0), -- on the clock; whole days for one that is all day
    zone TEXT, -- IANA name; NULL: floating, wherever the person is
    rule TEXT, -- RRULE; its UNTIL is a wall-clock time too
    location TEXT NOT NULL,
    link TEXT NOT NULL,
    room TEXT NOT NULL,
    facilitator TEXT NOT NULL,
    bring TEXT NOT NULL,
    description TEXT NOT NULL,
    travel_minutes INTEGER CHECK (travel_minutes > 0),
    trashed_ms INTEGER, -- in the trash since; NULL for a live event
    CHECK (all_day = 0 OR (minutes % 1440 = 0 AND start GLOB '*T00:00:00'))
) STRICT;

CREATE INDEX event_live ON event (start) WHERE trashed_ms IS NULL;
CREATE INDEX event_trashed ON event (trashed_ms) WHERE trashed_ms IS NOT NULL;
CREATE INDEX event_by_calendar ON event (calendar_id) WHERE calendar_id IS NOT NULL;

-- Dates beside the rule (RDATE), and dates of it that do not count (EXDATE).
CREATE TABLE event_date (
    event_id INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    date_time TEXT NOT NULL,
    excluded INTEGER NOT NULL CHECK (excluded IN (0, 1)),
    PRIMARY KEY (event_id, date_time)
) STRICT, WITHOUT ROWID;

-- What is different about one occurrence; NULL: as in the event.
CREATE TABLE event_override (
    event_id INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    recurrence_id TEXT NOT NULL, -- when it would have started
    cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1)),
    start TEXT,
    minutes INTEGER CHECK (minutes > 0),
    summary TEXT,
    location TEXT,
    link TEXT,
    room TEXT,
    facilitator TEXT,
    bring TEXT,
    description TEXT,
    travel_minutes INTEGER CHECK (travel_minutes >= 0), -- 0: none
    PRIMARY KEY (event_id, recurrence_id)
) STRICT, WITHOUT ROWID;

-- What the person says about one occurrence.
CREATE TABLE session_record (
    event_id INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    recurrence_id TEXT NOT NULL,
    attendance TEXT,
    planned_minutes INTEGER CHECK (planned_minutes > 0), -- at the time it was said
    minutes INTEGER CHECK (minutes >= 0), -- there
    note_before TEXT NOT NULL,
    note_after TEXT NOT NULL,
    PRIMARY KEY (event_id, recurrence_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE homework (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    text TEXT NOT NULL CHECK (text <> ''),
    skill TEXT,
    event_id INTEGER REFERENCES event (id) ON DELETE SET NULL, -- given there, due there the next time
    given_date TEXT NOT NULL,
    due_date TEXT,
    done_date TEXT,
    trashed_ms INTEGER
) STRICT;

CREATE INDEX homework_live ON homework (done_date, due_date) WHERE trashed_ms IS NULL;
CREATE INDEX homework_trashed ON homework (trashed_ms) WHERE trashed_ms IS NOT NULL;
CREATE INDEX homework_by_event ON homework (event_id) WHERE event_id IS NOT NULL;

-- Pairs of overlapping occurrences that the person has seen; the first starts first.
CREATE TABLE conflict_seen (
    first_event INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    first_recurrence TEXT NOT NULL,
    second_event INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    second_recurrence TEXT NOT NULL,
    PRIMARY KEY (first_event, first_recurrence, second_event, second_recurrence)
) STRICT, WITHOUT ROWID;

CREATE INDEX conflict_seen_by_second ON conflict_seen (second_event);
