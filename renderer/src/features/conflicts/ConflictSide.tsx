import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Conflict } from '#shared/api/contract.ts';
import type { Evidence } from '#shared/domain/assessment/answer.ts';
import { useFieldInWords } from '../../lib/useFieldInWords.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { SourceWords } from '../../ui/SourceWords.tsx';
import classes from './ConflictsScreen.module.css';
import { DocumentList } from './DocumentList.tsx';
import type { KnownConflict } from './useConflictContent.ts';
import { useFigureLines } from './useFigureLines.ts';

interface ConflictSideProps {
  readonly known: KnownConflict;
  readonly value: Conflict['values'][number];
  readonly index: number;
  readonly isChosen: boolean;
}

/** A longer one is read as a text, not as a figure. */
const shortText = 100;

/** One of the values: what it says in full, who wrote it when, from which file it came. */
export function ConflictSide({ known, value, index, isChosen }: ConflictSideProps) {
  const { t } = useTranslation('conflicts');
  const { dayAndTime } = useFormat();
  const inWords = useFieldInWords();
  const { criterion, year, conflict } = known;
  const moment = dayAndTime(value.changedAt);
  const isText =
    !['value', 'evidence'].includes(conflict.field) &&
    typeof value.value === 'string' &&
    value.value.length > shortText;
  return (
    <div className={classes.side} data-chosen={isChosen}>
      <Radio
        value={String(index)}
        // Two long texts may differ only at their ends, so a text is never cut here.
        label={isText ? String(value.value) : inWords(criterion, year, conflict.field, value.value)}
        classNames={{ label: (isText ? classes.sideText : classes.sideValue) ?? '' }}
      />
      <InFull known={known} value={value.value} />
      <p className={classes.who}>
        {value.author === ''
          ? t('side.whenOnly', { moment })
          : t('side.who', { author: value.author, moment })}
      </p>
      <SourceWords source={value.source} />
    </div>
  );
}

function InFull({ known, value }: { readonly known: KnownConflict; readonly value: unknown }) {
  const lines = useFigureLines(known, value);
  if (known.conflict.field === 'evidence') {
    return <DocumentList documents={(value ?? []) as readonly Evidence[]} />;
  }
  return lines.length === 0 ? null : (
    <ul className={classes.lines}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
