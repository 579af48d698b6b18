import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openInstallation, verdictsOf, type Installation } from '../../../../test/helpers/installation.ts';
import { valueOf } from '../../../../test/helpers/testWorkspace.ts';
import type { AnswerEdit } from '#shared/api/contract.ts';
import { digestOfContent } from '../digestOfContent.ts';
import { findAssessments, listAssessments } from '../listAssessments.ts';
import { moveStep } from '../moveStep.ts';
import { listConflicts } from './listConflicts.ts';
import { resolveConflicts } from './resolveConflicts.ts';

type Move =
  | { readonly kind: 'edit'; readonly who: number; readonly edit: AnswerEdit }
  | { readonly kind: 'undo' | 'restart'; readonly who: number }
  | { readonly kind: 'export'; readonly who: number; readonly masked: boolean }
  | { readonly kind: 'import'; readonly who: number; readonly file: number }
  | { readonly kind: 'decide'; readonly who: number; readonly which: number };

const who = fc.nat(2);
const edit: fc.Arbitrary<AnswerEdit> = fc.oneof(
  fc
    .constantFrom(true, false, null)
    .map((value): AnswerEdit => ({ criterionId: 'px-006', field: 'value', value })),
  fc
    .constantFrom('', 'một', 'hai')
    .map((value): AnswerEdit => ({ criterionId: 'px-008', field: 'explanation', value })),
  fc
    .constantFrom('', 'Lan', 'Hoa')
    .map((value): AnswerEdit => ({ criterionId: 'px-008', field: 'assignee', value })),
);
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('edit' as const), who, edit }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'restart' as const), who }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('export' as const), who, masked: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('import' as const), who, file: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('decide' as const), who, which: fc.nat(5) }) },
);

const fromAnyKey = { acceptSigners: ['all'] };
const idIn = ({ context }: Installation) => valueOf(listAssessments(context()))[0]?.id ?? '';
const digestOf = ({ context }: Installation) =>
  valueOf(digestOfContent(context(), { assessmentId: null })).digest;

async function takeMove(offices: readonly Installation[], files: string[], one: Move): Promise<void> {
  const office = offices[one.who];
  if (!office) return;
  const assessmentId = idIn(office);
  switch (one.kind) {
    case 'edit':
      office.record(assessmentId, one.edit);
      return;
    case 'undo':
      moveStep(office.context(), 'undo', { assessmentId });
      return;
    case 'restart':
      office.restart();
      return;
    case 'export':
      files.push(await office.exportFile(assessmentId, { masked: one.masked }));
      return;
    case 'import': {
      const file = files[one.file % Math.max(1, files.length)];
      const imported = file === undefined ? [] : await office.importAll([file], fromAnyKey);
      expect(verdictsOf(imported)).not.toContain('refused');
      expect(imported.flatMap(({ errors }) => errors)).toEqual([]);
      return;
    }
    case 'decide': {
      const conflicts = valueOf(listConflicts(office.context(), { assessmentId }));
      const { values, stage, criterionId, field } =
        conflicts[one.which % Math.max(1, conflicts.length)] ?? {};
      if (!values || !stage || criterionId === undefined || field === undefined) return;
      const value = values[one.which % values.length]?.value;
      const decisions = [{ assessmentId, stage, criterionId, field, value }];
      expect(valueOf(resolveConflicts(office.context(), { decisions }))).toEqual({ resolved: 1 });
    }
  }
}

test('three officers who share the work by files end with the same, and so does whoever receives them', async () => {
  const histories = fc.sample(fc.array(move, { minLength: 15, maxLength: 30, size: 'max' }), {
    numRuns: 4,
    seed: 4,
  });
  let conflicts = 0;
  for (const [run, history] of histories.entries()) {
    const offices = ['a', 'b', 'c'].map((name) => openInstallation(`${name}${String(run)}`, 'commune'));
    for (const office of offices) office.create();
    const files: string[] = [];
    for (const one of history) await takeMove(offices, files, one);
    // Everybody sends to everybody, and what each has then is in every file.
    for (const office of offices)
      office.record(idIn(office), { criterionId: 'px-009', field: 'explanation', value: 'x' });
    const last = await Promise.all(offices.map((office) => office.exportFile(idIn(office))));
    for (const office of offices) await office.importAll(last, fromAnyKey);
    const [first = ''] = offices.map(digestOf);
    expect(offices.map(digestOf)).toEqual(offices.map(() => first));
    const above = openInstallation(`above${String(run)}`, 'aggregator');
    const received = await above.importAll([...last.toReversed(), ...files, ...last], fromAnyKey);
    expect(received.flatMap(({ errors }) => errors)).toEqual([]);
    expect(digestOf(above)).toBe(first);
    const shown = [...offices, above].map(({ context }) =>
      valueOf(listConflicts(context(), { assessmentId: null })).map(({ criterionId, field, values }) => [
        criterionId,
        field,
        values.map(({ value, dots }) => ({ value, dots })),
      ]),
    );
    expect(shown).toEqual(shown.map(() => shown[0]));
    const home = valueOf(findAssessments(above.context(), { text: '', limit: 50 }));
    expect(home).toMatchObject({
      conflicts: shown[0]?.length,
      assessments: [{ conflicts: shown[0]?.length }],
    });
    expect(home.assessments[0]?.received?.fileName).toMatch(/\.thuocso$/u);
    conflicts += shown[0]?.length ?? 0;
  }
  expect(conflicts).toBeGreaterThan(0);
});
