import { Modal } from '@mantine/core';
import type Fraction from 'fraction.js';
import { useTranslation } from 'react-i18next';
import type { Dashboard } from '#shared/api/contract.ts';
import { useFormat } from '../../lib/useFormat.ts';
import classes from './Dashboard.module.css';
import { keyOfUnit, toFraction, type RankedUnit } from './dashboardFigures.ts';
import { useDashboardWords } from './useDashboardWords.ts';

interface ComparedRow {
  readonly name: string;
  readonly of: (unit: RankedUnit) => string | null;
  readonly show: (figure: string | null) => string;
  /** More of it is worse, so that the highest is not the best. */
  readonly isLoss?: boolean;
}

interface UnitComparisonProps {
  readonly dashboard: Dashboard;
  readonly units: readonly RankedUnit[];
  readonly onClose: () => void;
}

/** Two to five units side by side; the highest figure of each row says so. */
export function UnitComparison({ dashboard, units, onClose }: UnitComparisonProps) {
  const { t } = useTranslation(['dashboard', 'app']);
  const rows = useRows(dashboard);
  const words = useDashboardWords(dashboard.set);
  return (
    <Modal
      opened
      onClose={onClose}
      size="60rem"
      title={t('comparison.title')}
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <table className={classes.table} aria-label={t('comparison.title')}>
        <thead>
          <tr>
            <th scope="col">{t('comparison.row')}</th>
            {units.map((unit) => (
              <th key={keyOfUnit(unit)} scope="col" className={classes.figure}>
                {unit.unit.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('comparison.place')}</th>
            {units.map((unit) => (
              <td key={keyOfUnit(unit)} className={classes.figure}>
                {unit.place.rank !== null &&
                  t('ranking.placeOf', {
                    rank: words.count(unit.place.rank),
                    of: words.count(unit.place.of),
                  })}
              </td>
            ))}
          </tr>
          {rows.map((row) => (
            <Row key={row.name} row={row} units={units} />
          ))}
        </tbody>
      </table>
    </Modal>
  );
}

function Row({
  row: { name, of, show, isLoss = false },
  units,
}: {
  readonly row: ComparedRow;
  readonly units: readonly RankedUnit[];
}) {
  const { t } = useTranslation('dashboard');
  const figures = units.map((unit) => toFraction(of(unit)));
  const best = isLoss ? null : highestOf(figures);
  return (
    <tr>
      <th scope="row">{name}</th>
      {units.map((unit, index) => {
        const isBest = best !== null && figures[index]?.equals(best) === true;
        return (
          <td key={keyOfUnit(unit)} className={classes.figure}>
            {isBest ? <strong>{show(of(unit))}</strong> : show(of(unit))}
            {isBest && <span className={classes.small}>{t('comparison.best')}</span>}
          </td>
        );
      })}
    </tr>
  );
}

function useRows({ set, groups }: Dashboard): readonly ComparedRow[] {
  const { t } = useTranslation('dashboard');
  const { text, number } = useFormat();
  const words = useDashboardWords(set);
  const plain = (figure: string | null): string => number(toFraction(figure) ?? '0');
  return [
    { name: t('comparison.totalPercent'), of: (unit) => unit.totalPercent, show: words.points },
    { name: t('comparison.percent'), of: (unit) => unit.percent, show: words.points },
    { name: t('comparison.criteria'), of: (unit) => unit.criteriaPercent, show: words.criteria },
    { name: t('comparison.bonus'), of: (unit) => unit.bonus, show: plain },
    { name: t('comparison.penalty'), of: (unit) => unit.penalty, show: plain, isLoss: true },
    ...groups.map(({ code, name }, index): ComparedRow => ({
      name: t('comparison.group', { code, name: text(name) }),
      of: (unit) => unit.groups[index]?.percent ?? null,
      show: words.points,
    })),
  ];
}

/** Null where all are equal: then none stands out. */
function highestOf(figures: readonly (Fraction | null)[]): Fraction | null {
  const known = figures.filter((figure) => figure !== null);
  const [first, ...others] = known;
  if (!first || others.every((one) => one.equals(first))) return null;
  return others.reduce((highest, one) => (one.gt(highest) ? one : highest), first);
}
