import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { UseCaseContext } from '../../../electron/backend/usecases/context.ts';
import { readChase } from '../../../electron/backend/usecases/chase/readChase.ts';
import { listConflicts } from '../../../electron/backend/usecases/conflicts/listConflicts.ts';
import { listDashboardChoices } from '../../../electron/backend/usecases/dashboard/listChoices.ts';
import { readCriterionOverUnits } from '../../../electron/backend/usecases/dashboard/readCriterion.ts';
import { readDashboard } from '../../../electron/backend/usecases/dashboard/readDashboard.ts';
import { readTrend } from '../../../electron/backend/usecases/dashboard/readTrend.ts';
import { findImportedFiles } from '../../../electron/backend/usecases/imports/findImportedFiles.ts';
import { readImportPage } from '../../../electron/backend/usecases/imports/listImports.ts';
import { findAssessments } from '../../../electron/backend/usecases/listAssessments.ts';
import { valueOf } from '../../helpers/valueOf.ts';
import { timeRuns } from '../measure.ts';
import { makeNationalStore, nationalQuestion, openNationalStore } from './nationalStore.ts';

const runs = 5;

/** What the lists and boards of the level above take with all communes of the country in three periods. */
export async function measureNational() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'thuoc-so-bench-national-'));
  try {
    const databaseFile = path.join(folder, 'thuoc-so.sqlite');
    const assessments = await makeNationalStore(databaseFile);
    const { context, close } = openNationalStore(databaseFile);
    const question = { ...nationalQuestion, basis: 'claimed' } as const;
    const figures = {
      assessments,
      home: await timeRuns(runs, () => valueOf(findAssessments(context, { text: '', limit: 50 }))),
      homeSearch: await timeRuns(runs, () =>
        valueOf(findAssessments(context, { text: 'mau 33', limit: 50 })),
      ),
      choices: await timeRuns(runs, () => valueOf(listDashboardChoices(context))),
      dashboard: await timeRuns(runs, async () => valueOf(await readDashboard(context, question))),
      criterion: await timeRuns(runs, async () =>
        valueOf(await readCriterionOverUnits(context, { ...question, criterionId: 'px-006' })),
      ),
      trend: await timeRuns(runs, async () => valueOf(await readTrend(context, nationalQuestion))),
      chase: await timeRuns(runs, () => valueOf(readChase(context, nationalQuestion))),
      conflicts: await timeRuns(runs, () => valueOf(listConflicts(context, { assessmentId: null }))),
      imports: await timeRuns(runs, () => valueOf(readImportPage(context, { offset: 0, limit: 10 }))),
      importedFiles: await timeRuns(runs, () => findFiles(context)),
    };
    close();
    return figures;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The search among the files of the newest import, as the screen asks it. */
function findFiles(context: UseCaseContext): unknown {
  const { imports } = valueOf(readImportPage(context, { offset: 0, limit: 1 }));
  const question = { id: imports[0]?.id ?? '', text: 'mau 33', offset: 0, limit: 50 };
  return valueOf(findImportedFiles(context, question));
}
