/** Who read what was submitted to its last page, and where in the outline a remark was answered. */
export const reportReadings = `
CREATE TABLE report_reading (
  key     INTEGER NOT NULL PRIMARY KEY,
  id      TEXT NOT NULL UNIQUE,
  freeze  INTEGER NOT NULL REFERENCES report_freeze (key),
  at      TEXT NOT NULL,
  actor   TEXT NOT NULL,
  -- Null in a workspace without accounts.
  account INTEGER REFERENCES account (key)
) STRICT;
CREATE INDEX report_reading_by_freeze ON report_reading (freeze);

-- A row of its own, because the journal holds hashes of remarks as they were before there was such a place.
CREATE TABLE report_remark_place (
  remark  INTEGER NOT NULL PRIMARY KEY REFERENCES report_remark (key),
  -- Code in the programme's outline.
  section TEXT NOT NULL
) STRICT;

CREATE TRIGGER report_reading_is_append_only_update BEFORE UPDATE ON report_reading BEGIN SELECT RAISE(ABORT, 'report_reading is append-only'); END;
CREATE TRIGGER report_reading_is_append_only_delete BEFORE DELETE ON report_reading BEGIN SELECT RAISE(ABORT, 'report_reading is append-only'); END;
CREATE TRIGGER report_remark_place_is_append_only_update BEFORE UPDATE ON report_remark_place BEGIN SELECT RAISE(ABORT, 'report_remark_place is append-only'); END;
CREATE TRIGGER report_remark_place_is_append_only_delete BEFORE DELETE ON report_remark_place BEGIN SELECT RAISE(ABORT, 'report_remark_place is append-only'); END;
`
