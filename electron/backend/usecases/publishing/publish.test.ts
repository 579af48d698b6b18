import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPublishing, type Publishing } from '../../../../test/helpers/publishing.ts';
import { startPostgres, type PostgresServer } from '../../../../test/helpers/postgresServer.ts';
import { codesOf, realContent, valueOf } from '../../../../test/helpers/testWorkspace.ts';
import { fillPeriod } from '../../../../test/helpers/filledPeriod.ts';
import { openInstallation } from '../../../../test/helpers/installation.ts';
import { listImports } from '../imports/listImports.ts';
import { findSet } from '../../files/content.ts';
import { partitionedTables } from '../../warehouse/rows.ts';
import { succeed } from '#shared/errors/result.ts';
import { undoImport } from '../imports/undoImport.ts';
import { recallSignature } from '../signing.ts';
import { recordAnswers } from '../recordAnswers.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

const wards = ['20194', '20197', '20200', '20242'];
const moreWards = listWards().slice(0, 12);

async function openFilled(
  unitCodes: readonly string[] = wards,
): Promise<Publishing & { readonly ids: readonly string[] }> {
  const publishing = await openPublishing(server);
  const ids = fillPeriod(
    publishing.context(),
    unitCodes.map((unitCode) => ({ unitCode })),
  );
  return { ...publishing, ids };
}

test('a second publication of equal content changes nothing and says so', async () => {
  const city = await openFilled();
  const first = valueOf(await city.publish());
  expect(first).toMatchObject({
    publisher: '48@2025-07-01',
    groups: 1,
    written: 93,
    removed: 0,
    schemaVersion: 1,
  });
  expect(first.rows).toBeGreaterThan(1000);
  const before = await city.dump();
  const again = valueOf(await city.publish());
  expect(again).toMatchObject({ units: 93, written: 0, removed: 0, rows: 0, migrations: [] });
  expect(await city.dump()).toEqual(before);
});

test('only the assessment that changed is written, and the places that moved with it', async () => {
  const city = await openFilled();
  valueOf(await city.publish());
  const [id = ''] = city.ids;
  const edit = { criterionId: 'px-071', field: 'value' as const };
  valueOf(recordAnswers(city.context(), { assessmentId: id, edits: [{ ...edit, value: true }] }));
  valueOf(recordAnswers(city.context(), { assessmentId: id, edits: [{ ...edit, value: false }] }));
  const changed = valueOf(await city.publish());
  expect(changed).toMatchObject({ written: 1, removed: 0 });
  expect(changed.rows).toBeLessThan(30);
  const fresh = await openPublishing(server, city);
  valueOf(await fresh.publish());
  expect(await city.dump()).toEqual(await fresh.dump());
});

test('a period whose partitions were detached is written anew, beside what was let go', async () => {
  const city = await openFilled();
  valueOf(await city.publish());
  const before = await city.dump();
  for (const table of partitionedTables) {
    await city.ask(`ALTER TABLE thuoc_so.${table} DETACH PARTITION thuoc_so.${table}_2026`);
  }
  expect(valueOf(await city.publish())).toMatchObject({ written: 93 });
  expect(await city.dump()).toMatchObject({ ...before, assessment_2026: before['assessment'] });
});

test('what somebody took out of one table by hand comes back whole', async () => {
  const city = await openFilled();
  valueOf(await city.publish());
  const before = await city.dump();
  await city.ask(`DELETE FROM thuoc_so.assessment WHERE has_arrived`);
  expect(valueOf(await city.publish())).toMatchObject({ written: wards.length, removed: 0 });
  expect(await city.dump()).toEqual(before);
});

test('a signature and its recall are published; who signed is not', async () => {
  const commune = openInstallation('commune', 'commune');
  const publishing = await openPublishing(server, commune);
  const id = commune.create();
  commune.record(id, { criterionId: 'px-071', field: 'value', value: true });
  commune.sign(id);
  valueOf(await publishing.publish());
  const signed = 'SELECT signed_revision, signed_at IS NOT NULL AS has_time FROM thuoc_so.assessment';
  expect(await publishing.ask(signed)).toEqual([{ signed_revision: 1, has_time: true }]);
  expect(JSON.stringify(await publishing.dump())).not.toMatch(/Trần Thị B|Nguyễn Văn A/u);
  valueOf(recallSignature(commune.context(), { assessmentId: id, reason: 'nhầm' }));
  expect(valueOf(await publishing.publish())).toMatchObject({ written: 1 });
  expect(await publishing.ask(signed)).toEqual([{ signed_revision: 0, has_time: false }]);
});

