-- The letters "coac": tells this database from any other program's.
PRAGMA application_id = 0x636f6163;

-- A browser that asked coach to keep something. Times are milliseconds since 1970, in UTC.
CREATE TABLE workspaces (
    n       INTEGER PRIMARY KEY,
    key     BLOB NOT NULL UNIQUE,       -- SHA-256 of the token in its cookie
    history INTEGER NOT NULL DEFAULT 0, -- 1 while revisions are to be recorded
    used    INTEGER NOT NULL            -- when something was last written
) STRICT;

-- What a draft was like at one time, in numbers.
CREATE TABLE revisions (
    n         INTEGER PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    workspace INTEGER NOT NULL REFERENCES workspaces ON DELETE CASCADE,
    at        INTEGER NOT NULL,
    counts    TEXT NOT NULL, -- {"blame-shifting":2}: findings by category
    elements  TEXT NOT NULL  -- {"present":3,"missing":2}: elements by state
) STRICT;
CREATE INDEX revisions_of ON revisions (workspace, n);

-- The only words of a writer that coach ever keeps.
CREATE TABLE drafts (
    n          INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    workspace  INTEGER NOT NULL REFERENCES workspaces ON DELETE CASCADE,
    at         INTEGER NOT NULL,
    text       TEXT NOT NULL,
    characters INTEGER NOT NULL, -- of text, in code points
    role       TEXT NOT NULL,
    no_contact INTEGER NOT NULL,
    latched    INTEGER NOT NULL
) STRICT;
CREATE INDEX drafts_of ON drafts (workspace, n);

CREATE TABLE feedback (
    n         INTEGER PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    workspace INTEGER NOT NULL REFERENCES workspaces ON DELETE CASCADE,
    at        INTEGER NOT NULL,
    rule      TEXT NOT NULL,
    reason    TEXT NOT NULL,
    note      TEXT NOT NULL,
    version   TEXT NOT NULL -- of coach
) STRICT;
CREATE INDEX feedback_of ON feedback (workspace, n);

-- Holds a row from the moment something is deleted until its bytes are gone from the files.
CREATE TABLE erasing (
    n INTEGER PRIMARY KEY
) STRICT;
