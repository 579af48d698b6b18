CREATE TABLE "answer_cell" (
  assessment INTEGER NOT NULL REFERENCES assessment (number),
  stage TEXT NOT NULL,
  criterion_id TEXT NOT NULL,
  field TEXT NOT NULL,
  counter INTEGER NOT NULL,
  replica INTEGER NOT NULL,
  PRIMARY KEY (assessment, stage, criterion_id, field, counter, replica),
  FOREIGN KEY (assessment, replica, counter) REFERENCES change (assessment, replica, counter)
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

CREATE TABLE assessment_figure (
  assessment INTEGER NOT NULL REFERENCES assessment (number) ON DELETE CASCADE,
  stage TEXT NOT NULL CHECK (stage IN ('self', 'appraised', 'final')),
  engine TEXT NOT NULL,
  percent TEXT,
  standings TEXT NOT NULL CHECK (json_valid(standings)),
  criteria TEXT NOT NULL CHECK (json_valid(criteria)),
  PRIMARY KEY (assessment, stage)
) STRICT, WITHOUT ROWID;

CREATE TABLE "change" (
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
  from_package INTEGER REFERENCES received_package (number),
  batch INTEGER REFERENCES edit_batch (number),
  UNIQUE (assessment, replica, counter)
) STRICT;

CREATE TABLE edit_batch (
  number INTEGER PRIMARY KEY,
  assessment INTEGER NOT NULL REFERENCES assessment (number),
  kind TEXT NOT NULL CHECK (kind IN ('edit', 'suggestion', 'undo', 'redo')),
  target INTEGER REFERENCES edit_batch (number),
  state TEXT CHECK (state IN ('done', 'undone', 'overtaken')), is_closed INTEGER NOT NULL DEFAULT 0 CHECK (is_closed IN (0, 1)),
  CHECK ((kind IN ('undo', 'redo')) = (target IS NOT NULL)),
  CHECK ((kind IN ('undo', 'redo')) = (state IS NULL))
) STRICT;

CREATE TABLE effort (
  assessment INTEGER NOT NULL REFERENCES assessment (number),
  criterion_id TEXT NOT NULL,
  effort INTEGER NOT NULL CHECK (effort BETWEEN 1 AND 100),
  PRIMARY KEY (assessment, criterion_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE fact_digest (
  assessment INTEGER PRIMARY KEY REFERENCES assessment (number) ON DELETE CASCADE,
  engine TEXT NOT NULL,
  digest TEXT NOT NULL
) STRICT;

CREATE TABLE home (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  host TEXT NOT NULL,
  path TEXT NOT NULL,
  file_identity TEXT NOT NULL
) STRICT;

CREATE TABLE import (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  imported_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('done', 'undoing', 'undone')),
  undone_at TEXT
) STRICT;

CREATE TABLE imported_set (
  set_id TEXT NOT NULL,
  set_version TEXT NOT NULL,
  digest TEXT NOT NULL,
  document TEXT NOT NULL CHECK (json_valid(document)),
  from_package INTEGER NOT NULL REFERENCES received_package (number),
  PRIMARY KEY (set_id, set_version)
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox_item (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  target INTEGER NOT NULL REFERENCES sync_target (number) ON DELETE CASCADE,
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  kind TEXT NOT NULL,
  unit_code TEXT NOT NULL,
  unit_valid_from TEXT NOT NULL,
  unit_name TEXT NOT NULL,
  period TEXT NOT NULL,
  set_id TEXT NOT NULL,
  set_version TEXT NOT NULL,
  revision INTEGER NOT NULL,
  remote_path TEXT NOT NULL,
  carries TEXT NOT NULL CHECK (json_valid(carries)),
  receipt_of TEXT,
  added_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (json_valid(state)),
  is_open INTEGER NOT NULL GENERATED ALWAYS AS (state ->> 'kind' <> 'sent') STORED,
  UNIQUE (target, sha256)
) STRICT;

CREATE TABLE quarantined_file (
  sha256 TEXT PRIMARY KEY,
  file_name TEXT NOT NULL,
  size INTEGER NOT NULL,
  kept_at TEXT NOT NULL,
  errors TEXT NOT NULL CHECK (json_valid(errors))
) STRICT, WITHOUT ROWID;

CREATE TABLE received_package (
  number INTEGER PRIMARY KEY,
  import INTEGER NOT NULL REFERENCES import (number),
  received_at TEXT NOT NULL,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('new', 'same', 'newer', 'older', 'conflict', 'refused')),
  code TEXT,
  kind TEXT,
  unit_name TEXT,
  period TEXT,
  revision INTEGER,
  sender_name TEXT,
  public_key TEXT,
  assessment INTEGER REFERENCES assessment (number),
  made_assessment INTEGER NOT NULL CHECK (made_assessment IN (0, 1)),
  changes INTEGER NOT NULL,
  manifest BLOB,
  manifest_signature BLOB,
  document BLOB
, log_stages TEXT CHECK (json_valid(log_stages)), last_edit_at TEXT) STRICT;

CREATE TABLE remote_file (
  target INTEGER NOT NULL REFERENCES sync_target (number) ON DELETE CASCADE,
  folder TEXT NOT NULL,
  name TEXT NOT NULL,
  tag TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('imported', 'refused', 'postponed')),
  code TEXT,
  attempts INTEGER NOT NULL,
  next_try_at TEXT,
  app_version TEXT NOT NULL,
  PRIMARY KEY (target, folder, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE remote_folder (
  target INTEGER NOT NULL REFERENCES sync_target (number) ON DELETE CASCADE,
  path TEXT NOT NULL,
  tag TEXT NOT NULL,
  listing TEXT NOT NULL,
  is_confirmed INTEGER NOT NULL CHECK (is_confirmed IN (0, 1)),
  read_at TEXT NOT NULL,
  PRIMARY KEY (target, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE replica (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  is_own INTEGER NOT NULL CHECK (is_own IN (0, 1))
) STRICT;

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

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TABLE "signature" (
  number INTEGER PRIMARY KEY,
  assessment INTEGER NOT NULL REFERENCES assessment (number),
  id TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision > 0),
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  place TEXT NOT NULL,
  date TEXT NOT NULL,
  signed_at TEXT NOT NULL,
  digest TEXT NOT NULL,
  seen TEXT NOT NULL CHECK (json_valid(seen)),
  from_package INTEGER REFERENCES received_package (number),
  UNIQUE (assessment, id)
) STRICT;

CREATE TABLE "signature_recall" (
  signature INTEGER PRIMARY KEY REFERENCES signature (number),
  reason TEXT NOT NULL,
  recalled_at TEXT NOT NULL,
  from_package INTEGER REFERENCES received_package (number)
) STRICT;

CREATE TABLE signer (
  public_key TEXT PRIMARY KEY,
  role TEXT NOT NULL CHECK (role IN ('commune', 'aggregator', 'city')),
  unit_code TEXT NOT NULL,
  unit_valid_from TEXT NOT NULL,
  unit_name TEXT NOT NULL,
  known TEXT NOT NULL CHECK (known IN ('first', 'introduced', 'accepted')),
  since TEXT NOT NULL,
  from_package INTEGER REFERENCES received_package (number)
) STRICT, WITHOUT ROWID;

CREATE TABLE suggestion (
  assessment INTEGER NOT NULL REFERENCES assessment (number),
  criterion_id TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  settled_by INTEGER REFERENCES edit_batch (number),
  PRIMARY KEY (assessment, criterion_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE sync_target (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('folder', 'webdav')),
  name TEXT NOT NULL,
  address TEXT NOT NULL,
  user_name TEXT NOT NULL,
  authority TEXT NOT NULL,
  proxy TEXT NOT NULL,
  pulled_at TEXT,
  sent_at TEXT,
  UNIQUE (kind, address, user_name)
) STRICT;

CREATE INDEX assessment_of_set ON assessment (set_id, period);

CREATE INDEX change_made_here ON change (assessment) WHERE from_package IS NULL;

CREATE INDEX change_of_batch ON change (batch) WHERE batch IS NOT NULL;

CREATE INDEX edit_batch_by_state ON edit_batch (assessment, state);

CREATE INDEX imported_set_of_package ON imported_set (from_package);

CREATE INDEX outbox_item_of_path ON outbox_item (target, remote_path);

CREATE INDEX outbox_item_open ON outbox_item (is_open, number);

CREATE INDEX outbox_item_receipt ON outbox_item (target, receipt_of) WHERE receipt_of IS NOT NULL;

CREATE INDEX receipt_by_content ON received_package (sha256) WHERE kind = 'receipt';

CREATE INDEX received_package_by_signer ON received_package (public_key) WHERE public_key IS NOT NULL;

CREATE INDEX received_package_of_assessment ON received_package (assessment) WHERE assessment IS NOT NULL;

CREATE INDEX received_package_of_import ON received_package (import);

CREATE UNIQUE INDEX replica_own ON replica (is_own) WHERE is_own = 1;

CREATE INDEX returned_result_of_assessment ON returned_result (assessment);

CREATE INDEX signer_of_package ON signer (from_package) WHERE from_package IS NOT NULL;

CREATE INDEX signer_of_unit ON signer (role, unit_code, unit_valid_from);

CREATE VIEW package_being_undone (number) AS
  SELECT received_package.number FROM received_package JOIN import ON import.number = received_package.import
  WHERE import.state = 'undoing';

CREATE TRIGGER change_goes_only_with_its_import BEFORE DELETE ON change
WHEN NOT EXISTS (SELECT 1 FROM package_being_undone WHERE number = OLD.from_package)
BEGIN
  SELECT RAISE(ABORT, 'the change log is append-only');
END;

CREATE TRIGGER change_is_never_updated BEFORE UPDATE ON change
BEGIN
  SELECT RAISE(ABORT, 'the change log is append-only');
END;

CREATE TRIGGER fact_digest_goes_when_a_change_goes AFTER DELETE ON change
BEGIN
  DELETE FROM fact_digest WHERE assessment = OLD.assessment;
END;

CREATE TRIGGER fact_digest_goes_when_a_change_is_made AFTER INSERT ON change WHEN NEW.from_package IS NULL
BEGIN
  DELETE FROM fact_digest WHERE assessment = NEW.assessment;
END;

CREATE TRIGGER fact_digest_goes_when_a_package_comes AFTER INSERT ON received_package WHEN NEW.assessment IS NOT NULL
BEGIN
  DELETE FROM fact_digest WHERE assessment = NEW.assessment;
END;

CREATE TRIGGER fact_digest_goes_when_a_recall_goes AFTER DELETE ON signature_recall
BEGIN
  DELETE FROM fact_digest WHERE assessment = (SELECT assessment FROM signature WHERE number = OLD.signature);
END;

CREATE TRIGGER fact_digest_goes_when_a_signature_goes AFTER DELETE ON signature
BEGIN
  DELETE FROM fact_digest WHERE assessment = OLD.assessment;
END;

CREATE TRIGGER fact_digest_goes_when_an_import_is_undone AFTER UPDATE OF state ON import
BEGIN
  DELETE FROM fact_digest WHERE assessment IN (SELECT assessment FROM received_package WHERE import = NEW.number);
END;

CREATE TRIGGER fact_digest_goes_when_recalled AFTER INSERT ON signature_recall
BEGIN
  DELETE FROM fact_digest WHERE assessment = (SELECT assessment FROM signature WHERE number = NEW.signature);
END;

CREATE TRIGGER fact_digest_goes_when_signed AFTER INSERT ON signature
BEGIN
  DELETE FROM fact_digest WHERE assessment = NEW.assessment;
END;

CREATE TRIGGER figures_go_when_a_change_goes AFTER DELETE ON change
BEGIN
  DELETE FROM assessment_figure WHERE assessment = OLD.assessment;
END;

CREATE TRIGGER figures_go_when_a_change_is_made AFTER INSERT ON change WHEN NEW.from_package IS NULL
BEGIN
  DELETE FROM assessment_figure WHERE assessment = NEW.assessment;
END;

CREATE TRIGGER figures_go_when_a_package_comes AFTER INSERT ON received_package WHEN NEW.assessment IS NOT NULL
BEGIN
  DELETE FROM assessment_figure WHERE assessment = NEW.assessment;
END;

CREATE TRIGGER log_in_package_goes_only_with_its_import BEFORE UPDATE OF assessment ON received_package
WHEN OLD.log_stages IS NOT NULL AND NOT EXISTS (SELECT 1 FROM package_being_undone WHERE number = OLD.number)
BEGIN
  SELECT RAISE(ABORT, 'the change log is append-only');
END;

CREATE TRIGGER log_in_package_is_never_deleted BEFORE DELETE ON received_package WHEN OLD.log_stages IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'the change log is append-only');
END;

CREATE TRIGGER log_in_package_is_never_updated
BEFORE UPDATE OF number, import, sha256, manifest, document, log_stages, last_edit_at ON received_package
WHEN OLD.log_stages IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'the change log is append-only');
END;

CREATE TRIGGER signature_goes_only_with_its_import BEFORE DELETE ON signature
WHEN NOT EXISTS (SELECT 1 FROM package_being_undone WHERE number = OLD.from_package)
BEGIN
  SELECT RAISE(ABORT, 'signatures are append-only');
END;

CREATE TRIGGER signature_is_never_updated BEFORE UPDATE ON signature
BEGIN
  SELECT RAISE(ABORT, 'signatures are append-only');
END;

CREATE TRIGGER signature_recall_goes_only_with_its_import BEFORE DELETE ON signature_recall
WHEN NOT EXISTS (SELECT 1 FROM package_being_undone WHERE number = OLD.from_package)
BEGIN
  SELECT RAISE(ABORT, 'signatures are append-only');
END;

CREATE TRIGGER signature_recall_is_never_updated BEFORE UPDATE ON signature_recall
BEGIN
  SELECT RAISE(ABORT, 'signatures are append-only');
END;
