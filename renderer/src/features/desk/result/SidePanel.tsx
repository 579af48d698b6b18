import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeskContext } from '../deskContext.ts';
import { useDeskView } from '../deskView.ts';
import { PathPanel } from '../path/PathPanel.tsx';
import { ResultPanel } from './ResultPanel.tsx';
import { ScoreAnnouncement } from './ScoreAnnouncement.tsx';
import classes from './SidePanel.module.css';
import { SheetActions } from './SheetActions.tsx';

const panels = ['result', 'path'] as const;

/** Where the unit stands, and the shortest way on; follows the answers. */
export function SidePanel() {
  const { t } = useTranslation('desk');
  const { score } = useDeskContext();
  const { panel, showPanel } = useDeskView();
  // The panel may lag behind fast typing; the field being typed in must not.
  const lagging = useDeferredValue(score);
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
        {panel === 'result' ? <ResultPanel score={lagging} /> : <PathPanel score={lagging} />}
      </div>
      <SheetActions />
      <ScoreAnnouncement score={score} />
    </aside>
  );
}
