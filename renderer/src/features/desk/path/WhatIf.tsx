import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Threshold } from '#shared/domain/criteria/criteriaSet.ts';
import type { AssessmentScore, Standing } from '#shared/domain/scoring/scoreAssessment.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { VerdictChip } from '../../../ui/VerdictChip.tsx';
import { useDeskFrame } from '../deskContext.ts';
import { boundsOfSet } from '#shared/report/boundsOfSet.ts';
import type { WhatIfState } from './useWhatIf.ts';
import classes from './WhatIf.module.css';

interface WhatIfProps {
  readonly before: AssessmentScore;
  readonly whatIf: WhatIfState;
  readonly threshold: Threshold;
}

/** Where the unit would stand with the ticked steps done; stays in sight while the steps are looked through. */
export function WhatIf({ before, whatIf, threshold }: WhatIfProps) {
  const { t } = useTranslation('desk');
  const { percent } = useFormat();
  const { set } = useDeskFrame().frame;
  const share = (standing: Standing): string =>
    percent(
      threshold.measure === 'points' ? standing.percent : standing.criteriaPercent,
      boundsOfSet(set, threshold.measure),
    );
  const tried = whatIf.score;
  const verdict = tried?.claimed.verdicts.find((one) => one.threshold.id === threshold.id);
  return (
    <div className={classes.whatIf} data-tried={tried !== null}>
      <div role="status">
        {tried === null ? (
          <p className={classes.hint}>{t('path.whatIf.hint')}</p>
        ) : (
          <>
            <p className={classes.hint}>{t('path.whatIf.done', { count: whatIf.count })}</p>
            <p className={classes.figures}>
              <span>
                {t('path.whatIf.change', { before: share(before.claimed), after: share(tried.claimed) })}
              </span>
              {verdict && <VerdictChip state={verdict.state} />}
            </p>
          </>
        )}
      </div>
      {tried !== null && (
        <Button size="compact-sm" variant="default" onClick={whatIf.clear}>
          {t('path.whatIf.clear')}
        </Button>
      )}
    </div>
  );
}
