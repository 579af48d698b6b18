import { IconFileOff } from '@tabler/icons-react';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { ConflictMark } from '../conflicts/ConflictMark.tsx';
import classes from './CriterionEntry.module.css';
import { criterionMark } from './criterionMark.ts';
import { StateMark } from './StateMark.tsx';

interface CriterionEntryProps {
  readonly score: CriterionScore;
  readonly isCurrent: boolean;
  readonly onChoose: (criterionId: string) => void;
}

export const CriterionEntry = memo(function CriterionEntry({
  score,
  isCurrent,
  onChoose,
}: CriterionEntryProps) {
  const { t } = useTranslation('desk');
  const { text } = useFormat();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isCurrent) button.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  const { criterion } = score;
  return (
    <li>
      <button
        ref={button}
        type="button"
        className={classes.criterion}
        aria-current={isCurrent ? 'true' : undefined}
        onClick={() => onChoose(criterion.id)}
      >
        <StateMark mark={criterionMark(score)} />
        <span className={classes.code}>{criterion.code}</span>
        <span className={classes.name}>{text(criterion.name)}</span>
        {!score.evidenced && (
          <span className={classes.lack}>
            <IconFileOff size={15} aria-hidden />
            <span className={classes.spoken}>{t('mark.noEvidence')}</span>
          </span>
        )}
        <ConflictMark criterionId={criterion.id} />
      </button>
    </li>
  );
});
