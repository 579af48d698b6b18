import type { Migration } from '../migration.ts';

/** Scores and places that the level above has given back; each belongs to the file that brought it. */
export const returnedResults: Migration = {
  number: 8,
  name: 'returned-results',
  sql: `
-- revision and content_digest are of what was looked at. An unknown valid-from is ''.
CREATE TABLE returned_result (
  from_package INTEGER PRIMARY KEY REFERENCES received_package (number),
  assessment INTEGER NOT NULL REFERENCES assessment (number),
  digest TEXT NOT NULL UNIQUE,
  issued_at TEXT NOT NULL,
  issuer_role TEXT NOT NULL CHECK (issuer_role IN ('commune', 'aggregator', 'city')),
  issuer_code TEXT NOT NULL,
  issuer_valid_from TEXT NOT NULL,
  issuer_name TEXT NOT NULL,
  revision INTEGER NOT NULL,
  content_digest TEXT NOT NULL,
  document TEXT NOT NULL CHECK (json_valid(document))
) STRICT;

CREATE INDEX returned_result_of_assessment ON returned_result (assessment);
`,
};
