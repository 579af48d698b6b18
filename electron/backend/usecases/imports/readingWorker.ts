import { parentPort } from 'node:worker_threads';
import { packageLimits } from '#shared/format/package/limits.ts';
import { readPlainPackage } from '../../files/package/readPackage.ts';
import { toArrived } from './arrivedPackage.ts';
import type { ReadAhead, ReadingAnswer } from './readingThread.ts';

/**
 * Entry of the thread that reads packages ahead (see `readingThread.ts`). Node runs this file as it is; a bundled host
 * must build it as an entry of its own, `readingWorker.js` beside the main file or one folder above its chunks.
 */
parentPort?.on('message', ({ number, file }: { readonly number: number; readonly file: string }) => {
  void readAhead(file).then((read) => {
    parentPort?.postMessage({ number, read } satisfies ReadingAnswer);
  });
});
parentPort?.postMessage('ready');

/** Longer documents are rare, and several of them at once would be much to hold. */
const longestDocument = packageLimits.document / 16;

async function readAhead(file: string): Promise<ReadAhead | null> {
  try {
    const opened = await readPlainPackage(file);
    if (!opened.ok || opened.value.documentBytes.length > longestDocument) return null;
    return { arrived: toArrived(opened.value), attached: opened.value.attached };
  } catch {
    return null;
  }
}
