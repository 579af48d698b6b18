import { Button, Group, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '#shared/api/contract.ts';
import { useCall } from '../../lib/useCall.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { useSizeText } from '../../lib/useSizeText.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { WhenReady } from '../../ui/WhenReady.tsx';
import classes from './AppUpdates.module.css';
import { useUpdates, type ChosenUpdate } from './useUpdates.ts';

/** Which version this is, how it is updated, and the way back. */
export function AppUpdates() {
  const loaded = useCall('updates.read', {});
  return <WhenReady loaded={loaded}>{(state) => <Updates state={state} />}</WhenReady>;
}

function Updates({ state }: { readonly state: CallOutput<'updates.read'> }) {
  const { t } = useTranslation('settings');
  const { step, choose, leave, install, goBack } = useUpdates();
  const isBusy = step.kind === 'checking' || step.kind === 'restarting';
  return (
    <Stack gap="sm">
      <p className={classes.text}>
        <strong>{t('updates.present', { version: state.version })}</strong> {t(`updates.way.${state.way}`)}
      </p>
      {step.kind === 'chosen' && <Chosen update={step.update} onInstall={install} onLeave={leave} />}
      {step.kind === 'failed' && <ErrorNotice errors={step.errors} />}
      {state.way === 'file' && step.kind !== 'chosen' && (
        <div>
          <Button variant="default" loading={isBusy} onClick={() => void choose()}>
            {t('updates.choose')}
          </Button>
        </div>
      )}
      {state.way === 'file' && state.previous !== null && step.kind !== 'chosen' && (
        <WayBack previous={state.previous} isBusy={isBusy} onGoBack={goBack} />
      )}
      <p role="status" className={classes.text}>
        {step.kind === 'checking' && t('updates.checking')}
        {step.kind === 'restarting' && t('updates.restarting')}
      </p>
    </Stack>
  );
}

interface ChosenProps {
  readonly update: ChosenUpdate;
  readonly onInstall: () => Promise<void>;
  readonly onLeave: () => void;
}

/** What the file is, and what installing does. */
function Chosen({ update, onInstall, onLeave }: ChosenProps) {
  const { t } = useTranslation('settings');
  const { dayAndTime } = useFormat();
  const sizeText = useSizeText();
  const { version, fileName, madeAt, size, notes } = update;
  return (
    <section className={classes.chosen}>
      <h3 className={classes.heading}>{t('updates.chosen', { file: fileName, version })}</h3>
      <p className={classes.text}>{t('updates.facts', { day: dayAndTime(madeAt), size: sizeText(size) })}</p>
      {notes !== '' && (
        <>
          <h4 className={classes.heading}>{t('updates.notes')}</h4>
          <p className={classes.notes} lang="vi">
            {notes}
          </p>
        </>
      )}
      <p className={classes.text}>{t('updates.before')}</p>
      <Group>
        <Button onClick={() => void onInstall()}>{t('updates.install', { version })}</Button>
        <Button variant="default" onClick={onLeave}>
          {t('updates.cancel')}
        </Button>
      </Group>
    </section>
  );
}

interface WayBackProps {
  readonly previous: NonNullable<CallOutput<'updates.read'>['previous']>;
  readonly isBusy: boolean;
  readonly onGoBack: () => Promise<void>;
}

function WayBack({ previous, isBusy, onGoBack }: WayBackProps) {
  const { t } = useTranslation(['settings', 'app']);
  const { dayAndTime } = useFormat();
  const [isAsking, setIsAsking] = useState(false);
  const { version } = previous;
  const moment = dayAndTime(previous.updatedAt);
  const confirm = (): void => {
    setIsAsking(false);
    void onGoBack();
  };
  return (
    <div>
      <p className={classes.text}>{t('updates.previous', { version, moment })}</p>
      <Button variant="default" mt="xs" disabled={isBusy} onClick={() => setIsAsking(true)}>
        {t('updates.goBack', { version })}
      </Button>
      <Modal
        opened={isAsking}
        onClose={() => setIsAsking(false)}
        title={t('updates.goBackTitle', { version })}
        classNames={{ title: classes.dialogTitle ?? '' }}
        closeButtonProps={{ 'aria-label': t('app:close') }}
      >
        <p className={classes.text}>{t('updates.goBackText', { version, moment })}</p>
        <Group justify="flex-end" mt="md">
          <Button variant="default" data-autofocus onClick={() => setIsAsking(false)}>
            {t('updates.keep')}
          </Button>
          <Button color="red.9" onClick={confirm}>
            {t('updates.goBackConfirm')}
          </Button>
        </Group>
      </Modal>
    </div>
  );
}
