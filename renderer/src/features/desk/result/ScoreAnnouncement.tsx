import { VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { AssessmentScore } from '#shared/domain/scoring/scoreAssessment.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useDeskFrame } from '../deskContext.ts';
import { boundsInPoints, boundsOfSet } from '#shared/report/boundsOfSet.ts';

const calm = 900;

/** Says the score aloud once it has settled; not on every key stroke. */
export function ScoreAnnouncement({ score }: { readonly score: AssessmentScore }) {
  const { t } = useTranslation('desk');
  const { percent, number } = useFormat();
  const { set } = useDeskFrame().frame;
  const { points, max, percent: share } = score.claimed;
  const sentence = t('result.announcement', {
    points: number(points, boundsInPoints(set, max)),
    max: number(max),
    percent: percent(share, boundsOfSet(set, 'points')),
  });
  const [settled] = useDebouncedValue(sentence, calm);
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {settled}
    </VisuallyHidden>
  );
}
