import { useTranslation } from 'react-i18next';
import type { Standing } from '#shared/domain/scoring/scoreAssessment.ts';
import { boundsInPoints } from '#shared/report/boundsOfSet.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { ExportButton } from '../../ui/ExportButton.tsx';
import { VerdictChip } from '../../ui/VerdictChip.tsx';
import { pointBounds } from './pointBounds.ts';
import classes from './StandingSummary.module.css';
import type { Overview } from './useOverview.ts';

interface StandingSummaryProps {
  readonly overview: Overview;
  /** In words; `null` where there is none. */
  readonly earlierPeriod: string | null;
}

/** The four figures the chairman asks for, and the verdicts. */
export function StandingSummary({ overview: { opened, earlier }, earlierPeriod }: StandingSummaryProps) {
  const { t } = useTranslation('overview');
  const { percent, number, text } = useFormat();
  const { claimed } = opened.score;
  const { set } = opened.frame;
  const bounds = pointBounds(set);
  const before = earlier?.score.claimed;
  const beside = (figure: string | undefined): string | null =>
    figure === undefined || earlierPeriod === null
      ? null
      : t('summary.earlier', { period: earlierPeriod, figure });
  const ofMax = ({ points, max }: Standing): string =>
    t('summary.of', { part: number(points, boundsInPoints(set, max)), whole: number(max) });
  const facts = [
    {
      label: t('summary.percent'),
      figure: percent(claimed.percent, bounds),
      note: beside(before && percent(before.percent, bounds)),
      range:
        claimed.criteriaOpen > 0
          ? t('summary.ceiling', { ceiling: percent(claimed.ceilingPercent, bounds) })
          : null,
    },
    {
      label: t('summary.points'),
      figure: ofMax(claimed),
      note: beside(before && ofMax(before)),
      range: null,
    },
    {
      label: t('summary.met'),
      figure: t('summary.of', { part: claimed.criteriaMet, whole: claimed.criteriaApplicable }),
      note: beside(before && t('summary.of', { part: before.criteriaMet, whole: before.criteriaApplicable })),
      range: null,
    },
    {
      label: t('summary.answered'),
      figure: t('summary.of', {
        part: claimed.criteriaApplicable - claimed.criteriaOpen,
        whole: claimed.criteriaApplicable,
      }),
      note: null,
      range: null,
    },
  ];
  return (
    <div className={classes.summary}>
      <dl className={classes.facts}>
        {facts.map(({ label, figure, note, range }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <strong>{figure}</strong>
              {range !== null && <span>{range}</span>}
              {note !== null && <span>{note}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <div className={classes.foot}>
        <ul className={classes.verdicts}>
          {claimed.verdicts.map(({ threshold, state }) => (
            <li key={threshold.id}>
              <VerdictChip state={state} label={text(threshold.title)} />
            </li>
          ))}
        </ul>
        <ExportButton assessmentId={opened.assessment.id} />
      </div>
    </div>
  );
}
