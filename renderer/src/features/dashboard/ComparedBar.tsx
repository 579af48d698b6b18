import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dashboard } from '#shared/api/contract.ts';
import classes from './Dashboard.module.css';
import { keyOfUnit } from './dashboardFigures.ts';
import { useDashboardView } from './dashboardView.ts';
import { UnitComparison } from './UnitComparison.tsx';

/** The units ticked in the ranking and the way to see them side by side; in sight wherever the page is read. */
export function ComparedBar({ dashboard }: { readonly dashboard: Dashboard }) {
  const { t } = useTranslation('dashboard');
  const { compared, clearCompared } = useDashboardView();
  const [isOpen, setIsOpen] = useState(false);
  const units = dashboard.ranking.filter((unit) => compared.includes(keyOfUnit(unit)));
  return (
    <div className={classes.comparedBar}>
      <p role="status">
        {units.length < 2 ? t('comparison.lead') : t('comparison.chosen', { count: units.length })}
      </p>
      {units.length > 0 && (
        <Button variant="default" size="compact-md" onClick={clearCompared}>
          {t('comparison.clear')}
        </Button>
      )}
      <Button size="compact-md" disabled={units.length < 2} onClick={() => setIsOpen(true)}>
        {t('comparison.show')}
      </Button>
      {isOpen && <UnitComparison dashboard={dashboard} units={units} onClose={() => setIsOpen(false)} />}
    </div>
  );
}
