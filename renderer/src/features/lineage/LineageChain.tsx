import { IconArrowsSplit2, IconCircleCheck, IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CallOutput, LineageEntry } from '#shared/api/contract.ts';
import { targetYear, type Period } from '#shared/domain/assessment/period.ts';
import type { Criterion } from '#shared/domain/criteria/criteriaSet.ts';
import { keyOfDot } from '#shared/domain/merge/change.ts';
import type { LineageQuestion } from '../../lib/lineageRequest.ts';
import { useCall } from '../../lib/useCall.ts';
import { useFieldInWords } from '../../lib/useFieldInWords.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { SourceWords } from '../../ui/SourceWords.tsx';
import { WhenReady } from '../../ui/WhenReady.tsx';
import classes from './LineageDialog.module.css';

interface LineageChainProps {
  readonly question: LineageQuestion;
  /** Null for the form's head. */
  readonly criterion: Criterion | null;
  readonly period: Period;
}

/** Every edit that ever stood in a field, newest first. */
export function LineageChain({ question, criterion, period }: LineageChainProps) {
  const loaded = useCall('lineage.read', question);
  return (
    <WhenReady loaded={loaded}>
      {(entries) => <Chain question={question} criterion={criterion} period={period} entries={entries} />}
    </WhenReady>
  );
}

interface ChainProps extends LineageChainProps {
  readonly entries: CallOutput<'lineage.read'>;
}

function Chain({ question, criterion, period, entries }: ChainProps) {
  const { t } = useTranslation('lineage');
  const inWords = useFieldInWords();
  if (entries.length === 0) return <p className={classes.none}>{t('none')}</p>;
  const isConflict = entries.filter(({ stands }) => stands).length > 1;
  return (
    <ol className={classes.chain}>
      {entries.map((entry) => (
        <Entry
          key={keyOfDot(entry.dot)}
          entry={entry}
          isConflict={isConflict}
          words={inWords(criterion, targetYear(period), question.field, entry.value)}
        />
      ))}
    </ol>
  );
}

interface EntryProps {
  readonly entry: LineageEntry;
  /** Several edits that had not seen each other stand side by side. */
  readonly isConflict: boolean;
  readonly words: string;
}

function Entry({ entry, isConflict, words }: EntryProps) {
  const { t } = useTranslation('lineage');
  const { dayAndTime } = useFormat();
  const Icon = !entry.stands ? IconHistory : isConflict ? IconArrowsSplit2 : IconCircleCheck;
  return (
    <li className={classes.entry} data-stands={entry.stands ? (isConflict ? 'beside' : 'alone') : 'no'}>
      <p className={classes.standing}>
        <Icon size={16} aria-hidden />
        {entry.stands ? t(isConflict ? 'standsBeside' : 'stands') : t('replaced')}
        {entry.decided && <span className={classes.decided}>{t('decided')}</span>}
      </p>
      <p className={classes.value}>{words}</p>
      <p className={classes.who}>
        {entry.author === ''
          ? t('whenOnly', { moment: dayAndTime(entry.changedAt) })
          : t('who', { author: entry.author, moment: dayAndTime(entry.changedAt) })}
      </p>
      <SourceWords source={entry.source} />
    </li>
  );
}
