-- Articles as they were read, what was read in them, the events these make, and judgements about them.
-- The application id spells SANU.

PRAGMA application_id = 1396788821;

CREATE TABLE migration (
    version INTEGER PRIMARY KEY,
    name TEXT NOT NULL
);

CREATE TABLE run (
    id TEXT PRIMARY KEY,
    program TEXT NOT NULL,
    model TEXT NOT NULL,
    data TEXT NOT NULL,
    options TEXT NOT NULL,
    started TEXT NOT NULL,
    finished TEXT
);

-- One row for each form in which an article was read: a later version may clean the same source to another text, and
-- offsets belong to one text. `packed` is the whole record but its text, as JSON; `first_day` and `last_day` span
-- the publication date.
CREATE TABLE article (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    digest TEXT NOT NULL UNIQUE,
    published TEXT,
    first_day TEXT,
    last_day TEXT,
    publisher TEXT,
    url TEXT,
    text TEXT NOT NULL,
    packed TEXT NOT NULL
);
CREATE INDEX article_by_id ON article (id);

CREATE TABLE reading (
    id INTEGER PRIMARY KEY,
    article_id TEXT NOT NULL,
    article_key INTEGER NOT NULL REFERENCES article (key),
    model TEXT NOT NULL,
    run_id TEXT NOT NULL REFERENCES run (id),
    UNIQUE (article_id, model)
);

CREATE TABLE entity_mention (
    reading_id INTEGER NOT NULL REFERENCES reading (id),
    position INTEGER NOT NULL,
    start_offset INTEGER NOT NULL,
    end_offset INTEGER NOT NULL,
    text TEXT NOT NULL,
    label TEXT NOT NULL,
    states TEXT NOT NULL,
    sector TEXT,
    name TEXT,
    how TEXT NOT NULL,
    PRIMARY KEY (reading_id, position)
) WITHOUT ROWID;

-- `packed` is the whole record as JSON, the columns are what queries filter on. `first_day` and `last_day` span the
-- date of the event, or for want of one the publication date; `words` are the texts of the evidence, one a line.
CREATE TABLE event_mention (
    id TEXT PRIMARY KEY,
    article_id TEXT NOT NULL,
    digest TEXT NOT NULL,
    type TEXT NOT NULL,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    symmetric INTEGER NOT NULL,
    confidence REAL NOT NULL,
    first_day TEXT,
    last_day TEXT,
    words TEXT NOT NULL,
    packed TEXT NOT NULL
);
CREATE INDEX event_mention_by_article ON event_mention (article_id);
CREATE INDEX event_mention_by_type ON event_mention (type);
CREATE INDEX event_mention_by_kind ON event_mention (kind);
CREATE INDEX event_mention_by_status ON event_mention (status);
CREATE INDEX event_mention_by_day ON event_mention (first_day, last_day);

CREATE TABLE participant (
    mention_id TEXT NOT NULL REFERENCES event_mention (id),
    role TEXT NOT NULL CHECK (role IN ('actor', 'recipient')),
    position INTEGER NOT NULL,
    state TEXT NOT NULL,
    sector TEXT,
    name TEXT,
    text TEXT NOT NULL,
    start_offset INTEGER NOT NULL,
    end_offset INTEGER NOT NULL,
    PRIMARY KEY (mention_id, role, position)
) WITHOUT ROWID;
CREATE INDEX participant_by_state ON participant (state, mention_id, role);

CREATE TABLE reading_mention (
    reading_id INTEGER NOT NULL REFERENCES reading (id),
    mention_id TEXT NOT NULL REFERENCES event_mention (id),
    PRIMARY KEY (reading_id, mention_id)
) WITHOUT ROWID;
CREATE INDEX reading_mention_by_mention ON reading_mention (mention_id);

-- Events can be made again at any time from mentions and judgements: these two tables alone are rewritten.
CREATE TABLE event (
    id TEXT PRIMARY KEY,
    best_id TEXT NOT NULL REFERENCES event_mention (id)
);
CREATE INDEX event_by_best ON event (best_id);

CREATE TABLE event_member (
    mention_id TEXT PRIMARY KEY REFERENCES event_mention (id),
    event_id TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE
);
CREATE INDEX event_member_by_event ON event_member (event_id);

CREATE TABLE judgement (
    id TEXT PRIMARY KEY,
    verdict TEXT NOT NULL,
    left_id TEXT NOT NULL,
    right_id TEXT,
    reason TEXT NOT NULL,
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL,
    score REAL,
    value TEXT,
    retracts TEXT REFERENCES judgement (id)
);
CREATE INDEX judgement_by_left ON judgement (left_id);
CREATE INDEX judgement_by_right ON judgement (right_id);
CREATE INDEX judgement_by_retracted ON judgement (retracts);

CREATE TABLE problem (
    id INTEGER PRIMARY KEY,
    run_id TEXT NOT NULL REFERENCES run (id),
    origin TEXT NOT NULL,
    reason TEXT NOT NULL,
    field TEXT,
    note TEXT NOT NULL
);

CREATE TRIGGER event_mention_stays BEFORE UPDATE ON event_mention
BEGIN SELECT RAISE(ABORT, 'an event mention is never changed'); END;
CREATE TRIGGER event_mention_remains BEFORE DELETE ON event_mention
BEGIN SELECT RAISE(ABORT, 'an event mention is never removed'); END;
CREATE TRIGGER participant_stays BEFORE UPDATE ON participant
BEGIN SELECT RAISE(ABORT, 'a participant is never changed'); END;
CREATE TRIGGER participant_remains BEFORE DELETE ON participant
BEGIN SELECT RAISE(ABORT, 'a participant is never removed'); END;
CREATE TRIGGER judgement_stays BEFORE UPDATE ON judgement
BEGIN SELECT RAISE(ABORT, 'a judgement is never changed; retract it by a new one'); END;
CREATE TRIGGER judgement_remains BEFORE DELETE ON judgement
BEGIN SELECT RAISE(ABORT, 'a judgement is never removed; retract it by a new one'); END;
CREATE TRIGGER judgement_retracts BEFORE INSERT ON judgement
WHEN NEW.retracts IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM judgement WHERE id = NEW.retracts AND retracts IS NULL)
BEGIN SELECT RAISE(ABORT, 'a retraction names a judgement of this ledger that is no retraction itself'); END;

CREATE VIEW current_reading AS
SELECT id, article_id, article_key, model, run_id
FROM reading
WHERE id = (SELECT max(later.id) FROM reading AS later WHERE later.article_id = reading.article_id);

CREATE VIEW current_article AS
SELECT a.key, r.article_id AS id, a.published, a.first_day, a.last_day, a.publisher, a.url, a.text, a.packed, r.id AS reading_id
FROM current_reading AS r
JOIN article AS a ON a.key = r.article_key;

CREATE VIEW current_mention AS
SELECT m.id, m.article_id, m.type, m.kind, m.status, m.symmetric, m.confidence, m.first_day, m.last_day, m.words,
    m.packed, e.event_id, a.published, a.publisher, a.url
FROM event_mention AS m
JOIN reading_mention AS rm ON rm.mention_id = m.id
JOIN current_reading AS r ON r.id = rm.reading_id
JOIN article AS a ON a.key = r.article_key
LEFT JOIN event_member AS e ON e.mention_id = m.id;

CREATE VIEW live_judgement AS
SELECT id, verdict, left_id, right_id, reason, made_by, made_at, score, value, retracts
FROM judgement AS j
WHERE retracts IS NULL AND NOT EXISTS (SELECT 1 FROM judgement AS later WHERE later.retracts = j.id);
