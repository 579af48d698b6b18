import Fraction from 'fraction.js';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../../lib/useFormat.ts';
import classes from './ComputedCard.module.css';
import type { ComputedFigure } from './useComputedFigures.ts';

/** Every unit that was counted, on which figures, and the way to its sheet. */
export function CountedUnits({ figure }: { readonly figure: ComputedFigure }) {
  const { t } = useTranslation('desk');
  const { percent: formatPercent } = useFormat();
  const bounds = [new Fraction(figure.threshold.at)];
  return (
    <details className={classes.units}>
      <summary>{t('computed.units', { count: figure.units.length })}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('computed.unit')}</th>
            <th scope="col">{t('computed.percent')}</th>
            <th scope="col">{t('computed.basis')}</th>
            <th scope="col">{t('computed.reached')}</th>
          </tr>
        </thead>
        <tbody>
          {figure.units.map(({ unit, assessmentId, basis, percent, reached }) => (
            <tr key={`${unit.code} ${unit.validFrom ?? ''}`}>
              <th scope="row">
                {assessmentId === null ? (
                  unit.name
                ) : (
                  <Link href={`/assessments/${assessmentId}/overview`}>{unit.name}</Link>
                )}
              </th>
              <td>{percent === null ? '–' : formatPercent(new Fraction(percent), bounds)}</td>
              <td>{t(`computed.bases.${basis ?? 'none'}`)}</td>
              <td>{t(reached ? 'computed.yes' : 'computed.no')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
