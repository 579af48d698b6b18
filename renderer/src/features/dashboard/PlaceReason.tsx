import { useTranslation } from 'react-i18next';
import type { Dashboard } from '#shared/api/contract.ts';
import type { RankedUnit } from './dashboardFigures.ts';

interface PlaceReasonProps {
  readonly unit: RankedUnit;
  readonly basis: Dashboard['basis'];
}

/** In words what put the unit where it stands, and what is still open. */
export function PlaceReason({ unit: { place, criteriaOpen }, basis }: PlaceReasonProps) {
  const { t } = useTranslation('dashboard');
  const isJudged = basis === 'appraised' || basis === 'final';
  const reasons = [
    // A plainly lower total needs no words.
    place.sharedWith > 0 ? t('ranking.shared', { count: place.sharedWith }) : null,
    place.decidedBy === 'percent' || place.decidedBy === 'criteriaPercent'
      ? t(`ranking.decided.${place.decidedBy}`)
      : null,
    criteriaOpen > 0 ? t(isJudged ? 'ranking.openAppraisal' : 'ranking.open', { count: criteriaOpen }) : null,
  ].filter((reason) => reason !== null);
  return reasons.map((reason) => <span key={reason}>{reason}</span>);
}
