import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SyncTarget } from '#shared/api/syncCalls.ts';
import classes from './Sync.module.css';
import { TargetCard } from './TargetCard.tsx';
import type { SyncWork } from './useSyncWork.ts';

const TargetDialog = lazy(() =>
  import('./TargetDialog.tsx').then(({ TargetDialog: Dialog }) => ({ default: Dialog })),
);

interface TargetsPanelProps {
  readonly targets: readonly SyncTarget[];
  readonly work: SyncWork;
  readonly onChanged: () => void;
}

/** The places through which files travel, each with what can be done there. */
export function TargetsPanel({ targets, work, onChanged }: TargetsPanelProps) {
  const { t } = useTranslation('sync');
  const [edited, setEdited] = useState<SyncTarget | 'new' | null>(null);
  return (
    <>
      {targets.length === 0 && <p className={classes.lead}>{t('targets.none')}</p>}
      <ul className={classes.targets}>
        {targets.map((target) => (
          <li key={target.id}>
            <TargetCard target={target} work={work} onEdit={() => setEdited(target)} onChanged={onChanged} />
          </li>
        ))}
      </ul>
      <Button
        variant="default"
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() => setEdited('new')}
      >
        {t('targets.add')}
      </Button>
      {edited !== null && (
        <Suspense>
          <TargetDialog
            target={edited === 'new' ? null : edited}
            onClose={() => setEdited(null)}
            onSaved={() => {
              setEdited(null);
              onChanged();
            }}
          />
        </Suspense>
      )}
    </>
  );
}
