-- Events of other people's data sets, row by row, beside those that were coded here.

-- A file that rows came from, as it was named. `header` is the line of headings, or the id of the dictionaries its rows need.
CREATE TABLE imported_file (
    key INTEGER PRIMARY KEY,
    format TEXT NOT NULL,
    name TEXT NOT NULL,
    header TEXT NOT NULL,
    run_id TEXT NOT NULL REFERENCES run (id),
    UNIQUE (format, name, header)
);

-- Whole files without which rows mean nothing, by the header of the rows.
CREATE TABLE imported_companion (
    header TEXT NOT NULL,
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (header, name)
) WITHOUT ROWID;

-- `raw` is the row as it stood, `packed` what was read in it, as an event mention, the columns are what queries filter on.
CREATE TABLE imported_event (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    file_key INTEGER NOT NULL REFERENCES imported_file (key),
    line INTEGER NOT NULL,
    raw TEXT NOT NULL,
    row_id TEXT,
    code TEXT,
    intensity REAL,
    type TEXT NOT NULL,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    first_day TEXT,
    last_day TEXT,
    publisher TEXT,
    published TEXT,
    url TEXT,
    packed TEXT NOT NULL
);
CREATE INDEX imported_event_by_type ON imported_event (type);
CREATE INDEX imported_event_by_day ON imported_event (first_day, last_day);

CREATE TABLE imported_state (
    state TEXT NOT NULL,
    event_key INTEGER NOT NULL REFERENCES imported_event (key),
    PRIMARY KEY (state, event_key)
) WITHOUT ROWID;

CREATE TRIGGER imported_event_stays BEFORE UPDATE ON imported_event
BEGIN SELECT RAISE(ABORT, 'an imported event is never changed'); END;
CREATE TRIGGER imported_event_remains BEFORE DELETE ON imported_event
BEGIN SELECT RAISE(ABORT, 'an imported event is never removed'); END;

-- Coded and imported events together. `format` is NULL for a coded one, whose `mention_id` is its best mention.
CREATE VIEW known_event AS
SELECT e.id, m.id AS mention_id, m.type, m.kind, m.status, m.first_day, m.last_day, m.packed, m.publisher, m.published, m.url,
    NULL AS key, NULL AS format, NULL AS file, NULL AS line, NULL AS raw, NULL AS header, NULL AS row_id, NULL AS code,
    NULL AS intensity
FROM event AS e
JOIN current_mention AS m ON m.id = e.best_id
UNION ALL
SELECT i.id, i.id, i.type, i.kind, i.status, i.first_day, i.last_day, i.packed, i.publisher, i.published, i.url,
    i.key, f.format, f.name, i.line, i.raw, f.header, i.row_id, i.code, i.intensity
FROM imported_event AS i
JOIN imported_file AS f ON f.key = i.file_key;

-- States that take part in an event mention or an imported event, by its id.
CREATE VIEW known_party AS
SELECT mention_id, state FROM participant
UNION ALL
SELECT i.id, s.state FROM imported_state AS s JOIN imported_event AS i ON i.key = s.event_key;
