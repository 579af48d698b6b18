import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Dashboard } from '#shared/api/contract.ts';
import { Panel } from '../../ui/Panel.tsx';
import classes from './Dashboard.module.css';
import { useFirstFew } from './useFirstFew.ts';
import { WeakCriterion } from './WeakCriterion.tsx';

const few = 12;

/** Where all units together lose most, each criterion with the way to its answers. */
export function CriteriaPart({ dashboard }: { readonly dashboard: Dashboard }) {
  const { t } = useTranslation('dashboard');
  const counted = dashboard.criteria.filter(({ percent }) => percent !== null);
  const { shown, hasMore, showsAll, toggle } = useFirstFew(counted, few);
  return (
    <Panel title={t('criteria.title')}>
      <p className={classes.lead}>{t('criteria.lead')}</p>
      <ol className={classes.criteria}>
        {shown.map((criterion) => (
          <li key={criterion.id}>
            <WeakCriterion dashboard={dashboard} criterion={criterion} />
          </li>
        ))}
      </ol>
      {hasMore && (
        <Button variant="default" size="compact-sm" mt="sm" onClick={toggle}>
          {showsAll
            ? t('criteria.showFewer', { count: few })
            : t('criteria.showAll', { count: counted.length })}
        </Button>
      )}
    </Panel>
  );
}
