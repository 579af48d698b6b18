import { IconFileOff, IconPencil } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/useFormat.ts';
import { useAppraisalFrame } from '../appraisalContext.ts';
import { draftPlace, useDecisionDrafts } from '../decision/decisionDrafts.ts';
import type { CriterionToJudge } from '../judgements.ts';
import classes from './JudgementEntry.module.css';
import { JudgementMark } from './JudgementMark.tsx';

interface JudgementEntryProps {
  readonly one: CriterionToJudge;
  readonly isCurrent: boolean;
}

/** One criterion of the list: what is decided, what is lacking, what is being written about it. */
export function JudgementEntry({ one, isCurrent }: JudgementEntryProps) {
  const { t } = useTranslation(['appraisal', 'desk']);
  const { text } = useFormat();
  const { opened, stage, goTo } = useAppraisalFrame();
  const { score, state, isChanged } = one;
  const { criterion } = score;
  const place = draftPlace(opened.assessment.id, stage, criterion.id);
  const isDrafted = useDecisionDrafts(({ byPlace }) => Object.hasOwn(byPlace, place));
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isCurrent) button.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return (
    <li>
      <button
        ref={button}
        type="button"
        className={classes.criterion}
        aria-current={isCurrent ? 'true' : undefined}
        onClick={() => goTo(criterion.id)}
      >
        <JudgementMark state={state} />
        <span className={classes.code}>{criterion.code}</span>
        <span className={classes.words}>
          <span className={classes.name}>{text(criterion.name)}</span>
          {isChanged && <span className={classes.changed}>{t('changed')}</span>}
        </span>
        {isDrafted && (
          <span className={classes.lack}>
            <IconPencil size={15} aria-hidden />
            <span className={classes.spoken}>{t('drafted')}</span>
          </span>
        )}
        {!score.evidenced && (
          <span className={classes.lack}>
            <IconFileOff size={15} aria-hidden />
            <span className={classes.spoken}>{t('desk:mark.noEvidence')}</span>
          </span>
        )}
      </button>
    </li>
  );
}
