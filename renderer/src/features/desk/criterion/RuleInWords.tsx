import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';
import { describeConditions, describeRule } from '#shared/report/describeRule.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import classes from './RuleInWords.module.css';

/** How points are given. Choices and ticks carry their points themselves, so only what they do not say stands here. */
export function RuleInWords({ score: { criterion, rule } }: { readonly score: CriterionScore }) {
  const { t } = useTranslation('desk');
  const { language, translateRule } = useFormat();
  const lines = useMemo(() => {
    const described = describeRule(rule, criterion.maxPoints, language, translateRule);
    const needed = rule.kind === 'choice' || rule.kind === 'checklist' ? described.slice(0, 1) : described;
    return [...needed, ...describeConditions(criterion, rule, language, translateRule)];
  }, [criterion, rule, language, translateRule]);
  return (
    <div className={classes.rule}>
      <h3 className={classes.title}>{t('rule.title')}</h3>
      {lines.map((line, index) => (
        <p key={`${String(index)} ${line}`}>{line}</p>
      ))}
    </div>
  );
}
