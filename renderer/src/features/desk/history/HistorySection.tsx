import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';
import { useCall } from '../../../lib/useCall.ts';
import { useSaveStatus } from '../../../lib/useSaveQueue.ts';
import { WhenReady } from '../../../ui/WhenReady.tsx';
import { useDeskFrame } from '../deskContext.ts';
import { HistoryEntries } from './HistoryEntries.tsx';
import classes from './HistorySection.module.css';
import { LineageButton } from './LineageButton.tsx';

/** How this answer came about, read when it is asked for. */
export function HistorySection({ score }: { readonly score: CriterionScore }) {
  const { t } = useTranslation('desk');
  const { saveNow } = useDeskFrame();
  const [isOpen, setIsOpen] = useState(false);
  const open = async (): Promise<void> => {
    await saveNow();
    setIsOpen(true);
  };
  return (
    <details
      className={classes.history}
      onToggle={(event) => (event.currentTarget.open ? void open() : setIsOpen(false))}
    >
      <summary className={classes.title}>{t('history.title')}</summary>
      {isOpen && (
        <>
          <History score={score} />
          <LineageButton criterionId={score.criterion.id} />
        </>
      )}
    </details>
  );
}

function History({ score }: { readonly score: CriterionScore }) {
  const { assessment, saving } = useDeskFrame();
  const loaded = useCall('answers.history', {
    assessmentId: assessment.id,
    criterionId: score.criterion.id,
  });
  const status = useSaveStatus(saving);
  const savedAt = status.kind === 'saved' ? status.savedAt : null;
  const read = useRef(savedAt);
  const { reload } = loaded;
  useEffect(() => {
    if (savedAt === null || savedAt === read.current) return;
    read.current = savedAt;
    reload();
  }, [savedAt, reload]);
  return (
    <WhenReady loaded={loaded}>{(entries) => <HistoryEntries score={score} entries={entries} />}</WhenReady>
  );
}
