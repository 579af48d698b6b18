import { Button, Group } from '@mantine/core';
import { IconFileImport, IconFiles, IconFolderOpen } from '@tabler/icons-react';
import { useEffect, useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseFromFolder, readDrop, type ChosenFiles } from './chosenFiles.ts';
import classes from './FileChooser.module.css';

interface FileChooserProps {
  readonly onChosen: (chosen: ChosenFiles) => void;
}

/** Files or a folder, dropped or chosen; hundreds at once. */
export function FileChooser({ onChosen }: FileChooserProps) {
  const { t } = useTranslation('imports');
  const [isEmpty, setIsEmpty] = useState(false);
  const take = (chosen: ChosenFiles): void => {
    setIsEmpty(chosen.files.length === 0);
    if (chosen.files.length > 0) onChosen(chosen);
  };
  const { isOver, target } = useDropTarget(take);
  return (
    <section className={classes.chooser} data-over={isOver} aria-labelledby="choose-files" {...target}>
      <IconFileImport size={40} stroke={1.25} aria-hidden />
      <h2 id="choose-files" className={classes.title}>
        {t('choose.title')}
      </h2>
      <p className={classes.lead}>{t('choose.lead')}</p>
      <Group justify="center">
        <PickButton isFolder={false} onFiles={(files) => take({ files, skipped: 0 })} />
        <PickButton isFolder onFiles={(files) => take(chooseFromFolder(files))} />
      </Group>
      <p className={classes.promise}>{t('choose.promise')}</p>
      <p role="status" className={classes.empty}>
        {isEmpty && t('choose.nothing')}
      </p>
    </section>
  );
}

interface PickButtonProps {
  readonly isFolder: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

function PickButton({ isFolder, onFiles }: PickButtonProps) {
  const { t } = useTranslation('imports');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // Not in React's types: the way every browser chooses a folder.
    if (isFolder) input.current?.setAttribute('webkitdirectory', '');
  }, [isFolder]);
  const Icon = isFolder ? IconFolderOpen : IconFiles;
  return (
    <>
      <Button
        variant={isFolder ? 'default' : 'filled'}
        size="md"
        leftSection={<Icon size={18} aria-hidden />}
        onClick={() => input.current?.click()}
      >
        {t(isFolder ? 'choose.folder' : 'choose.files')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        aria-label={t(isFolder ? 'choose.folder' : 'choose.files')}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same files chosen again must be a change again.
          event.currentTarget.value = '';
          onFiles(files);
        }}
      />
    </>
  );
}

/** A file let go beside its place would be opened by the browser, so the whole window takes it. */
function useDropTarget(onChosen: (chosen: ChosenFiles) => void) {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const refuse = (event: globalThis.DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    document.addEventListener('dragover', refuse);
    document.addEventListener('drop', refuse);
    return () => {
      document.removeEventListener('dragover', refuse);
      document.removeEventListener('drop', refuse);
    };
  }, []);
  return {
    isOver,
    target: {
      onDragOver: (event: DragEvent): void => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setIsOver(true);
      },
      onDragLeave: (event: DragEvent): void => {
        const isInside =
          event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
        if (!isInside) setIsOver(false);
      },
      onDrop: (event: DragEvent): void => {
        event.preventDefault();
        setIsOver(false);
        void readDrop(event.dataTransfer).then(onChosen);
      },
    },
  };
}
