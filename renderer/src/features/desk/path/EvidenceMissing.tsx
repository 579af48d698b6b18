import { useTranslation } from 'react-i18next';
import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { useDeskFrame } from '../deskContext.ts';
import classes from '../result/MandatoryList.module.css';

/** Criteria whose points are claimed but not proven yet: work that stands beside every path. */
export function EvidenceMissing({ scores }: { readonly scores: readonly CriterionScore[] }) {
  const { t } = useTranslation('desk');
  const { text } = useFormat();
  const { goTo } = useDeskFrame();
  if (scores.length === 0) return null;
  return (
    <div className={classes.section}>
      <Disclosure title={t('path.evidenceMissing', { count: scores.length })}>
        <ul className={classes.list}>
          {scores.map(({ criterion }) => (
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
