import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/useFormat.ts';
import classes from './GroupTable.module.css';
import type { GroupFigures } from './overviewFigures.ts';

interface GroupTableProps {
  readonly figures: readonly GroupFigures[];
  readonly earlierPeriod: string | null;
}

/** Points by group as bars. It is a table, so that whoever does not see the bars reads the same. */
export function GroupTable({ figures, earlierPeriod }: GroupTableProps) {
  const { t } = useTranslation('overview');
  const { text, number, percent } = useFormat();
  return (
    <>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('groups.name')}</th>
            <th scope="col">{t('groups.share')}</th>
            <th scope="col" className={classes.figure}>
              {t('groups.points')}
            </th>
            {earlierPeriod !== null && (
              <th scope="col" className={classes.figure}>
                {earlierPeriod}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {figures.map((one) => (
            <tr key={one.group.id}>
              <th scope="row">{t('group', { code: one.group.code, name: text(one.group.name) })}</th>
              <td>{one.kind === 'counted' ? <Bar figures={one} /> : t(`groups.${one.kind}`)}</td>
              <td className={classes.figure}>
                {one.kind === 'counted' &&
                  t('summary.of', { part: number(one.points), whole: number(one.max) })}
              </td>
              {earlierPeriod !== null && (
                <td className={classes.figure}>{one.kind === 'counted' && percent(one.earlier)}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {earlierPeriod !== null && (
        <p className={classes.legend}>{t('groups.earlierMark', { period: earlierPeriod })}</p>
      )}
    </>
  );
}

function Bar({ figures: { percent: share, earlier } }: { readonly figures: GroupFigures }) {
  const { percent } = useFormat();
  return (
    <div className={classes.bar}>
      <div className={classes.track} aria-hidden>
        <div className={classes.earned} style={{ width: `${String(share?.valueOf() ?? 0)}%` }} />
        {earlier !== null && (
          <div className={classes.earlier} style={{ left: `${String(earlier.valueOf())}%` }} />
        )}
      </div>
      <span className={classes.share}>{percent(share)}</span>
    </div>
  );
}
