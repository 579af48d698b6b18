import type { Migration } from '../migration.ts';

/**
 * What arrives in files: imports, the packages they brought, who signed those, and files kept aside. The log of
 * changes and the signatures take in what other installations made.
 */
export const packagesAndImports: Migration = {
  number: 3,
  name: 'packages-and-imports',
  sql: `
-- Where the database lay when it was last opened; elsewhere it is a copy, and the copy must count under another name.
CREATE TABLE home (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  host TEXT NOT NULL,
  path TEXT NOT NULL,
  file_identity TEXT NOT NULL
) STRICT;

-- 'undoing' stands only within the transaction of an undo: it is what lets rows of the append-only tables go.
CREATE TABLE import (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  imported_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('done', 'undoing', 'undone')),
  undone_at TEXT
) STRICT;

-- One file of an import, refused ones too; a package of a bundle is a file of its own. What a refused file was
-- about is null where it could not be known. document is deflated (raw), and null where the file brought nothing.
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
) STRICT;

CREATE INDEX received_package_of_import ON received_package (import);
CREATE INDEX received_package_of_assessment ON received_package (assessment) WHERE assessment IS NOT NULL;
CREATE INDEX receipt_by_content ON received_package (sha256) WHERE kind = 'receipt';
CREATE INDEX received_package_by_signer ON received_package (public_key) WHERE public_key IS NOT NULL;

-- Keys that have signed what came in. An unknown valid-from is ''. from_package is null for keys that no file brought.
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

CREATE INDEX signer_of_unit ON signer (role, unit_code, unit_valid_from);
CREATE INDEX signer_of_package ON signer (from_package) WHERE from_package IS NOT NULL;

-- The file itself lies in quarantine/<sha256> beside the database.
CREATE TABLE quarantined_file (
  sha256 TEXT PRIMARY KEY,
  file_name TEXT NOT NULL,
  size INTEGER NOT NULL,
  kept_at TEXT NOT NULL,
  errors TEXT NOT NULL CHECK (json_valid(errors))
) STRICT, WITHOUT ROWID;

-- Criteria sets that came in files; document is the whole of what the file said.
CREATE TABLE imported_set (
  set_id TEXT NOT NULL,
  set_version TEXT NOT NULL,
  digest TEXT NOT NULL,
  document TEXT NOT NULL CHECK (json_valid(document)),
  from_package INTEGER NOT NULL REFERENCES received_package (number),
  PRIMARY KEY (set_id, set_version)
) STRICT, WITHOUT ROWID;

CREATE INDEX imported_set_of_package ON imported_set (from_package);

-- A dot names an edit within its assessment. The one index serves for finding the edits of an assessment too.
CREATE TABLE change_of_all (
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

INSERT INTO change_of_all (number, replica, counter, assessment, stage, criterion_id, field, new_value, old_value,
    replaced, author, changed_at, batch)
  SELECT number, replica, counter, assessment, stage, criterion_id, field, new_value, old_value, replaced, author,
    changed_at, batch
  FROM change ORDER BY number;

-- By dot instead of by number, so that a change can go without a look at the cells of every assessment.
CREATE TABLE standing_cell (
  assessment INTEGER NOT NULL REFERENCES assessment (number),
  stage TEXT NOT NULL,
  criterion_id TEXT NOT NULL,
  field TEXT NOT NULL,
  counter INTEGER NOT NULL,
  replica INTEGER NOT NULL,
  PRIMARY KEY (assessment, stage, criterion_id, field, counter, replica),
  FOREIGN KEY (assessment, replica, counter) REFERENCES change (assessment, replica, counter)
) STRICT, WITHOUT ROWID;

INSERT INTO standing_cell (assessment, stage, criterion_id, field, counter, replica)
  SELECT cell.assessment, cell.stage, cell.criterion_id, cell.field, change.counter, change.replica
  FROM answer_cell AS cell JOIN change ON change.number = cell.change;

-- An id is permanent and travels. seen is, as JSON, the greatest counter of each replica id whose edits were signed.
CREATE TABLE signature_of_all (
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

INSERT INTO signature_of_all (number, assessment, id, revision, name, title, place, date, signed_at, digest, seen)
  SELECT number, assessment,
    printf('%s-%s-4%s-8%s-%012x', substr(digest, 1, 8), substr(digest, 9, 4), substr(digest, 13, 3),
      substr(digest, 16, 3), number),
    revision, name, title, place, date, signed_at, digest,
    (SELECT json_group_object(id, counter) FROM (
      SELECT replica.id, max(change.counter) AS counter
      FROM change JOIN replica ON replica.number = change.replica
      WHERE change.assessment = signature.assessment AND change.number <= coalesce(signature.last_change, 0)
      GROUP BY replica.id))
  FROM signature ORDER BY number;

CREATE TABLE signature_recall_of_all (
  signature INTEGER PRIMARY KEY REFERENCES signature (number),
  reason TEXT NOT NULL,
  recalled_at TEXT NOT NULL,
  from_package INTEGER REFERENCES received_package (number)
) STRICT;

INSERT INTO signature_recall_of_all (signature, reason, recalled_at)
  SELECT signature, reason, recalled_at FROM signature_recall;

DROP TABLE answer_cell;
DROP TABLE signature_recall;
DROP TABLE signature;
DROP TABLE change;
ALTER TABLE change_of_all RENAME TO change;
ALTER TABLE standing_cell RENAME TO answer_cell;
ALTER TABLE signature_of_all RENAME TO signature;
ALTER TABLE signature_recall_of_all RENAME TO signature_recall;

CREATE INDEX change_of_batch ON change (batch) WHERE batch IS NOT NULL;
-- Few among what was imported, and the ones that an undo of an import must look at.
CREATE INDEX change_made_here ON change (assessment) WHERE from_package IS NULL;

-- An import into an assessment closes the way back behind it; a settled suggestion stays settled.
ALTER TABLE edit_batch ADD COLUMN is_closed INTEGER NOT NULL DEFAULT 0 CHECK (is_closed IN (0, 1));

CREATE VIEW package_being_undone (number) AS
  SELECT received_package.number FROM received_package JOIN import ON import.number = received_package.import
  WHERE import.state = 'undoing';

CREATE TRIGGER change_is_never_updated BEFORE UPDATE ON change
BEGIN
  SELECT RAISE(ABORT, 'the change log is append-only');
END;

CREATE TRIGGER change_goes_only_with_its_import BEFORE DELETE ON change
WHEN NOT EXISTS (SELECT 1 FROM package_being_undone WHERE number = OLD.from_package)
BEGIN
  SELECT RAISE(ABORT, 'the change log is append-only');
END;

CREATE TRIGGER signature_is_never_updated BEFORE UPDATE ON signature
BEGIN
  SELECT RAISE(ABORT, 'signatures are append-only');
END;

CREATE TRIGGER signature_goes_only_with_its_import BEFORE DELETE ON signature
WHEN NOT EXISTS (SELECT 1 FROM package_being_undone WHERE number = OLD.from_package)
BEGIN
  SELECT RAISE(ABORT, 'signatures are append-only');
END;

CREATE TRIGGER signature_recall_is_never_updated BEFORE UPDATE ON signature_recall
BEGIN
  SELECT RAISE(ABORT, 'signatures are append-only');
END;

CREATE TRIGGER signature_recall_goes_only_with_its_import BEFORE DELETE ON signature_recall
WHEN NOT EXISTS (SELECT 1 FROM package_being_undone WHERE number = OLD.from_package)
BEGIN
  SELECT RAISE(ABORT, 'signatures are append-only');
END;
`,
};
