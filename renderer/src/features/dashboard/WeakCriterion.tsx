import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dashboard } from '#shared/api/contract.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { CountBar } from './CountBar.tsx';
import { CriterionUnits } from './CriterionUnits.tsx';
import classes from './Criteria.module.css';
import { toFraction } from './dashboardFigures.ts';
import { useDashboardWords } from './useDashboardWords.ts';

interface WeakCriterionProps {
  readonly dashboard: Dashboard;
  readonly criterion: Dashboard['criteria'][number];
}

/** One criterion over all units; opens to the units one by one. */
export function WeakCriterion({ dashboard, criterion }: WeakCriterionProps) {
  const { t } = useTranslation('dashboard');
  const { text } = useFormat();
  const { share, count } = useDashboardWords(dashboard.set);
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const Icon = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <>
      <button
        type="button"
        className={classes.row}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen((before) => !before)}
      >
        <Icon size={16} aria-hidden />
        <span className={classes.name}>
          {t('criteria.criterion', { code: criterion.code, name: text(criterion.name) })}
        </span>
        <CountBar part={toFraction(criterion.percent)?.valueOf() ?? 0} whole={100} />
        <strong className={classes.percent}>{share(criterion.percent)}</strong>
        <span className={classes.met}>
          {t('criteria.met')}{' '}
          {t('criteria.of', { part: count(criterion.met), whole: count(criterion.units) })}
        </span>
      </button>
      <div id={id}>{isOpen && <CriterionUnits dashboard={dashboard} criterionId={criterion.id} />}</div>
    </>
  );
}
