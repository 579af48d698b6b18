import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeriodText } from '../../lib/usePeriodText.ts';
import { Panel } from '../../ui/Panel.tsx';
import { ScreenPage } from '../../ui/ScreenPage.tsx';
import { Comparison } from './Comparison.tsx';
import { EvidenceList } from './EvidenceList.tsx';
import { GroupRadar } from './GroupRadar.tsx';
import { GroupTable } from './GroupTable.tsx';
import { figuresOfGroups } from './overviewFigures.ts';
import classes from './OverviewPage.module.css';
import { StandingSummary } from './StandingSummary.tsx';
import type { Overview } from './useOverview.ts';
import { WeakestList } from './WeakestList.tsx';

/** Where the unit stands, group by group; what costs most; what proves it; what changed. */
export function OverviewPage({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation('overview');
  const describePeriod = usePeriodText();
  const { opened, earlier } = overview;
  const { assessment, score, frame } = opened;
  const figures = useMemo(() => figuresOfGroups(score, earlier?.score ?? null), [score, earlier]);
  const about = { unit: assessment.unit.name, period: describePeriod(assessment.period) };
  const earlierPeriod = earlier === null ? null : describePeriod(earlier.assessment.period);
  return (
    <ScreenPage
      title={t('title')}
      subtitle={t('subtitle', about)}
      windowTitle={t('pageTitle', about)}
      back={{ href: `/assessments/${assessment.id}`, label: t('backToDesk') }}
    >
      <div className={classes.parts}>
        <StandingSummary overview={overview} earlierPeriod={earlierPeriod} />
        <div className={classes.charts}>
          <Panel title={t('groups.title')}>
            <GroupTable figures={figures} earlierPeriod={earlierPeriod} />
          </Panel>
          <Panel title={t('radar.title')}>
            <GroupRadar figures={figures} thresholds={frame.set.thresholds} earlierPeriod={earlierPeriod} />
          </Panel>
        </div>
        <div className={classes.lists}>
          <Panel title={t('weakest.title')}>
            <WeakestList assessmentId={assessment.id} score={score} />
          </Panel>
          <Panel title={t('comparison.title')}>
            <Comparison overview={overview} earlierPeriod={earlierPeriod} />
          </Panel>
        </div>
        <Panel title={t('evidence.title')}>
          <EvidenceList criteria={score.criteria} />
        </Panel>
      </div>
    </ScreenPage>
  );
}
