/** Who answers for a value: the unit itself, the aggregator, the city. */
export type Stage = 'self' | 'appraised' | 'final';

/** Name of one edit for ever: the installation that made it and that installation's running number, from 1. */
export type Dot = readonly [replicaId: string, counter: number];

/** `criterionId` of the cells of the form's head, which belong to no criterion. */
export const headerCells = 'header';

/** Where a value stands within an assessment. */
export interface CellAddress {
  readonly stage: Stage;
  /** A permanent criterion id, or `headerCells`. */
  readonly criterionId: string;
  readonly field: string;
}

/** One edit of one cell. It never changes; what holds in a cell follows from all its edits together. */
export interface Change extends CellAddress {
  readonly dot: Dot;
  /** Canonical JSON text, so that equal texts are equal values; `saysNothing` where the field is taken back. */
  readonly valueText: string;
  /** The edits of the same cell that this one had seen and took the place of. */
  readonly replaced: readonly Dot[];
  /** Who; may be empty. */
  readonly author: string;
  /** ISO instant; for people only, it decides nothing. */
  readonly changedAt: string;
}

/**
 * Whether a cell that holds this canonical text is as one that was never filled. An empty list of documents says nothing; an
 * empty list as the value of a checklist says that none of its items is met.
 */
export function saysNothing(field: string, valueText: string): boolean {
  return valueText === 'null' || valueText === '""' || (valueText === '[]' && field !== 'value');
}

/** A text that tells two edits apart. */
export function keyOfDot([replicaId, counter]: Dot): string {
  return `${replicaId}:${String(counter)}`;
}

/** A text that tells two cells of one assessment apart. */
export function keyOfCell({ stage, criterionId, field }: CellAddress): string {
  return `${stage}/${criterionId}/${field}`;
}
