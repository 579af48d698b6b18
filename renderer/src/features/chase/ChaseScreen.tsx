import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '#shared/errors/assertNever.ts';
import { usePeriodText } from '../../lib/usePeriodText.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { ScreenPage } from '../../ui/ScreenPage.tsx';
import { WaitingNotice } from '../../ui/WaitingNotice.tsx';
import { ChaseBoard } from './ChaseBoard.tsx';
import { ChaseChoice } from './ChaseChoice.tsx';
import { useChase, useChaseOffer } from './useChase.ts';

/** Who has sent what for a period, and who is waited for. */
export function ChaseScreen() {
  const { t } = useTranslation(['chase', 'app']);
  const describePeriod = usePeriodText();
  const offer = useChaseOffer();
  const [chosenPeriod, setPeriod] = useState<string | null>(null);
  const [chosenSet, setSet] = useState<string | null>(null);
  if (offer.state.kind === 'loading') return <WaitingNotice />;
  const offered = offer.state.kind === 'ready' ? offer.state.value : null;
  const period = chosenPeriod ?? offered?.usualPeriod ?? null;
  const setId = chosenSet ?? offered?.usualSet ?? null;
  return (
    <ScreenPage
      title={t('title')}
      {...(period === null ? {} : { subtitle: t('subtitle', { period: describePeriod(period) }) })}
      back={{ href: '/', label: t('app:toHome') }}
    >
      {offer.state.kind === 'failed' && <ErrorNotice errors={offer.state.errors} onRetry={offer.reload} />}
      {offered !== null && period !== null && setId !== null && (
        <>
          <ChaseChoice offer={offered} period={period} setId={setId} onPeriod={setPeriod} onSet={setSet} />
          <ChasePart key={`${period} ${setId}`} period={period} setId={setId} />
        </>
      )}
    </ScreenPage>
  );
}

function ChasePart({ period, setId }: { readonly period: string; readonly setId: string }) {
  const { state, reload } = useChase(period, setId);
  switch (state.kind) {
    case 'loading':
      return <WaitingNotice />;
    case 'failed':
      return <ErrorNotice errors={state.errors} onRetry={reload} />;
    case 'ready':
      return <ChaseBoard chase={state.value} />;
    default:
      return assertNever(state);
  }
}
