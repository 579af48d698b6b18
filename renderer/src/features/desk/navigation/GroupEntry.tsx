import { IconChevronRight } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';
import type { GroupScore } from '#shared/domain/scoring/scoreAssessment.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { CriterionEntry } from './CriterionEntry.tsx';
import { countAnswered } from './criterionMark.ts';
import classes from './GroupEntry.module.css';

interface GroupEntryProps {
  readonly group: GroupScore;
  /** The criteria that the filter lets through. */
  readonly listed: readonly CriterionScore[];
  readonly isFiltered: boolean;
  /** The criterion at work, where it is in this group. */
  readonly currentId: string | null;
  readonly onChoose: (criterionId: string) => void;
}

export const GroupEntry = memo(function GroupEntry({
  group,
  listed,
  isFiltered,
  currentId,
  onChoose,
}: GroupEntryProps) {
  const { t } = useTranslation('desk');
  const { text } = useFormat();
  const isCurrent = currentId !== null;
  // Folding by hand holds until the work moves into or out of the group.
  const isOpenAtFirst = isCurrent || isFiltered;
  const [folding, setFolding] = useState({
    whileCurrent: isCurrent,
    whileFiltered: isFiltered,
    isOpen: isOpenAtFirst,
  });
  const holds = folding.whileCurrent === isCurrent && folding.whileFiltered === isFiltered;
  const isOpen = holds ? folding.isOpen : isOpenAtFirst;
  const answered = countAnswered(group.criteria);
  const total = group.criteria.length;
  return (
    <li className={classes.group} data-current={isCurrent}>
      <button
        type="button"
        className={classes.head}
        aria-expanded={isOpen}
        onClick={() => setFolding({ whileCurrent: isCurrent, whileFiltered: isFiltered, isOpen: !isOpen })}
      >
        <IconChevronRight size={16} className={classes.chevron} aria-hidden />
        <span className={classes.name}>
          {t('navigation.group', { code: group.group.code, name: text(group.group.name) })}
        </span>
        <span className={classes.count} data-complete={answered === total}>
          <span aria-hidden>{t('navigation.groupCount', { answered, total })}</span>
          <span className={classes.spoken}>{t('navigation.groupProgress', { answered, total })}</span>
        </span>
        <span className={classes.track} aria-hidden>
          <span style={{ width: `${String((100 * answered) / total)}%` }} />
        </span>
      </button>
      {isOpen && (
        <ul className={classes.criteria}>
          {listed.map((score) => (
            <CriterionEntry
              key={score.criterion.id}
              score={score}
              isCurrent={score.criterion.id === currentId}
              onChoose={onChoose}
            />
          ))}
        </ul>
      )}
    </li>
  );
}, haveSameEntries);

function haveSameEntries(before: GroupEntryProps, after: GroupEntryProps): boolean {
  return (
    before.currentId === after.currentId &&
    before.onChoose === after.onChoose &&
    before.isFiltered === after.isFiltered &&
    before.listed.length === after.listed.length &&
    before.listed.every((score, index) => score === after.listed[index]) &&
    before.group.criteria.every((score, index) => score === after.group.criteria[index])
  );
}
