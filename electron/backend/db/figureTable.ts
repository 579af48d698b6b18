import type Database from 'better-sqlite3';

export type FigureStage = 'self' | 'appraised' | 'final';

/** The figures of one stage of one assessment, as texts that only their writer reads. */
export interface FigureRecord {
  readonly stage: FigureStage;
  /** Exact fraction; null where nothing counts. */
  readonly percent: string | null;
  /** JSON. */
  readonly standings: string;
  /** JSON. */
  readonly criteria: string;
}

/** What units are compared by; without their criteria, of which each assessment has dozens. */
export type KeptStandings = Pick<FigureRecord, 'stage' | 'standings'>;

/** The percentage of what one assessment declares. */
export interface KeptPercent {
  readonly assessment: number;
  readonly percent: string | null;
}

/** Of all assessments of a period by one set, what one version of the engine has computed. */
export interface FigureReader {
  /** By assessment. */
  readStandingsOfPeriod(
    setId: string,
    period: string,
    engine: string,
  ): ReadonlyMap<number, readonly KeptStandings[]>;
  /** The criteria of one stage, by assessment. */
  readCriteriaOfPeriod(
    setId: string,
    period: string,
    engine: string,
    stage: FigureStage,
  ): ReadonlyMap<number, string>;
  /** The declared percentages alone. */
  listKeptPercents(setId: string, period: string, engine: string): readonly KeptPercent[];
}

export interface FigureWriter {
  /** Keeps the figures until the next change of the assessment. */
  keepFigures(assessment: number, engine: string, figures: readonly FigureRecord[]): void;
}

/** The statements that run often; a test asks SQLite for their plans. */
export const figureQueries = {
  standings: `SELECT figure.assessment, figure.stage, figure.standings
    FROM assessment JOIN assessment_figure AS figure ON figure.assessment = assessment.number
    WHERE assessment.set_id = ? AND assessment.period = ? AND figure.engine = ?`,
  criteria: `SELECT figure.assessment, figure.criteria
    FROM assessment JOIN assessment_figure AS figure ON figure.assessment = assessment.number
    WHERE assessment.set_id = ? AND assessment.period = ? AND figure.engine = ? AND figure.stage = ?`,
  percents: `SELECT figure.assessment, figure.percent
    FROM assessment JOIN assessment_figure AS figure
      ON figure.assessment = assessment.number AND figure.stage = 'self'
    WHERE assessment.set_id = ? AND assessment.period = ? AND figure.engine = ?`,
  forget: 'DELETE FROM assessment_figure WHERE assessment = ?',
} as const;

type OfPeriod = [setId: string, period: string, engine: string];
type StandingsRow = KeptStandings & { readonly assessment: number };

export function prepareFigureTable(database: Database.Database): FigureReader & FigureWriter {
  const standings = database.prepare<OfPeriod, StandingsRow>(figureQueries.standings);
  const criteria = database
    .prepare<[...OfPeriod, FigureStage], [assessment: number, criteria: string]>(figureQueries.criteria)
    .raw();
  const percents = database.prepare<OfPeriod, KeptPercent>(figureQueries.percents);
  const forget = database.prepare<[number]>(figureQueries.forget);
  const keep = database.prepare<[object]>(
    `INSERT INTO assessment_figure (assessment, stage, engine, percent, standings, criteria)
     VALUES (:assessment, :stage, :engine, :percent, :standings, :criteria)`,
  );
  return {
    readStandingsOfPeriod: (setId, period, engine) =>
      Map.groupBy(standings.all(setId, period, engine), ({ assessment }) => assessment),
    readCriteriaOfPeriod: (setId, period, engine, stage) =>
      new Map(criteria.all(setId, period, engine, stage)),
    listKeptPercents: (setId, period, engine) => percents.all(setId, period, engine),
    keepFigures: (assessment, engine, figures) => {
      forget.run(assessment);
      for (const figure of figures) keep.run({ ...figure, assessment, engine });
    },
  };
}
