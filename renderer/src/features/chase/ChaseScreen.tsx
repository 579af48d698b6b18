import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeriodText } from '../../lib/usePeriodText.ts';
import { ScreenPage } from '../../ui/ScreenPage.tsx';
import { WhenReady } from '../../ui/WhenReady.tsx';
import { ChaseBoard } from './ChaseBoard.tsx';
import { ChaseChoice } from './ChaseChoice.tsx';
import { useChase, useChaseOffer, type ChaseOffer } from './useChase.ts';

/** Who has sent what for a period, and who is waited for. */
export function ChaseScreen() {
  return <WhenReady loaded={useChaseOffer()}>{(offer) => <ChasePage offer={offer} />}</WhenReady>;
}

function ChasePage({ offer }: { readonly offer: ChaseOffer }) {
  const { t } = useTranslation(['chase', 'app']);
  const describePeriod = usePeriodText();
  const [period, setPeriod] = useState(offer.usualPeriod);
  const [setId, setSet] = useState(offer.usualSet);
  return (
    <ScreenPage
      title={t('title')}
      subtitle={t('subtitle', { period: describePeriod(period) })}
      back={{ href: '/', label: t('app:toHome') }}
    >
      {setId !== null && (
        <>
          <ChaseChoice offer={offer} period={period} setId={setId} onPeriod={setPeriod} onSet={setSet} />
          <ChasePart key={`${period} ${setId}`} period={period} setId={setId} />
        </>
      )}
    </ScreenPage>
  );
}

function ChasePart({ period, setId }: { readonly period: string; readonly setId: string }) {
  const chase = useChase(period, setId);
  return (
    <WhenReady loaded={chase}>
      {(value) => <ChaseBoard chase={value} setId={setId} onChanged={chase.reload} />}
    </WhenReady>
  );
}
