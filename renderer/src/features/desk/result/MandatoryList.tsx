import { useTranslation } from 'react-i18next';
import type { Criterion } from '#shared/domain/criteria/criteriaSet.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { useDeskFrame } from '../deskContext.ts';
import classes from './MandatoryList.module.css';

/** Mandatory criteria that are not met, each a way to it. */
export function MandatoryList({ criteria }: { readonly criteria: readonly Criterion[] }) {
  const { t } = useTranslation('desk');
  const { text } = useFormat();
  const { goTo, frame } = useDeskFrame();
  if (criteria.length === 0) return <p className={classes.none}>{t('result.mandatoryAllMet')}</p>;
  return (
    <div className={classes.section}>
      <Disclosure title={t('result.mandatoryUnmet', { count: criteria.length })}>
        <p className={classes.policy}>
          {frame.set.policy.mandatoryBlocksVerdict
            ? t('result.mandatoryBlocks')
            : t('result.mandatoryDoesNotBlock')}
        </p>
        <ul className={classes.list}>
          {criteria.map((criterion) => (
            <li key={criterion.id}>
              <button type="button" onClick={() => goTo(criterion.id)}>
                {t('criterionTitle', { code: criterion.code, name: text(criterion.name) })}
              </button>
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
