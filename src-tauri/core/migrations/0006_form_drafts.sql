-- What is half filled in and not saved yet, as its form keeps it.

CREATE TABLE form_draft (
    form TEXT PRIMARY KEY,
    body TEXT NOT NULL,
    saved_ms INTEGER NOT NULL
) STRICT;
