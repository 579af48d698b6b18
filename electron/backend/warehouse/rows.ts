/** One row of a table of the shared data store: columns in camel case, as plain values. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** What the publishing of one period by one set is about: nobody but its publisher changes or removes it. */
export interface PublishedGroup {
  /** Unit key of whoever publishes; empty for a data file without a profile. */
  readonly publisher: string;
  readonly periodCode: string;
  readonly setId: string;
}

/** Tables whose rows belong to one assessment. Each is keyed by period, unit and set first. */
export const factTablesOfAssessment = [
  'assessment',
  'stage_score',
  'threshold_verdict',
  'criterion_score',
  'source_file',
  'lineage',
] as const;
export type FactTable = (typeof factTablesOfAssessment)[number];

/** Every table that is partitioned by period. */
export const partitionedTables = [...factTablesOfAssessment, 'place'] as const;

/** Tables that facts refer to, in the order in which rows must come. */
export const dimensionTableNames = [
  'unit',
  'period',
  'peer_group',
  'criteria_set_version',
  'criterion',
  'threshold',
  'band',
  'target',
] as const;
export type DimensionTable = (typeof dimensionTableNames)[number];
export type Dimensions = Readonly<Record<DimensionTable, readonly Row[]>>;

/** All facts of one assessment, or of a unit from which nothing has come. Rows lack the period and the set of their group. */
export interface AssessmentFacts {
  readonly unitKey: string;
  /** SHA-256 of the rows. */
  readonly digest: string;
  readonly rows: Readonly<Record<FactTable, readonly Row[]>>;
}
