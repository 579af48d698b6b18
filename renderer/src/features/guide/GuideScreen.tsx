import { useTranslation } from 'react-i18next';
import { assertNever } from '#shared/errors/assertNever.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { ScreenPage } from '../../ui/ScreenPage.tsx';
import { WaitingNotice } from '../../ui/WaitingNotice.tsx';
import { GuideText } from './GuideText.tsx';
import { useGuide } from './useGuide.ts';

/** The user guide, the same text as docs/huong-dan-su-dung.md. It is in Vietnamese in every language. */
export function GuideScreen() {
  const { t } = useTranslation('app');
  const guide = useGuide();
  return (
    <ScreenPage title={t('guide')} back={{ href: '/', label: t('toHome') }}>
      {guide.kind === 'loading' ? (
        <WaitingNotice />
      ) : guide.kind === 'failed' ? (
        <ErrorNotice errors={guide.errors} />
      ) : guide.kind === 'ready' ? (
        <GuideText blocks={guide.value} />
      ) : (
        assertNever(guide)
      )}
    </ScreenPage>
  );
}
