import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Dashboard } from '#shared/api/contract.ts';
import { useCall } from '../../lib/useCall.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { WhenReady } from '../../ui/WhenReady.tsx';
import classes from './Criteria.module.css';
import { toFraction } from './dashboardFigures.ts';

interface CriterionUnitsProps {
  readonly dashboard: Dashboard;
  readonly criterionId: string;
}

/** What each unit has of a criterion, with the way to its answer. */
export function CriterionUnits({ dashboard: { period, set, basis }, criterionId }: CriterionUnitsProps) {
  const { t } = useTranslation('dashboard');
  const { number } = useFormat();
  const loaded = useCall('dashboard.criterion', { period, setId: set.id, basis, criterionId });
  return (
    <WhenReady loaded={loaded}>
      {(over) => (
        <ul className={classes.units} aria-label={t('criteria.units')}>
          {over.units.map(({ unit, assessmentId, state: answer, points, max, met }) => (
            <li key={assessmentId}>
              <Link href={`/assessments/${assessmentId}/${criterionId}`}>{unit.name}</Link>
              <span data-met={met}>
                {answer === 'unanswered'
                  ? t('criteria.unanswered')
                  : t('criteria.points', {
                      points: number(toFraction(points) ?? '0'),
                      max: number(toFraction(max) ?? '0'),
                    })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </WhenReady>
  );
}
