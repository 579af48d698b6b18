import { Button, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './Crash.module.css';

/** One plain sentence with a reference, and a way on. */
export function Crash({ reference }: { readonly reference: string }) {
  const { t } = useTranslation('app');
  return (
    <main className={classes.crash}>
      <Stack align="flex-start" role="alert">
        <Title order={1} size="h3">
          {t('crashTitle')}
        </Title>
        <Text>{t('crashSentence', { reference })}</Text>
        <Button onClick={() => window.location.reload()}>{t('crashReload')}</Button>
      </Stack>
    </main>
  );
}
