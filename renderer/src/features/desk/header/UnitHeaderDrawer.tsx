import { Drawer, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { textLimits } from '#shared/domain/assessment/answer.ts';
import { headerFields, type HeaderField } from '#shared/domain/assessment/header.ts';
import { useSaveStatus } from '../../../lib/useSaveQueue.ts';
import { useReturnFocus } from '../../../lib/useReturnFocus.ts';
import { StatusTick } from '../../../ui/StatusTick.tsx';
import { useDeskFrame } from '../deskContext.ts';
import { useHasFaultyText } from '../../../lib/typedTexts.ts';
import type { HeaderDesk } from '../useHeaderQueue.ts';
import { useTypedField } from '../../../lib/useTypedField.ts';
import classes from './UnitHeaderDrawer.module.css';

interface UnitHeaderDrawerProps {
  readonly header: HeaderDesk;
  readonly onClose: () => void;
}

/** The head of the printed sheet: said once about the unit, saved field by field. */
export function UnitHeaderDrawer({ header, onClose }: UnitHeaderDrawerProps) {
  const { t } = useTranslation(['desk', 'app']);
  useReturnFocus();
  const { assessment } = useDeskFrame();
  const place = `${assessment.id}/header`;
  const status = useSaveStatus(header.saving);
  const hasFaultyText = useHasFaultyText(place);
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
        {headerFields.map((name) => (
          <Field key={`${name} ${String(header.round)}`} name={name} place={place} header={header} />
        ))}
        <StatusTick status={status} hasFaultyText={hasFaultyText} onRetry={() => void header.saveNow()} />
      </Stack>
    </Drawer>
  );
}

interface FieldProps {
  readonly name: HeaderField;
  readonly place: string;
  readonly header: HeaderDesk;
}

function Field({ name, place, header }: FieldProps) {
  const { t } = useTranslation('desk');
  const field = useTypedField({
    place: `${place}/${name}`,
    stored: header.values[name] ?? '',
    limit: textLimits.short,
    onText: (text) => header.change(name, text),
    onLeave: () => void header.saveNow(),
  });
  const { isFrozen } = useDeskFrame();
  return <TextInput readOnly={isFrozen} label={t(`header.${name}`)} {...field} />;
}
