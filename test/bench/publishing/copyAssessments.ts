import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';
import type { Unit } from '../../../shared/domain/units/unitList.ts';

const firstYear = 2026;
const atOnce = 1000;

/**
 * Makes so many assessments out of those in a data file, which go: copied row by row with their packages, as many in
 * each quarter as there are units.
 */
export function copyAssessments(databaseFile: string, count: number, units: readonly Unit[]): void {
  const database = new Database(databaseFile);
  database.pragma('synchronous = OFF');
  database.pragma('foreign_keys = OFF');
  // Rows are not written one by one as they will be read, and what was copied goes, which the log forbids.
  const triggers = database
    .prepare<[], { name: string; sql: string }>(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`)
    .all();
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`);
  const models = database.prepare<[], number>('SELECT number FROM assessment ORDER BY number').pluck().all();
  const copy = prepareCopy(database);
  for (let first = 0; first < count; first += atOnce) {
    database.transaction(() => {
      for (let index = first; index < Math.min(count, first + atOnce); index += 1) {
        const unit = units[index % units.length];
        const model = models[(index % units.length) % models.length];
        if (unit && model !== undefined) copy(model, unit, quarterAfter(Math.floor(index / units.length)));
      }
    })();
  }
  for (const table of ['answer_cell', 'change', 'signature', 'received_package', 'edit_batch']) {
    database.exec(`DELETE FROM ${table} WHERE assessment IN (${models.join(', ')})`);
  }
  database.exec(`DELETE FROM assessment WHERE number IN (${models.join(', ')})`);
  for (const { sql } of triggers) database.exec(sql);
  database.exec('ANALYZE');
  database.close();
}

function quarterAfter(quarters: number): string {
  return `${String(firstYear + Math.floor(quarters / 4))}-Q${String((quarters % 4) + 1)}`;
}

function prepareCopy(database: Database.Database): (model: number, unit: Unit, period: string) => void {
  const others = (table: string, changed: readonly string[]): string =>
    database
      .prepare<[string], string>('SELECT name FROM pragma_table_info(?)')
      .pluck()
      .all(table)
      .filter((name) => name !== 'number' && !changed.includes(name))
      .join(', ');
  /** Copies rows with some columns given anew. */
  const copyOf = (table: string, changed: readonly string[], which: string) => {
    const same = others(table, changed);
    return database.prepare<unknown[]>(
      `INSERT INTO ${table} (${[...changed, same].join(', ')})
       SELECT ${[...changed.map(() => '?'), same].join(', ')} FROM ${table} WHERE ${which}`,
    );
  };
  const ofAssessment = copyOf(
    'assessment',
    ['id', 'unit_code', 'unit_name', 'unit_kind', 'period'],
    'number = ?',
  );
  const ofPackage = copyOf('received_package', ['assessment', 'sha256'], 'number = ?');
  const ofChanges = copyOf(
    'change',
    ['assessment', 'from_package', 'batch'],
    'assessment = ? AND from_package IS ?',
  );
  const ofCells = copyOf('answer_cell', ['assessment'], 'assessment = ?');
  const ofSignatures = copyOf('signature', ['assessment'], 'assessment = ?');
  const packagesOf = database
    .prepare<[number], number>('SELECT number FROM received_package WHERE assessment = ? ORDER BY number')
    .pluck();
  return (model, { code, name, kind }, period) => {
    const { lastInsertRowid: assessment } = ofAssessment.run(randomUUID(), code, name, kind, period, model);
    ofChanges.run(assessment, null, null, model, null);
    for (const received of packagesOf.all(model)) {
      const digest = randomUUID().repeat(2).replaceAll('-', '');
      const { lastInsertRowid } = ofPackage.run(assessment, digest, received);
      ofChanges.run(assessment, lastInsertRowid, null, model, received);
    }
    ofCells.run(assessment, model);
    ofSignatures.run(assessment, model);
  };
}
