import { checkTexts } from '../criteria/check/checkTexts.ts';
import { contentFault, listRepeated, type ContentFault } from '../criteria/check/contentFault.ts';
import { isInForce, type TierModel, type UnitList, type ValiditySpan } from './unitList.ts';

/** What the schema of one file cannot see: lists and tier models in relation to each other. */
export function checkUnitContent(
  lists: readonly UnitList[],
  models: readonly TierModel[],
): readonly ContentFault[] {
  return [
    ...listRepeated([...lists, ...models].map(({ id }) => id)).map((id) =>
      contentFault('id-repeated', id, { id }),
    ),
    ...pairs(lists)
      .filter(([a, b]) => a.province.code === b.province.code && overlap(a, b))
      .map(([a, b]) => contentFault('lists-overlap', a.id, { other: b.id })),
    ...pairs(models)
      .filter(([a, b]) => overlap(a, b))
      .map(([a, b]) => contentFault('tier-models-overlap', a.id, { other: b.id })),
    ...lists.flatMap((list) => checkPredecessors(list, lists)),
    ...lists.flatMap((list) => checkKinds(list, models)),
    ...[...lists, ...models].flatMap((content) => checkTexts(content, content.id)),
  ];
}

/** A predecessor must have stood on the day before, under the same name; unknown where no list covers that day. */
function checkPredecessors(list: UnitList, lists: readonly UnitList[]): readonly ContentFault[] {
  if (list.validFrom === null) return [];
  const dayBefore = previousDay(list.validFrom);
  const earlier = lists.filter((other) => isInForce(other, dayBefore));
  return list.units.flatMap((unit) =>
    (unit.predecessors ?? []).flatMap((predecessor) => {
      const { code, name } = predecessor;
      const found = earlier.flatMap((other) => other.units).filter((other) => other.code === code);
      const place = `${list.id} ${unit.code}`;
      if (found.length === 0) return [contentFault('predecessor-unknown', place, { code })];
      if (found.some((other) => other.name === name)) return [];
      return [contentFault('predecessor-name-differs', place, { code, name, other: found[0]?.name ?? '' })];
    }),
  );
}

/** Every kind of unit must have its step in each tier model that was in force with its list. */
function checkKinds(list: UnitList, models: readonly TierModel[]): readonly ContentFault[] {
  const kinds = [...new Set(list.units.map(({ kind }) => kind))].filter((kind) => kind !== 'tinh');
  return models
    .filter((model) => overlap(list, model))
    .flatMap((model) =>
      kinds
        .filter((kind) => !model.tiers.some((tier) => tier.unitKinds.includes(kind)))
        .map((kind) => contentFault('kind-without-tier', list.id, { kind, model: model.id })),
    );
}

function overlap(a: ValiditySpan, b: ValiditySpan): boolean {
  return startOf(a) <= endOf(b) && startOf(b) <= endOf(a);
}

function startOf(span: ValiditySpan): string {
  return span.validFrom ?? '0000-01-01';
}

function endOf(span: ValiditySpan): string {
  return span.validTo ?? '9999-12-31';
}

function previousDay(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

function pairs<T>(items: readonly T[]): readonly (readonly [T, T])[] {
  return items.flatMap((item, index) => items.slice(index + 1).map((other) => [item, other] as const));
}
