import type Database from 'better-sqlite3';

/** What one call recorded, for undo: an edit, or the settling of suggestions. */
export type StepKind = 'edit' | 'suggestion';
export type MoveKind = 'undo' | 'redo';
export type BatchKind = StepKind | MoveKind;

/** Whether there is a way back, and a way forward again. */
export interface WayBack {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export interface StepReader {
  readWayBack(assessment: number): WayBack;
  /** Number of the step that undo, or redo, would move; undefined where there is none. */
  findNextMove(assessment: number, kind: MoveKind): number | undefined;
}

export interface StepWriter {
  /** Starts a step that stands; `discardStep` takes it out again if it turns out to have changed nothing. */
  startStep(assessment: number, kind: StepKind): number;
  discardStep(step: number): void;
  /** What was undone before cannot be redone any more. */
  overtakeUndone(assessment: number): void;
  /** After an import into the assessment: no way leads back, or forward, past it. */
  closeSteps(assessment: number): void;
  /** Moves a step and returns the number of the batch for the changes that this makes. */
  moveStep(assessment: number, kind: MoveKind, step: number): number;
}

/** The statements that run often; a test asks SQLite for their plans. */
export const stepQueries = {
  // Steps go back strictly in order, so that those undone are always the newest of those not overtaken.
  undo: `SELECT number FROM edit_batch WHERE assessment = ? AND state = 'done' AND is_closed = 0
    ORDER BY number DESC LIMIT 1`,
  redo: `SELECT number FROM edit_batch WHERE assessment = ? AND state = 'undone' AND is_closed = 0
    ORDER BY number LIMIT 1`,
  overtake: `UPDATE edit_batch SET state = 'overtaken' WHERE assessment = ? AND state = 'undone'`,
  close: `UPDATE edit_batch SET is_closed = 1 WHERE assessment = ? AND state IN ('done', 'undone') AND is_closed = 0`,
} as const;

export function prepareStepTable(database: Database.Database): StepReader & StepWriter {
  const next = {
    undo: database.prepare<[number], number>(stepQueries.undo).pluck(),
    redo: database.prepare<[number], number>(stepQueries.redo).pluck(),
  };
  const insertStep = database.prepare<[number, StepKind]>(
    `INSERT INTO edit_batch (assessment, kind, state) VALUES (?, ?, 'done')`,
  );
  const insertMove = database.prepare<[number, MoveKind, number]>(
    'INSERT INTO edit_batch (assessment, kind, target) VALUES (?, ?, ?)',
  );
  const discard = database.prepare<[number]>('DELETE FROM edit_batch WHERE number = ?');
  const overtake = database.prepare<[number]>(stepQueries.overtake);
  const close = database.prepare<[number]>(stepQueries.close);
  const setState = database.prepare<['done' | 'undone', number]>(
    'UPDATE edit_batch SET state = ? WHERE number = ?',
  );
  return {
    readWayBack: (assessment) => ({
      canUndo: next.undo.get(assessment) !== undefined,
      canRedo: next.redo.get(assessment) !== undefined,
    }),
    findNextMove: (assessment, kind) => next[kind].get(assessment),
    startStep: (assessment, kind) => Number(insertStep.run(assessment, kind).lastInsertRowid),
    discardStep: (step) => void discard.run(step),
    overtakeUndone: (assessment) => void overtake.run(assessment),
    closeSteps: (assessment) => void close.run(assessment),
    moveStep: (assessment, kind, step) => {
      setState.run(kind === 'undo' ? 'undone' : 'done', step);
      return Number(insertMove.run(assessment, kind, step).lastInsertRowid);
    },
  };
}
