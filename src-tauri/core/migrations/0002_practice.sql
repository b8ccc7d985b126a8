-- The exercises that practices were begun with, each version once. A practice keeps the words it was
-- begun with; newer content changes nothing in it.
CREATE TABLE exercise (
    id INTEGER PRIMARY KEY,
    skill TEXT NOT NULL,
    name TEXT NOT NULL,
    digest BLOB NOT NULL UNIQUE, -- SHA-256 of the other columns
    content TEXT NOT NULL CHECK (json_valid(content)) -- cautions and steps
) STRICT;

CREATE TABLE practice (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again after a deletion
    exercise_id INTEGER NOT NULL REFERENCES exercise (id),

    position INTEGER NOT NULL UNIQUE, -- as in entry; when it was begun
    instant_ms INTEGER NOT NULL GENERATED ALWAYS AS (position >> 10) VIRTUAL,
    offset_minutes INTEGER NOT NULL,
    local_date TEXT NOT NULL CHECK (local_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),

    at TEXT NOT NULL, -- where it goes on: 'before', the id of a step, 'after', 'use' or 'done'

    -- What the ratings before and after say; NULL where nothing was said.
    feeling TEXT,
    strength_before INTEGER CHECK (strength_before BETWEEN 0 AND 100),
    strength_after INTEGER CHECK (strength_after BETWEEN 0 AND 100),
    urge TEXT,
    urge_before INTEGER CHECK (urge_before BETWEEN 0 AND 5),
    urge_after INTEGER CHECK (urge_after BETWEEN 0 AND 5),
    use_code INTEGER CHECK (use_code BETWEEN 0 AND 7),

    finished_ms INTEGER, -- NULL: half-done
    trashed_ms INTEGER, -- in the trash since; NULL for a live practice

    -- A use of the skill, as the statistics count it: codes 0 to 3 say that it was not used.
    is_use INTEGER NOT NULL GENERATED ALWAYS AS (
        finished_ms IS NOT NULL AND trashed_ms IS NULL AND ifnull(use_code, 7) > 3
    ) VIRTUAL
) STRICT;

CREATE INDEX practice_finished ON practice (position)
    WHERE trashed_ms IS NULL AND finished_ms IS NOT NULL;
CREATE INDEX practice_unfinished ON practice (position)
    WHERE trashed_ms IS NULL AND finished_ms IS NULL;
CREATE INDEX practice_trashed ON practice (trashed_ms) WHERE trashed_ms IS NOT NULL;
CREATE INDEX practice_by_exercise ON practice (exercise_id, position);
-- All that the statistics read.
CREATE INDEX practice_use ON practice (exercise_id, feeling, strength_before, strength_after)
    WHERE is_use = 1;

CREATE TABLE answer (
    id INTEGER PRIMARY KEY, -- in the order in which they were given
    practice_id INTEGER NOT NULL REFERENCES practice (id) ON DELETE CASCADE,
    step TEXT NOT NULL,
    content TEXT NOT NULL CHECK (json_valid(content)),
    UNIQUE (practice_id, step)
) STRICT;

-- What the search sees of a live practice: every word that was written or chosen in it.
CREATE VIEW practice_text AS
SELECT
    practice.id,
    practice.position,
    exercise.name,
    (
        SELECT group_concat(part.value, ' ')
        FROM answer, json_tree(answer.content) AS part
        WHERE answer.practice_id = practice.id AND part.type = 'text' AND part.key IS NOT 'kind'
    ) AS words
FROM practice JOIN exercise ON exercise.id = practice.exercise_id
WHERE practice.trashed_ms IS NULL;

-- Kept up as entry_index is.
CREATE VIRTUAL TABLE practice_index USING fts5 (
    name,
    words,
    content = 'practice_text',
    content_rowid = 'position',
    tokenize = 'unicode61 remove_diacritics 2',
    prefix = '2'
);

-- The last answer at a safety gate, and nothing more of it.
CREATE TABLE gate (
    gate TEXT PRIMARY KEY,
    ok INTEGER NOT NULL CHECK (ok IN (0, 1)),
    asked_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE shelf (
    shelf TEXT NOT NULL CHECK (shelf IN ('favourite', 'in_group')),
    skill TEXT NOT NULL,
    PRIMARY KEY (shelf, skill)
) STRICT, WITHOUT ROWID;

-- Personal menus, written while calm.
CREATE TABLE menu_item (
    skill TEXT NOT NULL,
    slot TEXT NOT NULL,
    place INTEGER NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    PRIMARY KEY (skill, slot, place)
) STRICT, WITHOUT ROWID;

-- Above this intensity only crisis-survival skills are offered.
CREATE TABLE breakdown_point (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    strength INTEGER NOT NULL CHECK (strength BETWEEN 0 AND 100)
) STRICT;
