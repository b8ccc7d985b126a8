-- What the person wants to be reminded of; a kind or a thing that is not here is off.

CREATE TABLE reminder_rule (
    kind TEXT PRIMARY KEY, -- of event
    minutes_before INTEGER NOT NULL CHECK (minutes_before BETWEEN 0 AND 10080)
) STRICT, WITHOUT ROWID;

-- At a time of day, HH:MM, wherever the person is.
CREATE TABLE reminder_daily (
    what TEXT PRIMARY KEY CHECK (what IN ('check_in', 'card')),
    time TEXT NOT NULL CHECK (time GLOB '[0-2][0-9]:[0-5][0-9]')
) STRICT, WITHOUT ROWID;

-- From the one time of day until the other, through midnight where it comes between.
CREATE TABLE quiet_hours (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    from_time TEXT NOT NULL CHECK (from_time GLOB '[0-2][0-9]:[0-5][0-9]'),
    to_time TEXT NOT NULL CHECK (to_time GLOB '[0-2][0-9]:[0-5][0-9]'),
    CHECK (from_time <> to_time)
) STRICT;
