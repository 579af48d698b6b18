import { useTranslation } from 'react-i18next';
import type { Dashboard } from '#shared/api/contract.ts';
import { Panel } from '../../ui/Panel.tsx';
import classes from './Dashboard.module.css';
import { ComparedBar } from './ComparedBar.tsx';
import { byKind } from './dashboardFigures.ts';
import { RankingTable } from './RankingTable.tsx';
import { useDashboardWords } from './useDashboardWords.ts';

/** Every unit with its place among those of its kind, and the way to compare some. */
export function RankingPart({ dashboard }: { readonly dashboard: Dashboard }) {
  const { t } = useTranslation('dashboard');
  const { kind: describeKind } = useDashboardWords(dashboard.set);
  return (
    <>
      <p className={classes.note}>{t('ranking.rule')}</p>
      {byKind(dashboard.ranking).map(({ kind, units }) => (
        <Panel key={kind} title={t('ranking.title', { kind: describeKind(kind) })}>
          <RankingTable dashboard={dashboard} kind={kind} units={units} />
        </Panel>
      ))}
      <ComparedBar dashboard={dashboard} />
    </>
  );
}
