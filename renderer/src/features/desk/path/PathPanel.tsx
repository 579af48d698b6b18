import { Radio, Stack } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findPaths } from '#shared/domain/path/findPaths.ts';
import type { AssessmentScore } from '#shared/domain/scoring/scoreAssessment.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useDeskFrame } from '../deskContext.ts';
import { EffortList } from './EffortList.tsx';
import { PathFindings } from './PathFindings.tsx';
import classes from './PathPanel.module.css';
import type { EffortDesk } from './useEffortQueue.ts';
import { useWhatIf } from './useWhatIf.ts';
import { WhatIf } from './WhatIf.tsx';

interface PathPanelProps {
  readonly score: AssessmentScore;
  readonly efforts: EffortDesk;
}

/** The least work that still leads to a threshold, in up to three ways, each to be tried out step by step. */
export function PathPanel({ score, efforts }: PathPanelProps) {
  const { t } = useTranslation('desk');
  const { text } = useFormat();
  const { frame, isFrozen } = useDeskFrame();
  const { thresholds, policy } = frame.set;
  const [thresholdId, setThresholdId] = useState(thresholds[0]?.id);
  const threshold = thresholds.find(({ id }) => id === thresholdId) ?? thresholds[0];
  const settledEfforts = useDeferredValue(efforts.values);
  const answer = useMemo(
    () => (threshold ? findPaths(score, threshold, settledEfforts, policy) : null),
    [score, threshold, settledEfforts, policy],
  );
  const whatIf = useWhatIf(frame, score);
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
      {answer.kind === 'paths' && <WhatIf before={score} whatIf={whatIf} threshold={threshold} />}
      {score.claimed.criteriaOpen > 0 && answer.kind === 'paths' && (
        <p className={classes.hint}>{t('path.openHint', { count: score.claimed.criteriaOpen })}</p>
      )}
      <PathFindings answer={answer} threshold={threshold} whatIf={whatIf} />
      {!isFrozen && answer.kind === 'paths' && <EffortList score={score} efforts={efforts} />}
    </div>
  );
}
