import { randomUUID } from 'node:crypto';
import path from 'node:path';
import Database from 'better-sqlite3';
import { openWorkspace, type Workspace } from '../../../electron/backend/backend.ts';
import { productFolder, readContent } from '../../helpers/content.ts';
import { fillPeriod } from '../../helpers/filledPeriod.ts';
import { valueOf } from '../../helpers/valueOf.ts';

/** As many communes as Vietnam has had since 1 July 2025. */
const unitsOfPeriod = 3321;
const templates = ['20194', '20197', '20200', '20209', '20242', '20257', '20260', '20263'];

export function openBenchStore(databaseFile: string): Workspace {
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

/**
 * A data file with so many assessments of made-up units, as many in each year as there are communes. Their logs are
 * those of a few that were filled in, copied row by row.
 */
export function makeStore(databaseFile: string, count: number): void {
  const workspace = openBenchStore(databaseFile);
  fillPeriod(
    workspace.context,
    templates.map((unitCode) => ({ unitCode, period: '2031' })),
  );
  workspace.close();
  const database = new Database(databaseFile);
  database.pragma('synchronous = OFF');
  database.pragma('foreign_keys = OFF');
  const columns = (table: string, changed: readonly string[]): string =>
    database
      .prepare<[], string>(`SELECT name FROM pragma_table_info('${table}') WHERE name <> 'number'`)
      .pluck()
      .all()
      .filter((name) => !changed.includes(name))
      .join(', ');
  const own = ['id', 'unit_code', 'period'];
  const others = columns('assessment', own);
  const insertAssessment = database.prepare<[string, string, string, number]>(
    `INSERT INTO assessment (id, unit_code, period, ${others}) SELECT ?, ?, ?, ${others} FROM assessment WHERE number = ?`,
  );
  const ofChange = columns('change', ['assessment', 'batch']);
  const insertChanges = database.prepare<[number | bigint, number]>(
    `INSERT INTO change (assessment, ${ofChange}) SELECT ?, ${ofChange} FROM change WHERE assessment = ? ORDER BY number`,
  );
  const numbers = database.prepare<[], number>('SELECT number FROM assessment ORDER BY number').pluck().all();
  for (let first = 0; first < count; first += 1000) {
    database.transaction(() => {
      for (let index = first; index < Math.min(count, first + 1000); index += 1) {
        const template = numbers[(index % unitsOfPeriod) % numbers.length] ?? 0;
        const unitCode = String(60_000 + (index % unitsOfPeriod));
        const year = String(2030 - Math.floor(index / unitsOfPeriod));
        const { lastInsertRowid } = insertAssessment.run(randomUUID(), unitCode, year, template);
        insertChanges.run(lastInsertRowid, template);
      }
    })();
  }
  // The few that were copied would be a period of their own.
  database.exec('DROP TRIGGER change_goes_only_with_its_import');
  for (const number of numbers) {
    database.prepare('DELETE FROM change WHERE assessment = ?').run(number);
    database.prepare('DELETE FROM assessment WHERE number = ?').run(number);
  }
  database.close();
}
