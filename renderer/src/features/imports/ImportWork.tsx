import { Button, Stack } from '@mantine/core';
import { IconFiles } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportFile } from '#shared/api/contract.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { ChangedSigners } from './ChangedSigners.tsx';
import { CommitBar } from './CommitBar.tsx';
import { isAwaited, isLocked, listChosen, listOffered } from './fileList.ts';
import { FileListing } from './FileListing.tsx';
import type { ImportSession, ImportSnapshot } from './importSession.ts';
import { ImportProgressLine } from './ImportProgressLine.tsx';
import { ImportSummary } from './ImportSummary.tsx';
import { NotSent } from './NotSent.tsx';
import { PassphrasePanel } from './PassphrasePanel.tsx';

interface ImportWorkProps {
  readonly session: ImportSession;
  readonly snapshot: ImportSnapshot;
  readonly onStartOver: () => void;
}

const nothing: ReadonlySet<never> = new Set();

/** The import at hand, in whatever phase it is. */
export function ImportWork({ session, snapshot, onStartOver }: ImportWorkProps) {
  const { t } = useTranslation('imports');
  // What is left out instead of what is taken: files that become choosable later are taken without being asked for.
  const [leftOut, setLeftOut] = useState<ReadonlySet<number>>(nothing);
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(nothing);
  const { phase, files, errors, sent } = snapshot;
  const offered = useMemo(() => listOffered(files, { accepted, sent }), [files, accepted, sent]);
  const chosen = useMemo(
    () => listChosen(files, { accepted, sent, leftOut }),
    [files, accepted, sent, leftOut],
  );
  // Packages of a bundle have numbers of their own and come with it.
  const isOwn = ({ number }: ImportFile): boolean => number <= sent;
  const awaited = files.filter((file) => isOwn(file) && isAwaited(file));
  const isChoosing = phase === 'checked';
  return (
    <Stack gap="md">
      <ImportProgressLine snapshot={snapshot} onCancel={() => void session.cancel()} />
      {errors.length > 0 && <ErrorNotice errors={errors} />}
      {phase === 'failed' && <StartOver onStartOver={onStartOver} />}
      {(phase === 'done' || phase === 'cancelled') && (
        <ImportSummary snapshot={snapshot}>
          <StartOver onStartOver={onStartOver} />
        </ImportSummary>
      )}
      <NotSent snapshot={snapshot} />
      {isChoosing && files.some(isLocked) && (
        <PassphrasePanel
          count={files.filter(isLocked).length}
          wasWrong={snapshot.hasPassphrase}
          onPassphrase={(passphrase) => void session.check(passphrase)}
        />
      )}
      {isChoosing && <ChangedSigners files={files} accepted={accepted} onAccepted={setAccepted} />}
      {files.length > 0 && (
        <FileListing files={files} choice={isChoosing ? { offered, leftOut, onLeftOut: setLeftOut } : null} />
      )}
      {isChoosing && (
        <CommitBar
          chosen={chosen}
          awaited={awaited.length}
          onCommit={() =>
            void session.commit(
              [...chosen.filter(isOwn), ...awaited].map(({ number }) => number),
              [...accepted],
            )
          }
        >
          <StartOver onStartOver={onStartOver} />
        </CommitBar>
      )}
      {phase === 'checked' && files.length === 0 && <p>{t('list.empty')}</p>}
    </Stack>
  );
}

function StartOver({ onStartOver }: { readonly onStartOver: () => void }) {
  const { t } = useTranslation('imports');
  return (
    <div>
      <Button variant="default" leftSection={<IconFiles size={18} aria-hidden />} onClick={onStartOver}>
        {t('startOver')}
      </Button>
    </div>
  );
}
