import { Button, Group } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import classes from './EmptyHome.module.css';

/** Nothing here yet: what the work consists of, and how to begin. */
export function EmptyHome({ onCreate }: { readonly onCreate: () => void }) {
  const { t } = useTranslation('home');
  return (
    <section className={classes.empty} aria-labelledby="empty-title">
      <h2 id="empty-title">{t('empty.title')}</h2>
      <p className={classes.lead}>{t('empty.lead')}</p>
      <ol className={classes.steps}>
        <li>{t('empty.stepCreate')}</li>
        <li>{t('empty.stepAnswer')}</li>
        <li>{t('empty.stepPrint')}</li>
      </ol>
      <Group>
        <Button size="md" leftSection={<IconPlus size={18} aria-hidden />} onClick={onCreate}>
          {t('newAssessment')}
        </Button>
        <Button
          component={Link}
          href="/imports"
          size="md"
          variant="default"
          leftSection={<IconFileImport size={18} aria-hidden />}
        >
          {t('receive')}
        </Button>
      </Group>
      <p className={classes.promise}>{t('empty.receive')}</p>
      <p className={classes.promise}>{t('empty.promise')}</p>
    </section>
  );
}
