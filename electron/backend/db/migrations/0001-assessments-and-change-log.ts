import type { Migration } from '../migration.ts';

/**
 * A cell is assessment × stage × criterion × field (design §6). `change` is the log of every edit ever made;
 * `answer_cell` names the changes that hold now: one row per cell, several where edits had not seen each other.
 */
export const assessmentsAndChangeLog: Migration = {
  number: 1,
  name: 'assessments-and-change-log',
  sql: `
CREATE TABLE replica (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  is_own INTEGER NOT NULL CHECK (is_own IN (0, 1))
) STRICT;

CREATE UNIQUE INDEX replica_own ON replica (is_own) WHERE is_own = 1;

-- Codes of units are reused: code and valid-from together say which one. An unknown valid-from is ''.
CREATE TABLE assessment (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  unit_code TEXT NOT NULL,
  unit_valid_from TEXT NOT NULL,
  unit_name TEXT NOT NULL,
  unit_kind TEXT NOT NULL,
  unit_parent_name TEXT NOT NULL,
  period TEXT NOT NULL,
  set_id TEXT NOT NULL,
  set_version TEXT NOT NULL,
  set_digest TEXT NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (unit_code, unit_valid_from, period, set_id, set_version)
) STRICT;

-- replica and counter are the dot of the edit; replaced is a JSON list of the dots [replica id, counter] it had seen.
-- criterion_id is 'header' for the head of the form. Values are canonical JSON; old_value is null where nothing stood.
CREATE TABLE change (
  number INTEGER PRIMARY KEY,
  replica INTEGER NOT NULL REFERENCES replica (number),
  counter INTEGER NOT NULL CHECK (counter > 0),
  assessment INTEGER NOT NULL REFERENCES assessment (number),
  stage TEXT NOT NULL CHECK (stage IN ('self', 'appraised', 'final')),
  criterion_id TEXT NOT NULL,
  field TEXT NOT NULL,
  new_value TEXT NOT NULL CHECK (json_valid(new_value)),
  old_value TEXT CHECK (json_valid(old_value)),
  replaced TEXT NOT NULL CHECK (json_valid(replaced)),
  author TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  from_package TEXT,
  UNIQUE (replica, counter)
) STRICT;

CREATE INDEX change_of_assessment ON change (assessment);

CREATE TRIGGER change_is_never_updated BEFORE UPDATE ON change
BEGIN
  SELECT RAISE(ABORT, 'the change log is append-only');
END;

CREATE TRIGGER change_is_never_deleted BEFORE DELETE ON change
BEGIN
  SELECT RAISE(ABORT, 'the change log is append-only');
END;

-- The value of a cell is that of its change, so the two can never disagree.
CREATE TABLE answer_cell (
  assessment INTEGER NOT NULL REFERENCES assessment (number),
  stage TEXT NOT NULL,
  criterion_id TEXT NOT NULL,
  field TEXT NOT NULL,
  change INTEGER NOT NULL REFERENCES change (number),
  PRIMARY KEY (assessment, stage, criterion_id, field, change)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;
`,
};
