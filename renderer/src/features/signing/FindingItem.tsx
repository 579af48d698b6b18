import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Finding } from '#shared/domain/selfCheck/checkBeforeSigning.ts';
import { findCriterion } from '#shared/domain/criteria/criteriaOfSet.ts';
import { assertNever } from '#shared/errors/assertNever.ts';
import { useFormat, type Format } from '../../lib/useFormat.ts';
import type { OpenedAssessment } from '../../lib/useOpenedAssessment.ts';
import classes from './FindingList.module.css';

interface FindingItemProps {
  readonly finding: Finding;
  readonly opened: OpenedAssessment;
}

/** One finding: the criteria it concerns, each a way to it, and what exactly was found. */
export function FindingItem({ finding, opened }: FindingItemProps) {
  const { t } = useTranslation(['signing', 'desk']);
  const format = useFormat();
  const { id } = opened.assessment;
  const detail = describeDetail(finding, t, format);
  return (
    <li>
      {finding.criterionIds.map((criterionId) => {
        const criterion = findCriterion(opened.frame.set, criterionId);
        return (
          <Link key={criterionId} href={`/assessments/${id}/${criterionId}`}>
            {criterion
              ? t('criterion', { code: criterion.code, name: format.text(criterion.name) })
              : criterionId}
          </Link>
        );
      })}
      {finding.kind === 'header-missing' && (
        <Link href={`/assessments/${id}`}>{t(`desk:header.${finding.field}`)}</Link>
      )}
      {detail !== null && <p className={classes.detail}>{detail}</p>}
    </li>
  );
}

function describeDetail(finding: Finding, t: TFunction<['signing', 'desk']>, format: Format): string | null {
  switch (finding.kind) {
    case 'evidence-incomplete':
    case 'evidence-outside-period':
      return t('detail.document', { document: documentName(finding.document, format) });
    case 'figures-differ':
    case 'figure-above':
      return t('detail.figures', {
        name: format.text(finding.name),
        figures: finding.figures.map((figure) => format.number(figure)).join(' · '),
      });
    case 'same-document':
      return t('detail.shared', {
        document: documentName(finding.document, format),
        reason: format.text(finding.reason),
      });
    case 'unanswered':
    case 'evidence-missing':
    case 'explanation-missing':
    case 'mandatory-unmet':
    case 'header-missing':
      return null;
    default:
      return assertNever(finding);
  }
}

/** The check names a document by number and ISO day; officers read days as dd/mm/yyyy. */
function documentName(name: string, format: Format): string {
  return name.replace(/\d{4}-\d{2}-\d{2}$/u, (day) => format.date(day));
}
