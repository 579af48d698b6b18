import { Drawer, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { textLimits } from '#shared/domain/assessment/answer.ts';
import { headerFields } from '#shared/domain/assessment/header.ts';
import { StatusTick } from '../../../ui/StatusTick.tsx';
import { useDeskContext } from '../deskContext.ts';
import classes from './UnitHeaderDrawer.module.css';

/** The head of the printed sheet: said once about the unit, saved field by field. */
export function UnitHeaderDrawer({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['desk', 'app']);
  const { header } = useDeskContext();
  const saveNow = (): void => void header.saveNow();
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      title={t('header.title')}
      classNames={{ title: classes.title ?? '' }}
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <p className={classes.hint}>{t('header.hint')}</p>
      <Stack gap="sm">
        {headerFields.map((field) => (
          <TextInput
            key={field}
            label={t(`header.${field}`)}
            value={header.values[field] ?? ''}
            maxLength={textLimits.short}
            onChange={(event) => header.change(field, event.currentTarget.value)}
            onBlur={saveNow}
          />
        ))}
        <StatusTick status={header.status} hasFaultyText={false} onRetry={saveNow} />
      </Stack>
    </Drawer>
  );
}
