import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openInstallation, verdictsOf, type Installation } from '../../../../test/helpers/installation.ts';
import { makeTemporaryFolder } from '../../../../test/helpers/temporaryFolder.ts';
import {
  codesOf,
  fromRealContent,
  makeTestSurroundings,
  realContent,
  valueOf,
} from '../../../../test/helpers/testWorkspace.ts';
import {
  edit,
  keyNamed,
  logDocument,
  setDocument,
  writeSample,
} from '../../../../test/helpers/writeSample.ts';
import { openBackend } from '#backend/backend.ts';
import type { CriteriaSet } from '#shared/domain/criteria/criteriaSet.ts';
import { digestOf, findSet } from '../../files/content.ts';
import { createAssessment } from '../createAssessment.ts';
import { listImports } from './listImports.ts';
import { listQuarantined } from './quarantine.ts';
import { undoImport } from './undoImport.ts';

const city = { role: 'city', unit: { code: '48', validFrom: '2025-07-01', name: 'Đà Nẵng' } } as const;
const ofCity = { key: keyNamed('city'), sender: city };

function nextVersion(version = '9.0.0', title = 'Bộ tiêu chí mới'): CriteriaSet {
  const { set } = valueOf(findSet(realContent(), 'da-nang-phuong-xa', '1.0.0'));
  return { ...set, version, title: { ...set.title, vi: title } };
}

function subjectOf(set: CriteriaSet) {
  return { subject: { criteriaSet: { id: set.id, version: set.version, digest: digestOf(set) } } };
}

const setFile = (set: CriteriaSet) => writeSample(makeTemporaryFolder(), setDocument(set), ofCity);
const logFile = (set: CriteriaSet) =>
  writeSample(makeTemporaryFolder(), logDocument(edit(1)), subjectOf(set));
const asideIn = ({ context }: Installation) => valueOf(listQuarantined(context()));
const filesAside = ({ folder }: Installation) =>
  existsSync(path.join(folder, 'quarantine')) ? readdirSync(path.join(folder, 'quarantine')) : [];

test('a file of an unknown set is kept aside, named, and imported when the set arrives', async () => {
  const set = nextVersion();
  const office = openInstallation('office', 'aggregator');
  const file = await logFile(set);
  const [checked] = await office.check([file]);
  expect(checked).toMatchObject({ quarantined: true, errors: [{ code: 'criteria-set-unknown' }] });
  expect(filesAside(office)).toEqual([]);
  await office.importAll([file]);
  expect(asideIn(office)).toMatchObject([
    { name: path.basename(file), errors: [{ code: 'criteria-set-unknown' }] },
  ]);
  expect(filesAside(office)).toEqual([asideIn(office)[0]?.sha256]);
  const arrival = await setFile(set);
  expect(verdictsOf(await office.check([arrival]))).toEqual(['new', 'new']);
  expect(verdictsOf(await office.importAll([arrival]))).toEqual(['new', 'new']);
  expect([asideIn(office), filesAside(office)]).toEqual([[], []]);
  const choice = { unitCode: '20242', period: '2027', setId: set.id, setVersion: set.version };
  expect(createAssessment(office.context(), choice).ok).toBe(true);
  office.restart();
  expect(createAssessment(office.context(), { ...choice, period: '2028' }).ok).toBe(true);
});

test('a set and the files that need it may come in one import in any order', async () => {
  const set = nextVersion();
  const files = [await logFile(set), await setFile(set)];
  const office = openInstallation('office', 'aggregator');
  expect(verdictsOf(await office.check(files))).toEqual(['new', 'new']);
  expect(verdictsOf(await office.importAll(files))).toEqual(['new', 'new']);
  expect([asideIn(office), filesAside(office)]).toEqual([[], []]);
});

test('a version that is here never changes, and a set with faults is refused', async () => {
  const office = openInstallation('office', 'aggregator');
  const set = nextVersion();
  const other = nextVersion('9.0.0', 'Bộ khác');
  const [group] = set.groups;
  const broken = { ...set, version: '9.1.0', groups: group ? [group, group] : [] };
  const files = [await setFile(set), await setFile(set), await setFile(other), await setFile(broken)];
  expect(verdictsOf(await office.importAll(files))).toEqual([
    'new',
    'same',
    'criteria-set-changed',
    'criteria-set-invalid',
  ]);
});

test('a file under an older version goes in with a warning', async () => {
  const office = openInstallation('office', 'aggregator');
  await office.importAll([await setFile(nextVersion())]);
  const file = await writeSample(makeTemporaryFolder(), logDocument(edit(1)));
  expect(await office.importAll([file])).toMatchObject([
    { verdict: 'new', warnings: [{ code: 'set-version-older', params: { newer: '9.0.0' } }] },
  ]);
});

test('an import of a set can be undone until somebody uses it', async () => {
  const set = nextVersion();
  const office = openInstallation('office', 'aggregator');
  await office.importAll([await setFile(set)]);
  const choice = { unitCode: '20242', period: '2027', setId: set.id, setVersion: set.version };
  const [first] = valueOf(listImports(office.context()));
  valueOf(undoImport(office.context(), first?.id ?? ''));
  expect(codesOf(createAssessment(office.context(), choice))).toEqual(['criteria-set-unknown']);
  await office.importAll([await setFile(set)]);
  valueOf(createAssessment(office.context(), choice));
  const [again] = valueOf(listImports(office.context()));
  expect(again).toMatchObject({ undo: 'blocked', builtOn: [{ period: '2027' }] });
});

test('at the next start what was kept aside is looked at again', async () => {
  const set = nextVersion();
  const office = openInstallation('office', 'aggregator');
  await office.importAll([await logFile(set)]);
  office.close();
  const sets = [...realContent().sets, { set, digest: digestOf(set), maps: [] }];
  const backend = valueOf(
    openBackend({
      databaseFile: path.join(office.folder, 'thuoc-so.sqlite'),
      ...fromRealContent(),
      content: { ...realContent(), sets },
      ...makeTestSurroundings(),
      newId: () => crypto.randomUUID(),
      appVersion: '1.2.3',
      log: (line) => {
        throw new Error(line);
      },
    }),
  );
  const asideNow = async () => valueOf(await backend.call('imports.quarantine', {})) as readonly unknown[];
  while ((await asideNow()).length > 0) await wait(5);
  expect(valueOf(await backend.call('assessments.list', {}))).toMatchObject({
    assessments: [{ setVersion: '9.0.0' }],
  });
  backend.close();
});
