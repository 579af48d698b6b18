import type { Decimal } from '../numbers/decimal.ts';
import type { Criterion } from './criteriaSet.ts';
import type { LocalisedText, RuleOption, SimpleRule } from './rule.ts';

/** One thing that is asked for a criterion: a figure, a choice, one tick of a list. */
export interface AskedFigure {
  /** Stable: the criterion's id, the letter of the part, then which figure: `px-001.b.numerator`, `px-002.c`. */
  readonly key: string;
  /** Letter of the part of a `sum`; null elsewhere. */
  readonly part: string | null;
  readonly kind: 'yes-no' | 'choice' | 'tick' | 'number' | 'numerator' | 'denominator' | 'points' | 'text';
  /** What is counted or said; null where the name of the criterion, or of the part, says it. */
  readonly label: LocalisedText | null;
  /** Those of a choice; empty elsewhere. */
  readonly options: readonly RuleOption[];
  /** Letter of the item of a checklist; null elsewhere. */
  readonly item: string | null;
  /** What proposed points may come to; null elsewhere. */
  readonly maxPoints: Decimal | null;
}

/** Everything that is asked for a criterion, in the order of the form. */
export function listFigures({ id, rule, maxPoints }: Criterion): readonly AskedFigure[] {
  if (rule.kind === 'info') return [figure(id, null, 'text')];
  if (rule.kind !== 'sum') return figuresOfRule(rule, id, null, maxPoints);
  return rule.parts.flatMap((part) => figuresOfRule(part.rule, `${id}.${part.id}`, part.id, part.points));
}

function figuresOfRule(
  rule: SimpleRule,
  key: string,
  part: string | null,
  maxPoints: Decimal,
): readonly AskedFigure[] {
  const pair = (labels: { readonly numerator: LocalisedText; readonly denominator: LocalisedText }) =>
    (['numerator', 'denominator'] as const).map((kind) =>
      figure(`${key}.${kind}`, part, kind, { label: labels[kind] }),
    );
  switch (rule.kind) {
    case 'yes_no':
      return [figure(key, part, 'yes-no')];
    case 'choice':
      return [figure(key, part, 'choice', { options: rule.options })];
    case 'checklist':
      return rule.items.map(({ id, text }) =>
        figure(`${key}.${id}`, part, 'tick', { label: text, item: id }),
      );
    case 'tiers':
      return rule.measure.kind === 'percent'
        ? pair(rule.measure)
        : [figure(key, part, 'number', { label: rule.measure.unit })];
    case 'ratio':
      return pair(rule);
    case 'count':
      return [figure(key, part, 'number', { label: rule.unit })];
    default:
      return [figure(key, part, 'points', { maxPoints })];
  }
}

function figure(
  key: string,
  part: string | null,
  kind: AskedFigure['kind'],
  more: Partial<AskedFigure> = {},
): AskedFigure {
  return { key, part, kind, label: null, options: [], item: null, maxPoints: null, ...more };
}
