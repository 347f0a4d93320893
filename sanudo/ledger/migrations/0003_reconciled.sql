-- What events are made of: by what mentions are compared, which of them are likely one event, which articles are one text.
-- All of it can be made again at any time from articles, mentions and judgements.

-- The version of the rules and weights that the events were made with; none where they are to be made anew.
CREATE TABLE reconciled (
    version TEXT NOT NULL
);

CREATE TABLE trait (
    mention_id TEXT PRIMARY KEY REFERENCES event_mention (id),
    packed TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE mention_key (
    key TEXT NOT NULL,
    mention_id TEXT NOT NULL REFERENCES event_mention (id),
    PRIMARY KEY (key, mention_id)
) WITHOUT ROWID;
CREATE INDEX mention_key_by_mention ON mention_key (mention_id);

CREATE TABLE likeness (
    left_id TEXT NOT NULL REFERENCES event_mention (id),
    right_id TEXT NOT NULL REFERENCES event_mention (id),
    score REAL NOT NULL,
    PRIMARY KEY (left_id, right_id)
) WITHOUT ROWID;
CREATE INDEX likeness_by_right ON likeness (right_id);

CREATE TABLE article_copy (
    left_id TEXT NOT NULL,
    right_id TEXT NOT NULL,
    PRIMARY KEY (left_id, right_id)
) WITHOUT ROWID;
CREATE INDEX article_copy_by_right ON article_copy (right_id);

-- The source that an article counts as: copies of one text have one. `stretch` and `bands` are those by which its copies find it
-- in `article_band`.
CREATE TABLE article_source (
    key INTEGER PRIMARY KEY,
    article_id TEXT NOT NULL UNIQUE,
    source_id TEXT NOT NULL,
    stretch INTEGER NOT NULL,
    bands TEXT NOT NULL
);
CREATE INDEX article_source_by_source ON article_source (source_id);
CREATE INDEX article_source_by_stretch ON article_source (stretch);

-- The stretch comes first, so that what is written together lies together.
CREATE TABLE article_band (
    stretch INTEGER NOT NULL,
    band INTEGER NOT NULL,
    source_key INTEGER NOT NULL REFERENCES article_source (key),
    PRIMARY KEY (stretch, band, source_key)
) WITHOUT ROWID;

-- The current mentions that a judgement is about: a later reading of an article gives other mentions of the same words.
CREATE TABLE judged (
    judgement_id TEXT PRIMARY KEY REFERENCES judgement (id),
    left_id TEXT,
    right_id TEXT
) WITHOUT ROWID;
CREATE INDEX judged_by_left ON judged (left_id);
CREATE INDEX judged_by_right ON judged (right_id);

-- `packed` is the whole event, `own_id` the id that the event would have if this mention were its first: an id once given is found again.
DROP VIEW current_mention;
DROP VIEW known_event;
DROP VIEW known_party;
DROP TABLE event_member;
DROP TABLE event;

CREATE TABLE event (
    id TEXT PRIMARY KEY,
    best_id TEXT NOT NULL REFERENCES event_mention (id),
    type TEXT NOT NULL,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    first_day TEXT,
    last_day TEXT,
    disputed INTEGER NOT NULL,
    packed TEXT NOT NULL
);
CREATE INDEX event_by_best ON event (best_id);
CREATE INDEX event_by_day ON event (first_day, last_day);
CREATE INDEX event_by_disputed ON event (disputed);

CREATE TABLE event_member (
    mention_id TEXT PRIMARY KEY REFERENCES event_mention (id),
    event_id TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    own_id TEXT NOT NULL
);
CREATE INDEX event_member_by_event ON event_member (event_id);
CREATE INDEX event_member_by_own ON event_member (own_id);

-- The states and bodies of an event, which may be others than those of its mentions: a person can correct them.
CREATE TABLE event_party (
    state TEXT NOT NULL,
    event_id TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    PRIMARY KEY (state, event_id)
) WITHOUT ROWID;
CREATE INDEX event_party_by_event ON event_party (event_id);

CREATE VIEW current_mention AS
SELECT m.id, m.article_id, m.type, m.kind, m.status, m.symmetric, m.confidence, m.first_day, m.last_day, m.words,
    m.packed, e.event_id, a.published, a.publisher, a.url
FROM event_mention AS m
JOIN reading_mention AS rm ON rm.mention_id = m.id
JOIN current_reading AS r ON r.id = rm.reading_id
JOIN article AS a ON a.key = r.article_key
LEFT JOIN event_member AS e ON e.mention_id = m.id;

-- Coded and imported events together. `format` is NULL for a coded one, whose `packed` is its best mention and `event` the whole of it.
CREATE VIEW known_event AS
SELECT e.id, e.type, e.kind, e.status, e.first_day, e.last_day, m.packed, e.packed AS event, m.publisher,
    m.published, m.url, NULL AS key, NULL AS format, NULL AS file, NULL AS line, NULL AS raw, NULL AS header, NULL AS row_id,
    NULL AS code, NULL AS intensity
FROM event AS e
JOIN current_mention AS m ON m.id = e.best_id
UNION ALL
SELECT i.id, i.type, i.kind, i.status, i.first_day, i.last_day, i.packed, NULL, i.publisher,
    i.published, i.url, i.key, f.format, f.name, i.line, i.raw, f.header, i.row_id,
    i.code, i.intensity
FROM imported_event AS i
JOIN imported_file AS f ON f.key = i.file_key;

CREATE VIEW known_party AS
SELECT event_id, state FROM event_party
UNION ALL
SELECT i.id, s.state FROM imported_state AS s JOIN imported_event AS i ON i.key = s.event_key;
