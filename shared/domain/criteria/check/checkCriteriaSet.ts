import { toFraction } from '../../numbers/decimal.ts';
import { hundred, zero } from '../../scoring/pointsOfRule.ts';
import { isMandatory, listCriteria } from '../criteriaOfSet.ts';
import type { CriteriaSet, Criterion, Group } from '../criteriaSet.ts';
import { checkPercentTarget, checkRule } from './checkRule.ts';
import { checkTexts } from './checkTexts.ts';
import { contentFault, listRepeated, type ContentFault } from './contentFault.ts';

/** What the ordinary criteria of every set add up to. */
const ordinaryTotal = hundred;

/** Everything that can be said about one set without other files: totals, ids, codes, languages, rules, bounds. */
export function checkCriteriaSet(set: CriteriaSet): readonly ContentFault[] {
  const name = nameOfSet(set);
  return [
    ...checkTotal(set, name),
    ...checkIdentity(set, name),
    ...checkBounds(set, name),
    ...checkIssued(set, name),
    ...set.groups.flatMap((group) =>
      group.criteria.flatMap((criterion) => checkCriterion(set, group, criterion)),
    ),
    ...checkWording(set, name),
  ];
}

/** An official text may stand in the language in which it was issued. */
function checkWording(set: CriteriaSet, name: string): readonly ContentFault[] {
  const faults = [
    ...checkTexts({ ...set, groups: [] }, name),
    ...set.groups.flatMap(({ criteria, ...group }) => [
      ...checkTexts(group, `${name} ${group.code}`),
      ...criteria.flatMap((criterion) => checkTexts(criterion, `${name} ${criterion.code}`)),
    ]),
  ];
  return set.status === 'official' ? faults.filter(({ code }) => code !== 'text-not-translated') : faults;
}

function checkIssued({ status, issued }: CriteriaSet, name: string): readonly ContentFault[] {
  if (status === 'official') return issued ? [] : [contentFault('issued-missing', `${name} status`)];
  return issued ? [contentFault('issued-unexpected', `${name} issued`)] : [];
}

export function nameOfSet(set: { readonly id: string; readonly version: string }): string {
  return `${set.id}@${set.version}`;
}

/** The letters with which the permanent ids of a set begin. */
export function prefixOfSet(set: CriteriaSet): string {
  return set.groups[0]?.id.slice(0, 3) ?? '';
}

function checkTotal(set: CriteriaSet, name: string): readonly ContentFault[] {
  const total = listCriteria(set)
    .filter((criterion) => criterion.role === 'ordinary')
    .reduce((sum, criterion) => sum.add(toFraction(criterion.maxPoints)), zero);
  return total.equals(ordinaryTotal)
    ? []
    : [contentFault('total-not-100', name, { total: total.toString() })];
}

function checkIdentity(set: CriteriaSet, name: string): readonly ContentFault[] {
  const criteria = listCriteria(set);
  const ids = [...set.groups, ...criteria].map(({ id }) => id);
  const codes = [...set.groups, ...criteria].map(({ code }) => code);
  const namedIds = [set.thresholds, set.bands.steps, set.documents].map((list) => list.map(({ id }) => id));
  const prefix = prefixOfSet(set);
  return [
    ...[ids, ...namedIds].flatMap(listRepeated).map((id) => contentFault('id-repeated', name, { id })),
    ...listRepeated(codes).map((code) => contentFault('code-repeated', name, { code })),
    ...ids
      .filter((id) => !id.startsWith(prefix))
      .map((id) => contentFault('id-prefix-differs', name, { id, prefix })),
    ...set.groups.flatMap((group) =>
      group.criteria
        .filter(({ code }) => code.replace(/\.\d+$/u, '') !== group.code)
        .map(({ code }) =>
          contentFault('code-outside-group', `${name} ${code}`, { code, group: group.code }),
        ),
    ),
  ];
}