test('what an import brought goes with its undo, and facts tell from which file they came', async () => {
  const commune = openInstallation('commune', 'commune');
  const office = openInstallation('office', 'city', '48');
  const city = await openPublishing(server, office);
  const id = commune.create();
  commune.record(id, { criterionId: 'px-071', field: 'value', value: true });
  await office.importAll([await commune.exportFile(id)]);
  valueOf(await city.publish());
  const lineage = `SELECT criterion_id, answer_stage, edits, file_edits, file_name, signer_unit
    FROM thuoc_so.lineage JOIN thuoc_so.source_file USING (period_code, unit_key, set_id, file_sha256)`;
  expect(await city.ask(lineage)).toMatchObject([
    { criterion_id: 'px-071', answer_stage: 'self', edits: 1, file_edits: 2, signer_unit: 'Phường Hải Châu' },
  ]);
  const [newest] = valueOf(listImports(office.context()));
  valueOf(undoImport(office.context(), newest?.id ?? ''));
  // Nothing has come in this period any more, so that it is no period of the dashboard.
  expect(valueOf(await city.publish())).toMatchObject({ groups: 0, removed: 93 });
  expect(await city.ask('SELECT count(*)::int AS rows FROM thuoc_so.assessment')).toEqual([{ rows: 0 }]);
});

test('an empty data file does not empty the data store unless that is asked for', async () => {
  const city = await openFilled(moreWards);
  valueOf(await city.publish());
  const empty = openInstallation('empty', 'city', '48');
  const other = await openPublishing(server, { ...empty, address: city.address });
  expect(codesOf(await other.publish())).toEqual(['warehouse-removes-most']);
  expect(await city.ask('SELECT count(*)::int AS rows FROM thuoc_so.assessment')).toEqual([{ rows: 93 }]);
  expect(valueOf(await other.publish({ allowRemoval: true }))).toMatchObject({ removed: 93 });
  for (const table of ['assessment', 'stage_score', 'criterion_score', 'lineage', 'place', 'comparison']) {
    expect(await city.ask(`SELECT count(*)::int AS rows FROM thuoc_so.${table}`)).toEqual([{ rows: 0 }]);
  }
});

test('nobody overwrites or removes what somebody else has published', async () => {
  const city = await openFilled();
  valueOf(await city.publish());
  const commune = openInstallation('commune', 'commune');
  const other = await openPublishing(server, { ...commune, address: city.address });
  const id = commune.create();
  commune.record(id, { criterionId: 'px-071', field: 'value', value: true });
  const before = await city.dump();
  expect(codesOf(await other.publish())).toEqual(['warehouse-of-another-publisher']);
  expect(await city.dump()).toEqual(before);
});

test('a unit that no list knows keeps the name of its newest period', async () => {
  const { context } = openInstallation('anywhere');
  const office = await openPublishing(server, { context });
  const { set, digest } = valueOf(findSet(realContent(), 'da-nang-phuong-xa'));
  const base = { unitCode: '99999', unitValidFrom: '2025-07-01', unitKind: 'phuong', unitParentName: '' };
  const ofSet = {
    setId: set.id,
    setVersion: set.version,
    setDigest: digest,
    createdAt: '2026-01-01T00:00:00Z',
  };
  for (const period of ['2024', '2026', '2025']) {
    const record = { ...base, ...ofSet, id: period, period, unitName: `Phường ${period}` };
    valueOf(context().store.write((writer) => succeed(writer.insertAssessment(record))));
  }
  valueOf(await office.publish());
  expect(await office.ask('SELECT name FROM thuoc_so.unit')).toEqual([{ name: 'Phường 2026' }]);
  expect(valueOf(await office.publish())).toMatchObject({ rows: 0 });
});

function listWards(): readonly string[] {
  const list = realContent().unitLists.find(({ id }) => id === 'da-nang-2025-07');
  return (list?.units ?? []).filter(({ kind }) => kind === 'phuong').map(({ code }) => code);
}
