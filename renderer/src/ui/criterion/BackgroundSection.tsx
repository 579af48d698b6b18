import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CriteriaSet } from '#shared/domain/criteria/criteriaSet.ts';
import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';
import { traceOf } from '#shared/report/traceCriterion.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { Disclosure } from '../Disclosure.tsx';
import classes from './BackgroundSection.module.css';

interface BackgroundSectionProps {
  readonly score: CriterionScore;
  readonly set: CriteriaSet;
}

/** What is asked in detail, why the points are what they are, and on what document the rule rests. */
export function BackgroundSection({ score, set }: BackgroundSectionProps) {
  const { t } = useTranslation('desk');
  const { text, language, translateRule } = useFormat();
  const trace = useMemo(
    () => traceOf(score, set, language, translateRule),
    [score, set, language, translateRule],
  );
  return (
    <div className={classes.background}>
      <Disclosure title={t('background.guidance')} isOpenAtFirst>
        <p>{text(score.criterion.guidance)}</p>
      </Disclosure>
      <Disclosure title={t('background.why')}>
        {trace.figures.length > 0 && (
          <>
            <h4>{t('background.figures')}</h4>
            {trace.figures.map((line, index) => (
              <p key={`${String(index)} ${line}`}>{line}</p>
            ))}
          </>
        )}
        <h4>{t('background.formula')}</h4>
        {trace.formula.split('\n').map((line, index) => (
          <p key={`${String(index)} ${line}`}>{line}</p>
        ))}
        <h4>{t('background.rule')}</h4>
        {trace.rule.map((line, index) => (
          <p key={`${String(index)} ${line}`}>{line}</p>
        ))}
      </Disclosure>
      <Disclosure title={t('background.source')}>
        <p>{trace.source.title}</p>
        {trace.source.quote !== '' && (
          <blockquote lang="vi" className={classes.quote}>
            {trace.source.quote}
          </blockquote>
        )}
        {trace.source.note !== '' && <p>{trace.source.note}</p>}
      </Disclosure>
    </div>
  );
}
