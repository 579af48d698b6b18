import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Scorecard } from '#shared/report/scorecard.ts';
import { renderScorecardPdf } from './renderScorecardPdf.ts';

/** Starting a thread costs about as much as two scorecards. */
const fewestForThreads = 4;

/**
 * Renders many scorecards on all cores, in the order given. `onRendered` hears the index of each as it is done.
 * Rejects when one cannot be rendered; nothing is left running. After `signal` no further card is begun, and those
 * missing are not there in the answer.
 */
export async function renderScorecardPdfs(
  scorecards: readonly Scorecard[],
  onRendered: (index: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<readonly Uint8Array[]> {
  const entry = findWorkerEntry();
  const bytes = new Array<Uint8Array>(scorecards.length);
  const queue = scorecards.entries();
  const renderNext = async (render: (scorecard: Scorecard) => Promise<Uint8Array>) => {
    for (const [index, scorecard] of queue) {
      if (signal?.aborted) return;
      bytes[index] = await render(scorecard);
      onRendered(index);
    }
  };
  if (entry === undefined || scorecards.length < fewestForThreads) {
    await renderNext(renderScorecardPdf);
    return bytes;
  }
  const workers = Array.from(
    { length: Math.min(availableParallelism(), scorecards.length) },
    () => new Worker(entry, { execArgv: [] }),
  );
  try {
    await Promise.all(workers.map((worker) => renderNext((scorecard) => renderIn(worker, scorecard))));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return bytes;
}

async function renderIn(worker: Worker, scorecard: Scorecard): Promise<Uint8Array> {
  worker.postMessage(scorecard);
  // `once` also rejects on the worker's `error` event.
  const [bytes] = (await once(worker, 'message')) as [Uint8Array];
  return bytes;
}

/** The source under plain Node, the built entry in a bundle; absent in a bundle that was built without it. */
function findWorkerEntry(): URL | undefined {
  return ['./scorecardWorker.ts', './scorecardWorker.js', '../scorecardWorker.js']
    .map((name) => new URL(name, import.meta.url))
    .find((url) => existsSync(url));
}
