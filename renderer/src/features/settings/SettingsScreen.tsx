import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { appearances, useAppearance } from '../../lib/appearance.ts';
import { useCall } from '../../lib/useCall.ts';
import { useLanguageChoice } from '../../lib/useLanguageChoice.ts';
import { Panel } from '../../ui/Panel.tsx';
import { ScreenPage } from '../../ui/ScreenPage.tsx';
import { WhenReady } from '../../ui/WhenReady.tsx';
import { AppUpdates } from './AppUpdates.tsx';
import { DataFolder } from './DataFolder.tsx';
import { ExchangeKeys } from './ExchangeKeys.tsx';
import { ProfileForm } from './ProfileForm.tsx';
import classes from './SettingsScreen.module.css';

/** Who works here, how the screens look, where the data lie, by what key others know this machine. */
export function SettingsScreen() {
  const { t } = useTranslation('settings');
  return (
    <ScreenPage title={t('title')}>
      <div className={classes.columns}>
        <Panel title={t('profile.title')}>
          <SavedProfile />
        </Panel>
        <Stack gap="md">
          <Panel title={t('appearance.title')}>
            <Stack gap="lg">
              <AppearanceChoice />
              <LanguageChoice />
            </Stack>
          </Panel>
          <Panel title={t('criteria.title')}>
            <p className={classes.lead}>{t('criteria.lead')}</p>
            <Link href="/criteria" className={classes.link}>
              {t('criteria.open')}
            </Link>
          </Panel>
          <Panel title={t('data.title')}>
            <DataFolder />
          </Panel>
        </Stack>
        <div className={classes.wide}>
          <Panel title={t('keys.title')}>
            <ExchangeKeys />
          </Panel>
        </div>
        <div className={classes.wide}>
          <Panel title={t('updates.title')}>
            <AppUpdates />
          </Panel>
        </div>
      </div>
    </ScreenPage>
  );
}

function SavedProfile() {
  const { t } = useTranslation('settings');
  const loaded = useCall('profile.read', {});
  return (
    <WhenReady loaded={loaded}>
      {({ profile }) => (
        <ProfileForm profile={profile} submitLabel={t('profile.save')} onSaved={() => undefined} />
      )}
    </WhenReady>
  );
}

function AppearanceChoice() {
  const { t } = useTranslation('settings');
  const { appearance, choose } = useAppearance();
  return (
    <Radio.Group
      label={t('appearance.question')}
      description={t('appearance.hint')}
      value={appearance}
      onChange={(chosen) => choose(appearances.find((known) => known === chosen) ?? 'light')}
    >
      <Stack gap="xs" mt={8}>
        {appearances.map((one) => (
          <Radio key={one} value={one} label={t(`appearance.${one}`)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function LanguageChoice() {
  const { t } = useTranslation('settings');
  const { languages, shown, choose } = useLanguageChoice();
  return (
    <Radio.Group
      label={t('language')}
      value={shown}
      onChange={(chosen) => choose(chosen === 'en' ? 'en' : 'vi')}
    >
      <Stack gap="xs" mt={8}>
        {languages.map(({ code, label }) => (
          <Radio key={code} value={code} label={label} lang={code} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
