/** What the office decided about the look of a period's report of a kind. */
export const reportStyles = `
-- The newest of a period and kind counts; without one the workspace's default does.
CREATE TABLE report_style (
  key    INTEGER NOT NULL PRIMARY KEY,
  id     TEXT NOT NULL UNIQUE,
  period INTEGER NOT NULL REFERENCES period (key),
  kind   TEXT NOT NULL CHECK (kind IN ('periodic', 'interim', 'final', 'thematic')),
  -- JSON, whole.
  style  TEXT NOT NULL,
  actor  TEXT NOT NULL,
  at     TEXT NOT NULL
) STRICT;
CREATE INDEX report_style_by_kind ON report_style (period, kind, key);

CREATE TRIGGER report_style_is_append_only_update BEFORE UPDATE ON report_style BEGIN SELECT RAISE(ABORT, 'report_style is append-only'); END;
CREATE TRIGGER report_style_is_append_only_delete BEFORE DELETE ON report_style BEGIN SELECT RAISE(ABORT, 'report_style is append-only'); END;
`
