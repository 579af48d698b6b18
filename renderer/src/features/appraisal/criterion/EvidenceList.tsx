import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { namesDocument, type Evidence } from '#shared/domain/assessment/answer.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import type { CriterionToJudge } from '../judgements.ts';
import classes from './CriterionPane.module.css';
import { EvidenceFile } from './EvidenceFile.tsx';

/** The documents in administrative terms, each with a safe look into its file; and what is asked. */
export function EvidenceList({ current: { score } }: { readonly current: CriterionToJudge }) {
  const { t } = useTranslation(['appraisal', 'desk']);
  const { text } = useFormat();
  const { answer, criterion, evidenced } = score;
  const documents = answer.evidence.filter(namesDocument);
  return (
    <div className={classes.card}>
      <div className={classes.head}>
        <h3 className={classes.sectionTitle}>{t('desk:evidence.title')}</h3>
      </div>
      <p className={classes.soft}>
        {criterion.evidenceRule === 'none'
          ? t('desk:evidence.notAsked')
          : t('desk:evidence.asked', { evidence: text(criterion.evidence) })}
      </p>
      {documents.length > 0 ? (
        <ul className={classes.documents}>
          {documents.map((document) => (
            <li key={JSON.stringify(document)}>
              <EvidenceWords document={document} />
              {document.file !== undefined && <EvidenceFile file={document.file} />}
            </li>
          ))}
        </ul>
      ) : evidenced ? (
        <p>{t('evidence.none')}</p>
      ) : (
        <p className={classes.warning}>
          <IconAlertTriangle size={16} aria-hidden />
          {t('evidence.missing')}
        </p>
      )}
    </div>
  );
}

function EvidenceWords({ document }: { readonly document: Evidence }) {
  const { t } = useTranslation('appraisal');
  const { date } = useFormat();
  const { number, issuer, title, page } = document;
  const lacking = (['number', 'date', 'issuer'] as const).filter((field) => document[field] === '');
  const parts = [
    document.date === '' ? '' : date(document.date),
    issuer,
    title,
    page === '' ? '' : t('evidence.page', { page }),
  ].filter((part) => part !== '');
  return (
    <p className={classes.text}>
      {number !== '' && <span className={classes.number}>{number}</span>}
      {number !== '' && parts.length > 0 && ', '}
      {parts.join(', ')}
      {lacking.length > 0 && (
        <span className={classes.warning}>
          {t('evidence.lacking', { fields: lacking.map((field) => t(`evidence.field.${field}`)).join(', ') })}
        </span>
      )}
    </p>
  );
}
