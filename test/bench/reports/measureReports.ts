import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { listDashboardChoices } from '../../../electron/backend/usecases/dashboard/listChoices.ts';
import { readCriterionOverUnits } from '../../../electron/backend/usecases/dashboard/readCriterion.ts';
import { readDashboard } from '../../../electron/backend/usecases/dashboard/readDashboard.ts';
import { readTrend } from '../../../electron/backend/usecases/dashboard/readTrend.ts';
import { reportFormats } from '../../../electron/backend/usecases/reporting/createReport.ts';
import { valueOf } from '../../helpers/valueOf.ts';
import { timeRuns } from '../measure.ts';
import { addEarlierQuarters, cityQuestion, makeCityStore, openCityStore } from './cityStore.ts';
import type { ReportRunFigures } from './reportRun.ts';

/** The city's report of a period in each format, with memory, and its dashboard among ten thousand assessments. */
export async function measureReports() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'thuoc-so-bench-reports-'));
  try {
    const databaseFile = path.join(folder, 'thuoc-so.sqlite');
    const units = makeCityStore(databaseFile);
    const formats: Record<string, ReportRunFigures> = {};
    for (const format of reportFormats) formats[format] = await runReport(databaseFile, format);
    const assessments = await addEarlierQuarters(databaseFile);
    return { units, formats, dashboard: { assessments, ...(await measureDashboard(databaseFile)) } };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** In a process of its own, for its memory. */
async function runReport(databaseFile: string, format: string): Promise<ReportRunFigures> {
  const entry = path.join(import.meta.dirname, 'reportRun.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [entry, databaseFile, format]);
  return JSON.parse(stdout) as ReportRunFigures;
}

const runs = 20;

async function measureDashboard(databaseFile: string) {
  const { context, close } = openCityStore(databaseFile);
  const question = { ...cityQuestion, basis: 'claimed' } as const;
  const ofCriterion = { ...question, criterionId: 'px-006' };
  try {
    return {
      choices: await timeRuns(runs, () => valueOf(listDashboardChoices(context))),
      comparison: await timeRuns(runs, async () => valueOf(await readDashboard(context, question))),
      criterion: await timeRuns(runs, async () =>
        valueOf(await readCriterionOverUnits(context, ofCriterion)),
      ),
      trend: await timeRuns(runs, async () => valueOf(await readTrend(context, cityQuestion))),
    };
  } finally {
    close();
  }
}
