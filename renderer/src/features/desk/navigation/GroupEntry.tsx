import { IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupScore } from '#shared/domain/scoring/scoreAssessment.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { CriterionEntry } from './CriterionEntry.tsx';
import { countAnswered } from './criterionMark.ts';
import classes from './GroupEntry.module.css';

interface GroupEntryProps {
  readonly group: GroupScore;
  readonly currentId: string;
  readonly onChoose: (criterionId: string) => void;
}

export function GroupEntry({ group, currentId, onChoose }: GroupEntryProps) {
  const { t } = useTranslation('desk');
  const { text } = useFormat();
  const isCurrent = group.criteria.some(({ criterion }) => criterion.id === currentId);
  // Folding by hand holds until the work moves into or out of the group.
  const [folding, setFolding] = useState({ whileCurrent: isCurrent, isOpen: isCurrent });
  const isOpen = folding.whileCurrent === isCurrent ? folding.isOpen : isCurrent;
  const answered = countAnswered(group.criteria);
  const total = group.criteria.length;
  return (
    <li className={classes.group} data-current={isCurrent}>
      <button
        type="button"
        className={classes.head}
        aria-expanded={isOpen}
        onClick={() => setFolding({ whileCurrent: isCurrent, isOpen: !isOpen })}
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
          {group.criteria.map((score) => (
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
}
