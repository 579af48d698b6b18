import { useTranslation } from 'react-i18next';
import { isMandatory } from '#shared/domain/criteria/criteriaOfSet.ts';
import type { CriteriaSet } from '#shared/domain/criteria/criteriaSet.ts';
import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';
import { useFormat } from '../../lib/useFormat.ts';
import classes from './CriterionHeading.module.css';

interface CriterionHeadingProps {
  readonly score: CriterionScore;
  readonly set: CriteriaSet;
}

/** Code, name and worth. Takes the focus when an officer arrives, so that reading starts here. */
export function CriterionHeading({ score: { criterion }, set }: CriterionHeadingProps) {
  const { t } = useTranslation('desk');
  const { text, number } = useFormat();
  const group = set.groups.find((one) => one.criteria.includes(criterion));
  return (
    <div>
      {group && (
        <p className={classes.group}>{t('navigation.group', { code: group.code, name: text(group.name) })}</p>
      )}
      <h2 id="criterion-title" tabIndex={-1} className={classes.title}>
        {t('criterionTitle', { code: criterion.code, name: text(criterion.name) })}
      </h2>
      <p className={classes.facts}>
        <span className={classes.max}>
          {criterion.rule.kind === 'info'
            ? t('rule.notScored')
            : t('maxPoints', { max: number(criterion.maxPoints) })}
        </span>
        {criterion.role !== 'ordinary' && <span className={classes.fact}>{t(`role.${criterion.role}`)}</span>}
        {isMandatory(criterion) && <span className={classes.mandatory}>{t('mandatory')}</span>}
        {criterion.evidenceRule === 'none' && <span className={classes.fact}>{t('evidence.notAsked')}</span>}
      </p>
    </div>
  );
}
