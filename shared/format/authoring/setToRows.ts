import { prefixOfSet } from '../../domain/criteria/check/checkCriteriaSet.ts';
import { listCriteria } from '../../domain/criteria/criteriaOfSet.ts';
import type { CriteriaSet, Criterion, Source } from '../../domain/criteria/criteriaSet.ts';
import type { LocalisedText, Rule, SimpleRule } from '../../domain/criteria/rule.ts';
import { assertNever } from '../../errors/assertNever.ts';
import type { ColumnOf, HeadKey, LineKind, TableId, VocabularyName } from './layout.ts';

/** What a cell says: a text, a figure, or words of a vocabulary. */
export type AuthoredCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly figure: string }
  | { readonly kind: 'words'; readonly vocabulary: VocabularyName; readonly ids: readonly string[] };

export type AuthoredRow<T extends TableId> = { readonly [C in ColumnOf<T>]?: AuthoredCell };
export type AuthoredTables = { readonly [T in TableId]: readonly AuthoredRow<T>[] };
export type AuthoredHead = Readonly<
  Record<HeadKey, { readonly value: AuthoredCell; readonly english?: AuthoredCell }>
>;

/** A set as the cells of the workbook in which it is written; `readAuthoredSet` reads them back. */
export function setToRows(set: CriteriaSet): {
  readonly head: AuthoredHead;
  readonly tables: AuthoredTables;
} {
  const criteria = listCriteria(set);
  return {
    head: headOf(set),
    tables: {
      documents: set.documents.map(({ id, title, status, file }) => ({
        id: text(id),
        ...both('title', title),
        status: words('documentStatus', status),
        file: text(file),
      })),
      thresholds: set.thresholds.map(({ id, measure, at, title, borrowed }) => ({
        id: text(id),
        measure: words('measure', measure),
        at: figure(at),
        ...both('title', title),
        ...both('borrowed', borrowed),
      })),
      bands: set.bands.steps.map(({ id, name, at }) => ({
        id: text(id),
        ...both('name', name),
        at: figure(at),
      })),
      groups: set.groups.map(({ id, code, name }) => ({
        code: text(code),
        ...both('name', name),
        id: text(id),
      })),
      criteria: criteria.map(criterionRow),
      rules: criteria.flatMap(({ code, rule }) => ruleRows({ criterion: text(code) }, rule)),
      years: criteria.flatMap(({ code, yearTargets }) =>
        Object.entries(yearTargets).map(([year, at]) => ({
          criterion: text(code),
          year: figure(year),
          at: figure(at),
        })),
      ),
      sources: [
        ...set.thresholds.flatMap(({ id, sources }) => sources.map((source) => sourceRow(id, source))),
        ...criteria.map(({ code, source }) => sourceRow(code, source)),
      ],
    },
  };
}

function headOf(set: CriteriaSet): AuthoredHead {
  const { issued, bands, policy } = set;
  return {
    id: { value: text(set.id) },
    version: { value: text(set.version) },
    status: { value: words('status', set.status) },
    title: localised(set.title),
    statement: localised(set.statement),
    appliesTo: { value: words('unitKind', ...set.appliesTo) },
    issuedNumber: { value: text(issued?.number ?? '') },
    issuedDate: { value: text(issued ? issued.date.split('-').toReversed().join('/') : '') },
    issuedBody: issued ? localised(issued.body) : { value: text('') },
    replaces: { value: text(issued?.replaces.join(', ') ?? '') },
    mandatoryBlocksVerdict: { value: words('yesNo', policy.mandatoryBlocksVerdict ? 'yes' : 'no') },
    bandsDerived: { value: words('yesNo', bands.derived ? 'yes' : 'no') },
    bandsNote: localised(bands.note),
    prefix: { value: text(prefixOfSet(set).slice(0, 2)) },
  };
}

function criterionRow(criterion: Criterion): AuthoredRow<'criteria'> {
  return {
    code: text(criterion.code),
    maxPoints: figure(criterion.maxPoints),
    rule: words('rule', criterion.rule.kind),
    role: words('role', criterion.role),
    appliesTo: words('unitKind', ...criterion.appliesTo),
    notApplicable: words('notApplicable', criterion.notApplicable),
    evidenceRule: words('evidenceRule', criterion.evidenceRule),
    tags: words('tag', ...criterion.tags),
    id: text(criterion.id),
    ...both('name', criterion.name),
    ...both('evidence', criterion.evidence),
    ...both('guidance', criterion.guidance),
  };
}

