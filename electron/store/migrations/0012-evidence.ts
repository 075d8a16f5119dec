/** The files that show what was said of a unit and a task. */
export const evidence = `
-- Of one statement, in the order they were chosen; name: as the file was called.
CREATE TABLE task_evidence (
  key    INTEGER NOT NULL PRIMARY KEY,
  status INTEGER NOT NULL REFERENCES task_status (key),
  sha256 TEXT NOT NULL REFERENCES received_file (sha256),
  name   TEXT NOT NULL,
  UNIQUE (status, sha256)
) STRICT;
CREATE INDEX task_evidence_by_hash ON task_evidence (sha256);
CREATE TRIGGER task_evidence_is_append_only_update BEFORE UPDATE ON task_evidence BEGIN SELECT RAISE(ABORT, 'task_evidence is append-only'); END;
CREATE TRIGGER task_evidence_is_append_only_delete BEFORE DELETE ON task_evidence BEGIN SELECT RAISE(ABORT, 'task_evidence is append-only'); END;

CREATE INDEX note_entry_by_hash ON note_entry (sha256) WHERE sha256 IS NOT NULL;
`
