import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../lib/useErrorText.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import type { ImportSnapshot } from './importSession.ts';
import classes from './ImportWork.module.css';

/** Files that could not even be handed over, and those in folders that are no packages. */
export function NotSent({ snapshot: { notSent, skipped } }: { readonly snapshot: ImportSnapshot }) {
  const { t } = useTranslation('imports');
  const describe = useErrorText();
  return (
    <>
      {skipped > 0 && <p className={classes.barText}>{t('skipped', { count: skipped })}</p>}
      {notSent.length > 0 && (
        <Disclosure title={t('notSent', { count: notSent.length })} isOpenAtFirst={notSent.length <= 5}>
          <ul>
            {notSent.map(({ name, errors }) => (
              <li key={name}>{t('notSentFile', { name, reason: errors.map(describe).join(' ') })}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}
