/** What people decide about findings, what they note and follow up, and the papers that go to units. */
export const review = `
-- One row per decision, several of one command share their batch. What stands is the latest that was not taken back.
CREATE TABLE settlement (
  key         INTEGER NOT NULL PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  batch       TEXT NOT NULL,
  period      INTEGER NOT NULL REFERENCES period (key),
  finding     TEXT NOT NULL,
  rule        TEXT NOT NULL,
  -- NULL: about the province.
  unit        INTEGER REFERENCES unit (key),
  subject     TEXT,
  decision    TEXT NOT NULL CHECK (decision IN ('kept', 'adjusted', 'asked', 'waived', 'marked')),
  basis       TEXT CHECK (basis IN ('minutes', 'letter', 'phone', 'message', 'other')),
  reason      TEXT NOT NULL,
  -- SHA-256 over what the finding said and its cells; another one by now opens it again.
  fingerprint TEXT NOT NULL,
  adjustment  TEXT REFERENCES adjustment (id),
  -- The count that stood against the unit's, and whose it was: minutes are written when the finding may be gone.
  compared      INTEGER,
  compared_with TEXT,
  by_reviewer INTEGER NOT NULL CHECK (by_reviewer IN (0, 1)),
  is_undone   INTEGER NOT NULL CHECK (is_undone IN (0, 1)),
  actor       TEXT NOT NULL,
  at          TEXT NOT NULL
) STRICT;
CREATE INDEX settlement_by_period ON settlement (period, is_undone, key);
CREATE INDEX settlement_by_finding ON settlement (period, finding, key);
CREATE INDEX settlement_by_batch ON settlement (batch);

-- What a unit answered to a question of a query sheet.
CREATE TABLE query_answer (
  key     INTEGER NOT NULL PRIMARY KEY,
  id      TEXT NOT NULL UNIQUE,
  period  INTEGER NOT NULL REFERENCES period (key),
  finding TEXT NOT NULL,
  unit    INTEGER NOT NULL REFERENCES unit (key),
  verdict TEXT NOT NULL CHECK (verdict IN ('right', 'wrong', 'said')),
  value   INTEGER CHECK (value >= 0),
  text    TEXT NOT NULL,
  sha256  TEXT NOT NULL REFERENCES received_file (sha256),
  actor   TEXT NOT NULL,
  at      TEXT NOT NULL
) STRICT;
CREATE INDEX query_answer_by_finding ON query_answer (period, finding, key);

CREATE TABLE note (
  key       INTEGER NOT NULL PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  period    INTEGER NOT NULL REFERENCES period (key),
  kind      TEXT NOT NULL CHECK (kind IN ('remark', 'strength', 'shortcoming', 'commendation')),
  audience  TEXT NOT NULL CHECK (audience IN ('internal', 'unit')),
  -- NULL: about the whole period.
  unit      INTEGER REFERENCES unit (key),
  -- Input name of the figure or task it is pinned to; NULL: the unit as a whole.
  input     TEXT,
  -- JSON: the passage with its surroundings; NULL where it is not pinned to one.
  passage   TEXT,
  -- SHA-256 over what stood there; another one by now means "changed after review".
  seen      TEXT NOT NULL,
  text      TEXT NOT NULL,
  is_closed INTEGER NOT NULL CHECK (is_closed IN (0, 1)),
  actor     TEXT NOT NULL,
  at        TEXT NOT NULL
) STRICT;
CREATE INDEX note_by_period ON note (period, unit);

-- What makes a note a shortcoming that is followed up, until somebody else has verified its remedy.
CREATE TABLE shortcoming (
  note        INTEGER NOT NULL PRIMARY KEY REFERENCES note (key),
  category    TEXT NOT NULL,
  scope       TEXT NOT NULL,
  extent      TEXT NOT NULL,
  cause       TEXT NOT NULL CHECK (cause IN ('objective', 'subjective', 'both', 'unknown')),
  cause_text  TEXT NOT NULL,
  remedy      TEXT NOT NULL,
  owner       TEXT NOT NULL,
  due_on      TEXT,
  state       TEXT NOT NULL CHECK (state IN ('open', 'in_progress', 'done', 'verified')),
  verified_at TEXT CHECK ((state = 'verified') = (verified_at IS NOT NULL))
) STRICT;

-- Everything that happened to a note, in order.
CREATE TABLE note_entry (
  key    INTEGER NOT NULL PRIMARY KEY,
  id     TEXT NOT NULL UNIQUE,
  note   INTEGER NOT NULL REFERENCES note (key),
  kind   TEXT NOT NULL CHECK (kind IN ('reply', 'evidence', 'state', 'change', 'move')),
  text   TEXT NOT NULL,
  sha256 TEXT REFERENCES received_file (sha256),
  actor  TEXT NOT NULL,
  at     TEXT NOT NULL
) STRICT;
CREATE INDEX note_entry_by_note ON note_entry (note, key);
CREATE TRIGGER note_entry_is_append_only_update BEFORE UPDATE ON note_entry BEGIN SELECT RAISE(ABORT, 'note_entry is append-only'); END;
CREATE TRIGGER note_entry_is_append_only_delete BEFORE DELETE ON note_entry BEGIN SELECT RAISE(ABORT, 'note_entry is append-only'); END;

-- What became of a unit's proposal; pinned to its words, because a new version may propose something else in its place.
CREATE TABLE proposal_step (
  key    INTEGER NOT NULL PRIMARY KEY,
  id     TEXT NOT NULL UNIQUE,
  period INTEGER NOT NULL REFERENCES period (key),
  unit   INTEGER NOT NULL REFERENCES unit (key),
  words  TEXT NOT NULL,
  state  TEXT NOT NULL CHECK (state IN ('noted', 'forwarded', 'answered', 'set_aside')),
  reason TEXT NOT NULL,
  actor  TEXT NOT NULL,
  at     TEXT NOT NULL
) STRICT;
CREATE INDEX proposal_step_by_unit ON proposal_step (period, unit, key);

-- How an office is reached, and who looks after it here: never a person's own number.
CREATE TABLE unit_desk (
  unit   INTEGER NOT NULL PRIMARY KEY REFERENCES unit (key),
  office TEXT NOT NULL,
  phone  TEXT NOT NULL,
  email  TEXT NOT NULL,
  clerk  TEXT NOT NULL
) STRICT;

CREATE TABLE unit_call (
  key     INTEGER NOT NULL PRIMARY KEY,
  id      TEXT NOT NULL UNIQUE,
  period  INTEGER NOT NULL REFERENCES period (key),
  unit    INTEGER NOT NULL REFERENCES unit (key),
  channel TEXT NOT NULL CHECK (channel IN ('phone', 'zalo', 'email', 'visit', 'other')),
  text    TEXT NOT NULL,
  actor   TEXT NOT NULL,
  at      TEXT NOT NULL
) STRICT;
CREATE INDEX unit_call_by_unit ON unit_call (period, unit, key);

-- Papers that went out; content: what they said as JSON, the list of an urging letter frozen at its moment.
CREATE TABLE letter (
  key     INTEGER NOT NULL PRIMARY KEY,
  id      TEXT NOT NULL UNIQUE,
  period  INTEGER NOT NULL REFERENCES period (key),
  unit    INTEGER REFERENCES unit (key),
  kind    TEXT NOT NULL CHECK (kind IN ('urging', 'notice', 'minutes', 'query')),
  round   INTEGER NOT NULL CHECK (round >= 1),
  content TEXT NOT NULL,
  sha256  TEXT NOT NULL,
  actor   TEXT NOT NULL,
  at      TEXT NOT NULL
) STRICT;
CREATE INDEX letter_by_period ON letter (period, kind, unit);
`
