import { useTranslation } from 'react-i18next';
import type { Dashboard } from '#shared/api/contract.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import classes from './Dashboard.module.css';
import { useDashboardWords } from './useDashboardWords.ts';

/** How many units there are, from how many something has come, and what is left out. */
export function HeadFacts({ dashboard: { head, leftOut, basis, set } }: { readonly dashboard: Dashboard }) {
  const { t } = useTranslation('dashboard');
  const { count } = useDashboardWords(set);
  const facts = [
    ['units', head.units],
    ['arrived', head.arrived],
    ['silent', head.units - head.arrived],
    ['scored', head.scored],
  ] as const;
  return (
    <>
      <dl className={classes.facts}>
        {facts.map(([name, figure]) => (
          <div key={name}>
            <dt>{t(`head.${name}`)}</dt>
            <dd>{count(figure)}</dd>
          </div>
        ))}
      </dl>
      {head.scored === 0 && (
        <p role="status" className={classes.warning}>
          {t('noFigures', { basis: t(`basis.${basis}`) })}
        </p>
      )}
      {leftOut.length > 0 && (
        <Disclosure title={t('leftOut.title', { count: leftOut.length })}>
          <ul className={classes.plainList}>
            {leftOut.map(({ unitCode, unitName: unit, setVersion: version, reason }) => (
              <li key={`${unitCode} ${version}`}>{t(`leftOut.${reason}`, { unit, version })}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}
