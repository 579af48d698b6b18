/** What facts are looked at by. */
export const dimensionTables = `
CREATE TABLE thuoc_so.unit (
  unit_key text PRIMARY KEY,
  unit_code text NOT NULL,
  valid_from date,
  valid_to date,
  name text NOT NULL,
  kind text NOT NULL,
  parent_key text,
  parent_name text,
  top_key text,
  top_name text,
  unit_list text
);
COMMENT ON TABLE thuoc_so.unit IS 'Dimension. An administrative unit as it stood while its list was in force, with the units above it.';
COMMENT ON COLUMN thuoc_so.unit.unit_key IS 'Code and valid-from together, 20242@2025-07-01: codes are used again for other units.';
COMMENT ON COLUMN thuoc_so.unit.unit_code IS 'Code in the national list.';
COMMENT ON COLUMN thuoc_so.unit.valid_from IS 'First day in force; null where it is not known.';
COMMENT ON COLUMN thuoc_so.unit.valid_to IS 'Last day in force; null while it is.';
COMMENT ON COLUMN thuoc_so.unit.name IS 'Name, as the list spells it.';
COMMENT ON COLUMN thuoc_so.unit.kind IS 'phuong, xa, dac-khu, thanh-pho, quan, huyen and so on.';
COMMENT ON COLUMN thuoc_so.unit.parent_key IS 'The unit directly above, in the same list.';
COMMENT ON COLUMN thuoc_so.unit.parent_name IS 'Its name.';
COMMENT ON COLUMN thuoc_so.unit.top_key IS 'The province or city at the top of the list.';
COMMENT ON COLUMN thuoc_so.unit.top_name IS 'Its name.';
COMMENT ON COLUMN thuoc_so.unit.unit_list IS 'Id of the list; null for a unit that no list at hand knows.';

CREATE TABLE thuoc_so.period (
  period_code text PRIMARY KEY,
  kind text NOT NULL,
  year integer NOT NULL,
  first_day date NOT NULL,
  last_day date NOT NULL
);
COMMENT ON TABLE thuoc_so.period IS 'Dimension. What assessments cover.';
COMMENT ON COLUMN thuoc_so.period.period_code IS '2026, 2026-Q3, or a span 2026-01-01/2026-06-30.';
COMMENT ON COLUMN thuoc_so.period.kind IS 'year, quarter or span.';
COMMENT ON COLUMN thuoc_so.period.year IS 'Year in which it ends; targets by year go by it.';
COMMENT ON COLUMN thuoc_so.period.first_day IS 'First day.';
COMMENT ON COLUMN thuoc_so.period.last_day IS 'Last day.';

CREATE TABLE thuoc_so.peer_group (
  peer_group text PRIMARY KEY,
  name_vi text NOT NULL,
  name_en text NOT NULL
);
COMMENT ON TABLE thuoc_so.peer_group IS 'Dimension. Units are ranked among those of their kind.';
COMMENT ON COLUMN thuoc_so.peer_group.peer_group IS 'The kind of unit.';
COMMENT ON COLUMN thuoc_so.peer_group.name_vi IS 'In Vietnamese.';
COMMENT ON COLUMN thuoc_so.peer_group.name_en IS 'In English.';

CREATE TABLE thuoc_so.criteria_set_version (
  set_key text PRIMARY KEY,
  set_id text NOT NULL,
  set_version text NOT NULL,
  digest text NOT NULL,
  status text NOT NULL,
  title_vi text NOT NULL,
  title_en text NOT NULL,
  statement_vi text NOT NULL,
  statement_en text NOT NULL
);
COMMENT ON TABLE thuoc_so.criteria_set_version IS 'Dimension. A published version of a criteria set; it never changes.';
COMMENT ON COLUMN thuoc_so.criteria_set_version.set_key IS 'Id and version, da-nang-phuong-xa@1.0.0.';
COMMENT ON COLUMN thuoc_so.criteria_set_version.set_id IS 'Id, the same over all versions.';
COMMENT ON COLUMN thuoc_so.criteria_set_version.set_version IS 'Version.';
COMMENT ON COLUMN thuoc_so.criteria_set_version.digest IS 'SHA-256 of its content.';
COMMENT ON COLUMN thuoc_so.criteria_set_version.status IS 'reference (built from public plans) or official.';
COMMENT ON COLUMN thuoc_so.criteria_set_version.title_vi IS 'Title in Vietnamese.';
COMMENT ON COLUMN thuoc_so.criteria_set_version.title_en IS 'Title in English.';
COMMENT ON COLUMN thuoc_so.criteria_set_version.statement_vi IS 'What must stand wherever a reference set is shown, in Vietnamese.';
COMMENT ON COLUMN thuoc_so.criteria_set_version.statement_en IS 'The same in English.';

CREATE TABLE thuoc_so.criterion (
  set_key text NOT NULL REFERENCES thuoc_so.criteria_set_version,
  criterion_id text NOT NULL,
  position integer NOT NULL,
  code text NOT NULL,
  name_vi text NOT NULL,
  name_en text NOT NULL,
  group_id text NOT NULL,
  group_code text NOT NULL,
  group_name_vi text NOT NULL,
  group_name_en text NOT NULL,
  role text NOT NULL,
  rule_kind text NOT NULL,
  max_points numeric NOT NULL,
  PRIMARY KEY (set_key, criterion_id)
);
COMMENT ON TABLE thuoc_so.criterion IS 'Dimension. A criterion in one version of its set, with its group.';
COMMENT ON COLUMN thuoc_so.criterion.set_key IS 'Version of the set.';
COMMENT ON COLUMN thuoc_so.criterion.criterion_id IS 'Permanent id, the same over all versions.';
COMMENT ON COLUMN thuoc_so.criterion.position IS 'Order in print.';
COMMENT ON COLUMN thuoc_so.criterion.code IS 'Code in print; may be renumbered in another version.';
COMMENT ON COLUMN thuoc_so.criterion.name_vi IS 'Name in Vietnamese.';
COMMENT ON COLUMN thuoc_so.criterion.name_en IS 'Name in English.';
COMMENT ON COLUMN thuoc_so.criterion.group_id IS 'Id of the group.';
COMMENT ON COLUMN thuoc_so.criterion.group_code IS 'Code of the group in print.';
COMMENT ON COLUMN thuoc_so.criterion.group_name_vi IS 'Name of the group in Vietnamese.';
COMMENT ON COLUMN thuoc_so.criterion.group_name_en IS 'Name of the group in English.';
COMMENT ON COLUMN thuoc_so.criterion.role IS 'ordinary, bonus or penalty.';
COMMENT ON COLUMN thuoc_so.criterion.rule_kind IS 'How figures become points: yes_no, choice, ratio and so on.';
COMMENT ON COLUMN thuoc_so.criterion.max_points IS 'Most points.';

CREATE TABLE thuoc_so.threshold (
  set_key text NOT NULL REFERENCES thuoc_so.criteria_set_version,
  threshold_id text NOT NULL,
  measure text NOT NULL,
  at_percent numeric NOT NULL,
  title_vi text NOT NULL,
  title_en text NOT NULL,
  PRIMARY KEY (set_key, threshold_id)
);
COMMENT ON TABLE thuoc_so.threshold IS 'Dimension. A threshold of a version of a set.';
COMMENT ON COLUMN thuoc_so.threshold.set_key IS 'Version of the set.';
COMMENT ON COLUMN thuoc_so.threshold.threshold_id IS 'Id in the set.';
COMMENT ON COLUMN thuoc_so.threshold.measure IS 'points or criteria: of what the percentage is.';
COMMENT ON COLUMN thuoc_so.threshold.at_percent IS 'Reached at this percentage.';
COMMENT ON COLUMN thuoc_so.threshold.title_vi IS 'Title in Vietnamese.';
COMMENT ON COLUMN thuoc_so.threshold.title_en IS 'Title in English.';

CREATE TABLE thuoc_so.band (
  set_key text NOT NULL REFERENCES thuoc_so.criteria_set_version,
  band_id text NOT NULL,
  at_percent numeric NOT NULL,
  name_vi text NOT NULL,
  name_en text NOT NULL,
  PRIMARY KEY (set_key, band_id)
);
COMMENT ON TABLE thuoc_so.band IS 'Dimension. A band of a version of a set.';
COMMENT ON COLUMN thuoc_so.band.set_key IS 'Version of the set.';
COMMENT ON COLUMN thuoc_so.band.band_id IS 'Id in the set.';
COMMENT ON COLUMN thuoc_so.band.at_percent IS 'Begins at this percentage of points.';
COMMENT ON COLUMN thuoc_so.band.name_vi IS 'Name in Vietnamese.';
COMMENT ON COLUMN thuoc_so.band.name_en IS 'Name in English.';

CREATE TABLE thuoc_so.target (
  set_id text NOT NULL,
  target_id text NOT NULL,
  threshold_id text NOT NULL,
  year integer NOT NULL,
  demand text NOT NULL,
  at_least numeric NOT NULL,
  title_vi text NOT NULL,
  title_en text NOT NULL,
  PRIMARY KEY (set_id, target_id)
);
COMMENT ON TABLE thuoc_so.target IS 'Dimension. What public plans ask of all units together.';
COMMENT ON COLUMN thuoc_so.target.set_id IS 'Id of the set.';
COMMENT ON COLUMN thuoc_so.target.target_id IS 'Id of the target.';
COMMENT ON COLUMN thuoc_so.target.threshold_id IS 'Threshold that a unit must reach to count.';
COMMENT ON COLUMN thuoc_so.target.year IS 'By the end of this year.';
COMMENT ON COLUMN thuoc_so.target.demand IS 'units (a number of them) or share (of all units, in percent).';
COMMENT ON COLUMN thuoc_so.target.at_least IS 'The number or the percentage.';
COMMENT ON COLUMN thuoc_so.target.title_vi IS 'Title in Vietnamese.';
COMMENT ON COLUMN thuoc_so.target.title_en IS 'Title in English.';
`;
