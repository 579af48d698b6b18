import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../../lib/useFormat.ts';
import { usePeriodText } from '../../../lib/usePeriodText.ts';
import { useAppraisalFrame } from '../appraisalContext.ts';
import { useAppraisalView } from '../appraisalView.ts';
import { BulkButton } from '../bulk/BulkButton.tsx';
import { isListedBy, isOpen, type CriterionToJudge } from '../judgements.ts';
import classes from './AppraisalNavigation.module.css';
import { JudgementEntry } from './JudgementEntry.tsx';
import { JudgementFilterField } from './JudgementFilterField.tsx';
import { StageSwitch } from './StageSwitch.tsx';

interface AppraisalNavigationProps {
  readonly criteria: readonly CriterionToJudge[];
  readonly currentId: string;
  readonly isShownWhenNarrow: boolean;
}

/** Whose answers, how far the judging is, and every criterion with what is decided about it. */
export function AppraisalNavigation({ criteria, currentId, isShownWhenNarrow }: AppraisalNavigationProps) {
  const { t } = useTranslation(['appraisal', 'desk']);
  const { opened, stage } = useAppraisalFrame();
  const { text } = useFormat();
  const describePeriod = usePeriodText();
  const filter = useAppraisalView((view) => view.filter);
  const { assessment, score } = opened;
  const judged = criteria.filter(({ state }) => state !== 'noted');
  const listed = new Map(
    criteria
      // The criterion at work stays in the list, even when it has just been judged.
      .filter((one) => one.score.criterion.id === currentId || isListedBy(filter, one))
      .map((one) => [one.score.criterion.id, one]),
  );
  const groups = score.groups
    .map(({ group, criteria: own }) => ({
      group,
      entries: own.flatMap(({ criterion }) => listed.get(criterion.id) ?? []),
    }))
    .filter(({ entries }) => entries.length > 0);
  return (
    <nav
      className={classes.navigation}
      aria-label={t('desk:navigation.title')}
      data-shown={isShownWhenNarrow}
    >
      <StageSwitch />
      <div className={classes.head}>
        <p className={classes.unit}>{assessment.unit.name}</p>
        <p>
          {describePeriod(assessment.period)}{' '}
          <Link href={`/assessments/${assessment.id}`} className={classes.way}>
            {t('openSheet')}
          </Link>
        </p>
        <p className={classes.soft}>
          {assessment.revision === 0
            ? t('notSigned')
            : assessment.signingState === 'signed'
              ? t('signed', { revision: assessment.revision })
              : t('recalled', { revision: assessment.revision })}
        </p>
        <Progress done={judged.filter((one) => !isOpen(one)).length} total={judged.length} />
        <BulkButton criteria={criteria} key={stage} />
      </div>
      <JudgementFilterField criteria={criteria} />
      {groups.map(({ group, entries }) => (
        <section
          key={group.id}
          aria-label={t('desk:navigation.group', { code: group.code, name: text(group.name) })}
        >
          <p className={classes.group} aria-hidden>
            {t('desk:navigation.group', { code: group.code, name: text(group.name) })}
          </p>
          <ul className={classes.criteria}>
            {entries.map((one) => (
              <JudgementEntry
                key={one.score.criterion.id}
                one={one}
                isCurrent={one.score.criterion.id === currentId}
              />
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function Progress({ done, total }: { readonly done: number; readonly total: number }) {
  const { t } = useTranslation('appraisal');
  const { stage } = useAppraisalFrame();
  return (
    <div className={classes.progress}>
      <p role="status">{t(`progress.${stage}`, { done, total })}</p>
      <div className={classes.track} aria-hidden>
        <span style={{ width: `${String(total === 0 ? 0 : (100 * done) / total)}%` }} />
      </div>
    </div>
  );
}
