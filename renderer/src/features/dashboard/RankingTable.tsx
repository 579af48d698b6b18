import { Button, Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Dashboard } from '#shared/api/contract.ts';
import classes from './Dashboard.module.css';
import { keyOfUnit, type RankedUnit } from './dashboardFigures.ts';
import { mostCompared, useDashboardView } from './dashboardView.ts';
import { PlaceReason } from './PlaceReason.tsx';
import { useDashboardWords } from './useDashboardWords.ts';
import { useFirstFew } from './useFirstFew.ts';

const few = 15;

interface RankingTableProps {
  readonly dashboard: Dashboard;
  readonly kind: string;
  readonly units: readonly RankedUnit[];
}

/** One kind of unit, best first. */
export function RankingTable({ dashboard, kind, units }: RankingTableProps) {
  const { t } = useTranslation('dashboard');
  const { kind: describeKind } = useDashboardWords(dashboard.set);
  const { shown, hasMore, showsAll, toggle } = useFirstFew(units, few);
  return (
    <>
      <table className={classes.table} aria-label={t('ranking.title', { kind: describeKind(kind) })}>
        <thead>
          <tr>
            <th scope="col">{t('ranking.compare')}</th>
            <th scope="col" className={classes.figure}>
              {t('ranking.place')}
            </th>
            <th scope="col">{t('ranking.unit')}</th>
            {(['totalPercent', 'percent', 'criteria'] as const).map((column) => (
              <th key={column} scope="col" className={classes.figure}>
                {t(`ranking.${column}`)}
              </th>
            ))}
            <th scope="col">{t('ranking.band')}</th>
            <th scope="col">{t('ranking.why')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((unit) => (
            <Row key={keyOfUnit(unit)} dashboard={dashboard} unit={unit} />
          ))}
        </tbody>
      </table>
      {hasMore && (
        <Button variant="default" size="compact-sm" mt="sm" onClick={toggle}>
          {showsAll ? t('ranking.showFewer', { count: few }) : t('ranking.showAll', { count: units.length })}
        </Button>
      )}
    </>
  );
}

function Row({
  dashboard: { set, basis },
  unit: ranked,
}: {
  readonly dashboard: Dashboard;
  readonly unit: RankedUnit;
}) {
  const { t } = useTranslation('dashboard');
  const words = useDashboardWords(set);
  const { unit, assessmentId, place, percent, ceilingPercent } = ranked;
  const key = keyOfUnit(ranked);
  const { compared, toggleCompared } = useDashboardView();
  const isCompared = compared.includes(key);
  return (
    <tr data-unit={unit.code}>
      <td>
        <Checkbox
          size="xs"
          aria-label={t('ranking.compareUnit', { unit: unit.name })}
          checked={isCompared}
          disabled={place.rank === null || (!isCompared && compared.length >= mostCompared)}
          onChange={() => toggleCompared(key)}
        />
      </td>
      <td className={classes.figure}>
        {place.rank !== null &&
          t('ranking.placeOf', { rank: words.count(place.rank), of: words.count(place.of) })}
      </td>
      <th scope="row">
        {assessmentId === null ? (
          unit.name
        ) : (
          <Link href={`/assessments/${assessmentId}/overview`}>{unit.name}</Link>
        )}
      </th>
      {place.rank === null ? (
        <td colSpan={5} className={classes.soft}>
          {t(assessmentId === null ? 'ranking.silent' : 'ranking.noFigures')}
        </td>
      ) : (
        <>
          <td className={classes.figure}>
            <strong>{words.points(ranked.totalPercent)}</strong>
          </td>
          <td className={classes.figure}>
            {words.points(percent)}
            {ceilingPercent !== percent && (
              <span className={classes.small}>
                {t('ranking.ceiling', { ceiling: words.points(ceilingPercent) })}
              </span>
            )}
          </td>
          <td className={classes.figure}>
            {t('ranking.of', {
              part: words.count(ranked.criteriaMet),
              whole: words.count(ranked.criteriaApplicable),
            })}
            <span className={classes.small}>{words.criteria(ranked.criteriaPercent)}</span>
          </td>
          <td>{words.band(ranked.bandId)}</td>
          <td className={classes.reason}>
            <PlaceReason unit={ranked} basis={basis} />
          </td>
        </>
      )}
    </tr>
  );
}
