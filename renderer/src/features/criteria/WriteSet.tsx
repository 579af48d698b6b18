import { Button, FileButton } from '@mantine/core';
import { IconFileDownload, IconFileImport, IconSignature } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { packageUrl } from '../../lib/packageFiles.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { WaitingNotice } from '../../ui/WaitingNotice.tsx';
import classes from './CriteriaScreen.module.css';
import { FaultTable } from './FaultTable.tsx';
import { MapTable } from './MapTable.tsx';
import { SetStanding } from './SetStanding.tsx';
import { useWriteSet, type Published, type WriteState } from './useWriteSet.ts';
import { VersionTable } from './VersionTable.tsx';

/** From the workbook of a set to a signed file: choose it, mend it, look at what it changes, sign. */
export function WriteSet({ onPublished }: { readonly onPublished: () => void }) {
  const { t } = useTranslation('criteria');
  const { state, read, decide, publish } = useWriteSet(onPublished);
  const forgetFile = useRef<() => void>(null);
  const choose = (file: File | null): void => {
    // Otherwise the same file, mended, would count as no choice.
    forgetFile.current?.();
    if (file) void read(file);
  };
  return (
    <>
      <ol className={classes.steps}>
        {(['save', 'fill', 'read', 'sign'] as const).map((step) => (
          <li key={step}>{t(`write.step.${step}`)}</li>
        ))}
      </ol>
      <FileButton accept=".xlsx" resetRef={forgetFile} onChange={choose}>
        {(props) => (
          <Button
            {...props}
            leftSection={<IconFileImport size={18} aria-hidden />}
            loading={state.kind === 'reading'}
          >
            {t(state.kind === 'idle' ? 'write.choose' : 'write.chooseAgain')}
          </Button>
        )}
      </FileButton>
      <div className={classes.result}>
        {state.kind === 'reading' && <WaitingNotice />}
        {state.kind === 'failed' && <ErrorNotice errors={state.errors} />}
        {state.kind === 'read' && <ReadResult state={state} onDecide={decide} onPublish={publish} />}
        {state.kind === 'published' && <PublishedSet published={state.published} />}
      </div>
    </>
  );
}

interface ReadResultProps {
  readonly state: Extract<WriteState, { kind: 'read' }>;
  readonly onDecide: ReturnType<typeof useWriteSet>['decide'];
  readonly onPublish: () => Promise<void>;
}

function ReadResult({ state, onDecide, onPublish }: ReadResultProps) {
  const { t } = useTranslation('criteria');
  const { text } = useFormat();
  const { set, faults, comparison } = state.examined;
  if (faults.length > 0 || set === null) return <FaultTable fileName={state.fileName} faults={faults} />;
  return (
    <>
      <p role="status" className={classes.fine}>
        {t('write.fine', { fileName: state.fileName })}
      </p>
      <div className={classes.set}>
        <h3>{text(set.title)}</h3>
        <p>{t('write.facts', { version: set.version, count: set.criteriaCount })}</p>
        <p>
          <SetStanding set={set} />
        </p>
      </div>
      {comparison === null ? (
        <p className={classes.lead}>{t('compare.first')}</p>
      ) : (
        <>
          <VersionTable comparison={comparison} />
          <MapTable comparison={comparison} changes={state.changes} onDecide={onDecide} />
        </>
      )}
      {state.errors.length > 0 && <ErrorNotice errors={state.errors} />}
      <p className={classes.lead}>{t('write.signHint', { version: set.version })}</p>
      <Button
        leftSection={<IconSignature size={18} aria-hidden />}
        loading={state.isSending}
        onClick={() => void onPublish()}
      >
        {t('write.sign')}
      </Button>
    </>
  );
}

function PublishedSet({ published }: { readonly published: Published }) {
  const { t } = useTranslation('criteria');
  const { fileName, setId, setVersion, digest, downloadId } = published;
  return (
    <>
      <p role="status" className={classes.fine}>
        {t('write.published', { set: `${setId} ${setVersion}`, code: digest.slice(0, 8).toUpperCase() })}
      </p>
      <p className={classes.lead}>{t('write.publishedHint')}</p>
      <Button
        component="a"
        href={packageUrl(downloadId)}
        download={fileName}
        leftSection={<IconFileDownload size={18} aria-hidden />}
      >
        {t('write.saveFile', { fileName })}
      </Button>
    </>
  );
}
