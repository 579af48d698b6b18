/** What is counted, where it came from, and the view that dashboards begin with. */
export const factTables = `
CREATE TABLE thuoc_so.comparison (
  publisher text NOT NULL,
  period_code text NOT NULL REFERENCES thuoc_so.period,
  set_id text NOT NULL,
  set_key text NOT NULL REFERENCES thuoc_so.criteria_set_version,
  digest text NOT NULL,
  published_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (publisher, period_code, set_id)
);
COMMENT ON TABLE thuoc_so.comparison IS 'Stands while period and set of a publisher are complete: absent while a publication is under way or was cut off.';
COMMENT ON COLUMN thuoc_so.comparison.publisher IS 'Unit key of whoever published.';
COMMENT ON COLUMN thuoc_so.comparison.period_code IS 'Period.';
COMMENT ON COLUMN thuoc_so.comparison.set_id IS 'Set.';
COMMENT ON COLUMN thuoc_so.comparison.set_key IS 'Newest version at hand: bands and groups are those of this one.';
COMMENT ON COLUMN thuoc_so.comparison.digest IS 'Of the digests of all assessments compared.';
COMMENT ON COLUMN thuoc_so.comparison.published_at IS 'When something in it was last written.';

CREATE TABLE thuoc_so.assessment (
  period_code text NOT NULL REFERENCES thuoc_so.period,
  unit_key text NOT NULL REFERENCES thuoc_so.unit,
  set_id text NOT NULL,
  set_key text REFERENCES thuoc_so.criteria_set_version,
  peer_group text NOT NULL REFERENCES thuoc_so.peer_group,
  publisher text NOT NULL,
  has_arrived boolean NOT NULL,
  signed_revision integer NOT NULL,
  signed_at timestamptz,
  saved_at timestamptz,
  digest text NOT NULL,
  published_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (period_code, unit_key, set_id)
) PARTITION BY LIST (period_code);
COMMENT ON TABLE thuoc_so.assessment IS 'Fact. One row for each unit that is compared in a period by a set, whether something has come from it or not.';
COMMENT ON COLUMN thuoc_so.assessment.period_code IS 'Period.';
COMMENT ON COLUMN thuoc_so.assessment.unit_key IS 'Unit.';
COMMENT ON COLUMN thuoc_so.assessment.set_id IS 'Set.';
COMMENT ON COLUMN thuoc_so.assessment.set_key IS 'Version that it is scored by; null while nothing has come.';
COMMENT ON COLUMN thuoc_so.assessment.peer_group IS 'Among which it is ranked.';
COMMENT ON COLUMN thuoc_so.assessment.publisher IS 'Unit key of whoever published it; nobody else may change or remove it.';
COMMENT ON COLUMN thuoc_so.assessment.has_arrived IS 'Whether something has come from the unit.';
COMMENT ON COLUMN thuoc_so.assessment.signed_revision IS 'Revision that is signed; 0 while no signature is in force.';
COMMENT ON COLUMN thuoc_so.assessment.signed_at IS 'When that was signed.';
COMMENT ON COLUMN thuoc_so.assessment.saved_at IS 'When the last edit was made.';
COMMENT ON COLUMN thuoc_so.assessment.digest IS 'SHA-256 of all facts of the assessment: equal digest, equal facts.';
COMMENT ON COLUMN thuoc_so.assessment.published_at IS 'When its facts were last written.';

CREATE TABLE thuoc_so.stage_score (
  period_code text NOT NULL,
  unit_key text NOT NULL,
  set_id text NOT NULL,
  stage text NOT NULL,
  points numeric NOT NULL,
  ceiling_points numeric NOT NULL,
  max_points numeric NOT NULL,
  percent numeric,
  percent_exact text,
  ceiling_percent numeric,
  criteria_met integer NOT NULL,
  criteria_open integer NOT NULL,
  criteria_applicable integer NOT NULL,
  criteria_percent numeric,
  bonus numeric NOT NULL,
  penalty numeric NOT NULL,
  total numeric NOT NULL,
  total_percent numeric,
  total_percent_exact text,
  band_id text,
  PRIMARY KEY (period_code, unit_key, set_id, stage)
) PARTITION BY LIST (period_code);
COMMENT ON TABLE thuoc_so.stage_score IS 'Fact. The score of an assessment in one stage. Figures have twelve decimals at most, rounded half up.';
COMMENT ON COLUMN thuoc_so.stage_score.period_code IS 'Period.';
COMMENT ON COLUMN thuoc_so.stage_score.unit_key IS 'Unit.';
COMMENT ON COLUMN thuoc_so.stage_score.set_id IS 'Set.';
COMMENT ON COLUMN thuoc_so.stage_score.stage IS 'claimed (as declared), evidenced (as far as documents prove it), appraised, final.';
COMMENT ON COLUMN thuoc_so.stage_score.points IS 'Points without bonus and penalty.';
COMMENT ON COLUMN thuoc_so.stage_score.ceiling_points IS 'Points if everything unanswered were full.';
COMMENT ON COLUMN thuoc_so.stage_score.max_points IS 'Most points that the unit can have.';
COMMENT ON COLUMN thuoc_so.stage_score.percent IS 'points of max_points; null where nothing counts.';
COMMENT ON COLUMN thuoc_so.stage_score.percent_exact IS 'The same as an exact fraction, 2450/31.';
COMMENT ON COLUMN thuoc_so.stage_score.ceiling_percent IS 'ceiling_points of max_points.';
COMMENT ON COLUMN thuoc_so.stage_score.criteria_met IS 'Criteria met.';
COMMENT ON COLUMN thuoc_so.stage_score.criteria_open IS 'Criteria not answered.';
COMMENT ON COLUMN thuoc_so.stage_score.criteria_applicable IS 'Criteria that count.';
COMMENT ON COLUMN thuoc_so.stage_score.criteria_percent IS 'criteria_met of criteria_applicable.';
COMMENT ON COLUMN thuoc_so.stage_score.bonus IS 'Bonus points.';
COMMENT ON COLUMN thuoc_so.stage_score.penalty IS 'Penalty points.';
COMMENT ON COLUMN thuoc_so.stage_score.total IS 'points + bonus − penalty.';
COMMENT ON COLUMN thuoc_so.stage_score.total_percent IS 'total of max_points; places go by it.';
COMMENT ON COLUMN thuoc_so.stage_score.total_percent_exact IS 'The same as an exact fraction.';
COMMENT ON COLUMN thuoc_so.stage_score.band_id IS 'Band of the newest version of the set; below where none is reached; null where nothing counts.';

CREATE TABLE thuoc_so.place (
  period_code text NOT NULL,
  unit_key text NOT NULL,
  set_id text NOT NULL,
  stage text NOT NULL,
  place integer,
  place_of integer NOT NULL,
  shared_with integer NOT NULL,
  decided_by text,
  PRIMARY KEY (period_code, unit_key, set_id, stage)
) PARTITION BY LIST (period_code);
COMMENT ON TABLE thuoc_so.place IS 'Fact. The place of a unit in its peer group in one stage.';
COMMENT ON COLUMN thuoc_so.place.period_code IS 'Period.';
COMMENT ON COLUMN thuoc_so.place.unit_key IS 'Unit.';
COMMENT ON COLUMN thuoc_so.place.set_id IS 'Set.';
COMMENT ON COLUMN thuoc_so.place.stage IS 'claimed, evidenced, appraised or final.';
COMMENT ON COLUMN thuoc_so.place.place IS 'Place; null for a unit without figures. Units that no figure tells apart share one.';
COMMENT ON COLUMN thuoc_so.place.place_of IS 'How many units of the peer group have figures.';
COMMENT ON COLUMN thuoc_so.place.shared_with IS 'How many others share the place.';
COMMENT ON COLUMN thuoc_so.place.decided_by IS 'Figure that put it behind the unit before it: totalPercent, percent or criteriaPercent.';

CREATE TABLE thuoc_so.threshold_verdict (
  period_code text NOT NULL,
  unit_key text NOT NULL,
  set_id text NOT NULL,
  stage text NOT NULL,
  threshold_id text NOT NULL,
  verdict text NOT NULL,
  PRIMARY KEY (period_code, unit_key, set_id, stage, threshold_id)
) PARTITION BY LIST (period_code);
COMMENT ON TABLE thuoc_so.threshold_verdict IS 'Fact. Whether an assessment reaches a threshold in one stage.';
COMMENT ON COLUMN thuoc_so.threshold_verdict.period_code IS 'Period.';
COMMENT ON COLUMN thuoc_so.threshold_verdict.unit_key IS 'Unit.';
COMMENT ON COLUMN thuoc_so.threshold_verdict.set_id IS 'Set.';
COMMENT ON COLUMN thuoc_so.threshold_verdict.stage IS 'claimed, evidenced, appraised or final.';
COMMENT ON COLUMN thuoc_so.threshold_verdict.threshold_id IS 'Threshold.';
COMMENT ON COLUMN thuoc_so.threshold_verdict.verdict IS 'reached, not-reached, or open while unanswered criteria can still decide it.';

CREATE TABLE thuoc_so.criterion_score (
  period_code text NOT NULL,
  unit_key text NOT NULL,
  set_id text NOT NULL,
  criterion_id text NOT NULL,
  stage text NOT NULL,
  state text NOT NULL,
  points numeric NOT NULL,
  ceiling_points numeric NOT NULL,
  max_points numeric NOT NULL,
  is_met boolean NOT NULL,
  is_evidenced boolean NOT NULL,
  counts boolean NOT NULL,
  PRIMARY KEY (period_code, unit_key, set_id, criterion_id, stage)
) PARTITION BY LIST (period_code);
COMMENT ON TABLE thuoc_so.criterion_score IS 'Fact. The score of one criterion of an assessment in one stage.';
COMMENT ON COLUMN thuoc_so.criterion_score.period_code IS 'Period.';
COMMENT ON COLUMN thuoc_so.criterion_score.unit_key IS 'Unit.';
COMMENT ON COLUMN thuoc_so.criterion_score.set_id IS 'Set.';
COMMENT ON COLUMN thuoc_so.criterion_score.criterion_id IS 'Criterion.';
COMMENT ON COLUMN thuoc_so.criterion_score.stage IS 'claimed, evidenced, appraised or final.';
COMMENT ON COLUMN thuoc_so.criterion_score.state IS 'answered, unanswered or not-applicable.';
COMMENT ON COLUMN thuoc_so.criterion_score.points IS 'Points.';
COMMENT ON COLUMN thuoc_so.criterion_score.ceiling_points IS 'Points if what is unanswered were full.';
COMMENT ON COLUMN thuoc_so.criterion_score.max_points IS 'Most points.';
COMMENT ON COLUMN thuoc_so.criterion_score.is_met IS 'Whether it is met.';
COMMENT ON COLUMN thuoc_so.criterion_score.is_evidenced IS 'Whether the documents asked for are there.';
COMMENT ON COLUMN thuoc_so.criterion_score.counts IS 'Whether it enters points and thresholds: ordinary, with points, and applicable.';

CREATE TABLE thuoc_so.source_file (
  period_code text NOT NULL,
  unit_key text NOT NULL,
  set_id text NOT NULL,
  file_sha256 text NOT NULL,
  file_name text NOT NULL,
  file_bytes bigint NOT NULL,
  kind text,
  revision integer,
  received_at timestamptz NOT NULL,
  signer_unit text,
  signer_key text,
  file_edits integer NOT NULL,
  PRIMARY KEY (period_code, unit_key, set_id, file_sha256)
) PARTITION BY LIST (period_code);
COMMENT ON TABLE thuoc_so.source_file IS 'Lineage. A file that brought something to an assessment.';
COMMENT ON COLUMN thuoc_so.source_file.period_code IS 'Period.';
COMMENT ON COLUMN thuoc_so.source_file.unit_key IS 'Unit.';
COMMENT ON COLUMN thuoc_so.source_file.set_id IS 'Set.';
COMMENT ON COLUMN thuoc_so.source_file.file_sha256 IS 'SHA-256 of the whole file.';
COMMENT ON COLUMN thuoc_so.source_file.file_name IS 'Name as it arrived.';
COMMENT ON COLUMN thuoc_so.source_file.file_bytes IS 'Size.';
COMMENT ON COLUMN thuoc_so.source_file.kind IS 'assessment or review.';
COMMENT ON COLUMN thuoc_so.source_file.revision IS 'Signed revision that it carries; 0 for a working copy.';
COMMENT ON COLUMN thuoc_so.source_file.received_at IS 'When it was imported.';
COMMENT ON COLUMN thuoc_so.source_file.signer_unit IS 'Unit that signed the file.';
COMMENT ON COLUMN thuoc_so.source_file.signer_key IS 'Public key that signed it (Ed25519, base64).';
COMMENT ON COLUMN thuoc_so.source_file.file_edits IS 'How many edits it brought.';

CREATE TABLE thuoc_so.lineage (
  period_code text NOT NULL,
  unit_key text NOT NULL,
  set_id text NOT NULL,
  criterion_id text NOT NULL,
  answer_stage text NOT NULL,
  file_sha256 text,
  changed_at timestamptz NOT NULL,
  change_replica text NOT NULL,
  change_counter integer NOT NULL,
  edits integer NOT NULL,
  PRIMARY KEY (period_code, unit_key, set_id, criterion_id, answer_stage)
) PARTITION BY LIST (period_code);
COMMENT ON TABLE thuoc_so.lineage IS 'Lineage. The last edit of a criterion in a stage: which change, when, and out of which file (source_file).';
COMMENT ON COLUMN thuoc_so.lineage.period_code IS 'Period.';
COMMENT ON COLUMN thuoc_so.lineage.unit_key IS 'Unit.';
COMMENT ON COLUMN thuoc_so.lineage.set_id IS 'Set.';
COMMENT ON COLUMN thuoc_so.lineage.criterion_id IS 'Criterion.';
COMMENT ON COLUMN thuoc_so.lineage.answer_stage IS 'self (claimed and evidenced follow from it), appraised or final.';
COMMENT ON COLUMN thuoc_so.lineage.file_sha256 IS 'File that brought it; null for an edit made where it was published.';
COMMENT ON COLUMN thuoc_so.lineage.changed_at IS 'When it was made.';
COMMENT ON COLUMN thuoc_so.lineage.change_replica IS 'Installation on which it was made: with change_counter the name of the change for ever.';
COMMENT ON COLUMN thuoc_so.lineage.change_counter IS 'Count of the edit there.';
COMMENT ON COLUMN thuoc_so.lineage.edits IS 'How many edits the criterion has had in this stage.';

CREATE VIEW thuoc_so.unit_standing AS
SELECT assessment.period_code, period.year, assessment.set_id, assessment.set_key, assessment.publisher,
  assessment.unit_key, unit.unit_code, unit.name AS unit_name, assessment.peer_group, unit.parent_name, unit.top_name,
  assessment.has_arrived, assessment.signed_revision, assessment.saved_at,
  place.stage, place.place, place.place_of, place.shared_with,
  score.points, score.max_points, score.percent, score.ceiling_percent, score.criteria_met, score.criteria_applicable,
  score.criteria_open, score.criteria_percent, score.bonus, score.penalty, score.total, score.total_percent, score.band_id
FROM thuoc_so.assessment
JOIN thuoc_so.place USING (period_code, unit_key, set_id)
JOIN thuoc_so.unit USING (unit_key)
JOIN thuoc_so.period USING (period_code)
LEFT JOIN thuoc_so.stage_score AS score USING (period_code, unit_key, set_id, stage);
COMMENT ON VIEW thuoc_so.unit_standing IS 'Every compared unit with its figures and its place in every stage; figures are null for a unit from which nothing has come.';
`;
