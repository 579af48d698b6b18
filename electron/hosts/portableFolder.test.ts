import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openBackend, type Backend } from '#backend/backend.ts';
import { makeTemporaryFolder } from '../../test/helpers/temporaryFolder.ts';
import { fromRealContent, makeTestSurroundings, valueOf } from '../../test/helpers/testWorkspace.ts';

function open(dataFolder: string): Backend {
  return valueOf(
    openBackend({
      databaseFile: path.join(dataFolder, 'thuoc-so.sqlite'),
      ...fromRealContent(),
      ...makeTestSurroundings(),
      newId: () => crypto.randomUUID(),
      appVersion: '1.2.3',
      log: () => undefined,
    }),
  );
}

async function* inPieces(text: string): AsyncGenerator<Uint8Array, void> {
  yield Promise.resolve(Buffer.from(text));
}

test('a data folder works on wherever the stick is plugged in: nothing in it says where it lay', async () => {
  const first = path.join(makeTemporaryFolder(), 'dữ liệu ổ E');
  const backend = open(first);
  const choice = { unitCode: '20242', period: '2026', setId: 'da-nang-phuong-xa', setVersion: '1.0.0' };
  const { id } = valueOf(await backend.call('assessments.create', choice)) as { id: string };
  const file = valueOf(await backend.storeEvidence('Quyết định.pdf', inPieces('%PDF-1.7')));
  const card = { number: '12/QĐ-UBND', date: '', issuer: '', title: '', page: '', file };
  const edits = [{ criterionId: 'px-006', field: 'evidence', value: [card] }];
  valueOf(await backend.call('answers.record', { assessmentId: id, edits }));
  valueOf(await backend.call('backups.create', {}));
  backend.close();
  for (const entry of readdirSync(first, { recursive: true, withFileTypes: true })) {
    const stored = path.join(entry.parentPath, entry.name);
    if (entry.isFile()) expect(readFileSync(stored).includes(first), entry.name).toBe(false);
  }

  const second = path.join(makeTemporaryFolder(), 'ổ F');
  cpSync(first, second, { recursive: true });
  rmSync(first, { recursive: true });
  const moved = open(second);
  const [backup] = valueOf(await moved.call('backups.list', {})) as { name: string }[];
  valueOf(await moved.call('backups.restore', { name: backup?.name }));
  expect(valueOf(await moved.call('assessments.open', { id }))).toMatchObject({
    answers: { 'px-006': { evidence: [card] } },
  });
  expect(valueOf(await moved.findEvidence(file.sha256)).file).toContain(second);
  moved.close();
});

test('opening again within a day makes no second backup, and one that fails does not stop the start', async () => {
  const folder = makeTemporaryFolder();
  const backend = open(folder);
  const choice = { unitCode: '20242', period: '2026', setId: 'da-nang-phuong-xa', setVersion: '1.0.0' };
  valueOf(await backend.call('assessments.create', choice));
  backend.close();
  writeFileSync(path.join(folder, 'backups'), 'in the way');
  open(folder).close();
  expect(statSync(path.join(folder, 'backups')).isFile()).toBe(true);
  rmSync(path.join(folder, 'backups'));
  open(folder).close();
  open(folder).close();
  expect(readdirSync(path.join(folder, 'backups'))).toHaveLength(1);
});
