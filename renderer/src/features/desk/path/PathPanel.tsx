import { Radio, Stack } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Threshold } from '#shared/domain/criteria/criteriaSet.ts';
import { findPaths, type PathAnswer } from '#shared/domain/path/findPaths.ts';
import type { AssessmentScore } from '#shared/domain/scoring/scoreAssessment.ts';
import { assertNever } from '#shared/errors/assertNever.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useDeskFrame } from '../deskContext.ts';
import { EvidenceMissing } from './EvidenceMissing.tsx';
import { PathCard } from './PathCard.tsx';
import classes from './PathPanel.module.css';

/** The least work that still leads to a threshold, in up to three ways. */
export function PathPanel({ score }: { readonly score: AssessmentScore }) {
  const { t } = useTranslation('desk');
  const { text } = useFormat();
  const { thresholds, policy } = useDeskFrame().frame.set;
  const [thresholdId, setThresholdId] = useState(thresholds[0]?.id);
  const threshold = thresholds.find(({ id }) => id === thresholdId) ?? thresholds[0];
  const answer = useMemo(
    () => (threshold ? findPaths(score, threshold, {}, policy) : null),
    [score, threshold, policy],
  );
  if (!threshold || !answer) return null;
  return (
    <div>
      <h2 className={classes.title}>{t('path.title')}</h2>
      <Radio.Group label={t('path.target')} value={threshold.id} onChange={setThresholdId}>
        <Stack gap={4} mt={4} mb="sm">
          {thresholds.map((one) => (
            <Radio key={one.id} size="xs" value={one.id} label={text(one.title)} />
          ))}
        </Stack>
      </Radio.Group>
      {score.claimed.criteriaOpen > 0 && answer.kind === 'paths' && (
        <p className={classes.hint}>{t('path.openHint', { count: score.claimed.criteriaOpen })}</p>
      )}
      <PathFindings answer={answer} threshold={threshold} />
    </div>
  );
}

function PathFindings({ answer, threshold }: { readonly answer: PathAnswer; readonly threshold: Threshold }) {
  const { t } = useTranslation('desk');
  const { number } = useFormat();
  const isPoints = threshold.measure === 'points';
  switch (answer.kind) {
    case 'reached':
      return <p className={classes.reached}>{t('path.reached')}</p>;
    case 'out-of-reach': {
      const figures = { need: number(answer.need), available: number(answer.available) };
      return (
        <p className={classes.lead}>
          {isPoints ? t('path.outOfReachPoints', figures) : t('path.outOfReachCriteria', figures)}
        </p>
      );
    }
    case 'paths':
      return (
        <>
          <p className={classes.lead}>
            {isPoints
              ? t('path.needPoints', { need: number(answer.need) })
              : t('path.needCriteria', { need: number(answer.need.ceil()) })}
          </p>
          <ol className={classes.paths}>
            {answer.paths.map((path, index) => (
              <PathCard
                key={`${String(index)} ${path.strategy}`}
                path={path}
                number={index + 1}
                isOpenAtFirst={index === 0}
              />
            ))}
          </ol>
          <EvidenceMissing scores={answer.evidenceMissing} />
        </>
      );
    default:
      return assertNever(answer);
  }
}
