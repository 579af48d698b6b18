import { Button } from '@mantine/core';
import type Fraction from 'fraction.js';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Dashboard } from '#shared/api/contract.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { Panel } from '../../ui/Panel.tsx';
import classes from './Dashboard.module.css';
import { gapsOf, keyOfUnit } from './dashboardFigures.ts';
import { useDashboardWords } from './useDashboardWords.ts';
import { useFirstFew } from './useFirstFew.ts';

const few = 20;
const columns = ['claimed', 'evidenced', 'unproved', 'appraised', 'corrected', 'final'] as const;

/** What units claim against what is proved and what was judged. */
export function GapPart({ dashboard: { set, ranking } }: { readonly dashboard: Dashboard }) {
  const { t } = useTranslation('dashboard');
  const { number } = useFormat();
  const { points } = useDashboardWords(set);
  const gaps = gapsOf(ranking);
  const { shown, hasMore, showsAll, toggle } = useFirstFew(gaps, few);
  const gap = (figure: Fraction | null) => (figure === null ? '–' : number(figure));
  return (
    <Panel title={t('gaps.title')}>
      <p className={classes.lead}>{t('gaps.lead')}</p>
      <table className={classes.table} aria-label={t('gaps.title')}>
        <thead>
          <tr>
            <th scope="col">{t('gaps.unit')}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className={classes.figure}>
                {t(`gaps.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ unit, unproved, corrected }) => (
            <tr key={keyOfUnit(unit)}>
              <th scope="row">
                <Link href={`/assessments/${unit.assessmentId ?? ''}/overview`}>{unit.unit.name}</Link>
              </th>
              <td className={classes.figure}>{points(unit.percents.claimed)}</td>
              <td className={classes.figure}>{points(unit.percents.evidenced)}</td>
              <td className={classes.figure}>
                <strong>{gap(unproved)}</strong>
              </td>
              <td className={classes.figure}>{points(unit.percents.appraised)}</td>
              <td className={classes.figure}>
                <strong>{gap(corrected)}</strong>
              </td>
              <td className={classes.figure}>{points(unit.percents.final)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {hasMore && (
        <Button variant="default" size="compact-sm" mt="sm" onClick={toggle}>
          {showsAll ? t('ranking.showFewer', { count: few }) : t('ranking.showAll', { count: gaps.length })}
        </Button>
      )}
    </Panel>
  );
}
