import { Button, Group, Modal, Radio, Stack, TextInput } from '@mantine/core';
import { IconFolderOpen } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SyncTarget } from '#shared/api/syncCalls.ts';
import { hasSystemDialogs } from '../../lib/backend.ts';
import { useReturnFocus } from '../../lib/useReturnFocus.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { ServerFields } from './ServerFields.tsx';
import classes from './Sync.module.css';
import { useTargetForm } from './useTargetForm.ts';

interface TargetDialogProps {
  /** Null for a new place. */
  readonly target: SyncTarget | null;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** A folder or a server through which files travel, and what is needed to get in. */
export function TargetDialog({ target, onClose, onSaved }: TargetDialogProps) {
  const { t } = useTranslation(['sync', 'app']);
  useReturnFocus();
  const form = useTargetForm(target, onSaved);
  const { draft, change } = form;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(target === null ? 'form.titleNew' : 'form.title')}
      classNames={{ title: classes.dialogTitle ?? '' }}
      size="lg"
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void form.submit();
        }}
      >
        <Stack gap="md">
          <Radio.Group
            label={t('form.kind')}
            value={draft.kind}
            onChange={(kind) => change({ kind: kind === 'folder' ? 'folder' : 'webdav' })}
          >
            <Stack gap="xs" mt={4}>
              {(['webdav', 'folder'] as const).map((kind) => (
                <Radio key={kind} value={kind} label={t(`form.kinds.${kind}`)} />
              ))}
            </Stack>
          </Radio.Group>
          <TextInput
            label={t('form.name')}
            description={t('form.nameHint')}
            value={draft.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <Group align="flex-end" gap="xs">
            <TextInput
              className={classes.grows ?? ''}
              label={t(`form.address.${draft.kind}`)}
              description={t(`form.addressHint.${draft.kind}`)}
              value={draft.address}
              onChange={(event) => change({ address: event.currentTarget.value })}
            />
            {draft.kind === 'folder' && hasSystemDialogs() && (
              <Button
                size="md"
                variant="default"
                leftSection={<IconFolderOpen size={18} aria-hidden />}
                onClick={() => void form.chooseFolder()}
              >
                {t('form.chooseFolder')}
              </Button>
            )}
          </Group>
          {draft.kind === 'webdav' && <ServerFields target={target} form={form} />}
          {form.errors.length > 0 && <ErrorNotice errors={form.errors} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('app:cancel')}
            </Button>
            <Button type="submit" loading={form.isSending}>
              {t('form.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
