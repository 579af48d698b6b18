import { useTranslation } from 'react-i18next';
import { assertNever } from '#shared/errors/assertNever.ts';
import type { Dashboard } from '#shared/api/contract.ts';
import { useCall } from '../../lib/useCall.ts';
import { useLastReady } from '../../lib/useLastReady.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { usePeriodText } from '../../lib/usePeriodText.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { ScreenPage } from '../../ui/ScreenPage.tsx';
import { WaitingNotice } from '../../ui/WaitingNotice.tsx';
import { AnnouncementPanel } from './AnnouncementPanel.tsx';
import { CardsPanel } from './cards/CardsPanel.tsx';
import { ChangePart } from './ChangePart.tsx';
import { CriteriaPart } from './CriteriaPart.tsx';
import { DashboardChoice, type Choice } from './DashboardChoice.tsx';
import classes from './Dashboard.module.css';
import { useDashboardView, type DashboardPart } from './dashboardView.ts';
import { GapPart } from './GapPart.tsx';
import { HeadFacts } from './HeadFacts.tsx';
import { HeatPart } from './HeatPart.tsx';
import { PartLinks } from './PartLinks.tsx';
import { RankingPart } from './RankingPart.tsx';
import { ReportPart } from './ReportPart.tsx';
import { ResultsPart } from './returning/ResultsPart.tsx';
import { WholePart } from './WholePart.tsx';

interface DashboardPageProps {
  readonly choices: readonly Choice[];
  readonly part: DashboardPart;
}

/** What is compared at the top, then one part of the figures. */
export function DashboardPage({ choices, part }: DashboardPageProps) {
  const { t } = useTranslation(['dashboard', 'app']);
  const { text } = useFormat();
  const describePeriod = usePeriodText();
  const view = useDashboardView();
  const chosen = choose(choices, view.period, view.setId);
  const { state, reload } = useCall('dashboard.read', {
    period: chosen.period,
    setId: chosen.setId,
    basis: view.basis,
  });
  const shown = useLastReady(state);
  const period = describePeriod(chosen.period);
  return (
    <ScreenPage
      title={t('title')}
      subtitle={t('subtitle', { scope: shown?.head.scopeName ?? t('everyUnit'), period })}
      back={{ href: '/', label: t('app:toHome') }}
    >
      <div className={classes.parts}>
        <DashboardChoice choices={choices} chosen={chosen} />
        {state.kind === 'failed' && <ErrorNotice errors={state.errors} onRetry={reload} />}
        {state.kind !== 'failed' && shown === null && <WaitingNotice />}
        {state.kind !== 'failed' && shown !== null && (
          <div className={classes.parts} aria-busy={state.kind === 'loading'}>
            <p className={classes.setLine}>
              {t('setLine', { version: shown.set.version, statement: text(shown.set.statement) })}
            </p>
            <HeadFacts dashboard={shown} />
            <PartLinks part={part} />
            {/* What was chosen and written there is of this period and set. */}
            <Part key={`${shown.period} ${shown.set.id}`} dashboard={shown} part={part} />
          </div>
        )}
      </div>
    </ScreenPage>
  );
}

function Part({ dashboard, part }: { readonly dashboard: Dashboard; readonly part: DashboardPart }) {
  switch (part) {
    case 'whole':
      return <WholePart dashboard={dashboard} />;
    case 'ranking':
      return <RankingPart dashboard={dashboard} />;
    case 'change':
      return <ChangePart dashboard={dashboard} />;
    case 'groups':
      return <HeatPart dashboard={dashboard} />;
    case 'criteria':
      return <CriteriaPart dashboard={dashboard} />;
    case 'gaps':
      return <GapPart dashboard={dashboard} />;
    case 'reports':
      return (
        <>
          <AnnouncementPanel dashboard={dashboard} />
          <ReportPart dashboard={dashboard} />
          <CardsPanel dashboard={dashboard} />
        </>
      );
    case 'results':
      return <ResultsPart dashboard={dashboard} />;
    default:
      return assertNever(part);
  }
}

/** What was chosen as far as it is there; else the newest of the set, else the newest of all. */
function choose(choices: readonly Choice[], period: string | null, setId: string | null): Choice {
  const ofPeriod = choices.filter((one) => one.period === (period ?? choices[0]?.period));
  const found = ofPeriod.find((one) => one.setId === setId) ?? ofPeriod[0] ?? choices[0];
  return found ?? { period: '', setId: '', setTitle: { vi: '', en: '' }, assessments: 0 };
}
