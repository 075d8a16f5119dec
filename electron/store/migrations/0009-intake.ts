/**
 * What people settle once about what units send in: whose name a text is, how a table of one's own is read, which paper
 * belongs to whom, what was keyed in from paper or phone.
 */
export const intake = `
-- One answer of a person to what a waiting version asked: the rule with its params, and what was answered.
CREATE TABLE held_answer (
  key        INTEGER NOT NULL PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  submission INTEGER NOT NULL REFERENCES submission (key),
  rule       TEXT NOT NULL,
  params     TEXT NOT NULL,
  choice     TEXT NOT NULL,
  -- NULL where nobody knew whose it was, then and afterwards.
  unit       INTEGER REFERENCES unit (key),
  actor      TEXT NOT NULL,
  at         TEXT NOT NULL
) STRICT;
CREATE INDEX held_answer_by_submission ON held_answer (submission);

-- A name that a unit gives itself on a cover and that only a person could tell; folded: as names are compared.
CREATE TABLE sender_name (
  key        INTEGER NOT NULL PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  folded     TEXT NOT NULL,
  text       TEXT NOT NULL,
  unit       INTEGER NOT NULL REFERENCES unit (key),
  -- Where it was learned.
  submission INTEGER NOT NULL REFERENCES submission (key),
  state      TEXT NOT NULL CHECK (state IN ('active', 'replaced', 'forgotten')),
  actor      TEXT NOT NULL,
  at         TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX sender_name_one ON sender_name (folded) WHERE state = 'active';

-- How the table that a unit made by itself is read, confirmed by a person; replayed for the same unit and layout.
CREATE TABLE kept_mapping (
  key        INTEGER NOT NULL PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  unit       INTEGER NOT NULL REFERENCES unit (key),
  layout_key TEXT NOT NULL,
  -- JSON: cells by input with the words beside them, and how numbers and texts are read.
  mapping    TEXT NOT NULL,
  -- JSON: the units that the heads of its sheets spoke of then.
  claims     TEXT NOT NULL,
  submission INTEGER NOT NULL REFERENCES submission (key),
  state      TEXT NOT NULL CHECK (state IN ('active', 'replaced', 'forgotten')),
  actor      TEXT NOT NULL,
  at         TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX kept_mapping_one ON kept_mapping (unit, layout_key) WHERE state = 'active';
CREATE INDEX kept_mapping_by_layout ON kept_mapping (layout_key);

-- By which of them a version was read.
CREATE TABLE mapping_use (
  submission INTEGER NOT NULL PRIMARY KEY REFERENCES submission (key),
  mapping    INTEGER NOT NULL REFERENCES kept_mapping (key)
) STRICT;

-- What a person said of a paper: an attached file of a unit.
CREATE TABLE paper (
  key       INTEGER NOT NULL PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  receipt   INTEGER NOT NULL REFERENCES receipt (key),
  unit      INTEGER NOT NULL REFERENCES unit (key),
  number    TEXT NOT NULL,
  issued_on TEXT,
  signer    TEXT NOT NULL,
  subject   TEXT NOT NULL,
  note      TEXT NOT NULL,
  state     TEXT NOT NULL CHECK (state IN ('active', 'replaced', 'removed')),
  reason    TEXT NOT NULL,
  actor     TEXT NOT NULL,
  at        TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX paper_one ON paper (receipt) WHERE state = 'active';

-- A passage of a unit's paper laid over a text that its workbook leaves blank or says otherwise; absolute, as an adjustment
-- is, and over exactly the reported text it was made for. reported: NULL where there was none.
CREATE TABLE laid_text (
  key       INTEGER NOT NULL PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  period    INTEGER NOT NULL REFERENCES period (key),
  unit      INTEGER NOT NULL REFERENCES unit (key),
  name      TEXT NOT NULL,
  text      TEXT NOT NULL,
  reported  TEXT,
  receipt   INTEGER NOT NULL REFERENCES receipt (key),
  sha256    TEXT NOT NULL REFERENCES received_file (sha256),
  heading   TEXT NOT NULL,
  -- Which block of the document it begins with, from 1.
  paragraph INTEGER NOT NULL CHECK (paragraph > 0),
  state     TEXT NOT NULL CHECK (state IN ('active', 'replaced', 'suspended', 'withdrawn')),
  reason    TEXT NOT NULL,
  actor     TEXT NOT NULL,
  at        TEXT NOT NULL
) STRICT;
CREATE INDEX laid_text_by_unit ON laid_text (period, unit);
CREATE UNIQUE INDEX laid_text_one ON laid_text (period, unit, name) WHERE state = 'active';

-- Figures keyed in for a unit from paper or phone, until a second person has checked them.
CREATE TABLE keyed_entry (
  key         INTEGER NOT NULL PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  period      INTEGER NOT NULL REFERENCES period (key),
  unit        INTEGER NOT NULL REFERENCES unit (key),
  -- The paper it was keyed from; NULL where it was told by phone: by whom, and when.
  receipt     INTEGER REFERENCES receipt (key),
  told_by     TEXT NOT NULL,
  told_at     TEXT,
  note        TEXT NOT NULL,
  -- JSON: field, state, value.
  figures     TEXT NOT NULL,
  state       TEXT NOT NULL CHECK (state IN ('draft', 'waiting', 'differs', 'checked', 'withdrawn')),
  -- The version it became.
  submission  INTEGER REFERENCES submission (key),
  actor       TEXT NOT NULL,
  at          TEXT NOT NULL,
  checker     TEXT,
  checked_at  TEXT,
  -- JSON: field, what was keyed, what the second person read.
  differences TEXT NOT NULL,
  reason      TEXT NOT NULL,
  CHECK ((receipt IS NULL) = (told_at IS NOT NULL))
) STRICT;
CREATE INDEX keyed_entry_by_period ON keyed_entry (period, unit);
CREATE INDEX keyed_entry_by_submission ON keyed_entry (submission);
`
