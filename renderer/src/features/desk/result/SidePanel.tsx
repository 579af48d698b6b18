import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssessmentScore } from '#shared/domain/scoring/scoreAssessment.ts';
import { useDeskView } from '../deskView.ts';
import { PathPanel } from '../path/PathPanel.tsx';
import type { EffortDesk } from '../path/useEffortQueue.ts';
import { SuggestionPanel } from '../suggestions/SuggestionPanel.tsx';
import type { SuggestionDesk } from '../suggestions/useSuggestions.ts';
import { ResultPanel } from './ResultPanel.tsx';
import { ScoreAnnouncement } from './ScoreAnnouncement.tsx';
import classes from './SidePanel.module.css';
import { SheetActions } from './SheetActions.tsx';

const Actions = memo(SheetActions);

interface SidePanelProps {
  readonly score: AssessmentScore;
  readonly efforts: EffortDesk;
  readonly suggestions: SuggestionDesk;
}

/** Where the unit stands, and the shortest way on; follows the answers. */
export const SidePanel = memo(function SidePanel({ score, efforts, suggestions }: SidePanelProps) {
  const { t } = useTranslation('desk');
  const view = useDeskView();
  const hasSuggestions = suggestions.open.length > 0 || suggestions.errors.length > 0;
  const panels = ['result', 'path', ...(hasSuggestions ? ['suggestions' as const] : [])] as const;
  const panel = panels.find((name) => name === view.panel) ?? 'result';
  return (
    <aside className={classes.side} aria-label={t('side.title')}>
      <div role="group" aria-label={t('side.choose')} className={classes.switch}>
        {panels.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={panel === name}
            className={classes.choice}
            onClick={() => view.showPanel(name)}
          >
            {t(`side.${name}`, { count: suggestions.open.length })}
          </button>
        ))}
      </div>
      <div className={classes.content}>
        {panel === 'result' && <ResultPanel score={score} />}
        {panel === 'path' && <PathPanel score={score} efforts={efforts} />}
        {panel === 'suggestions' && <SuggestionPanel score={score} suggestions={suggestions} />}
      </div>
      <Actions />
      <ScoreAnnouncement score={score} />
    </aside>
  );
});
