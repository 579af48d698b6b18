import { IconAlertTriangle, IconCircleCheck, IconEye } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '#shared/domain/selfCheck/checkBeforeSigning.ts';
import type { OpenedAssessment } from '../../lib/useOpenedAssessment.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { groupFindings, type FindingGroup } from './findingGroups.ts';
import { FindingItem } from './FindingItem.tsx';
import classes from './FindingList.module.css';

const severities = ['must', 'should'] as const;
/** A longer group is folded: an empty form would otherwise hide everything else. */
const shownAtFirst = 6;

interface FindingListProps {
  readonly opened: OpenedAssessment;
  readonly findings: readonly Finding[];
}

/** What a verifier would object to, by weight and kind, each with the way to it. */
export function FindingList({ opened, findings }: FindingListProps) {
  const { t } = useTranslation('signing');
  const groups = groupFindings(findings);
  const must = findings.filter(({ severity }) => severity === 'must').length;
  const should = findings.length - must;
  return (
    <>
      <div role="status" className={classes.summary}>
        {findings.length === 0 && (
          <span className={classes.count} data-severity="none">
            <IconCircleCheck size={18} aria-hidden />
            {t('check.none')}
          </span>
        )}
        {must > 0 && (
          <span className={classes.count} data-severity="must">
            <IconAlertTriangle size={18} aria-hidden />
            {t('check.summaryMust', { count: must })}
          </span>
        )}
        {should > 0 && (
          <span className={classes.count} data-severity="should">
            <IconEye size={18} aria-hidden />
            {t('check.summaryShould', { count: should })}
          </span>
        )}
      </div>
      {findings.length > 0 && <p className={classes.lead}>{t('check.lead')}</p>}
      {severities.map((severity) => {
        const ofSeverity = groups.filter((group) => group.severity === severity);
        if (ofSeverity.length === 0) return null;
        return (
          <div key={severity}>
            <h3 className={classes.severity} data-severity={severity}>
              {t(`check.${severity}`)}
            </h3>
            {ofSeverity.map((group) => (
              <Findings key={group.kind} group={group} opened={opened} />
            ))}
          </div>
        );
      })}
    </>
  );
}

function Findings({ group, opened }: { readonly group: FindingGroup; readonly opened: OpenedAssessment }) {
  const { t } = useTranslation('signing');
  const title = t('check.group', { title: t(`kind.${group.kind}`), count: group.findings.length });
  return (
    <Disclosure title={title} isOpenAtFirst={group.findings.length <= shownAtFirst}>
      <ul className={classes.findings}>
        {group.findings.map((finding) => (
          <FindingItem key={JSON.stringify(finding)} finding={finding} opened={opened} />
        ))}
      </ul>
    </Disclosure>
  );
}
