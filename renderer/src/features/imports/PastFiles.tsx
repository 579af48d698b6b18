import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRecord } from '#shared/api/contract.ts';
import { useCall } from '../../lib/useCall.ts';
import { useLastReady } from '../../lib/useLastReady.ts';
import { usePeriodText } from '../../lib/usePeriodText.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Pager } from '../../ui/Pager.tsx';
import { WaitingNotice } from '../../ui/WaitingNotice.tsx';
import classes from './PastImports.module.css';
import { VerdictMark } from './VerdictMark.tsx';

interface PastFilesProps {
  readonly record: ImportRecord;
}

const pageSize = 50;

/** The files of a past import, asked for when somebody opens them. */
export function PastFiles({ record }: PastFilesProps) {
  const { t } = useTranslation('imports');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className={classes.files} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t('past.files')}</summary>
      {isOpen && <FoundFiles record={record} />}
    </details>
  );
}

function FoundFiles({ record: { id, files } }: PastFilesProps) {
  const { t } = useTranslation('imports');
  const describePeriod = usePeriodText();
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(0);
  const text = useDeferredValue(search);
  const { state, reload } = useCall('imports.files', {
    id,
    text,
    offset: page * pageSize,
    limit: pageSize,
  });
  const shown = useLastReady(state);
  return (
    <>
      {files > pageSize && (
        <TextInput
          className={classes.search ?? ''}
          type="search"
          aria-label={t('past.search')}
          placeholder={t('past.search')}
          leftSection={<IconSearch size={17} aria-hidden />}
          maxLength={200}
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            setPage(0);
          }}
        />
      )}
      {state.kind === 'failed' && <ErrorNotice errors={state.errors} onRetry={reload} />}
      {state.kind !== 'failed' && shown === null && <WaitingNotice />}
      {state.kind !== 'failed' && shown !== null && (
        <>
          {shown.found === 0 && (
            <p role="status" className={classes.none}>
              {t('list.noneFound')}
            </p>
          )}
          <ul className={classes.names} aria-busy={state.kind === 'loading'}>
            {shown.files.map((file) => (
              <li key={file.number}>
                <span className={classes.name}>{file.name}</span>
                <VerdictMark verdict={file.verdict} />
                {file.unitName !== null && file.period !== null && (
                  <span className={classes.about}>
                    {t('past.about', { unit: file.unitName, period: describePeriod(file.period) })}
                  </span>
                )}
              </li>
            ))}
          </ul>
          <Pager
            label={t('past.filePages')}
            page={page}
            pageSize={pageSize}
            total={shown.found}
            onPage={setPage}
          />
        </>
      )}
    </>
  );
}
