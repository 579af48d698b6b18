import type { Migration } from '../migration.ts';

/** Scores and places that the level above has given back; they belong to the files that brought them. */
export const returnedResults: Migration = {
  number: 6,
  name: 'returned-results',
  sql: `
-- One result in one file. digest is of what the result says and of which assessment; document is JSON. An unknown
-- valid-from is ''.
CREATE TABLE returned_result (
  from_package INTEGER PRIMARY KEY REFERENCES received_package (number),
  assessment INTEGER NOT NULL REFERENCES assessment (number),
  digest TEXT NOT NULL UNIQUE,
  stage TEXT NOT NULL CHECK (stage IN ('appraised', 'final')),
  issued_at TEXT NOT NULL,
  issuer_role TEXT NOT NULL CHECK (issuer_role IN ('commune', 'aggregator', 'city')),
  issuer_code TEXT NOT NULL,
  issuer_valid_from TEXT NOT NULL,
  issuer_name TEXT NOT NULL,
  content_digest TEXT NOT NULL,
  document TEXT NOT NULL CHECK (json_valid(document))
) STRICT;

CREATE INDEX returned_result_of_assessment ON returned_result (assessment);
`,
};
