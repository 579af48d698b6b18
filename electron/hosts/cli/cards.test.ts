import { readdirSync } from 'node:fs';
import path from 'node:path';
import { createScorecards } from '#backend/usecases/reporting/createScorecards.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { runCommand } from '../../../test/helpers/commandLine.ts';
import { makeFilledDatabase, type FilledDatabase } from '../../../test/helpers/filledDatabase.ts';
import { readPdfText } from '../../../test/helpers/readPdf.ts';

let database: FilledDatabase;

beforeEach(() => {
  database = makeFilledDatabase();
});

describe('cards', () => {
  test('prints a scorecard for every unit that sent something, and tells how far it is', async () => {
    const out = path.join(database.folder, 'cards');
    const args = [
      'cards',
      '--db',
      database.file,
      '--period',
      '2026',
      '--above',
      '48',
      '--out',
      out,
      '--json',
    ];
    const { exitCode, stdout, stderr } = await runCommand(...args);
    expect(exitCode, stderr).toBe(0);
    const { files } = JSON.parse(stdout) as { files: { file: string; size: number }[] };
    expect(readdirSync(out)).toEqual([
      '20209_phuong-thanh-khe_2026_phieu-diem.pdf',
      '20242_phuong-hai-chau_2026_phieu-diem.pdf',
      '20308_xa-ba-na_2026_phieu-diem.pdf',
      '20332_xa-hoa-tien_2026_phieu-diem.pdf',
    ]);
    expect(files.map(({ file }) => path.basename(file))).toEqual(readdirSync(out));
    expect(readPdfText(files[1]?.file ?? '')).toContain('Phường Hải Châu');
    expect(stderr).toContain('4/4');
  });

  test('ends between two cards when it is cancelled, and keeps no half card', async () => {
    const workspace = database.open();
    const taken: string[] = [];
    const take = (name: string) => {
      taken.push(name);
      return Promise.resolve({ ok: true as const, value: null });
    };
    const watch = { onDone: () => undefined, signal: AbortSignal.abort() };
    const cancelled = await createScorecards(workspace.context, { period: '2026' }, 'vi', take, watch);
    workspace.close();
    expect(cancelled).toMatchObject({
      ok: false,
      errors: [{ code: 'batch-cancelled', params: { done: 0, total: 4 } }],
    });
    expect(taken).toEqual([]);
  });
});
