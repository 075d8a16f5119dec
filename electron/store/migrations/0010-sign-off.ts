/** What is fixed when a report is submitted, what happens to it on its road, its number, and whom to trust. */
export const signOff = `
-- One per submitting; the newest counts. The files lie among the reports, under their hashes.
CREATE TABLE report_freeze (
  key             INTEGER NOT NULL PRIMARY KEY,
  id              TEXT NOT NULL UNIQUE,
  report          INTEGER NOT NULL REFERENCES report (key),
  at              TEXT NOT NULL,
  actor           TEXT NOT NULL,
  -- Everything the paper was made from, as JSON; the program and rendering version stand in it.
  snapshot_sha256 TEXT NOT NULL,
  base_sha256     TEXT NOT NULL,
  -- First part of the file's /ID, hex: what a changed copy is still known by.
  identifier      TEXT NOT NULL,
  pages           INTEGER NOT NULL,
  -- Of this machine's journal before the submission.
  journal_head    TEXT NOT NULL,
  -- What leads from the printed verification slip to the archive.
  code            TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX report_freeze_by_report ON report_freeze (report, key);

-- Bản trình, bản đã ký, bản phát hành, and the scan of an approval on paper: each is kept for ever, the newest of a freeze counts.
CREATE TABLE report_file (
  key     INTEGER NOT NULL PRIMARY KEY,
  id      TEXT NOT NULL UNIQUE,
  freeze  INTEGER NOT NULL REFERENCES report_freeze (key),
  role    TEXT NOT NULL CHECK (role IN ('snapshot', 'submitted', 'signed', 'issued', 'approval')),
  sha256  TEXT NOT NULL,
  bytes   INTEGER NOT NULL,
  -- Of the kept file, with its dot.
  ending  TEXT NOT NULL,
  at      TEXT NOT NULL,
  actor   TEXT NOT NULL
) STRICT;
CREATE INDEX report_file_by_freeze ON report_file (freeze, role, key);
CREATE INDEX report_file_by_hash ON report_file (sha256);

-- What was said with a step: why it was returned or withdrawn, reservations, how it was approved.
CREATE TABLE report_step_word (
  step  INTEGER NOT NULL PRIMARY KEY REFERENCES report_step (key),
  kind  TEXT NOT NULL CHECK (kind IN ('return', 'withdraw', 'reservations', 'paper', 'blocking')),
  words TEXT NOT NULL
) STRICT;

-- Each remark of whoever returned it is a task until it is answered.
CREATE TABLE report_remark (
  key         INTEGER NOT NULL PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  report      INTEGER NOT NULL REFERENCES report (key),
  text        TEXT NOT NULL,
  at          TEXT NOT NULL,
  actor       TEXT NOT NULL,
  answer      TEXT,
  answered_at TEXT,
  answered_by TEXT
) STRICT;
CREATE INDEX report_remark_by_report ON report_remark (report, key);

-- The register of numbers per type of paper through the committee's term; without a report it was given outside this application.
CREATE TABLE document_number (
  key        INTEGER NOT NULL PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  type       TEXT NOT NULL,
  term_from  TEXT NOT NULL,
  number     INTEGER NOT NULL CHECK (number > 0),
  day        TEXT NOT NULL,
  symbol     TEXT NOT NULL,
  report     INTEGER UNIQUE REFERENCES report (key),
  -- The report that this one takes the place of.
  supersedes INTEGER REFERENCES report (key),
  about      TEXT NOT NULL,
  at         TEXT NOT NULL,
  actor      TEXT NOT NULL,
  UNIQUE (type, term_from, number)
) STRICT;

-- Certificates that chains may end at; taken away ones stay as rows.
CREATE TABLE trust_root (
  key        INTEGER NOT NULL PRIMARY KEY,
  sha256     TEXT NOT NULL UNIQUE,
  name       TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to   TEXT NOT NULL,
  -- DER, base64.
  body       TEXT NOT NULL,
  is_active  INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  at         TEXT NOT NULL,
  actor      TEXT NOT NULL
) STRICT;

-- Wrong passwords of a certificate file since the last right one, by the hash of the file.
CREATE TABLE certificate_attempt (
  sha256   TEXT NOT NULL PRIMARY KEY,
  failed   INTEGER NOT NULL CHECK (failed >= 0),
  retry_at TEXT
) STRICT, WITHOUT ROWID;

CREATE TRIGGER report_freeze_is_append_only_update BEFORE UPDATE ON report_freeze BEGIN SELECT RAISE(ABORT, 'report_freeze is append-only'); END;
CREATE TRIGGER report_freeze_is_append_only_delete BEFORE DELETE ON report_freeze BEGIN SELECT RAISE(ABORT, 'report_freeze is append-only'); END;
CREATE TRIGGER report_file_is_append_only_update BEFORE UPDATE ON report_file BEGIN SELECT RAISE(ABORT, 'report_file is append-only'); END;
CREATE TRIGGER report_file_is_append_only_delete BEFORE DELETE ON report_file BEGIN SELECT RAISE(ABORT, 'report_file is append-only'); END;
CREATE TRIGGER document_number_is_append_only_update BEFORE UPDATE ON document_number BEGIN SELECT RAISE(ABORT, 'document_number is append-only'); END;
CREATE TRIGGER document_number_is_append_only_delete BEFORE DELETE ON document_number BEGIN SELECT RAISE(ABORT, 'document_number is append-only'); END;
`
