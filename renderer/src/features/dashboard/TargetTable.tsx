import { useTranslation } from 'react-i18next';
import type { Dashboard } from '#shared/api/contract.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { VerdictChip } from '../../ui/VerdictChip.tsx';
import classes from './Dashboard.module.css';
import { useDashboardWords } from './useDashboardWords.ts';

/** What public plans ask of all units together, and where that comes from. */
export function TargetTable({ dashboard: { set, targets } }: { readonly dashboard: Dashboard }) {
  const { t } = useTranslation('dashboard');
  const { text } = useFormat();
  const { count } = useDashboardWords(set);
  if (!targets) return <p className={classes.lead}>{t('targets.none')}</p>;
  const sources = new Map(
    targets.targets.flatMap(({ sources: own }) => own).map((source) => [JSON.stringify(source), source]),
  );
  return (
    <>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('targets.target')}</th>
            {(['year', 'reached', 'missing'] as const).map((column) => (
              <th key={column} scope="col" className={classes.figure}>
                {t(`targets.${column}`)}
              </th>
            ))}
            <th scope="col">{t('targets.state')}</th>
          </tr>
        </thead>
        <tbody>
          {targets.targets.map(({ id, title, year, reached, wanted, missing, state }) => (
            <tr key={id}>
              <th scope="row">{text(title)}</th>
              <td className={classes.figure}>{year}</td>
              <td className={classes.figure}>
                {t('targets.of', { part: count(reached), whole: count(wanted) })}
              </td>
              <td className={classes.figure}>{count(missing)}</td>
              <td className={classes.verdict}>
                <VerdictChip state={state} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Disclosure title={t('targets.sources')}>
        <p className={classes.note}>{text(targets.note)}</p>
        <ul className={classes.plainList}>
          {[...sources].map(([key, { document, quote }]) => (
            <li key={key}>
              {document === null ? (
                text(quote)
              ) : (
                <>
                  {text(document)}: <q lang="vi">{quote.vi}</q>
                </>
              )}
            </li>
          ))}
        </ul>
      </Disclosure>
    </>
  );
}
