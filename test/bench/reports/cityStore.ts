import { randomUUID } from 'node:crypto';
import path from 'node:path';
import Database from 'better-sqlite3';
import { openWorkspace, type Workspace } from '../../../electron/backend/backend.ts';
import { readDashboard } from '../../../electron/backend/usecases/dashboard/readDashboard.ts';
import { saveProfile } from '../../../electron/backend/usecases/profile.ts';
import { findOwnScope, listUnitsToAssess } from '../../../electron/backend/usecases/unitScope.ts';
import { parsePeriod } from '../../../shared/domain/assessment/period.ts';
import { succeed } from '../../../shared/errors/result.ts';
import { productFolder, readContent } from '../../helpers/content.ts';
import { fillPeriod } from '../../helpers/filledPeriod.ts';
import { valueOf } from '../../helpers/valueOf.ts';

/** What is asked of the city's data file. */
export const cityQuestion = { period: '2026-Q3', setId: 'da-nang-phuong-xa' } as const;
const firstYear = 2000;

export function openCityStore(databaseFile: string): Workspace {
  return valueOf(
    openWorkspace({
      databaseFile,
      contentFolder: path.join(productFolder, 'criteria'),
      content: readContent(),
      now: () => new Date(),
      newId: randomUUID,
      appVersion: '0.0.0',
    }),
  );
}

/** A data file of the city with the assessments of all its wards and communes in one period; returns how many. */
export function makeCityStore(databaseFile: string): number {
  const { context, close } = openCityStore(databaseFile);
  valueOf(saveProfile(context, { role: 'city', unitCode: '48', header: {} }));
  const { set } = context.content.sets.find((one) => one.set.id === cityQuestion.setId) ?? {};
  const period = valueOf(parsePeriod(cityQuestion.period));
  const scope = context.store.read((reader) => succeed(findOwnScope(reader, context.content, period)));
  if (!set) throw new Error('The set is not there');
  const units = listUnitsToAssess(context.content, set, period, valueOf(scope));
  fillPeriod(
    context,
    units.map(({ unit }) => ({ unitCode: unit.code, period: cityQuestion.period })),
  );
  close();
  return units.length;
}

/**
 * Adds the quarters before, down to the year 2000, by copying assessments with their kept figures: all that comparing
 * reads of them. Returns how many assessments there are then.
 */
export async function addEarlierQuarters(databaseFile: string): Promise<number> {
  const { context, close } = openCityStore(databaseFile);
  valueOf(await readDashboard(context, { ...cityQuestion, basis: 'claimed' }));
  close();
  const database = new Database(databaseFile);
  database.pragma('foreign_keys = OFF');
  const others = (table: string, changed: readonly string[]): string =>
    database
      .prepare<[], string>(`SELECT name FROM pragma_table_info('${table}')`)
      .pluck()
      .all()
      .filter((name) => !changed.includes(name))
      .join(', ');
  const [ofAssessment, ofFigure] = [
    others('assessment', ['number', 'id', 'period']),
    others('assessment_figure', ['assessment']),
  ];
  const numbers = database.prepare<[], number>('SELECT number FROM assessment').pluck().all();
  const copyAssessment = database.prepare<[string, string, number]>(
    `INSERT INTO assessment (id, period, ${ofAssessment}) SELECT ?, ?, ${ofAssessment} FROM assessment WHERE number = ?`,
  );
  const copyFigures = database.prepare<[number | bigint, number]>(
    `INSERT INTO assessment_figure (assessment, ${ofFigure}) SELECT ?, ${ofFigure} FROM assessment_figure WHERE assessment = ?`,
  );
  const periods = quartersBefore();
  database.transaction(() => {
    for (const period of periods)
      for (const number of numbers)
        copyFigures.run(copyAssessment.run(randomUUID(), period, number).lastInsertRowid, number);
  })();
  database.close();
  return numbers.length * (periods.length + 1);
}

function quartersBefore(): readonly string[] {
  const years = Array.from({ length: 2026 - firstYear + 1 }, (_, index) => firstYear + index);
  return years
    .flatMap((year) => [1, 2, 3, 4].map((quarter) => `${String(year)}-Q${String(quarter)}`))
    .filter((period) => period < cityQuestion.period);
}
