import { useTranslation } from 'react-i18next';
import type { Dashboard } from '#shared/api/contract.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Panel } from '../../ui/Panel.tsx';
import classes from './Dashboard.module.css';
import { byKind, heatMarksOf } from './dashboardFigures.ts';
import heat from './Heat.module.css';
import { HeatTable } from './HeatTable.tsx';
import { useDashboardWords } from './useDashboardWords.ts';

/** Unit by group of criteria: figures in the cells, weight and hatching for those who skim, no colour needed. */
export function HeatPart({ dashboard }: { readonly dashboard: Dashboard }) {
  const { t } = useTranslation('dashboard');
  const { text, percent } = useFormat();
  const { kind: describeKind } = useDashboardWords(dashboard.set);
  const { low, high } = heatMarksOf(dashboard.set);
  const marks = { low: percent(low), at: percent(high) };
  return (
    <>
      <p className={classes.lead}>{t('groups.lead')}</p>
      <ul className={heat.legend}>
        {(['high', 'middle', 'low'] as const).map((level) => (
          <li key={level}>
            <span className={heat.sample} data-level={level} aria-hidden />
            {t(`groups.${level}`, marks)}
          </li>
        ))}
      </ul>
      <Disclosure title={t('groups.names')}>
        <ul className={heat.names}>
          {dashboard.groups.map(({ id, code, name }) => (
            <li key={id}>{t('groups.group', { code, name: text(name) })}</li>
          ))}
        </ul>
      </Disclosure>
      {byKind(dashboard.ranking).map(({ kind, units }) => (
        <Panel key={kind} title={t('groups.title', { kind: describeKind(kind) })}>
          <HeatTable dashboard={dashboard} kind={kind} units={units} />
        </Panel>
      ))}
    </>
  );
}
