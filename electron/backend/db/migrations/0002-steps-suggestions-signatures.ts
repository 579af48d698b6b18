import type { Migration } from '../migration.ts';

/**
 * What the officer's desk keeps besides answers: steps that can be undone, suggestions from earlier assessments,
 * efforts for the path, and signatures with their recalls.
 */
export const stepsSuggestionsSignatures: Migration = {
  number: 2,
  name: 'steps-suggestions-signatures',
  sql: `
-- One call that recorded something. An edit or the settling of suggestions is a step, which stands, was undone, or
-- was undone and then overtaken by a newer step; 'undo' and 'redo' are movements that made changes of their own.
CREATE TABLE edit_batch (
  number INTEGER PRIMARY KEY,
  assessment INTEGER NOT NULL REFERENCES assessment (number),
  kind TEXT NOT NULL CHECK (kind IN ('edit', 'suggestion', 'undo', 'redo')),
  target INTEGER REFERENCES edit_batch (number),
  state TEXT CHECK (state IN ('done', 'undone', 'overtaken')),
  CHECK ((kind IN ('undo', 'redo')) = (target IS NOT NULL)),
  CHECK ((kind IN ('undo', 'redo')) = (state IS NULL))
) STRICT;

CREATE INDEX edit_batch_by_state ON edit_batch (assessment, state);

-- Null for what was there from the start and for changes older than this migration: no step leads behind them.
ALTER TABLE change ADD COLUMN batch INTEGER REFERENCES edit_batch (number);

CREATE INDEX change_of_batch ON change (batch) WHERE batch IS NOT NULL;

-- A suggestion is open until a step that stands has settled it.
CREATE TABLE suggestion (
  assessment INTEGER NOT NULL REFERENCES assessment (number),
  criterion_id TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  settled_by INTEGER REFERENCES edit_batch (number),
  PRIMARY KEY (assessment, criterion_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE effort (
  assessment INTEGER NOT NULL REFERENCES assessment (number),
  criterion_id TEXT NOT NULL,
  effort INTEGER NOT NULL CHECK (effort BETWEEN 1 AND 100),
  PRIMARY KEY (assessment, criterion_id)
) STRICT, WITHOUT ROWID;

-- What was signed are the self cells as the changes up to last_change left them; digest is what the form prints.
CREATE TABLE signature (
  number INTEGER PRIMARY KEY,
  assessment INTEGER NOT NULL REFERENCES assessment (number),
  revision INTEGER NOT NULL CHECK (revision > 0),
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  place TEXT NOT NULL,
  date TEXT NOT NULL,
  signed_at TEXT NOT NULL,
  digest TEXT NOT NULL,
  last_change INTEGER REFERENCES change (number),
  UNIQUE (assessment, revision)
) STRICT;

CREATE TABLE signature_recall (
  signature INTEGER PRIMARY KEY REFERENCES signature (number),
  reason TEXT NOT NULL,
  recalled_at TEXT NOT NULL
) STRICT;

CREATE TRIGGER signature_is_never_updated BEFORE UPDATE ON signature
BEGIN
  SELECT RAISE(ABORT, 'signatures are append-only');
END;

CREATE TRIGGER signature_is_never_deleted BEFORE DELETE ON signature
BEGIN
  SELECT RAISE(ABORT, 'signatures are append-only');
END;

CREATE TRIGGER signature_recall_is_never_updated BEFORE UPDATE ON signature_recall
BEGIN
  SELECT RAISE(ABORT, 'signatures are append-only');
END;

CREATE TRIGGER signature_recall_is_never_deleted BEFORE DELETE ON signature_recall
BEGIN
  SELECT RAISE(ABORT, 'signatures are append-only');
END;
`,
};
