import { spawn } from 'node:child_process';
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

/** Starts a program that outlives this one; false where the system refuses to, so that this one can go on instead. */
export function startBeside(program: string, words: readonly string[]): boolean {
  const child = spawn(program, words, { detached: true, stdio: 'ignore' });
  // The refusal shows at once in the missing process number; unheard, its event would end this process.
  child.on('error', () => undefined);
  child.unref();
  return child.pid !== undefined;
}
