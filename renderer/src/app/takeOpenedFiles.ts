import { openedFilesRoute } from '#shared/api/openedFiles.ts';
import { openedFiles, type OpenedFileList } from '#shared/api/schemas/openedFiles.ts';
import type { ImportPhase, ImportSession } from '../features/imports/importSession.ts';
import { useImportDesk } from '../features/imports/useImportDesk.ts';

/** Fetches what was opened and begins an import with it; one that is under way is finished first. */
export async function takeOpenedFiles(showImports: () => void): Promise<void> {
  const { files } = await askForFiles();
  if (files.length === 0) return;
  showImports();
  const { session } = useImportDesk.getState();
  await untilFree(session);
  const fetched = await Promise.all(files.map(fetchFile));
  if (session.snapshot().phase !== 'choosing') useImportDesk.getState().startOver();
  await useImportDesk.getState().session.begin(fetched, 0);
}

async function askForFiles(): Promise<OpenedFileList> {
  try {
    const response = await fetch(openedFilesRoute);
    return openedFiles.parse(await response.json());
  } catch {
    // The host is going away; whoever opened the file sees that.
    return { files: [] };
  }
}

const freePhases: ReadonlySet<ImportPhase> = new Set(['choosing', 'done', 'cancelled', 'failed']);

/** Waits until nobody's import would be taken away from under them. */
function untilFree(session: ImportSession): Promise<void> {
  return new Promise((resolve) => {
    const look = (): boolean => freePhases.has(session.snapshot().phase);
    if (look()) return resolve();
    const stop = session.subscribe(() => {
      if (!look()) return;
      stop();
      resolve();
    });
  });
}

/** A file that vanished meanwhile arrives empty, and the dry run says so by its name. */
async function fetchFile({ name, address }: OpenedFileList['files'][number]): Promise<File> {
  const response = await fetch(address);
  return new File(response.ok ? [await response.blob()] : [], name);
}
