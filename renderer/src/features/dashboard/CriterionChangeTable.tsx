import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dashboard } from '#shared/api/contract.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { usePeriodText } from '../../lib/usePeriodText.ts';
import classes from './Dashboard.module.css';
import changeClasses from './Change.module.css';
import { CriterionUnits } from './CriterionUnits.tsx';
import { Difference } from './Difference.tsx';
import type { Comparison } from './useChangeWords.ts';
import { useDashboardWords } from './useDashboardWords.ts';

export type ChangedCriterion = Comparison['criteria'][number];

interface CriterionChangeTableProps {
  readonly dashboard: Dashboard;
  readonly earlier: string;
  readonly criteria: readonly ChangedCriterion[];
}

/** Criteria then and now; each opens to the units one by one. */
export function CriterionChangeTable({ dashboard, earlier, criteria }: CriterionChangeTableProps) {
  const { t } = useTranslation('dashboard');
  const describePeriod = usePeriodText();
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('change.criterion')}</th>
          <th scope="col" className={classes.figure}>
            {describePeriod(earlier)}
          </th>
          <th scope="col" className={classes.figure}>
            {describePeriod(dashboard.period)}
          </th>
          <th scope="col" className={classes.figure}>
            {t('change.difference')}
          </th>
        </tr>
      </thead>
      <tbody>
        {criteria.map((criterion) => (
          <Row key={criterion.id} dashboard={dashboard} criterion={criterion} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly dashboard: Dashboard;
  readonly criterion: ChangedCriterion;
}

function Row({ dashboard, criterion: { id, code, name, kind, past, now, difference } }: RowProps) {
  const { t } = useTranslation('dashboard');
  const { text } = useFormat();
  const { share } = useDashboardWords(dashboard.set);
  const [isOpen, setIsOpen] = useState(false);
  const unitsId = useId();
  const Icon = isOpen ? IconChevronDown : IconChevronRight;
  const words = t('criteria.criterion', { code, name: text(name) });
  return (
    <>
      <tr data-criterion={id}>
        <th scope="row">
          {now.percent === null ? (
            words
          ) : (
            <button
              type="button"
              className={changeClasses.open}
              aria-expanded={isOpen}
              aria-controls={unitsId}
              onClick={() => setIsOpen((before) => !before)}
            >
              <Icon size={16} aria-hidden />
              <span>{words}</span>
            </button>
          )}
          {kind !== 'kept' && <span className={classes.small}>{t(`change.${kind}`)}</span>}
        </th>
        <td className={classes.figure}>{share(past.percent)}</td>
        <td className={classes.figure}>{share(now.percent)}</td>
        <td className={classes.figure}>
          <Difference figure={difference} />
        </td>
      </tr>
      <tr id={unitsId} hidden={!isOpen}>
        <td colSpan={4}>{isOpen && <CriterionUnits dashboard={dashboard} criterionId={id} />}</td>
      </tr>
    </>
  );
}
