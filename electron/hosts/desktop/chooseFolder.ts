import type { Dialog } from 'electron';
import type { Translate } from '#backend/translate.ts';

/** Lets the officer choose a folder of this machine, or a new one, in the system's dialog; null when it was closed. */
export async function chooseFolder(
  dialog: Pick<Dialog, 'showOpenDialog'>,
  t: Translate,
): Promise<string | null> {
  const chosen = await dialog.showOpenDialog({
    title: t('host:chooseFolder'),
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  });
  return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
}
