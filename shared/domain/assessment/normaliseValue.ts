import { assertNever } from '#shared/errors/assertNever.ts';
import { collect, fail, failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { Rule, RuleOption, SimpleRule, SumPart } from '../criteria/rule.ts';
import { parseDecimal, toFraction, type Decimal } from '../numbers/decimal.ts';
import {
  textLimits,
  type AnswerValue,
  type FigurePair,
  type PartAnswer,
  type SimpleValue,
} from './answer.ts';

/**
 * Checks an answer as it arrives (from a screen, an answers file, a package) against the criterion's rule and
 * brings it into canonical form. `null` means "not answered". Half-entered ratios are kept: an officer's
 * typing must be durable before it is complete.
 *
 * Errors, each with its place below `place`: `value-wrong-kind`, `option-unknown`, `option-repeated`,
 * `number-…`, `denominator-zero`, `numerator-above-denominator`, `points-above-maximum`, `points-off-step`,
 * `parts-count-wrong`, `reason-missing`, `text-too-long`.
 */
export function normaliseValue(
  rule: Rule,
  maxPoints: Decimal,
  input: unknown,
  place: string,
): Result<AnswerValue | null> {
  if (input === null || input === undefined) return succeed(null);
  if (rule.kind === 'sum') return normaliseParts(rule.parts, input, place);
  if (rule.kind === 'info') return normaliseInfo(input, place);
  return normaliseSimple(rule, maxPoints, input, place);
}

function normaliseSimple(
  rule: SimpleRule,
  maxPoints: Decimal,
  input: unknown,
  place: string,
): Result<SimpleValue> {
  switch (rule.kind) {
    case 'yes_no':
      return typeof input === 'boolean' ? succeed(input) : wrongKind(rule, place);
    case 'choice':
      return typeof input === 'string' ? normaliseOption(rule.options, input, place) : wrongKind(rule, place);
    case 'checklist':
      return normaliseItems(rule, input, place);
    case 'tiers':
      return rule.measure.kind === 'count'
        ? normaliseFigure(rule, input, place)
        : normalisePair(rule, input, place);
    case 'ratio':
      return normalisePair(rule, input, place);
    case 'count':
      return normaliseFigure(rule, input, place);
    case 'manual':
      return normaliseManual(rule, maxPoints, input, place);
    default:
      return assertNever(rule);
  }
}

function wrongKind(rule: Rule, place: string): Result<never> {
  return failWith('value-wrong-kind', { kind: rule.kind }, place);
}

function normaliseOption(options: readonly RuleOption[], input: string, place: string): Result<string> {
  const id = input.normalize('NFKC').trim().toLowerCase();
  return options.some((option) => option.id === id)
    ? succeed(id)
    : failWith('option-unknown', { option: input.slice(0, 20), last: options.at(-1)?.id ?? '' }, place);
}

function normaliseItems(
  rule: Extract<SimpleRule, { kind: 'checklist' }>,
  input: unknown,
  place: string,
): Result<readonly string[]> {
  if (!Array.isArray(input) || !input.every((item) => typeof item === 'string'))
    return wrongKind(rule, place);
  const ticked = collect(input.map((item) => normaliseOption(rule.items, item, place)));
  if (!ticked.ok) return ticked;
  const unique = new Set(ticked.value);
  if (unique.size < ticked.value.length) return failWith('option-repeated', {}, place);
  return succeed([...unique].toSorted());
}

function normaliseFigure(rule: SimpleRule, input: unknown, place: string): Result<Decimal> {
  if (typeof input !== 'string' && typeof input !== 'number') return wrongKind(rule, place);
  return at(parseDecimal(input), place);
}

function normalisePair(rule: SimpleRule, input: unknown, place: string): Result<FigurePair> {
  if (!isRecord(input)) return wrongKind(rule, place);
  const unknownKeys = Object.keys(input).filter((key) => key !== 'numerator' && key !== 'denominator');
  if (unknownKeys.length > 0) return wrongKind(rule, place);
  const numerator = normaliseMember(rule, input['numerator'], `${place}.numerator`);
  const denominator = normaliseMember(rule, input['denominator'], `${place}.denominator`);
  if (!numerator.ok || !denominator.ok) {
    return fail([...(numerator.ok ? [] : numerator.errors), ...(denominator.ok ? [] : denominator.errors)]);
  }
  const pair: FigurePair = { numerator: numerator.value, denominator: denominator.value };
  if (pair.denominator === '0') return failWith('denominator-zero', {}, `${place}.denominator`);
  if (
    pair.numerator !== null &&
    pair.denominator !== null &&
    toFraction(pair.numerator).gt(toFraction(pair.denominator))
  ) {
    const params = { numerator: pair.numerator, denominator: pair.denominator };
    return failWith('numerator-above-denominator', params, `${place}.numerator`);
  }
  return succeed(pair);
}

function normaliseMember(rule: SimpleRule, input: unknown, place: string): Result<Decimal | null> {
  return input === null || input === undefined ? succeed(null) : normaliseFigure(rule, input, place);
}

function normaliseManual(
  rule: Extract<SimpleRule, { kind: 'manual' }>,
  maxPoints: Decimal,
  input: unknown,
  place: string,
): Result<Decimal> {
  const points = normaliseFigure(rule, input, place);
  if (!points.ok) return points;
  const value = toFraction(points.value);
  if (value.gt(toFraction(maxPoints))) {
    return failWith('points-above-maximum', { points: points.value, max: maxPoints }, place);
  }
  if (value.div(toFraction(rule.step)).d !== 1n) {
    return failWith('points-off-step', { points: points.value, step: rule.step }, place);
  }
  return points;
}

function normaliseParts(
  parts: readonly SumPart[],
  input: unknown,
  place: string,
): Result<{ readonly parts: readonly PartAnswer[] }> {
  const given = isRecord(input) && Object.keys(input).length === 1 ? input['parts'] : undefined;
  if (!Array.isArray(given)) return failWith('value-wrong-kind', { kind: 'sum' }, place);
  if (given.length !== parts.length) {
    return failWith('parts-count-wrong', { expected: parts.length, given: given.length }, place);
  }
  const values = collect(
    parts.map((part, index) => normalisePart(part, given[index], `${place}.parts[${String(index)}]`)),
  );
  return values.ok ? succeed({ parts: values.value }) : values;
}

function normalisePart(part: SumPart, input: unknown, place: string): Result<PartAnswer> {
  if (input === null || input === undefined) return succeed(null);
  if (isRecord(input) && 'notApplicable' in input) {
    const reason = input['notApplicable'];
    if (typeof reason !== 'string' || Object.keys(input).length > 1) return wrongKind(part.rule, place);
    return reason.trim() === ''
      ? failWith('reason-missing', {}, place)
      : succeed({ notApplicable: reason.normalize('NFC').trim() });
  }
  return normaliseSimple(part.rule, part.points, input, place);
}

function normaliseInfo(input: unknown, place: string): Result<string> {
  const text = (typeof input === 'string' ? input : JSON.stringify(input)).normalize('NFC');
  return text.length > textLimits.long
    ? failWith('text-too-long', { limit: textLimits.long }, place)
    : succeed(text);
}

function at<T>(result: Result<T>, place: string): Result<T> {
  return result.ok ? result : fail(result.errors.map((error) => ({ ...error, place })));
}

function isRecord(input: unknown): input is Record<string, unknown> {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}
