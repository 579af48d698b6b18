import { Button, Group, Modal } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredEvidence } from '#shared/api/evidenceFiles.ts';
import { assertNever } from '#shared/errors/assertNever.ts';
import { evidenceUrl } from '../../lib/evidenceFiles.ts';
import { useReturnFocus } from '../../lib/useReturnFocus.ts';
import { ErrorNotice } from '../ErrorNotice.tsx';
import { WaitingNotice } from '../WaitingNotice.tsx';
import classes from './FilePreview.module.css';

type Preview =
  | { readonly kind: 'loading' }
  | { readonly kind: 'pdf' | 'picture'; readonly address: string }
  | { readonly kind: 'other' }
  | { readonly kind: 'missing' };

interface FilePreviewProps {
  readonly file: StoredEvidence;
  readonly onClose: () => void;
}

/** PDF and pictures are shown; any other kind can only be saved, never opened from here. */
export function FilePreview({ file, onClose }: FilePreviewProps) {
  const { t } = useTranslation(['desk', 'app']);
  useReturnFocus();
  const preview = usePreview(file);
  return (
    <Modal
      opened
      onClose={onClose}
      title={file.name}
      size="xl"
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <PreviewBody preview={preview} file={file} />
      {preview.kind !== 'missing' && (
        <Group mt="sm">
          <Button
            component="a"
            variant="default"
            href={evidenceUrl(file.sha256, file.name)}
            download={file.name}
            leftSection={<IconDownload size={17} aria-hidden />}
          >
            {t('files.save')}
          </Button>
        </Group>
      )}
    </Modal>
  );
}

function PreviewBody({ preview, file }: { readonly preview: Preview; readonly file: StoredEvidence }) {
  const { t } = useTranslation('desk');
  switch (preview.kind) {
    case 'loading':
      return <WaitingNotice />;
    case 'pdf':
      // Chromium shows no PDF in a sandboxed frame; its own viewer runs in a process apart from the page.
      // oxlint-disable-next-line react/iframe-missing-sandbox
      return <iframe className={classes.frame} src={`${preview.address}#navpanes=0`} title={file.name} />;
    case 'picture':
      return (
        <img
          className={classes.picture}
          src={preview.address}
          alt={t('files.picture', { name: file.name })}
        />
      );
    case 'other':
      return <p>{t('files.noPreview')}</p>;
    case 'missing':
      return <ErrorNotice errors={[{ code: 'evidence-file-missing', params: { path: file.name } }]} />;
    default:
      return assertNever(preview);
  }
}

/** The backend says the kind by content. The bytes are taken into the page, because a sandboxed frame shows no PDF. */
function usePreview({ sha256, name }: StoredEvidence): Preview {
  const [preview, setPreview] = useState<Preview>({ kind: 'loading' });
  useEffect(() => {
    const stop = new AbortController();
    let address: string | null = null;
    const load = async (): Promise<void> => {
      const response = await fetch(evidenceUrl(sha256, name), { signal: stop.signal });
      if (!response.ok) return setPreview({ kind: 'missing' });
      const type = response.headers.get('content-type') ?? '';
      const kind = type === 'application/pdf' ? 'pdf' : type.startsWith('image/') ? 'picture' : null;
      if (kind === null) return setPreview({ kind: 'other' });
      const bytes = await response.blob();
      address = URL.createObjectURL(new Blob([bytes], { type }));
      setPreview({ kind, address });
    };
    load().catch(() => {
      if (!stop.signal.aborted) setPreview({ kind: 'missing' });
    });
    return () => {
      stop.abort();
      if (address !== null) URL.revokeObjectURL(address);
    };
  }, [sha256, name]);
  return preview;
}
