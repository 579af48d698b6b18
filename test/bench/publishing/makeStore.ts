import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openWorkspace, type Workspace } from '../../../electron/backend/backend.ts';
import { recordAppraisals } from '../../../electron/backend/usecases/appraisal/recordAppraisals.ts';
import { importFiles } from '../../../electron/backend/usecases/imports/importFiles.ts';
import { saveProfile } from '../../../electron/backend/usecases/profile.ts';
import { readAssessment } from '../../../electron/backend/usecases/readAssessment.ts';
import { writeDemo } from '../../../electron/hosts/cli/demo/writeDemo.ts';
import { succeed } from '../../../shared/errors/result.ts';
import { productFolder, readContent } from '../../helpers/content.ts';
import { valueOf } from '../../helpers/valueOf.ts';
import { contentOfCity } from '../cityContent.ts';
import { copyAssessments } from './copyAssessments.ts';

/** Whose assessments are copied: one round of the demo's stories, with the files that they sent. */
const models = 20;
/** Every fifth is appraised, and of those every second decided by the council. */
const appraisedEach = 5;
const decidedEach = 10;
/** So many units report in each quarter; a hundred thousand assessments are ten years of it. */
const unitsOfPeriod = 2500;

/** @param assessments how many `makeStore` put into the file */
export function openBenchStore(databaseFile: string, assessments: number): Workspace {
  return valueOf(
    openWorkspace({
      databaseFile,
      contentFolder: path.join(productFolder, 'criteria'),
      // The special zone is not scored by this set.
      content: contentOfCity(Math.min(assessments, unitsOfPeriod) + 1),
      now: () => new Date(),
      newId: randomUUID,
      appVersion: '0.0.0',
    }),
  );
}

/**
 * A city's data file with so many assessments as they are after a year's imports: each came in one to three packages of
 * its own and lies in them, with 75 criteria answered, evidence, explanations and most signatures; what was appraised
 * here, and what two files say of one assessment, has rows.
 */
export async function makeStore(databaseFile: string, assessments: number): Promise<void> {
  const { context, close } = openBenchStore(databaseFile, assessments);
  valueOf(saveProfile(context, { role: 'city', unitCode: '48', header: {} }));
  const folder = mkdtempSync(path.join(os.tmpdir(), 'thuoc-so-bench-models-'));
  try {
    valueOf(await writeDemo(readContent(), { folder, units: models, seed: 'bench' }));
    const sources = readdirSync(folder)
      .filter((name) => name.endsWith('.thuocso'))
      .map((name) => ({ path: path.join(folder, name), name }));
    valueOf(await importFiles(context, sources));
  } finally {
    rmSync(folder, { recursive: true });
  }
  const records = valueOf(context.store.read((reader) => succeed(reader.listAssessments())));
  for (const [index, { id }] of records.entries()) {
    if (index % appraisedEach === 0) appraise(context, id, 'appraised');
    if (index % decidedEach === 0) appraise(context, id, 'final');
  }
  const list = context.content.unitLists.find(({ units }) => units.some(({ code }) => code === '50000'));
  const units = list?.units.filter(({ parent, kind }) => parent === '48' && kind !== 'dac-khu') ?? [];
  close();
  copyAssessments(databaseFile, assessments, units);
}

/** Everything that was answered is accepted. */
function appraise(context: Workspace['context'], assessmentId: string, stage: 'appraised' | 'final'): void {
  const { answers } = valueOf(
    context.store.read((reader) => readAssessment(reader, context.content, assessmentId)),
  );
  const appraisals = Object.keys(answers).map((criterionId) => ({
    criterionId,
    decision: 'accepted' as const,
    points: null,
    reason: '',
  }));
  valueOf(recordAppraisals(context, { assessmentId, stage, appraisals }));
}
