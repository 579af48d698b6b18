import { useTranslation } from 'react-i18next';
import type Fraction from 'fraction.js';
import type { CriteriaSet } from '#shared/domain/criteria/criteriaSet.ts';
import type { Standing } from '#shared/domain/scoring/scoreAssessment.ts';
import { boundsInPoints, boundsOfSet } from '#shared/report/boundsOfSet.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import classes from './BasesTable.module.css';

/** One way to count the points: as declared, as proven, as appraised, as fixed. */
export interface Basis {
  readonly name: 'claimed' | 'evidenced' | 'appraised' | 'final';
  readonly standing: Standing;
}

interface BasesTableProps {
  readonly set: CriteriaSet;
  readonly bases: readonly Basis[];
}

/** The bases one below the other; where something is still open, the range from floor to ceiling. */
export function BasesTable({ set, bases }: BasesTableProps) {
  const { t } = useTranslation(['appraisal', 'desk']);
  const { number, percent } = useFormat();
  const bounds = boundsOfSet(set, 'points');
  const share = (figure: Fraction | null): string => percent(figure, bounds);
  return (
    <table className={classes.table}>
      <caption className={classes.spoken}>{t('bases.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('bases.basis')}</th>
          <th scope="col">{t('desk:result.points')}</th>
          <th scope="col">{t('desk:result.percentOfPoints')}</th>
          <th scope="col">{t('desk:result.criteriaMet')}</th>
        </tr>
      </thead>
      <tbody>
        {bases.map(({ name, standing }) => (
          <tr key={name}>
            <th scope="row">{t(`bases.${name}`)}</th>
            <td>
              <Range
                floor={number(standing.points, boundsInPoints(set, standing.max))}
                ceiling={number(standing.ceilingPoints, boundsInPoints(set, standing.max))}
              />
            </td>
            <td>
              <Range floor={share(standing.percent)} ceiling={share(standing.ceilingPercent)} />
            </td>
            <td>
              {t('desk:result.metOf', { met: standing.criteriaMet, total: standing.criteriaApplicable })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One figure; while something is open, also what it can still become. */
function Range({ floor, ceiling }: { readonly floor: string; readonly ceiling: string }) {
  const { t } = useTranslation('appraisal');
  return (
    <>
      {floor}
      {floor !== ceiling && <span className={classes.ceiling}>{t('bases.upTo', { ceiling })}</span>}
    </>
  );
}
