import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRecord } from '#shared/api/contract.ts';
import { assertNever } from '#shared/errors/assertNever.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { usePeriodText } from '../../lib/usePeriodText.ts';
import { verdicts } from './fileList.ts';
import { PastFiles } from './PastFiles.tsx';
import classes from './PastImports.module.css';

interface PastImportProps {
  readonly record: ImportRecord;
  readonly onUndo: () => void;
}

/** One import of the past: when, what came of it, whether it can be undone and what stands in the way. */
export function PastImport({ record, onUndo }: PastImportProps) {
  const { t } = useTranslation('imports');
  const { dayAndTime } = useFormat();
  const id = useId();
  const moment = dayAndTime(record.importedAt);
  return (
    <article className={classes.past} aria-labelledby={id}>
      <div className={classes.head}>
        <div>
          <h3 id={id} className={classes.when}>
            {t('past.when', { moment, count: record.files })}
          </h3>
          <p className={classes.counts}>
            {verdicts
              .filter((verdict) => record.verdicts[verdict] > 0)
              .map((verdict) =>
                t('past.count', { verdict: t(`verdict.${verdict}`), count: record.verdicts[verdict] }),
              )
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
      {record.files > 0 && <PastFiles record={record} />}
    </article>
  );
}

function UndoState({ record }: { readonly record: ImportRecord }) {
  const { t } = useTranslation('imports');
  const { dayAndTime } = useFormat();
  const describePeriod = usePeriodText();
  const more = record.builtOnTotal - record.builtOn.length;
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
            {more > 0 && <li>{t('past.builtOnMore', { count: more })}</li>}
          </ul>
        </>
      );
    default:
      return assertNever(record.undo);
  }
}
