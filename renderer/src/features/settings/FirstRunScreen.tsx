import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useFirstRun } from '../../lib/firstRun.ts';
import { useTour } from '../../lib/tour.ts';
import { Panel } from '../../ui/Panel.tsx';
import { ScreenPage } from '../../ui/ScreenPage.tsx';
import { ProfileForm } from './ProfileForm.tsx';

/** The first minutes: who are you, then a short tour. Everything here can be left for later. */
export function FirstRunScreen() {
  const { t } = useTranslation('settings');
  const [, navigate] = useLocation();
  const finish = useFirstRun((state) => state.finish);
  const showTour = useTour((tour) => tour.start);
  const leave = (): void => {
    finish();
    navigate('/', { replace: true });
  };
  const begin = (): void => {
    leave();
    showTour();
  };
  return (
    <ScreenPage title={t('welcome.title')} subtitle={t('welcome.lead')}>
      <Panel title={t('profile.title')}>
        <ProfileForm profile={null} submitLabel={t('welcome.submit')} onSaved={begin}>
          <Button variant="default" onClick={leave}>
            {t('welcome.skip')}
          </Button>
        </ProfileForm>
      </Panel>
    </ScreenPage>
  );
}
