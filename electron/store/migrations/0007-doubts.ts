/** What is kept of narratives so that copies are found without reading them again, and how far a unit is with a task. */
export const doubts = `
-- Derived from the texts of a version that counts, kept while it does; a version without a row is printed when it is asked for.
CREATE TABLE narrative_print (
  submission INTEGER NOT NULL PRIMARY KEY REFERENCES submission (key),
  -- Codes of the tasks with a text, in the order of their prints.
  tasks      TEXT NOT NULL,
  prints     BLOB NOT NULL,
  -- JSON: numbers in the prose that are about a field or an indicator.
  mentions   TEXT NOT NULL
) STRICT;

-- What a person said of one unit and one task; the last row counts.
CREATE TABLE task_status (
  key      INTEGER NOT NULL PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  period   INTEGER NOT NULL REFERENCES period (key),
  unit     INTEGER NOT NULL REFERENCES unit (key),
  task     TEXT NOT NULL,
  status   TEXT NOT NULL CHECK (status IN ('regular', 'irregular', 'not_started')),
  evidence TEXT NOT NULL CHECK (evidence <> ''),
  actor    TEXT NOT NULL,
  at       TEXT NOT NULL
) STRICT;
CREATE INDEX task_status_by_unit ON task_status (period, unit, task, key);
CREATE TRIGGER task_status_is_append_only_update BEFORE UPDATE ON task_status BEGIN SELECT RAISE(ABORT, 'task_status is append-only'); END;
CREATE TRIGGER task_status_is_append_only_delete BEFORE DELETE ON task_status BEGIN SELECT RAISE(ABORT, 'task_status is append-only'); END;
`
