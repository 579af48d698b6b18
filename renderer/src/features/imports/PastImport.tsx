import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRecord } from '#shared/api/contract.ts';
import { assertNever } from '#shared/errors/assertNever.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { usePeriodText } from '../../lib/usePeriodText.ts';
import { Pager } from '../../ui/Pager.tsx';
import { countVerdicts, verdicts } from './fileList.ts';
import classes from './PastImports.module.css';
import { VerdictMark } from './VerdictMark.tsx';

interface PastImportProps {
  readonly record: ImportRecord;
  readonly onUndo: () => void;
}

/** One import of the past: when, what came of it, whether it can be undone and what stands in the way. */
export function PastImport({ record, onUndo }: PastImportProps) {
  const { t } = useTranslation('imports');
  const { dayAndTime } = useFormat();
  const id = useId();
  const counts = countVerdicts(record.files);
  const moment = dayAndTime(record.importedAt);
  return (
    <article className={classes.past} aria-labelledby={id}>
      <div className={classes.head}>
        <div>
          <h3 id={id} className={classes.when}>
            {t('past.when', { moment, count: record.files.length })}
          </h3>
          <p className={classes.counts}>
            {verdicts
              .filter((verdict) => counts[verdict] > 0)
              .map((verdict) => t('past.count', { verdict: t(`verdict.${verdict}`), count: counts[verdict] }))
              .join(' · ')}
          </p>
        </div>
        {record.undo === 'possible' && (
          <Button
            size="compact-md"
            variant="default"
            leftSection={<IconArrowBackUp size={17} aria-hidden />}
            aria-label={t('past.undoOf', { moment })}
            onClick={onUndo}
          >
            {t('past.undo')}
          </Button>
        )}
      </div>
      <UndoState record={record} />
      {record.files.length > 0 && <PastFiles record={record} />}
    </article>
  );
}

function UndoState({ record }: { readonly record: ImportRecord }) {
  const { t } = useTranslation('imports');
  const { dayAndTime } = useFormat();
  const describePeriod = usePeriodText();
  switch (record.undo) {
    case 'possible':
      return null;
    case 'nothing':
      return <p className={classes.state}>{t('past.nothing')}</p>;
    case 'done':
      return (
        <p className={classes.state}>
          {record.undoneAt === null
            ? t('past.undone')
            : t('past.undoneAt', { moment: dayAndTime(record.undoneAt) })}
        </p>
      );
    case 'blocked':
      return (
        <>
          <p className={classes.state}>{t('past.blocked')}</p>
          <ul className={classes.builtOn}>
            {record.builtOn.map(({ unitName, period, by, at }) => (
              <li key={`${unitName} ${period} ${by} ${at}`}>
                {t(`past.builtOn.${by}`, {
                  unit: unitName,
                  period: describePeriod(period),
                  moment: dayAndTime(at),
                })}
              </li>
            ))}
          </ul>
        </>
      );
    default:
      return assertNever(record.undo);
  }
}

const pageSize = 50;

function PastFiles({ record }: { readonly record: ImportRecord }) {
  const { t } = useTranslation('imports');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className={classes.files} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t('past.files')}</summary>
      {isOpen && <FileNames files={record.files} />}
    </details>
  );
}

function FileNames({ files }: Pick<ImportRecord, 'files'>) {
  const { t } = useTranslation('imports');
  const describePeriod = usePeriodText();
  const [page, setPage] = useState(0);
  return (
    <>
      <ul className={classes.names}>
        {files.slice(page * pageSize, (page + 1) * pageSize).map((file, index) => (
          // The same name may come twice in one import.
          <li key={`${String(index)} ${file.name}`}>
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
        total={files.length}
        onPage={setPage}
      />
    </>
  );
}
