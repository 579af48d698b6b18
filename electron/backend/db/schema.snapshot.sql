CREATE TABLE answer_cell (
  assessment INTEGER NOT NULL REFERENCES assessment (number),
  stage TEXT NOT NULL,
  criterion_id TEXT NOT NULL,
  field TEXT NOT NULL,
  change INTEGER NOT NULL REFERENCES change (number),
  PRIMARY KEY (assessment, stage, criterion_id, field, change)
) STRICT, WITHOUT ROWID;

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
  from_package TEXT, batch INTEGER REFERENCES edit_batch (number),
  UNIQUE (replica, counter)
) STRICT;

CREATE TABLE edit_batch (
  number INTEGER PRIMARY KEY,
  assessment INTEGER NOT NULL REFERENCES assessment (number),
  kind TEXT NOT NULL CHECK (kind IN ('edit', 'suggestion', 'undo', 'redo')),
  target INTEGER REFERENCES edit_batch (number),
  state TEXT CHECK (state IN ('done', 'undone', 'overtaken')),
  CHECK ((kind IN ('undo', 'redo')) = (target IS NOT NULL)),
  CHECK ((kind IN ('undo', 'redo')) = (state IS NULL))
) STRICT;

CREATE TABLE effort (
  assessment INTEGER NOT NULL REFERENCES assessment (number),
  criterion_id TEXT NOT NULL,
  effort INTEGER NOT NULL CHECK (effort BETWEEN 1 AND 100),
  PRIMARY KEY (assessment, criterion_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE replica (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  is_own INTEGER NOT NULL CHECK (is_own IN (0, 1))
) STRICT;

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

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

CREATE TABLE suggestion (
  assessment INTEGER NOT NULL REFERENCES assessment (number),
  criterion_id TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  settled_by INTEGER REFERENCES edit_batch (number),
  PRIMARY KEY (assessment, criterion_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX change_of_assessment ON change (assessment);

CREATE INDEX change_of_batch ON change (batch) WHERE batch IS NOT NULL;

CREATE INDEX edit_batch_by_state ON edit_batch (assessment, state);

CREATE UNIQUE INDEX replica_own ON replica (is_own) WHERE is_own = 1;

CREATE TRIGGER change_is_never_deleted BEFORE DELETE ON change
BEGIN
  SELECT RAISE(ABORT, 'the change log is append-only');
END;

CREATE TRIGGER change_is_never_updated BEFORE UPDATE ON change
BEGIN
  SELECT RAISE(ABORT, 'the change log is append-only');
END;

CREATE TRIGGER signature_is_never_deleted BEFORE DELETE ON signature
BEGIN
  SELECT RAISE(ABORT, 'signatures are append-only');
END;

CREATE TRIGGER signature_is_never_updated BEFORE UPDATE ON signature
BEGIN
  SELECT RAISE(ABORT, 'signatures are append-only');
END;

CREATE TRIGGER signature_recall_is_never_deleted BEFORE DELETE ON signature_recall
BEGIN
  SELECT RAISE(ABORT, 'signatures are append-only');
END;

CREATE TRIGGER signature_recall_is_never_updated BEFORE UPDATE ON signature_recall
BEGIN
  SELECT RAISE(ABORT, 'signatures are append-only');
END;
