/** The office's words in place of paragraphs that the program words. */
export const reportParagraphs = `
-- Nothing that somebody wrote is lost: the newest version of a paragraph counts.
CREATE TABLE report_paragraph (
  key       INTEGER NOT NULL PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  period    INTEGER NOT NULL REFERENCES period (key),
  kind      TEXT NOT NULL CHECK (kind IN ('periodic', 'interim', 'final', 'thematic')),
  paragraph TEXT NOT NULL,
  -- Figures stand in it as [[ref|shown]]. NULL: the program's words again; empty: the paragraph is left out.
  text      TEXT,
  -- What the program said there at that time, in the same form.
  base      TEXT NOT NULL,
  actor     TEXT NOT NULL,
  at        TEXT NOT NULL
) STRICT;
CREATE INDEX report_paragraph_by_paragraph ON report_paragraph (period, kind, paragraph, key);

CREATE TRIGGER report_paragraph_is_append_only_update BEFORE UPDATE ON report_paragraph BEGIN SELECT RAISE(ABORT, 'report_paragraph is append-only'); END;
CREATE TRIGGER report_paragraph_is_append_only_delete BEFORE DELETE ON report_paragraph BEGIN SELECT RAISE(ABORT, 'report_paragraph is append-only'); END;
`
