import type { Migration } from '../migration.ts';

/**
 * What the facts of each assessment came to when they were published last, so that publishing need not score what has
 * not changed. Whatever the facts follow from takes the digest away.
 */
export const digestsOfFacts: Migration = {
  number: 5,
  name: 'digests-of-facts',
  sql: `
-- engine is the version that made the facts; another one makes them again. No trigger on each imported edit, for the
-- reason told in migration 4.
CREATE TABLE fact_digest (
  assessment INTEGER PRIMARY KEY REFERENCES assessment (number) ON DELETE CASCADE,
  engine TEXT NOT NULL,
  digest TEXT NOT NULL
) STRICT;

CREATE TRIGGER fact_digest_goes_when_a_change_is_made AFTER INSERT ON change WHEN NEW.from_package IS NULL
BEGIN
  DELETE FROM fact_digest WHERE assessment = NEW.assessment;
END;

CREATE TRIGGER fact_digest_goes_when_a_change_goes AFTER DELETE ON change
BEGIN
  DELETE FROM fact_digest WHERE assessment = OLD.assessment;
END;

CREATE TRIGGER fact_digest_goes_when_a_package_comes AFTER INSERT ON received_package WHEN NEW.assessment IS NOT NULL
BEGIN
  DELETE FROM fact_digest WHERE assessment = NEW.assessment;
END;

CREATE TRIGGER fact_digest_goes_when_an_import_is_undone AFTER UPDATE OF state ON import
BEGIN
  DELETE FROM fact_digest WHERE assessment IN (SELECT assessment FROM received_package WHERE import = NEW.number);
END;

CREATE TRIGGER fact_digest_goes_when_signed AFTER INSERT ON signature
BEGIN
  DELETE FROM fact_digest WHERE assessment = NEW.assessment;
END;

CREATE TRIGGER fact_digest_goes_when_a_signature_goes AFTER DELETE ON signature
BEGIN
  DELETE FROM fact_digest WHERE assessment = OLD.assessment;
END;

CREATE TRIGGER fact_digest_goes_when_recalled AFTER INSERT ON signature_recall
BEGIN
  DELETE FROM fact_digest WHERE assessment = (SELECT assessment FROM signature WHERE number = NEW.signature);
END;

CREATE TRIGGER fact_digest_goes_when_a_recall_goes AFTER DELETE ON signature_recall
BEGIN
  DELETE FROM fact_digest WHERE assessment = (SELECT assessment FROM signature WHERE number = OLD.signature);
END;
`,
};
