import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cells, mask, play, type Move, type World } from '../../../test/helpers/replicas.ts';
import { valueOf } from '../../../test/helpers/valueOf.ts';
import { keyOfCell, keyOfDot, type Change } from './change.ts';
import { compareDots } from './dotIndex.ts';
import { mergeLogs } from './mergeLogs.ts';
import { differ, listConflicts, standingOf } from './standing.ts';

const who = fc.nat(20);
const value = fc.constantFrom('null', '"1"', '"2"', '"3"');
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('edit' as const), who, cell: fc.nat(5), value }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('decide' as const),
      who,
      which: fc.nat(5),
      third: fc.option(value),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const), who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const), who }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('export' as const), who, masked: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('import' as const), who, file: fc.nat(50) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('sync' as const), who, from: fc.nat(20) }) },
);
const moves = fc.array(move, { maxLength: 80, size: 'max' });
const world = fc
  .tuple(fc.integer({ min: 2, max: 10 }), moves)
  .map(([count, history]) => play(count, history));

const join = (known: readonly Change[], incoming: readonly Change[]) => [
  ...known,
  ...valueOf(mergeLogs(known, incoming, { ownReplica: null })).added,
];
const joinAll = (logs: readonly (readonly Change[])[]) => logs.reduce<readonly Change[]>(join, []);
const whole = ({ replicas }: World) => joinAll(replicas.map(({ log }) => log));

/** A log as content: in one order, and without authors, which masked files leave out. */
function contentOf(log: readonly Change[]): readonly Change[] {
  return log.toSorted((a, b) => compareDots(a.dot, b.dot)).map((change) => ({ ...change, author: '' }));
}

/** By cell, what a screen shows: the last of those that stand. */
function shownIn(log: readonly Change[]): ReadonlyMap<string, string | undefined> {
  return new Map([...standingOf(log)].map(([key, standing]) => [key, standing.at(-1)?.valueText]));
}

const dotsOf = (changes: readonly Change[]) => new Set(changes.map(({ dot }) => keyOfDot(dot)));
const keysOf = (changes: readonly Parameters<typeof keyOfCell>[0][]) => changes.map(keyOfCell).toSorted();

test('the random histories are about something', () => {
  const worlds = fc.sample(world, { numRuns: 100, seed: 4 });
  const count = (list: (one: World) => readonly unknown[]) => worlds.flatMap(list).length;
  expect(count(({ edits }) => edits)).toBeGreaterThan(1000);
  expect(count(({ edits }) => edits.filter(({ replaced }) => replaced.length > 1))).toBeGreaterThan(100);
  expect(count(({ merges }) => merges.flatMap(({ merged }) => merged.newConflicts))).toBeGreaterThan(100);
  expect(count((one) => listConflicts(whole(one)))).toBeGreaterThan(100);
});

test('installations that have exchanged everything hold the same, in any order and grouping', () => {
  const input = fc.tuple(world, fc.infiniteStream(fc.nat(1000)));
  fc.assert(
    fc.property(input, ([played, numbers]) => {
      const logs = played.replicas.map(({ log }) => log);
      const expected = contentOf(joinAll(logs));
      const pool = [...logs, ...logs];
      while (pool.length > 1) {
        const one = pool.splice((numbers.next().value ?? 0) % pool.length, 1)[0] ?? [];
        const at = (numbers.next().value ?? 0) % pool.length;
        pool[at] = join(pool[at] ?? [], one);
      }
      expect(contentOf(pool[0] ?? [])).toEqual(expected);
      expect(shownIn(pool[0] ?? [])).toEqual(shownIn(expected));
    }),
    { numRuns: 300 },
  );
});

test('joining is commutative, associative and idempotent', () => {
  fc.assert(
    fc.property(world, fc.nat(9), fc.nat(9), fc.nat(9), (played, i, j, k) => {
      const [a = [], b = [], c = []] = [i, j, k].map(
        (index) => played.replicas[index % played.replicas.length]?.log,
      );
      expect(contentOf(join(a, b))).toEqual(contentOf(join(b, a)));
      expect(contentOf(join(join(a, b), c))).toEqual(contentOf(join(a, join(b, c))));
      const twice = valueOf(mergeLogs(join(a, b), b, { ownReplica: null }));
      expect(twice).toMatchObject({ added: [], standing: [], overtaken: [], newConflicts: [] });
      expect(valueOf(mergeLogs(a, a, { ownReplica: null }))).toMatchObject({ added: [], lacks: false });
    }),
    { numRuns: 300 },
  );
});

