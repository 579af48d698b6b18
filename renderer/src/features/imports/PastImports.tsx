import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRecord } from '#shared/api/contract.ts';
import { useCall } from '../../lib/useCall.ts';
import { useLastReady } from '../../lib/useLastReady.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Pager } from '../../ui/Pager.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { WaitingNotice } from '../../ui/WaitingNotice.tsx';
import { PastImport } from './PastImport.tsx';
import classes from './PastImports.module.css';
import { UndoDialog } from './UndoDialog.tsx';

const pageSize = 10;

/** Every import of the past, newest first, each with its way back. */
export function PastImports() {
  const { t } = useTranslation('imports');
  const [page, setPage] = useState(0);
  const { state, reload } = useCall('imports.list', { offset: page * pageSize, limit: pageSize });
  const shown = useLastReady(state);
  const [asked, setAsked] = useState<ImportRecord | null>(null);
  const [undone, setUndone] = useState(false);
  return (
    <Panel title={t('past.title')}>
      <p role="status" className={classes.done}>
        {undone && t('past.undoDone')}
      </p>
      {state.kind === 'loading' && shown === null && <WaitingNotice />}
      {state.kind === 'failed' && <ErrorNotice errors={state.errors} onRetry={reload} />}
      {state.kind !== 'failed' && shown?.total === 0 && <p className={classes.none}>{t('past.none')}</p>}
      {state.kind !== 'failed' && shown !== null && (
        <>
          <ul className={classes.list} aria-busy={state.kind === 'loading'}>
            {shown.imports.map((record) => (
              <li key={record.id}>
                <PastImport record={record} onUndo={() => setAsked(record)} />
              </li>
            ))}
          </ul>
          <Pager
            label={t('past.pages')}
            page={page}
            pageSize={pageSize}
            total={shown.total}
            onPage={setPage}
          />
        </>
      )}
      {asked !== null && (
        <UndoDialog
          record={asked}
          onClose={(isUndone) => {
            setAsked(null);
            setUndone(isUndone);
            if (isUndone) reload();
          }}
        />
      )}
    </Panel>
  );
}
