import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '#shared/api/contract.ts';
import { targetYear } from '#shared/domain/assessment/period.ts';
import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';
import { useFieldInWords } from '../../../lib/useFieldInWords.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useDeskFrame } from '../deskContext.ts';
import classes from './HistorySection.module.css';

interface HistoryEntriesProps {
  readonly score: CriterionScore;
  /** Newest first. */
  readonly entries: readonly HistoryEntry[];
}

/** Who changed what, when, from what to what. */
export function HistoryEntries({ score, entries }: HistoryEntriesProps) {
  const { t } = useTranslation(['desk', 'app']);
  const { frame } = useDeskFrame();
  const { dayAndTime } = useFormat();
  const inWords = useFieldInWords();
  const describe = (field: string, value: unknown): string =>
    inWords(score.criterion, targetYear(frame.period), field, value);
  if (entries.length === 0) return <p className={classes.none}>{t('history.nothing')}</p>;
  return (
    <ol className={classes.entries}>
      {entries.map((entry) => (
        <li key={`${entry.changedAt} ${entry.field} ${entry.kind} ${JSON.stringify(entry.newValue)}`}>
          <span className={classes.when}>
            {dayAndTime(entry.changedAt)}
            {entry.author !== '' && ` · ${entry.author}`}
            {entry.kind !== 'edit' && ` · ${t(`history.kind.${entry.kind}`)}`}
          </span>
          <span>
            {t('history.change', {
              field: t(`app:field.${entry.field}`),
              before: describe(entry.field, entry.oldValue),
              after: describe(entry.field, entry.newValue),
            })}
          </span>
        </li>
      ))}
    </ol>
  );
}
