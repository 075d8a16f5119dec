/** Accounts, and the steps of a report that an account answers for. */
export const accounts = `
CREATE TABLE account (
  key               INTEGER NOT NULL PRIMARY KEY,
  id                TEXT NOT NULL UNIQUE,
  name              TEXT NOT NULL,
  display_name      TEXT NOT NULL,
  is_active         INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  created_at        TEXT NOT NULL,
  -- scrypt (RFC 7914) with its parameters as they were when the password was set; salt and hash in hex.
  salt              TEXT NOT NULL,
  password_hash     TEXT NOT NULL,
  cost              INTEGER NOT NULL,
  block_size        INTEGER NOT NULL,
  parallelization   INTEGER NOT NULL,
  -- Wrong passwords since the last right one; until retry_at none is looked at.
  failed_attempts   INTEGER NOT NULL CHECK (failed_attempts >= 0),
  retry_at          TEXT,
  last_signed_in_at TEXT
) STRICT;

CREATE TABLE account_role (
  account INTEGER NOT NULL REFERENCES account (key),
  role    TEXT NOT NULL CHECK (role IN ('clerk', 'reviewer', 'leader', 'registrar', 'administrator')),
  PRIMARY KEY (account, role)
) STRICT, WITHOUT ROWID;

-- Every name an account has or had, folded: what stands in the journal and on a report means one account for ever.
CREATE TABLE account_name (
  folded  TEXT NOT NULL PRIMARY KEY,
  account INTEGER NOT NULL REFERENCES account (key)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_name_by_account ON account_name (account);

-- The road of a report; the last step is its state, a report without one is a draft.
CREATE TABLE report_step (
  key     INTEGER NOT NULL PRIMARY KEY,
  id      TEXT NOT NULL UNIQUE,
  report  INTEGER NOT NULL REFERENCES report (key),
  state   TEXT NOT NULL CHECK (state IN ('draft', 'reviewed', 'submitted', 'approved', 'signed', 'issued', 'superseded')),
  at      TEXT NOT NULL,
  actor   TEXT NOT NULL,
  -- NULL in a workspace without accounts.
  account INTEGER REFERENCES account (key)
) STRICT;
CREATE INDEX report_step_by_report ON report_step (report, key);
CREATE TRIGGER report_step_is_append_only_update BEFORE UPDATE ON report_step BEGIN SELECT RAISE(ABORT, 'report_step is append-only'); END;
CREATE TRIGGER report_step_is_append_only_delete BEFORE DELETE ON report_step BEGIN SELECT RAISE(ABORT, 'report_step is append-only'); END;
`