function checkBounds(set: CriteriaSet, name: string): readonly ContentFault[] {
  const bands = set.bands.steps.map((band) => toFraction(band.at));
  const isDescending = bands.every((at, index) => index === 0 || at.lt(bands[index - 1] ?? zero));
  return [
    ...[...set.thresholds, ...set.bands.steps]
      .filter(({ at }) => toFraction(at).lte(zero) || toFraction(at).gt(hundred))
      .map(({ id, at }) => contentFault('bound-out-of-range', `${name} ${id}`, { at })),
    ...(isDescending ? [] : [contentFault('bands-not-descending', name)]),
    ...set.thresholds.flatMap((threshold) =>
      threshold.sources.flatMap((source) => checkSource(set, source, `${name} ${threshold.id}`)),
    ),
  ];
}

function checkCriterion(set: CriteriaSet, group: Group, criterion: Criterion): readonly ContentFault[] {
  const place = `${nameOfSet(set)} ${criterion.code}`;
  const isInfo = criterion.rule.kind === 'info';
  const hasPoints = toFraction(criterion.maxPoints).gt(zero);
  const faults = [
    ...checkRule(criterion.rule, criterion.maxPoints, `${place} rule`),
    ...checkYearTargets(criterion, place),
    ...checkSource(set, criterion.source, place),
    ...criterion.appliesTo
      .filter((kind) => !set.appliesTo.includes(kind))
      .map((kind) => contentFault('applies-outside-set', place, { unitKind: kind })),
    ...[...listRepeated(criterion.appliesTo), ...listRepeated(criterion.tags)].map((value) =>
      contentFault('value-repeated', place, { value }),
    ),
  ];
  if (isInfo && hasPoints) faults.push(contentFault('info-has-points', place, { max: criterion.maxPoints }));
  if (!isInfo && !hasPoints) faults.push(contentFault('points-zero', place));
  if (isMandatory(criterion) && (isInfo || criterion.role !== 'ordinary')) {
    faults.push(contentFault('mandatory-not-scored', place, { group: group.code }));
  }
  return faults;
}

/** Stepped targets replace the figure of these rules only (design §4). Info criteria keep theirs for reference. */
function checkYearTargets(criterion: Criterion, place: string): readonly ContentFault[] {
  const entries = Object.entries(criterion.yearTargets);
  const { rule } = criterion;
  if (entries.length === 0 || rule.kind === 'info') return [];
  const outOfRange = entries
    .filter(([year]) => Number(year) < 2000 || Number(year) > 2099)
    .map(([year]) => contentFault('year-out-of-range', place, { year }));
  switch (rule.kind) {
    case 'ratio':
      return [
        ...outOfRange,
        ...entries.flatMap(([year, at]) => checkPercentTarget(at, rule.op, `${place} ${year}`)),
      ];
    case 'tiers': {
      const { op } = rule.steps[0] ?? { op: '>=' };
      return rule.measure.kind === 'percent'
        ? [...outOfRange, ...entries.flatMap(([year, at]) => checkPercentTarget(at, op, `${place} ${year}`))]
        : [...outOfRange, ...checkCountTargets(entries, place)];
    }
    case 'count':
      return [...outOfRange, ...checkCountTargets(entries, place)];
    default:
      return [...outOfRange, contentFault('year-targets-unexpected', place, { rule: rule.kind })];
  }
}

function checkCountTargets(
  entries: readonly (readonly [year: string, target: string])[],
  place: string,
): readonly ContentFault[] {
  return entries
    .filter(([, target]) => toFraction(target).lte(zero))
    .map(([year, target]) => contentFault('target-out-of-range', `${place} ${year}`, { target }));
}

/** A source names a document of the set, or says that the set's makers chose. */
export function checkSource(set: CriteriaSet, source: Criterion['source'], place: string): readonly ContentFault[] {
  if (source.kind === 'design' || set.documents.some(({ id }) => id === source.document)) return [];
  return [contentFault('source-document-unknown', place, { document: source.document })];
}
