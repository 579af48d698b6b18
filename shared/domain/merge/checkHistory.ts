import { failWith, succeed, type Result } from '../../errors/result.ts';
import { keyOfCell, type CellAddress, type Change } from './change.ts';
import { createDotIndex, type DotIndex } from './dotIndex.ts';

/**
 * The edits of a log by their dots, if it is whole: no dot twice, and each edit after those of its cell that it took
 * the place of, so that no edit can have seen itself. Errors, with the cell as place: `history-contradicts`,
 * `history-incomplete`.
 */
export function checkHistory(changes: readonly Change[]): Result<DotIndex<Change>> {
  const earlier = createDotIndex<Change>();
  for (const change of changes) {
    if (earlier.has(change.dot)) return failWith('history-contradicts', {}, keyOfCell(change));
    for (const dot of change.replaced) {
      const replaced = earlier.get(dot);
      if (!replaced || !isSameCell(replaced, change)) {
        return failWith('history-incomplete', {}, keyOfCell(change));
      }
    }
    earlier.set(change.dot, change);
  }
  return succeed(earlier);
}

function isSameCell(a: CellAddress, b: CellAddress): boolean {
  return a.field === b.field && a.criterionId === b.criterionId && a.stage === b.stage;
}