test('every edit stands, gave way to one whose author knew it, or is in a conflict', () => {
  fc.assert(
    fc.property(world, (played) => {
      const log = whole(played);
      expect(dotsOf(log)).toEqual(dotsOf(played.edits));
      const standing = new Set([...standingOf(log).values()].flat().map(({ dot }) => keyOfDot(dot)));
      const wasSeen = (edit: Change) =>
        played.edits.some((later) => played.knownTo.get(keyOfDot(later.dot))?.has(keyOfDot(edit.dot)));
      for (const edit of played.edits) expect(standing.has(keyOfDot(edit.dot))).toBe(!wasSeen(edit));
      const disputed = cells.filter((cell) =>
        differ(log.filter((edit) => keyOfCell(edit) === keyOfCell(cell) && !wasSeen(edit))),
      );
      expect(keysOf(listConflicts(log))).toEqual(keysOf(disputed));
    }),
    { numRuns: 500 },
  );
});

test('nothing is in conflict where each edit knew all before it, or where all say the same', () => {
  const pair = fc.tuple(fc.nat(9), fc.nat(5), value);
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 30 }), (edits) => {
      const informed = edits.flatMap(([one, cell, text]): Move[] => [
        ...Array.from({ length: 10 }, (_, from): Move => ({ kind: 'sync', who: one, from })),
        { kind: 'edit', who: one, cell, value: text },
      ]);
      expect(listConflicts(whole(play(10, informed)))).toEqual([]);
      const unanimous = edits.map(([one, cell]): Move => ({ kind: 'edit', who: one, cell, value: '"1"' }));
      expect(listConflicts(whole(play(10, unanimous)))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('each installation may own its cells alone, and then nothing is ever in conflict', () => {
  fc.assert(
    fc.property(moves, (any) => {
      const own = any.map((one): Move => (one.kind === 'edit' ? { ...one, who: one.cell % 3 } : one));
      expect(listConflicts(whole(play(3, own)))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('what a merge tells is what comparing the logs before and after it shows', () => {
  fc.assert(
    fc.property(world, (played) => {
      for (const { before, incoming, merged } of played.merges) {
        const after = [...before, ...merged.added];
        expect(dotsOf(after)).toEqual(new Set([...dotsOf(before), ...dotsOf(incoming)]));
        expect(after).toHaveLength(dotsOf(after).size);
        const stood = [...standingOf(before).values()].flat();
        const stands = [...standingOf(after).values()].flat();
        expect(dotsOf(merged.standing)).toEqual(dotsOf(stands.filter((edit) => merged.added.includes(edit))));
        expect(dotsOf(merged.overtaken)).toEqual(dotsOf(stood.filter((edit) => !stands.includes(edit))));
        expect(merged.lacks).toBe(dotsOf(incoming).size < dotsOf([...incoming, ...before]).size);
        const valuesBefore = valuesInConflict(before);
        const news = [...valuesInConflict(after)].filter(([key, values]) => {
          const known = valuesBefore.get(key);
          return !known || [...values].some((one) => !known.has(one));
        });
        expect(keysOf(merged.newConflicts)).toEqual(news.map(([key]) => key).toSorted());
      }
    }),
    { numRuns: 300 },
  );
});

function valuesInConflict(log: readonly Change[]): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    listConflicts(log).map(({ standing, ...cell }) => [
      keyOfCell(cell),
      new Set(standing.map(({ valueText }) => valueText)),
    ]),
  );
}

test('cells of which the incoming log does not speak are not lacking in it', () => {
  const edits: readonly Move[] = [0, 1, 2].map((cell) => ({ kind: 'edit', who: 0, cell, value: '"1"' }));
  const [only] = play(1, edits).replicas;
  const masked = mask(only?.log ?? []);
  const carries = ({ field }: Pick<Change, 'field'>) => field !== 'contactName';
  const lacksIn = (incoming: readonly Change[]) =>
    valueOf(mergeLogs(only?.log ?? [], incoming, { ownReplica: 'replica-0', carries })).lacks;
  expect([lacksIn(masked), lacksIn(masked.slice(1)), lacksIn([])]).toEqual([false, true, true]);
});
