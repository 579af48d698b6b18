import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/useFormat.ts';
import classes from './ImportWork.module.css';
import type { ImportPhase, ImportSnapshot } from './importSession.ts';

interface ImportProgressLineProps {
  readonly snapshot: ImportSnapshot;
  readonly onCancel: () => void;
}

const busyPhases = ['sending', 'checking', 'importing'] as const satisfies readonly ImportPhase[];
type BusyPhase = (typeof busyPhases)[number];

/** How far the present step is, with the way to stop it. The phase is announced; each file is not. */
export function ImportProgressLine({ snapshot, onCancel }: ImportProgressLineProps) {
  const { t } = useTranslation('imports');
  const { number } = useFormat();
  const { phase } = snapshot;
  return (
    <>
      <p role="status" className={classes.spoken}>
        {isBusy(phase) ? t(`progress.${phase}`) : t(`phase.${phase}`)}
      </p>
      {isBusy(phase) && (
        <div className={classes.progress}>
          <div className={classes.progressText}>
            <span>{t(`progress.${phase}`)}</span>
            <span>
              {t('progress.of', {
                done: number(String(snapshot.done)),
                total: number(String(snapshot.total)),
              })}
            </span>
          </div>
          <progress
            aria-label={t(`progress.${phase}`)}
            value={snapshot.done}
            max={Math.max(1, snapshot.total)}
          />
          <Button variant="default" onClick={onCancel}>
            {t('progress.cancel')}
          </Button>
        </div>
      )}
    </>
  );
}

function isBusy(phase: ImportPhase): phase is BusyPhase {
  return (busyPhases as readonly ImportPhase[]).includes(phase);
}
