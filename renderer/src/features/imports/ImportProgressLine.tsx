import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/useFormat.ts';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
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
        <ProgressLine
          label={t(`progress.${phase}`)}
          count={t('progress.of', {
            done: number(String(snapshot.done)),
            total: number(String(snapshot.total)),
          })}
          done={snapshot.done}
          total={snapshot.total}
          cancelLabel={t('progress.cancel')}
          onCancel={onCancel}
        />
      )}
    </>
  );
}

function isBusy(phase: ImportPhase): phase is BusyPhase {
  return (busyPhases as readonly ImportPhase[]).includes(phase);
}
