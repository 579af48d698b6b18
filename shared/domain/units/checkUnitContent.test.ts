import { expect, test } from 'vitest';
import { readContent } from '../../../test/helpers/content.ts';
import { checkUnitContent } from './checkUnitContent.ts';
import type { TierModel, UnitList } from './unitList.ts';

const content = readContent();

function codesAfter(change: (lists: UnitList[], models: TierModel[]) => void): readonly string[] {
  const lists = structuredClone(content.unitLists) as UnitList[];
  const models = structuredClone(content.tierModels) as TierModel[];
  change(lists, models);
  return checkUnitContent(lists, models).map(({ code }) => code);
}

function listOf(lists: UnitList[], id: string): UnitList {
  const list = lists.find((candidate) => candidate.id === id);
  if (!list) throw new Error(`No list ${id}`);
  return list;
}

test('the bundled units and tiers have no faults', () => {
  expect(checkUnitContent(content.unitLists, content.tierModels)).toEqual([]);
});

test('two lists of one province in force on the same day are told', () => {
  expect(codesAfter((lists) => (listOf(lists, 'da-nang-2025-01').validTo = '2025-07-01'))).toContain(
    'lists-overlap',
  );
});

test('two tier models in force on the same day are told', () => {
  expect(codesAfter((_lists, models) => models.forEach((model) => (model.validTo = null)))).toContain(
    'tier-models-overlap',
  );
});

test('a predecessor that never stood, or under another name, is told', () => {
  expect(
    codesAfter((lists) => (listOf(lists, 'da-nang-2025-07').units[1]!.predecessors![0]!.code = '99999')),
  ).toContain('predecessor-unknown');
  expect(
    codesAfter(
      (lists) => (listOf(lists, 'da-nang-2025-07').units[1]!.predecessors![0]!.name = 'Phường Khác'),
    ),
  ).toContain('predecessor-name-differs');
});

test('a kind of unit without a step in the tiers is told', () => {
  expect(
    codesAfter((_lists, models) =>
      models.forEach((model) => model.tiers.forEach((tier) => (tier.unitKinds = []))),
    ),
  ).toContain('kind-without-tier');
});

test('a list that is there twice is told', () => {
  expect(codesAfter((lists) => lists.push(structuredClone(lists[0]!)))).toContain('id-repeated');
});
