import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dashboard } from '#shared/api/contract.ts';
import { usePeriodText } from '../../lib/usePeriodText.ts';
import classes from './Dashboard.module.css';
import { changeOrders, orderChanges, toChangeOrder } from './changeOrder.ts';
import { keyOfUnit } from './dashboardFigures.ts';
import { UnitChange } from './UnitChange.tsx';
import type { Comparison } from './useChangeWords.ts';
import { useFirstFew } from './useFirstFew.ts';

const few = 15;

interface UnitChangesProps {
  readonly dashboard: Dashboard;
  readonly comparison: Comparison;
}

/** Every unit then and now. */
export function UnitChanges({ dashboard, comparison }: UnitChangesProps) {
  const { t } = useTranslation('dashboard');
  const describePeriod = usePeriodText();
  const [order, setOrder] = useState<(typeof changeOrders)[number]>('rose');
  const { shown, hasMore, showsAll, toggle } = useFirstFew(orderChanges(comparison.units, order), few);
  return (
    <>
      <NativeSelect
        label={t('change.order')}
        w="18rem"
        mb="xs"
        value={order}
        data={changeOrders.map((one) => ({ value: one, label: t(`change.orders.${one}`) }))}
        onChange={(event) => setOrder(toChangeOrder(event.currentTarget.value))}
      />
      <table className={classes.table} aria-label={t('change.units')}>
        <thead>
          <tr>
            <th scope="col">{t('gaps.unit')}</th>
            <th scope="col" className={classes.figure}>
              {describePeriod(comparison.earlier)}
            </th>
            <th scope="col" className={classes.figure}>
              {describePeriod(dashboard.period)}
            </th>
            <th scope="col" className={classes.figure}>
              {t('change.difference')}
            </th>
            <th scope="col" className={classes.figure}>
              {t('change.place')}
            </th>
            <th scope="col">{t('change.thresholds')}</th>
            <th scope="col">{t('change.cause')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((unit) => (
            <UnitChange
              key={keyOfUnit(unit)}
              dashboard={dashboard}
              earlier={comparison.earlier}
              unit={unit}
            />
          ))}
        </tbody>
      </table>
      {hasMore && (
        <Button variant="default" size="compact-sm" mt="sm" onClick={toggle}>
          {showsAll
            ? t('ranking.showFewer', { count: few })
            : t('ranking.showAll', { count: comparison.units.length })}
        </Button>
      )}
      <p className={classes.note}>{t('change.unitNote')}</p>
    </>
  );
}
