import { keyOfCell, keyOfDot, type CellAddress, type Change } from '#shared/domain/merge/change.ts';
import { mergeLogs, type MergedLogs } from '#shared/domain/merge/mergeLogs.ts';
import { differ, standingOf } from '#shared/domain/merge/standing.ts';
import { valueOf } from './valueOf.ts';

/** Steps that a random history is made of; whom and what they concern is told by numbers of any size. */
export type Move =
  | { readonly kind: 'edit'; readonly who: number; readonly cell: number; readonly value: string }
  | { readonly kind: 'decide'; readonly who: number; readonly which: number; readonly third: string | null }
  | { readonly kind: 'undo' | 'redo' | 'restart'; readonly who: number }
  | { readonly kind: 'export'; readonly who: number; readonly masked: boolean }
  | { readonly kind: 'import'; readonly who: number; readonly file: number }
  | { readonly kind: 'sync'; readonly who: number; readonly from: number };

/** What an installation is to merging: a name, a running number, a log; and the way back that imports close. */
export interface Replica {
  readonly id: string;
  log: readonly Change[];
  counter: number;
  steps: readonly { readonly cell: CellAddress; readonly before: string; readonly after: string }[];
  /** How many of `steps` stand. */
  standing: number;
  /** By cell: every edit that this installation knows, kept without looking at what edits replaced. */
  readonly knows: Map<string, Set<string>>;
}

/** What an edit's author knew of the cell when making it, itself left out. */
export type Knowledge = Map<string, ReadonlySet<string>>;

export interface World {
  readonly replicas: readonly Replica[];
  /** By dot. */
  readonly knownTo: Knowledge;
  /** Every edit that an installation acknowledged. */
  readonly edits: Change[];
  readonly files: (readonly Change[])[];
  /** What each import said. */
  readonly merges: {
    readonly before: readonly Change[];
    readonly incoming: readonly Change[];
    readonly merged: MergedLogs;
  }[];
}

export const cells: readonly CellAddress[] = [
  { stage: 'self', criterionId: 'px-001', field: 'value' },
  { stage: 'self', criterionId: 'px-001', field: 'evidence' },
  { stage: 'self', criterionId: 'header', field: 'contactName' },
];

const isMasked = ({ field }: CellAddress) => field === 'contactName';

/** Plays a history from the start. */
export function play(count: number, moves: readonly Move[]): World {
  const replicas = Array.from({ length: count }, (_, index): Replica => ({
    id: `replica-${String(index)}`,
    log: [],
    counter: 0,
    steps: [],
    standing: 0,
    knows: new Map(),
  }));
  const world: World = { replicas, knownTo: new Map(), edits: [], files: [], merges: [] };
  for (const move of moves) takeMove(world, move);
  return world;
}

function takeMove(world: World, move: Move): void {
  const replica = pick(world.replicas, move.who);
  if (!replica) return;
  switch (move.kind) {
    case 'edit': {
      const cell = pick(cells, move.cell);
      if (cell) takeStep(world, replica, cell, move.value);
      return;
    }
    case 'decide': {
      const standing = pick([...standingOf(replica.log).values()].filter(differ), move.which);
      const chosen = standing && pick(standing, move.which);
      // A decision is no step: it closes the way back.
      if (chosen) record(world, replica, chosen, move.third ?? chosen.valueText);
      if (chosen) closeSteps(replica);
      return;
    }
    case 'undo':
    case 'redo':
      return moveStep(world, replica, move.kind);
    case 'restart':
      replica.log = JSON.parse(JSON.stringify(replica.log)) as readonly Change[];
      return;
    case 'export':
      world.files.push(move.masked ? mask(replica.log) : replica.log);
      return;
    case 'import':
      return receive(world, replica, pick(world.files, move.file));
    case 'sync':
      return receive(world, replica, pick(world.replicas, move.from)?.log);
  }
}

function takeStep(world: World, replica: Replica, cell: CellAddress, value: string): void {
  const before = shownIn(replica, cell);
  if (!record(world, replica, cell, value)) return;
  replica.steps = [...replica.steps.slice(0, replica.standing), { cell, before, after: value }];
  replica.standing += 1;
}

function moveStep(world: World, replica: Replica, kind: 'undo' | 'redo'): void {
  const step = replica.steps[kind === 'undo' ? replica.standing - 1 : replica.standing];
  if (!step) return;
  replica.standing += kind === 'undo' ? -1 : 1;
  record(world, replica, step.cell, kind === 'undo' ? step.before : step.after);
}

function closeSteps(replica: Replica): void {
  replica.steps = [];
  replica.standing = 0;
}

function shownIn(replica: Replica, cell: CellAddress): string {
  return standingOf(replica.log).get(keyOfCell(cell))?.at(-1)?.valueText ?? 'null';
}

/** The edit as a store makes it; false where it would change nothing. */
function record(world: World, replica: Replica, cell: CellAddress, valueText: string): boolean {
  const key = keyOfCell(cell);
  const seen = standingOf(replica.log).get(key) ?? [];
  const isNothing =
    seen.length === 0 ? valueText === 'null' : seen.every((one) => one.valueText === valueText);
  if (isNothing) return false;
  replica.counter += 1;
  const change: Change = {
    stage: cell.stage,
    criterionId: cell.criterionId,
    field: cell.field,
    dot: [replica.id, replica.counter],
    valueText,
    replaced: seen.map(({ dot }) => dot),
    author: `officer of ${replica.id}`,
    // Clocks are wrong, and it must not matter.
    changedAt: new Date(Date.UTC(2026, 0, 1 + ((replica.counter * 7919) % 300))).toISOString(),
  };
  const known = replica.knows.get(key) ?? new Set();
  world.knownTo.set(keyOfDot(change.dot), new Set(known));
  replica.knows.set(key, new Set([...known, keyOfDot(change.dot)]));
  replica.log = [...replica.log, change];
  world.edits.push(change);
  return true;
}

function receive(world: World, replica: Replica, incoming: readonly Change[] | undefined): void {
  if (!incoming) return;
  const before = replica.log;
  const merged = valueOf(mergeLogs(before, incoming, { ownReplica: replica.id }));
  replica.log = [...before, ...merged.added];
  world.merges.push({ before, incoming, merged });
  for (const change of incoming) {
    const key = keyOfCell(change);
    replica.knows.set(key, new Set([...(replica.knows.get(key) ?? []), keyOfDot(change.dot)]));
  }
  if (merged.added.length > 0) closeSteps(replica);
}

export function mask(log: readonly Change[]): readonly Change[] {
  return log.filter((change) => !isMasked(change)).map((change) => ({ ...change, author: '' }));
}

function pick<T>(list: readonly T[], number: number): T | undefined {
  return list[number % Math.max(1, list.length)];
}
