import type { Migration } from '../migration.ts';

/**
 * Figures of each assessment, kept so that a comparison of many need not score them all again. They follow from the
 * log of changes: whatever comes into that log or goes from it takes them away.
 */
export const figuresOfAssessments: Migration = {
  number: 4,
  name: 'figures-of-assessments',
  sql: `
-- engine is the version that computed them; another one computes again. percent is that of the stage, null where
-- nothing counts; standings and criteria are JSON with exact fractions.
CREATE TABLE assessment_figure (
  assessment INTEGER NOT NULL REFERENCES assessment (number) ON DELETE CASCADE,
  stage TEXT NOT NULL CHECK (stage IN ('self', 'appraised', 'final')),
  engine TEXT NOT NULL,
  percent TEXT,
  standings TEXT NOT NULL CHECK (json_valid(standings)),
  criteria TEXT NOT NULL CHECK (json_valid(criteria)),
  PRIMARY KEY (assessment, stage)
) STRICT, WITHOUT ROWID;

CREATE INDEX assessment_of_set ON assessment (set_id, period);

CREATE TRIGGER figures_go_when_a_change_is_made AFTER INSERT ON change WHEN NEW.from_package IS NULL
BEGIN
  DELETE FROM assessment_figure WHERE assessment = NEW.assessment;
END;

-- A file brings hundreds of changes in the transaction that notes its arrival; once for all of them is enough, and
-- once for each doubled the price of an insert (measured).
CREATE TRIGGER figures_go_when_a_package_comes AFTER INSERT ON received_package WHEN NEW.assessment IS NOT NULL
BEGIN
  DELETE FROM assessment_figure WHERE assessment = NEW.assessment;
END;

CREATE TRIGGER figures_go_when_a_change_goes AFTER DELETE ON change
BEGIN
  DELETE FROM assessment_figure WHERE assessment = OLD.assessment;
END;
`,
};
