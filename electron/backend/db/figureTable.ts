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

/** The percentage of what one assessment declares. */
export interface KeptPercent {
  readonly assessment: number;
  readonly percent: string | null;
}

export interface FigureReader {
  /** Those of all assessments of a period that one version of the engine has computed, by assessment. */
  readFiguresOfPeriod(
    setId: string,
    period: string,
    engine: string,
  ): ReadonlyMap<number, readonly FigureRecord[]>;
  /** Their declared percentages alone. */
  listKeptPercents(setId: string, period: string, engine: string): readonly KeptPercent[];
}

export interface FigureWriter {
  /** Keeps the figures until the next change of the assessment. */
  keepFigures(assessment: number, engine: string, figures: readonly FigureRecord[]): void;
}

/** The statements that run often; a test asks SQLite for their plans. */
export const figureQueries = {
  ofPeriod: `SELECT figure.assessment, figure.stage, figure.percent, figure.standings, figure.criteria
    FROM assessment JOIN assessment_figure AS figure ON figure.assessment = assessment.number
    WHERE assessment.set_id = ? AND assessment.period = ? AND figure.engine = ?`,
  percents: `SELECT figure.assessment, figure.percent
    FROM assessment JOIN assessment_figure AS figure
      ON figure.assessment = assessment.number AND figure.stage = 'self'
    WHERE assessment.set_id = ? AND assessment.period = ? AND figure.engine = ?`,
  forget: 'DELETE FROM assessment_figure WHERE assessment = ?',
} as const;

type Row = FigureRecord & { readonly assessment: number };

export function prepareFigureTable(database: Database.Database): FigureReader & FigureWriter {
  const ofPeriod = database.prepare<[string, string, string], Row>(figureQueries.ofPeriod);
  const percents = database.prepare<[string, string, string], KeptPercent>(figureQueries.percents);
  const forget = database.prepare<[number]>(figureQueries.forget);
  const keep = database.prepare<[object]>(
    `INSERT INTO assessment_figure (assessment, stage, engine, percent, standings, criteria)
     VALUES (:assessment, :stage, :engine, :percent, :standings, :criteria)`,
  );
  return {
    readFiguresOfPeriod: (setId, period, engine) =>
      Map.groupBy(ofPeriod.all(setId, period, engine), ({ assessment }) => assessment),
    listKeptPercents: (setId, period, engine) => percents.all(setId, period, engine),
    keepFigures: (assessment, engine, figures) => {
      forget.run(assessment);
      for (const figure of figures) keep.run({ ...figure, assessment, engine });
    },
  };
}
