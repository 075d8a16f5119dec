/** What the office writes itself into a period's report of a kind, and the sentences of units that it chose. */
export const reportTexts = `
-- Nothing that somebody wrote is lost: the newest version of a section counts.
CREATE TABLE report_text (
  key     INTEGER NOT NULL PRIMARY KEY,
  id      TEXT NOT NULL UNIQUE,
  period  INTEGER NOT NULL REFERENCES period (key),
  kind    TEXT NOT NULL CHECK (kind IN ('periodic', 'interim', 'final', 'thematic')),
  section TEXT NOT NULL,
  -- Figures stand in it as [[ref|shown]].
  text    TEXT NOT NULL,
  actor   TEXT NOT NULL,
  at      TEXT NOT NULL
) STRICT;
CREATE INDEX report_text_by_section ON report_text (period, kind, section, key);

-- All sentences of one task in their order, as JSON [{unit, text}]; the newest version counts.
CREATE TABLE report_pin_list (
  key    INTEGER NOT NULL PRIMARY KEY,
  id     TEXT NOT NULL UNIQUE,
  period INTEGER NOT NULL REFERENCES period (key),
  kind   TEXT NOT NULL CHECK (kind IN ('periodic', 'interim', 'final', 'thematic')),
  task   TEXT NOT NULL,
  pins   TEXT NOT NULL,
  actor  TEXT NOT NULL,
  at     TEXT NOT NULL
) STRICT;
CREATE INDEX report_pin_list_by_task ON report_pin_list (period, kind, task, key);

CREATE TRIGGER report_text_is_append_only_update BEFORE UPDATE ON report_text BEGIN SELECT RAISE(ABORT, 'report_text is append-only'); END;
CREATE TRIGGER report_text_is_append_only_delete BEFORE DELETE ON report_text BEGIN SELECT RAISE(ABORT, 'report_text is append-only'); END;
CREATE TRIGGER report_pin_list_is_append_only_update BEFORE UPDATE ON report_pin_list BEGIN SELECT RAISE(ABORT, 'report_pin_list is append-only'); END;
CREATE TRIGGER report_pin_list_is_append_only_delete BEFORE DELETE ON report_pin_list BEGIN SELECT RAISE(ABORT, 'report_pin_list is append-only'); END;
`
