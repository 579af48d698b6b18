import type { Migration } from '../migration.ts';

/**
 * The log of an assessment that came in a file begins with that file: its edits are read from the document that is
 * kept anyway, and get rows only where something follows in their cell.
 */
export const logsInTheirPackages: Migration = {
  number: 7,
  name: 'logs-in-their-packages',
  sql: `
-- Of the package that made an assessment: the edits of these stages (a JSON list) in its document are the beginning
-- of the log of the assessment, and last_edit_at is the time of the last of them. Null where all edits have rows.
ALTER TABLE received_package ADD COLUMN log_stages TEXT CHECK (json_valid(log_stages));
ALTER TABLE received_package ADD COLUMN last_edit_at TEXT;

CREATE TRIGGER log_in_package_is_never_updated
BEFORE UPDATE OF number, import, sha256, manifest, document, log_stages, last_edit_at ON received_package
WHEN OLD.log_stages IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'the change log is append-only');
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
`,
};
