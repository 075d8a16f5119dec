/**
 * The house: settings, programme, units, periods, jobs, journal.
 * Every table is STRICT; a column is nullable only where absence means something.
 */
export const house = `
CREATE TABLE setting (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE programme (
  version INTEGER NOT NULL PRIMARY KEY,
  code    TEXT NOT NULL,
  sha256  TEXT NOT NULL,
  body    TEXT NOT NULL
) STRICT;

-- Integer keys for the codes that stand in millions of rows.
CREATE TABLE field (
  key  INTEGER NOT NULL PRIMARY KEY,
  code TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE unit (
  key        INTEGER NOT NULL PRIMARY KEY,
  code       TEXT NOT NULL UNIQUE,
  name       TEXT NOT NULL,
  kind       TEXT NOT NULL,
  line       TEXT NOT NULL,
  parent     TEXT,
  rank       INTEGER NOT NULL,
  valid_from TEXT,
  valid_to   TEXT
) STRICT;

CREATE TABLE unit_alias (
  unit  INTEGER NOT NULL REFERENCES unit (key),
  alias TEXT NOT NULL,
  PRIMARY KEY (unit, alias)
) STRICT, WITHOUT ROWID;

CREATE TABLE period (
  key               INTEGER NOT NULL PRIMARY KEY,
  code              TEXT NOT NULL UNIQUE,
  from_day          TEXT NOT NULL,
  to_day            TEXT NOT NULL CHECK (to_day >= from_day),
  cut_off           TEXT NOT NULL,
  due_at            TEXT NOT NULL,
  ends_year         INTEGER NOT NULL CHECK (ends_year IN (0, 1)),
  state             TEXT NOT NULL CHECK (state IN ('open', 'closed')),
  opened_at         TEXT NOT NULL,
  programme_version INTEGER NOT NULL REFERENCES programme (version)
) STRICT;

-- The expected list belongs to the period; line and kind as they were when it was opened.
CREATE TABLE expected_unit (
  period INTEGER NOT NULL REFERENCES period (key),
  unit   INTEGER NOT NULL REFERENCES unit (key),
  line   TEXT NOT NULL,
  kind   TEXT NOT NULL,
  rank   INTEGER NOT NULL,
  PRIMARY KEY (period, unit)
) STRICT, WITHOUT ROWID;

-- Denominators entered at opening from an outside list (basis "registered").
CREATE TABLE registered_count (
  period INTEGER NOT NULL REFERENCES period (key),
  unit   INTEGER NOT NULL REFERENCES unit (key),
  field  INTEGER NOT NULL REFERENCES field (key),
  value  INTEGER NOT NULL CHECK (value >= 0),
  PRIMARY KEY (period, unit, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE job (
  key         INTEGER NOT NULL PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  kind        TEXT NOT NULL,
  state       TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed', 'cancelled', 'interrupted')),
  params      TEXT NOT NULL,
  done        INTEGER NOT NULL,
  total       INTEGER NOT NULL,
  result      TEXT,
  error       TEXT,
  actor       TEXT NOT NULL,
  started_at  TEXT NOT NULL,
  finished_at TEXT
) STRICT;

-- One chain per machine; hash covers every other column, the previous entry's hash among them ('' before the first).
CREATE TABLE journal_entry (
  machine  TEXT NOT NULL,
  seq      INTEGER NOT NULL CHECK (seq >= 1),
  at       TEXT NOT NULL,
  actor    TEXT NOT NULL,
  action   TEXT NOT NULL,
  params   TEXT NOT NULL,
  -- JSON [{table, key, sha256}]: what the written rows were when the command ended.
  rows     TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash     TEXT NOT NULL CHECK (length(hash) = 64),
  PRIMARY KEY (machine, seq)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER journal_entry_is_append_only_update BEFORE UPDATE ON journal_entry BEGIN SELECT RAISE(ABORT, 'journal_entry is append-only'); END;
CREATE TRIGGER journal_entry_is_append_only_delete BEFORE DELETE ON journal_entry BEGIN SELECT RAISE(ABORT, 'journal_entry is append-only'); END;

-- The end of each chain once more: without it a chain that lost its last entries looks whole.
CREATE TABLE journal_head (
  machine TEXT NOT NULL PRIMARY KEY,
  seq     INTEGER NOT NULL,
  hash    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`
