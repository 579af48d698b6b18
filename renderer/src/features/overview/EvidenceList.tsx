import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';
import { collectEvidence } from '#shared/report/evidenceRegister.ts';
import { useReportWords } from '../../lib/useReportWords.ts';
import { WaitingNotice } from '../../ui/WaitingNotice.tsx';
import classes from './EvidenceList.module.css';

/** Every document once, numbered as the print numbers them. */
export function EvidenceList({ criteria }: { readonly criteria: readonly CriterionScore[] }) {
  const { t } = useTranslation('overview');
  const words = useReportWords();
  const register = useMemo(
    () => (words === null ? null : collectEvidence(criteria, words)),
    [criteria, words],
  );
  if (register === null) return <WaitingNotice />;
  if (register.documents.length === 0) return <p className={classes.lead}>{t('evidence.none')}</p>;
  return (
    <>
      <p className={classes.lead}>{t('evidence.lead')}</p>
      <ol className={classes.list}>
        {register.documents.map(({ number, text, usedFor }) => (
          <li key={number}>
            {text}
            <span className={classes.used}>{usedFor}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
