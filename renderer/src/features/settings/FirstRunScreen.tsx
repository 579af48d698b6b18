import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useFirstRun } from '../../lib/firstRun.ts';
import { Panel } from '../../ui/Panel.tsx';
import { ScreenPage } from '../../ui/ScreenPage.tsx';
import { ProfileForm } from './ProfileForm.tsx';

/** The first minutes: who are you. Everything here can be left for later. */
export function FirstRunScreen() {
  const { t } = useTranslation('settings');
  const [, navigate] = useLocation();
  const finish = useFirstRun((state) => state.finish);
  const leave = (): void => {
    finish();
    navigate('/', { replace: true });
  };
  return (
    <ScreenPage title={t('welcome.title')} subtitle={t('welcome.lead')}>
      <Panel title={t('profile.title')}>
        <ProfileForm profile={null} submitLabel={t('welcome.submit')} onSaved={leave}>
          <Button variant="default" onClick={leave}>
            {t('welcome.skip')}
          </Button>
        </ProfileForm>
      </Panel>
    </ScreenPage>
  );
}
