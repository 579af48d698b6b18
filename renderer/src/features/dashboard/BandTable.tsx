import { useTranslation } from 'react-i18next';
import type { Dashboard } from '#shared/api/contract.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { CountBar } from './CountBar.tsx';
import classes from './Dashboard.module.css';
import { useDashboardWords } from './useDashboardWords.ts';

/** The distribution over the bands, best first; every unit is counted once. */
export function BandTable({ dashboard: { set, bands } }: { readonly dashboard: Dashboard }) {
  const { t } = useTranslation('dashboard');
  const { text, percent } = useFormat();
  const { count } = useDashboardWords(set);
  const most = Math.max(1, ...bands.map(({ units }) => units));
  const nameOf = ({ id, name, at }: Dashboard['bands'][number]): string => {
    if (name !== null && at !== null) return t('bands.from', { name: text(name), at: percent(at) });
    return id === 'below' ? t('bands.below') : t('bands.none');
  };
  return (
    <>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('bands.band')}</th>
            <th scope="col" colSpan={2} className={classes.figure}>
              {t('bands.units')}
            </th>
          </tr>
        </thead>
        <tbody>
          {bands.map((band) => (
            <tr key={band.id}>
              <th scope="row">{nameOf(band)}</th>
              <td className={classes.barColumn}>
                <CountBar part={band.units} whole={most} />
              </td>
              <td className={classes.figure}>
                <strong>{count(band.units)}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.note}>{text(set.bandsNote)}</p>
    </>
  );
}
