import { useTranslation } from 'react-i18next';
import { useAppraisalFrame } from '../appraisalContext.ts';
import { SendBack } from '../sending/SendBack.tsx';
import type { AppraisalDeskState } from '../useAppraisalDesk.ts';
import classes from './AppraisalSide.module.css';
import { BasesTable } from './BasesTable.tsx';
import { DecisionCounts } from './DecisionCounts.tsx';
import { ThresholdVerdicts } from './ThresholdVerdicts.tsx';

/** Where the unit stands by its own word, by its documents and by what was decided; and what goes back to it. */
export function AppraisalSide({ desk: { scores, criteria } }: { readonly desk: AppraisalDeskState }) {
  const { t } = useTranslation('appraisal');
  const { opened } = useAppraisalFrame();
  const bases = [
    { name: 'claimed', standing: opened.score.claimed },
    { name: 'evidenced', standing: opened.score.evidenced },
    { name: 'appraised', standing: scores.appraised.standing },
    { name: 'final', standing: scores.final.standing },
  ] as const;
  return (
    <aside className={classes.side} aria-label={t('side.title')}>
      <div className={classes.content}>
        <h2 className={classes.title}>{t('side.bases')}</h2>
        <BasesTable set={opened.frame.set} bases={bases} />
        <ThresholdVerdicts bases={bases} />
        <DecisionCounts criteria={criteria} />
      </div>
      <SendBack criteria={criteria} />
    </aside>
  );
}
