import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssessmentScore } from '#shared/domain/scoring/scoreAssessment.ts';
import { useDeskView } from '../deskView.ts';
import { PathPanel } from '../path/PathPanel.tsx';
import type { EffortDesk } from '../path/useEffortQueue.ts';
import { ResultPanel } from './ResultPanel.tsx';
import { ScoreAnnouncement } from './ScoreAnnouncement.tsx';
import classes from './SidePanel.module.css';
import { SheetActions } from './SheetActions.tsx';

const Actions = memo(SheetActions);

const panels = ['result', 'path'] as const;

interface SidePanelProps {
  readonly score: AssessmentScore;
  readonly efforts: EffortDesk;
}

/** Where the unit stands, and the shortest way on; follows the answers. */
export const SidePanel = memo(function SidePanel({ score, efforts }: SidePanelProps) {
  const { t } = useTranslation('desk');
  const { panel, showPanel } = useDeskView();
  return (
    <aside className={classes.side} aria-label={t('side.title')}>
      <div role="group" aria-label={t('side.choose')} className={classes.switch}>
        {panels.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={panel === name}
            className={classes.choice}
            onClick={() => showPanel(name)}
          >
            {t(`side.${name}`)}
          </button>
        ))}
      </div>
      <div className={classes.content}>
        {panel === 'result' ? <ResultPanel score={score} /> : <PathPanel score={score} efforts={efforts} />}
      </div>
      <Actions />
      <ScoreAnnouncement score={score} />
    </aside>
  );
});