/** @param start the cells that every line of the rule has */
function ruleRows(start: AuthoredRow<'rules'>, rule: Rule): readonly AuthoredRow<'rules'>[] {
  if (rule.kind !== 'sum') return simpleRuleRows(start, rule);
  return rule.parts.flatMap((part) => {
    const own = { ...start, part: text(part.id) };
    const head = {
      ...line('part'),
      ...both('text', part.text),
      points: figure(part.points),
      partRule: words('partRule', part.rule.kind),
    };
    return [{ ...own, ...head }, ...simpleRuleRows(own, part.rule)];
  });
}

function simpleRuleRows(
  start: AuthoredRow<'rules'>,
  rule: SimpleRule | { readonly kind: 'info' },
): readonly AuthoredRow<'rules'>[] {
  return linesOf(rule).map((cells) => ({ ...start, ...cells }));
}

function linesOf(rule: SimpleRule | { readonly kind: 'info' }): readonly AuthoredRow<'rules'>[] {
  switch (rule.kind) {
    case 'yes_no':
    case 'info':
      return [];
    case 'choice':
    case 'checklist':
      return (rule.kind === 'choice' ? rule.options : rule.items).map((one) => ({
        ...line(rule.kind === 'choice' ? 'option' : 'item'),
        letter: text(one.id),
        ...both('text', one.text),
        points: figure(one.points),
      }));
    case 'tiers':
      return [
        ...(rule.measure.kind === 'count' ? [unitLine(rule.measure.unit)] : pairLines(rule.measure)),
        ...rule.steps.map(({ op, at, points }) => ({
          ...line('tier'),
          op: words('op', op),
          at: figure(at),
          points: figure(points),
        })),
      ];
    case 'ratio':
      return [...pairLines(rule), targetLine(rule)];
    case 'count':
      return [unitLine(rule.unit), targetLine(rule)];
    case 'manual':
      return [{ ...line('step'), points: figure(rule.step) }];
    default:
      return assertNever(rule);
  }
}

function unitLine(unit: LocalisedText): AuthoredRow<'rules'> {
  return { ...line('unit'), ...both('text', unit) };
}

function pairLines(pair: {
  readonly numerator: LocalisedText;
  readonly denominator: LocalisedText;
}): readonly AuthoredRow<'rules'>[] {
  return [
    { ...line('numerator'), ...both('text', pair.numerator) },
    { ...line('denominator'), ...both('text', pair.denominator) },
  ];
}

function targetLine(rule: Extract<SimpleRule, { kind: 'ratio' | 'count' }>): AuthoredRow<'rules'> {
  return {
    ...line('target'),
    op: words('op', rule.op),
    at: figure(rule.target),
    below: words('below', rule.below),
    ...(rule.kind === 'ratio' && rule.floor !== undefined ? { floor: figure(rule.floor) } : {}),
  };
}

function sourceRow(of: string, source: Source): AuthoredRow<'sources'> {
  const start = { of: text(of), kind: words('sourceKind', source.kind) };
  if (source.kind === 'design') return { ...start, ...both('note', source.note) };
  const { document, lines, quote, note } = source;
  return {
    ...start,
    document: text(document),
    lines: text(lines),
    quote: text(quote),
    ...both('note', note),
  };
}

function line(kind: LineKind): { readonly line: AuthoredCell } {
  return { line: words('line', kind) };
}

function text(value: string): AuthoredCell {
  return { kind: 'text', text: value };
}

function figure(value: string): AuthoredCell {
  return { kind: 'number', figure: value };
}

function words(vocabulary: VocabularyName, ...ids: readonly string[]): AuthoredCell {
  return { kind: 'words', vocabulary, ids };
}

/** An English text that says the same stays empty: reading fills it in. */
function localised({ vi, en }: LocalisedText): {
  readonly value: AuthoredCell;
  readonly english: AuthoredCell;
} {
  return { value: text(vi), english: text(en === vi ? '' : en) };
}

function both<N extends string>(
  name: N,
  value: LocalisedText | undefined,
): { readonly [C in `${N}Vi` | `${N}En`]?: AuthoredCell } {
  if (value === undefined) return {};
  const { value: vi, english: en } = localised(value);
  return { [`${name}Vi`]: vi, [`${name}En`]: en } as { [C in `${N}Vi` | `${N}En`]?: AuthoredCell };
}
