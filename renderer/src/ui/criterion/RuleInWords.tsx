import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';
import { describeConditions, describeRule } from '#shared/report/describeRule.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { describeBesideAnswer } from '../answer/describeBesideAnswer.ts';
import classes from './RuleInWords.module.css';

interface RuleInWordsProps {
  readonly score: CriterionScore;
  /** Also what the fields of the answer say themselves: parts of a sum, options of a choice. */
  readonly isWhole?: boolean;
}

/** How points are given. */
export function RuleInWords({ score: { criterion, rule }, isWhole = false }: RuleInWordsProps) {
  const { t } = useTranslation('desk');
  const { language, translateRule } = useFormat();
  const lines = useMemo(() => {
    const described = isWhole
      ? describeRule(rule, criterion.maxPoints, language, translateRule)
      : rule.kind === 'sum' || rule.kind === 'choice'
        ? [t(`rule.${rule.kind}`)]
        : describeBesideAnswer(rule, criterion.maxPoints, language, translateRule);
    return [...described, ...describeConditions(criterion, rule, language, translateRule)];
  }, [criterion, rule, isWhole, language, translateRule, t]);
  return (
    <div className={classes.rule}>
      <h3 className={classes.title}>{t('rule.title')}</h3>
      {lines.map((line, index) => (
        <p key={`${String(index)} ${line}`}>{line}</p>
      ))}
    </div>
  );
}
