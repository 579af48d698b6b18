import { keyOfCell, keyOfDot, type CellAddress, type Change } from '#shared/domain/merge/change.ts';
import { toCanonicalJson } from '#shared/format/canonicalJson.ts';

/** Who writes: an officer at one installation, whose edits are numbered through all assessments. */
export interface Pen {
  readonly replicaId: string;
  readonly author: string;
  /** The number of the next edit. */
  readonly count: () => number;
}

/** One officer's copy of an assessment: the edits that it has seen, each after those it replaced. */
export interface WorkingCopy {
  readonly changes: () => readonly Change[];
  /** What stands in the cells now; two values in one cell where officers disagree. */
  readonly standing: () => readonly Change[];
  /** Puts a value into a cell in the place of all that stands there. */
  readonly write: (pen: Pen, cell: CellAddress, value: unknown, at: string) => void;
  /** Another copy with the same history so far. */
  readonly copy: () => WorkingCopy;
  /** Takes in what another copy has seen. */
  readonly takeIn: (other: WorkingCopy) => void;
}

export function startCopy(history: readonly Change[] = []): WorkingCopy {
  const changes: Change[] = [];
  const seen = new Set<string>();
  const cells = new Map<string, readonly Change[]>();
  const add = (change: Change): void => {
    seen.add(keyOfDot(change.dot));
    changes.push(change);
    const gone = new Set(change.replaced.map(keyOfDot));
    const others = (cells.get(keyOfCell(change)) ?? []).filter(({ dot }) => !gone.has(keyOfDot(dot)));
    cells.set(keyOfCell(change), [...others, change]);
  };
  history.forEach(add);
  return {
    changes: () => changes,
    standing: () => [...cells.values()].flat(),
    write: (pen, { stage, criterionId, field }, value, at) => {
      const replaced = (cells.get(keyOfCell({ stage, criterionId, field })) ?? []).map(({ dot }) => dot);
      const valueText = toCanonicalJson(value);
      const dot = [pen.replicaId, pen.count()] as const;
      add({ dot, stage, criterionId, field, valueText, replaced, author: pen.author, changedAt: at });
    },
    copy: () => startCopy(changes),
    // What the other has seen comes in the other's order, so that nothing stands before what it replaced.
    takeIn: (other) =>
      other
        .changes()
        .filter(({ dot }) => !seen.has(keyOfDot(dot)))
        .forEach(add),
  };
}
