import { IconArrowsSplit2, IconLock, IconLockOpen } from '@tabler/icons-react';
import Fraction from 'fraction.js';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { AssessmentSummary, ListedAssessment } from '#shared/api/contract.ts';
import { useExportRequest } from '../../lib/exportRequest.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { usePeriodText } from '../../lib/usePeriodText.ts';
import { PercentGauge } from '../../ui/PercentGauge.tsx';
import { VerdictChip } from '../../ui/VerdictChip.tsx';
import classes from './AssessmentCard.module.css';
import { cardBounds } from './cardBounds.ts';
import { CardDeadline } from './CardDeadline.tsx';
import { CardReply } from './CardReply.tsx';
import { CardResult } from './CardResult.tsx';

/** Ways past the desk. */
const ways = ['overview', 'sign'] as const;

interface AssessmentCardProps {
  readonly assessment: ListedAssessment;
  /** Others' assessments are judged here. */
  readonly appraises: boolean;
  /** An official set has taken the place of its reference set. */
  readonly isSteppedBack: boolean;
}

/** One assessment at a glance: what it is, how far it is, where it stands. */
export function AssessmentCard({ assessment, appraises, isSteppedBack }: AssessmentCardProps) {
  const { t } = useTranslation('home');
  const { text, dayAndTime } = useFormat();
  const describePeriod = usePeriodText();
  const { unit, savedAt, conflicts, received } = assessment;
  const titleId = useId();
  const askExport = useExportRequest((request) => request.ask);
  return (
    <article className={classes.card} data-received={assessment.receipt !== null}>
      <div className={classes.what}>
        <h2 id={titleId} className={classes.title}>
          <Link href={`/assessments/${assessment.id}`}>{unit.name}</Link>
        </h2>
        <p className={classes.period}>
          {describePeriod(assessment.period)}
          <span className={classes.unit}>
            {unit.parentName === ''
              ? t('card.unitCode', { code: unit.code })
              : t('card.unitCodeAndParent', { code: unit.code, parent: unit.parentName })}
          </span>
        </p>
        <p className={classes.set}>{text(assessment.setTitle)}</p>
        <SignedState assessment={assessment} />
        {!appraises && <CardDeadline assessment={assessment} />}
        <CardReply assessment={assessment} appraises={appraises} />
        {assessment.result !== null && (
          <CardResult result={assessment.result} bounds={cardBounds(assessment.standing)} />
        )}
        {assessment.newerVersion !== null && (
          <p>
            <Link href={`/assessments/${assessment.id}/carry-over`} aria-describedby={titleId}>
              {t('card.newerVersion', { version: assessment.newerVersion })}
            </Link>
          </p>
        )}
        {conflicts > 0 && (
          <p className={classes.conflicts}>
            <IconArrowsSplit2 size={16} aria-hidden />
            <Link href={`/assessments/${assessment.id}/conflicts`} aria-describedby={titleId}>
              {t('card.conflicts', { count: conflicts })}
            </Link>
          </p>
        )}
        <p className={classes.saved}>
          {savedAt === null ? t('card.notSavedYet') : t('card.savedAt', { moment: dayAndTime(savedAt) })}
        </p>
        {received !== null && (
          <p className={classes.saved}>
            {t('card.received', {
              fileName: received.fileName,
              moment: dayAndTime(received.importedAt),
            })}
          </p>
        )}
        <p className={classes.ways}>
          {appraises && (
            <Link href={`/assessments/${assessment.id}/appraise`} aria-describedby={titleId}>
              {t('card.appraise')}
            </Link>
          )}
          {ways.map((way) => (
            <Link key={way} href={`/assessments/${assessment.id}/${way}`} aria-describedby={titleId}>
              {t(`card.${way}`)}
            </Link>
          ))}
          <button type="button" aria-describedby={titleId} onClick={() => askExport(assessment.id)}>
            {t('card.export')}
          </button>
        </p>
      </div>
      <Standing standing={assessment.standing} />
      <p className={classes.statement}>
        {isSteppedBack && <strong>{t('card.steppedBack')} </strong>}
        {text(assessment.setStatement)}
      </p>
    </article>
  );
}

/** Whether the sheet is signed, and how many times it has been. */
function SignedState({ assessment: { revision, signingState } }: { readonly assessment: AssessmentSummary }) {
  const { t } = useTranslation('home');
  if (revision === 0) return null;
  const isSigned = signingState === 'signed';
  const Icon = isSigned ? IconLock : IconLockOpen;
  return (
    <p className={classes.signed} data-state={signingState}>
      <Icon size={16} aria-hidden />
      {isSigned ? t('card.signed', { revision }) : t('card.recalled', { revision })}
    </p>
  );
}

function Standing({ standing }: { readonly standing: AssessmentSummary['standing'] }) {
  const { t } = useTranslation('home');
  const { percent } = useFormat();
  const answered = standing.criteriaApplicable - standing.criteriaOpen;
  const floor = standing.percent === null ? null : new Fraction(standing.percent);
  const ceiling = standing.ceilingPercent === null ? null : new Fraction(standing.ceilingPercent);
  const pointMarks = standing.verdicts.filter(({ measure }) => measure === 'points');
  const bounds = cardBounds(standing);
  const isComplete = standing.criteriaOpen === 0;
  return (
    <div className={classes.standing}>
      <p className={classes.figure}>{percent(floor, bounds)}</p>
      <p className={classes.range}>
        {isComplete ? t('card.complete') : t('card.ceiling', { ceiling: percent(ceiling, bounds) })}
      </p>
      <div className={classes.gauge}>
        <PercentGauge
          sentence={
            isComplete
              ? percent(floor, bounds)
              : t('card.range', { floor: percent(floor, bounds), ceiling: percent(ceiling, bounds) })
          }
          floor={floor?.valueOf() ?? 0}
          ceiling={ceiling?.valueOf() ?? 0}
          marks={pointMarks.map(({ at }) => ({ at: Number(at), label: percent(at) }))}
          isReached={pointMarks.some(({ state }) => state === 'reached')}
        />
      </div>
      <p className={classes.progress}>
        {t('card.progress', { answered, total: standing.criteriaApplicable })}
      </p>
      <ul className={classes.verdicts} aria-label={t('card.verdicts')}>
        {standing.verdicts.map((verdict) => (
          <li key={verdict.thresholdId}>
            <VerdictChip
              state={verdict.state}
              label={t(`card.threshold.${verdict.measure}`, { at: verdict.at })}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
