import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/useFormat.ts';
import classes from './CriteriaScreen.module.css';
import type { Change, Comparison } from './useWriteSet.ts';

interface MapTableProps {
  readonly comparison: Comparison;
  /** As decided so far. */
  readonly changes: readonly Change[];
  readonly onDecide: (change: Change) => void;
}

const ways = ['value', 'documents', 'none'] as const;
type Way = (typeof ways)[number];

/** How last year's answers go over to this version, proposed and for a person to correct. */
export function MapTable({ comparison, changes, onDecide }: MapTableProps) {
  const { t } = useTranslation('criteria');
  const { text } = useFormat();
  const proposed = comparison.changes.filter(({ to }) => to.length > 0);
  if (proposed.length === 0) return null;
  const names = new Map(
    comparison.criteria
      .flatMap(({ before, after }) => [...before, ...(after ? [after] : [])])
      .map(({ id, code, name }) => [id, `${code} ${text(name)}`]),
  );
  const nameOf = (id: string): string => names.get(id) ?? id;
  return (
    <>
      <h3 className={classes.part}>{t('map.title')}</h3>
      <p className={classes.lead}>{t('map.lead')}</p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('compare.before')}</th>
            <th scope="col">{t('compare.after')}</th>
            <th scope="col">{t('map.way')}</th>
          </tr>
        </thead>
        <tbody>
          {proposed.map((proposal) => {
            const decided = changes.find(({ from }) => from === proposal.from) ?? proposal;
            const offered = proposal.to.length === 1 ? ways : ways.slice(1);
            return (
              <tr key={proposal.from}>
                <th scope="row">{nameOf(proposal.from)}</th>
                <td>{proposal.to.map(nameOf).join('; ')}</td>
                <td>
                  <NativeSelect
                    size="sm"
                    aria-label={t('map.wayOf', { criterion: nameOf(proposal.from) })}
                    value={wayOf(decided)}
                    data={offered.map((way) => ({ value: way, label: t(`map.ways.${way}`) }))}
                    onChange={(event) => onDecide(changeBy(proposal, event.currentTarget.value))}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

function wayOf({ to, keepsValue }: Change): Way {
  if (to.length === 0) return 'none';
  return keepsValue ? 'value' : 'documents';
}

function changeBy(proposal: Change, way: string): Change {
  return way === 'none'
    ? { ...proposal, to: [], keepsValue: false }
    : { ...proposal, keepsValue: way === 'value' };
}
