import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CriterionAppraisals } from '#shared/api/contract.ts';
import { useFormat } from '../../lib/useFormat.ts';
import classes from './StandingJudgements.module.css';

type Judged = CriterionAppraisals['criteria'][number];

interface StandingJudgementsProps extends Pick<Judged, 'appraised' | 'final'> {
  /** What follows for whoever reads it. */
  readonly children?: ReactNode;
}

/** What has been decided about the criterion so far, by whom and why; nothing where nothing has. */
export function StandingJudgements({ appraised, final, children }: StandingJudgementsProps) {
  if (appraised === null && final === null) return null;
  return (
    <div className={classes.judgements}>
      {appraised !== null && <JudgementWords stage="appraised" judgement={appraised} />}
      {final !== null && <JudgementWords stage="final" judgement={final} />}
      {children}
    </div>
  );
}

interface JudgementWordsProps {
  readonly stage: 'appraised' | 'final';
  readonly judgement: NonNullable<Judged['appraised']>;
}

function JudgementWords({ stage, judgement }: JudgementWordsProps) {
  const { t } = useTranslation('appraisal');
  const { number, dayAndTime } = useFormat();
  const { decision, points, reason, author, changedAt, isOutdated } = judgement;
  const what =
    decision === 'adjusted' && points !== null
      ? t(`judged.${stage}.adjusted`, { points: number(points) })
      : t(`judged.${stage}.${decision}`);
  return (
    <div className={classes.judgement} data-decision={isOutdated ? 'outdated' : decision}>
      <p>
        <strong>{what}</strong>{' '}
        <span className={classes.who}>
          {author === ''
            ? t('judged.when', { moment: dayAndTime(changedAt) })
            : t('judged.whoAndWhen', { author, moment: dayAndTime(changedAt) })}
        </span>
      </p>
      {reason !== '' && <p className={classes.reason}>{reason}</p>}
      {isOutdated && <p className={classes.outdated}>{t('judged.outdated')}</p>}
    </div>
  );
}
