CREATE TABLE entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again after a deletion

    -- The instant in milliseconds since 1970 UTC, times 1024, plus a tie-breaker. It orders the
    -- journal and is the row number in entry_index, so that a search reads newest first.
    position INTEGER NOT NULL UNIQUE,
    instant_ms INTEGER NOT NULL GENERATED ALWAYS AS (position >> 10) VIRTUAL,
    offset_minutes INTEGER NOT NULL, -- of the local clock, east of UTC, when and where it was written
    local_date TEXT NOT NULL CHECK (local_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),

    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    prompt TEXT, -- the words of the prompt that was answered, as they were shown

    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL,
    trashed_ms INTEGER -- in the trash since; NULL for a live entry
) STRICT;

-- Live entries and how many there are, all or of one kind.
CREATE INDEX entry_live ON entry (position) WHERE trashed_ms IS NULL;
CREATE INDEX entry_live_by_kind ON entry (kind, position) WHERE trashed_ms IS NULL;
CREATE INDEX entry_trashed ON entry (trashed_ms) WHERE trashed_ms IS NOT NULL;

CREATE TABLE entry_tag (
    entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    tag TEXT NOT NULL CHECK (tag <> ''), -- lower case, NFC
    PRIMARY KEY (entry_id, tag)
) STRICT, WITHOUT ROWID;

CREATE INDEX entry_tag_by_tag ON entry_tag (tag, entry_id);

-- What the search sees of a live entry.
CREATE VIEW entry_text AS
SELECT
    id,
    position,
    title,
    body,
    (SELECT group_concat(tag, ' ') FROM entry_tag WHERE entry_id = entry.id) AS tags
FROM entry
WHERE trashed_ms IS NULL;

-- The text stays in entry; the index holds word positions only. Whoever changes a row of
-- entry_text takes it out of the index first and puts it back after, in one transaction.
CREATE VIRTUAL TABLE entry_index USING fts5 (
    title,
    body,
    tags,
    content = 'entry_text',
    content_rowid = 'position',
    tokenize = 'unicode61 remove_diacritics 2',
    prefix = '2'
);

-- The participant's own team line, shown first in Help now.
CREATE TABLE team_line (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL,
    number TEXT NOT NULL,
    hours TEXT NOT NULL
) STRICT;
