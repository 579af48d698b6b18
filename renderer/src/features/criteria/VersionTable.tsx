import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/useFormat.ts';
import classes from './CriteriaScreen.module.css';
import { useAuthoringWords } from './useAuthoringWords.ts';
import type { Comparison } from './useWriteSet.ts';

/** What is not as it was in the version before; what is the same is only counted. */
export function VersionTable({ comparison: { previous, criteria } }: { readonly comparison: Comparison }) {
  const { t } = useTranslation('criteria');
  const { text } = useFormat();
  const words = useAuthoringWords();
  const others = criteria.filter(({ kind }) => kind !== 'same');
  const count = criteria.length - others.length;
  const named = ({ code, name }: Comparison['criteria'][number]['before'][number]): string =>
    `${code} ${text(name)}`;
  return (
    <>
      <h3 className={classes.part}>{t('compare.title', { version: previous.version })}</h3>
      <p className={classes.lead}>{t('compare.same', { count })}</p>
      {others.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('compare.what')}</th>
              <th scope="col">{t('compare.before')}</th>
              <th scope="col">{t('compare.after')}</th>
              <th scope="col">{t('compare.aspects')}</th>
            </tr>
          </thead>
          <tbody>
            {others.map(({ kind, before, after, aspects }) => (
              <tr key={`${kind} ${after?.id ?? before[0]?.id ?? ''}`}>
                <td className={classes.oneLine}>{words?.(`diff-${kind}`)}</td>
                <td>{before.map(named).join('; ') || '–'}</td>
                <td>{after ? named(after) : '–'}</td>
                <td>{words && aspects.map((aspect) => words(`aspect-${aspect}`)).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
