import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openBackend, type Backend } from '../../electron/backend/backend.ts';
import { contract } from '../../shared/api/contract.ts';
import { productFolder, readContent, readMainSample } from '../helpers/content.ts';
import { valueOf } from '../helpers/valueOf.ts';
import { measureAnswerToDurable } from './answerToDurable.ts';
import { measureBundles } from './bundles.ts';
import { measureFirstScreen } from './firstScreen.ts';
import { measureImporting } from './importing/measureImporting.ts';
import { measureMerging } from './importing/measureMerging.ts';
import { measureImportScreen } from './importScreen.ts';
import { describeMachine } from './machine.ts';
import { measureNational } from './national/measureNational.ts';
import { measureOffice } from './office/measureOffice.ts';
import { measurePublishing } from './publishing/measurePublishing.ts';
import { measurePrinting } from './printing.ts';
import { measureReports } from './reports/measureReports.ts';
import { measurePaths, measureScoring } from './scoring.ts';
import { measureSyncing } from './syncing/measureSyncing.ts';
import { measureTyping } from './typing.ts';

// `npm run bench`: every figure as one JSON document on stdout, in milliseconds and bytes; progress on stderr.
const sample = readMainSample(readContent());
const figures = {
  measuredOn: new Date().toISOString(),
  machine: describeMachine(),
  answerToDurable: await measured('answer until durable', withAssessment),
  scoring: await measured('scoring', () => measureScoring(sample)),
  paths: await measured('paths to the thresholds', () => measurePaths(sample)),
  merging: await measured('merging', measureMerging),
  importing: await measured('importing packages', measureImporting),
  office: await measured('94 units, beside LibreOffice', measureOffice),
  publishing: await measured('publishing to PostgreSQL', measurePublishing),
  printing: await measured('printing one and 94', measurePrinting),
  reports: await measured('reports of a period, dashboard among ten thousand', measureReports),
  national: await measured('lists and boards with all communes of the country', measureNational),
  firstScreen: await measured('first usable screen', measureFirstScreen),
  typing: await measured('typing at the desk', measureTyping),
  importScreen: await measured('a thousand files through the screen', measureImportScreen),
  syncing: await measured('sending and fetching, beside curl', measureSyncing),
  bundles: await measured('bundle sizes', measureBundles),
};
process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);

async function measured<T>(name: string, measure: () => T | Promise<T>): Promise<T> {
  process.stderr.write(`measuring: ${name}\n`);
  return await measure();
}

async function withAssessment() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'thuoc-so-bench-'));
  const backend = valueOf(
    openBackend({
      databaseFile: path.join(folder, 'thuoc-so.sqlite'),
      contentFolder: path.join(productFolder, 'criteria'),
      now: () => new Date(),
      newId: randomUUID,
      appVersion: '0.0.0',
      log: (line) => process.stderr.write(`${line}\n`),
    }),
  );
  try {
    return await measureAnswerToDurable(backend, await createAssessment(backend), folder);
  } finally {
    backend.close();
    rmSync(folder, { recursive: true });
  }
}

async function createAssessment(backend: Backend): Promise<string> {
  const choice = {
    unitCode: '20242',
    period: '2026',
    setId: sample.frame.set.id,
    setVersion: sample.frame.set.version,
  };
  return contract['assessments.create'].output.parse(
    valueOf(await backend.call('assessments.create', choice)),
  ).id;
}
