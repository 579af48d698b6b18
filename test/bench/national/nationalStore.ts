import { randomUUID } from 'node:crypto';
import path from 'node:path';
import Database from 'better-sqlite3';
import { openWorkspace, type Workspace } from '../../../electron/backend/backend.ts';
import { readDashboard } from '../../../electron/backend/usecases/dashboard/readDashboard.ts';
import { saveProfile } from '../../../electron/backend/usecases/profile.ts';
import { productFolder } from '../../helpers/content.ts';
import { fillPeriod } from '../../helpers/filledPeriod.ts';
import { valueOf } from '../../helpers/valueOf.ts';
import { contentOfCity } from '../cityContent.ts';

/** As many wards, communes and special zones as the country has since 1 July 2025. */
const nationalUnits = 3321;
/** Filled in one by one; all others are copies of these. */
const templates = 30;
const periods = ['2024-Q3', '2025-Q3', '2026-Q3'] as const;
export const nationalQuestion = { period: periods[2], setId: 'da-nang-phuong-xa' } as const;

export function openNationalStore(databaseFile: string): Workspace {
  return valueOf(
    openWorkspace({
      databaseFile,
      contentFolder: path.join(productFolder, 'criteria'),
      content: contentOfCity(nationalUnits),
      now: () => new Date(),
      newId: randomUUID,
      appVersion: '0.0.0',
    }),
  );
}

/**
 * A data file with the assessments of all units in three periods: the newest with every edit, the ones before with
 * their kept figures, which are all that comparing reads. Each period came as one import. Returns how many there are.
 */
export async function makeNationalStore(databaseFile: string): Promise<number> {
  const { context, close } = openNationalStore(databaseFile);
  valueOf(saveProfile(context, { role: 'city', unitCode: '48', header: {} }));
  const list = context.content.unitLists.find(({ units }) => units.length > nationalUnits);
  const units = list?.units.filter(({ parent }) => parent === '48') ?? [];
  const judged = units.filter(({ kind }) => kind !== 'dac-khu');
  const { period } = nationalQuestion;
  fillPeriod(
    context,
    judged.slice(0, templates).map(({ code: unitCode }) => ({ unitCode, period })),
  );
  valueOf(await readDashboard(context, { ...nationalQuestion, basis: 'claimed' }));
  close();
  const database = new Database(databaseFile);
  database.pragma('foreign_keys = OFF');
  const copies = prepareCopies(database);
  const numbers = database.prepare<[], number>('SELECT number FROM assessment').pluck().all();
  database.transaction(() => {
    for (const [index, { code, name, kind }] of judged.entries()) {
      const model = numbers[index % numbers.length] ?? 0;
      for (const one of periods) {
        if (one === period && index < templates) continue;
        copies.copy(model, { code, name, kind, period: one }, one === period);
      }
    }
    for (const one of periods) copies.receive(one);
    copies.keepFigures();
  })();
  database.exec('ANALYZE');
  database.close();
  return judged.length * periods.length;
}

interface CopiedUnit {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly period: string;
}

function prepareCopies(database: Database.Database) {
  const others = (table: string, changed: readonly string[]): string =>
    database
      .prepare<[string], string>('SELECT name FROM pragma_table_info(?)')
      .pluck()
      .all(table)
      .filter((name) => !changed.includes(name))
      .join(', ');
  const same = {
    assessment: others('assessment', ['number', 'id', 'unit_code', 'unit_name', 'unit_kind', 'period']),
    change: others('change', ['number', 'assessment', 'batch']),
    answer_cell: others('answer_cell', ['assessment']),
    assessment_figure: others('assessment_figure', ['assessment']),
  };
  const assessment = database.prepare<[string, string, string, string, string, number]>(
    `INSERT INTO assessment (id, unit_code, unit_name, unit_kind, period, ${same.assessment})
     SELECT ?, ?, ?, ?, ?, ${same.assessment} FROM assessment WHERE number = ?`,
  );
  const copyOf = (table: keyof typeof same) =>
    database.prepare<[number | bigint, number]>(
      `INSERT INTO "${table}" (assessment, ${same[table]}) SELECT ?, ${same[table]} FROM "${table}" WHERE assessment = ?`,
    );
  const copied: [number: number | bigint, model: number][] = [];
  const figures = copyOf('assessment_figure');
  const edits = [copyOf('change'), copyOf('answer_cell')];
  const startImport = database.prepare<[string, string]>(
    `INSERT INTO import (id, imported_at, state) VALUES (?, ?, 'done')`,
  );
  const receive = database.prepare<[number | bigint, string, string, number]>(
    `INSERT INTO received_package (import, received_at, file_name, sha256, size, verdict, kind, unit_name, period, revision,
       assessment, made_assessment, changes)
     SELECT ?, ?, unit_code || '.thuocso', lower(hex(randomblob(32))), 20000, 'new', 'assessment', unit_name, period, 1,
       number, 1, 0 FROM assessment WHERE period = ? AND number > ?`,
  );
  return {
    copy: (model: number, { code, name, kind, period }: CopiedUnit, withEdits: boolean): void => {
      const number = assessment.run(randomUUID(), code, name, kind, period, model).lastInsertRowid;
      copied.push([number, model]);
      if (withEdits) for (const edit of edits) edit.run(number, model);
    },
    receive: (period: string): void => {
      const at = `${period.slice(0, 4)}-10-01T00:00:00.000Z`;
      receive.run(startImport.run(randomUUID(), at).lastInsertRowid, at, period, templates);
    },
    /** Last, for edits and packages do away with the figures of their assessment. */
    keepFigures: (): void => {
      for (const [number, model] of copied) figures.run(number, model);
    },
  };
}
