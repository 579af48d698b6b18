import { parentPort } from 'node:worker_threads';
import type { Scorecard } from '#shared/report/scorecard.ts';
import { renderScorecardPdf } from './renderScorecardPdf.ts';

/**
 * Entry of a worker thread: answers each scorecard with its PDF. Node runs this file as it is; a bundled host
 * must build it as an entry of its own, `scorecardWorker.js` beside the main file or one folder above its chunks.
 */
parentPort?.on('message', (scorecard: Scorecard) => {
  void renderScorecardPdf(scorecard).then((bytes) => {
    parentPort?.postMessage(bytes);
  });
});
