import { openedFilesRoute } from '#shared/api/openedFiles.ts';
import { openedFiles, type OpenedFileList } from '#shared/api/schemas/openedFiles.ts';
import type { ImportPhase, ImportSession } from '../features/imports/importSession.ts';
import { useImportDesk } from '../features/imports/useImportDesk.ts';

type OpenedFile = OpenedFileList['files'][number];

/** Each file of a choice is opened by a start of its own: they come one after another, and wait here for each other. */
const waiting: OpenedFile[] = [];
let isTaking = false;

/** Fetches what was opened and begins an import with it; one that is under way is finished first. */
export async function takeOpenedFiles(showImports: () => void): Promise<void> {
  const { files } = await askForFiles();
  if (files.length === 0) return;
  showImports();
  waiting.push(...files);
  if (isTaking) return;
  isTaking = true;
  try {
    while (waiting.length > 0) await takeWaiting();
  } finally {
    isTaking = false;
  }
}

async function takeWaiting(): Promise<void> {
  await untilFree();
  const fetched = await Promise.all(waiting.splice(0).map(fetchFile));
  // Somebody may have begun another one while they were fetched.
  await untilFree();
  if (useImportDesk.getState().session.snapshot().phase !== 'choosing') useImportDesk.getState().startOver();
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

/** Waits until nobody's import would be taken away from under them; one that was left counts no more. */
async function untilFree(): Promise<void> {
  while (!isFree(useImportDesk.getState().session)) {
    const { session } = useImportDesk.getState();
    await new Promise<void>((resolve) => {
      const stops = [session.subscribe(look), useImportDesk.subscribe(look)];
      function look(): void {
        if (!isFree(session) && useImportDesk.getState().session === session) return;
        for (const stop of stops) stop();
        resolve();
      }
    });
  }
}

function isFree(session: ImportSession): boolean {
  return freePhases.has(session.snapshot().phase);
}

/** A file that vanished meanwhile arrives empty, and the dry run says so by its name. */
async function fetchFile({ name, address }: OpenedFile): Promise<File> {
  try {
    const response = await fetch(address);
    return new File(response.ok ? [await response.blob()] : [], name);
  } catch {
    return new File([], name);
  }
}
