import type Database from 'better-sqlite3';

/** Expected labour by permanent criterion id, whole numbers from 1 to 100. */
export type Efforts = Readonly<Record<string, number>>;

export interface EffortReader {
  readEfforts(assessment: number): Efforts;
}

export interface EffortWriter {
  /** In the place of all that stood. */
  replaceEfforts(assessment: number, efforts: Efforts): void;
}

type Row = { readonly criterionId: string; readonly effort: number };

/** The statements that run often; a test asks SQLite for their plans. */
export const effortQueries = {
  read: 'SELECT criterion_id AS criterionId, effort FROM effort WHERE assessment = ? ORDER BY criterion_id',
  clear: 'DELETE FROM effort WHERE assessment = ?',
} as const;

export function prepareEffortTable(database: Database.Database): EffortReader & EffortWriter {
  const read = database.prepare<[number], Row>(effortQueries.read);
  const clear = database.prepare<[number]>(effortQueries.clear);
  const insert = database.prepare<[number, string, number]>(
    'INSERT INTO effort (assessment, criterion_id, effort) VALUES (?, ?, ?)',
  );
  return {
    readEfforts: (assessment) =>
      Object.fromEntries(read.all(assessment).map(({ criterionId, effort }) => [criterionId, effort])),
    replaceEfforts: (assessment, efforts) => {
      clear.run(assessment);
      for (const [criterionId, effort] of Object.entries(efforts))
        insert.run(assessment, criterionId, effort);
    },
  };
}
