import type { Rule } from '#shared/domain/criteria/rule.ts';
import type { Decimal } from '#shared/domain/numbers/decimal.ts';
import { describeRule } from '#shared/report/describeRule.ts';
import type { ReportLanguage } from '#shared/report/formatFigure.ts';
import type { Translate } from '#shared/report/translate.ts';

/** The rule in words where its control stands beside it: options carry their points themselves, so only what they do not say remains. */
export function describeBesideAnswer(
  rule: Rule,
  maxPoints: Decimal,
  language: ReportLanguage,
  translate: Translate,
): readonly string[] {
  if (rule.kind === 'choice') return [];
  const lines = describeRule(rule, maxPoints, language, translate);
  return rule.kind === 'checklist' ? lines.slice(0, 1) : lines;
}
