import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';
import { describeConditions } from '#shared/report/describeRule.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { describeBesideAnswer } from '../answer/describeBesideAnswer.ts';
import classes from './RuleInWords.module.css';

/** How points are given; the parts of a sum say so themselves. */
export function RuleInWords({ score: { criterion, rule } }: { readonly score: CriterionScore }) {
  const { t } = useTranslation('desk');
  const { language, translateRule } = useFormat();
  const lines = useMemo(() => {
    const head = rule.kind === 'sum' ? [t('rule.sum')] : rule.kind === 'choice' ? [t('rule.choice')] : [];
    const described =
      head.length > 0 ? head : describeBesideAnswer(rule, criterion.maxPoints, language, translateRule);
    return [...described, ...describeConditions(criterion, rule, language, translateRule)];
  }, [criterion, rule, language, translateRule, t]);
  return (
    <div className={classes.rule}>
      <h3 className={classes.title}>{t('rule.title')}</h3>
      {lines.map((line, index) => (
        <p key={`${String(index)} ${line}`}>{line}</p>
      ))}
    </div>
  );
}
