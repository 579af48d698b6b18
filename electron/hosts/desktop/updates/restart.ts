import type { App, Dialog } from 'electron';
import type { Translate } from '#backend/translate.ts';
import type { NextStart } from './placeUpdate.ts';
import { updateEnding } from './updateManifest.ts';

/** Lets the officer choose an update file in the system's dialog; null when it was closed. */
export async function chooseUpdateFile(
  dialog: Pick<Dialog, 'showOpenDialog'>,
  t: Translate,
): Promise<string | null> {
  const chosen = await dialog.showOpenDialog({
    title: t('host:chooseUpdate'),
    properties: ['openFile', 'dontAddToRecent'],
    filters: [
      { name: t('host:updateFiles'), extensions: [updateEnding.slice(1)] },
      { name: t('host:allFiles'), extensions: ['*'] },
    ],
  });
  return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
}

/**
 * Ends the app and starts a program after that, so that the lock of the data folder is free again. A portable version
 * gets the words of this start; an installer gets its own and starts the app itself.
 */
export function restartAs(
  app: Pick<App, 'relaunch' | 'quit'>,
  { program, words }: NextStart,
  ownWords: readonly string[],
): void {
  app.relaunch({ execPath: program, args: [...(words.length > 0 ? words : ownWords)] });
  app.quit();
}
