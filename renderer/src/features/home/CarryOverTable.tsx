import { useTranslation } from 'react-i18next';
import type { CarryOverPreview } from '#shared/api/contract.ts';
import { useFormat } from '../../lib/useFormat.ts';
import classes from './CarryOverScreen.module.css';

/** Criteria that do not simply stay as they are; those that do are only counted. */
export function CarryOverTable({ preview }: { readonly preview: CarryOverPreview }) {
  const { t } = useTranslation('home');
  const { text } = useFormat();
  const same = preview.criteria.filter(({ kind }) => kind === 'same');
  const others = preview.criteria.flatMap(({ kind, ...one }) => (kind === 'same' ? [] : [{ ...one, kind }]));
  return (
    <>
      <p className={classes.lead}>{t('carryOver.same', { count: same.length })}</p>
      {others.length + preview.removed.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('carryOver.before')}</th>
              <th scope="col">{t('carryOver.after')}</th>
              <th scope="col">{t('carryOver.what')}</th>
            </tr>
          </thead>
          <tbody>
            {others.map(({ code, name, kind, from }) => (
              <tr key={code}>
                <td>{from.join(', ')}</td>
                <th scope="row">
                  {code} {text(name)}
                </th>
                <td>{t(`carryOver.kind.${kind}`)}</td>
              </tr>
            ))}
            {preview.removed.map(({ code, name, answered }) => (
              <tr key={`removed ${code}`}>
                <th scope="row">
                  {code} {text(name)}
                </th>
                <td>–</td>
                <td>{t(answered ? 'carryOver.removedAnswered' : 'carryOver.removed')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
