/** Reports built, with the bytes' hash and the hash of everything they were built from. */
export const reports = `
CREATE TABLE report (
  key           INTEGER NOT NULL PRIMARY KEY,
  id            TEXT NOT NULL UNIQUE,
  period        INTEGER NOT NULL REFERENCES period (key),
  kind          TEXT NOT NULL CHECK (kind IN ('periodic', 'interim', 'final', 'thematic')),
  state         TEXT NOT NULL CHECK (state IN ('draft')),
  profile       TEXT NOT NULL,
  language      TEXT NOT NULL CHECK (language IN ('vi')),
  -- SHA-256 over the report's source data: equal inputs give the same report.
  inputs_sha256 TEXT NOT NULL,
  sha256        TEXT NOT NULL,
  pages         INTEGER NOT NULL,
  bytes         INTEGER NOT NULL,
  built_at      TEXT NOT NULL,
  actor         TEXT NOT NULL,
  UNIQUE (period, kind, inputs_sha256)
) STRICT;
`
