import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openInstallation, verdictsOf, type Installation } from '../../../../test/helpers/installation.ts';
import { makeTemporaryFolder } from '../../../../test/helpers/temporaryFolder.ts';
import { valueOf } from '../../../../test/helpers/testWorkspace.ts';
import type { AnswerEdit } from '#shared/api/contract.ts';
import { succeed } from '#shared/errors/result.ts';
import { recordAppraisals } from '../appraisal/recordAppraisals.ts';
import { digestOfContent } from '../digestOfContent.ts';
import { listSigners } from '../signers.ts';

const yes = (value: boolean): AnswerEdit => ({ criterionId: 'px-006', field: 'value', value });
const count = (value: string): AnswerEdit => ({ criterionId: 'px-004', field: 'value', value });

const digestOf = ({ context }: Installation) =>
  valueOf(digestOfContent(context(), { assessmentId: null })).digest;

const onlyAssessment = ({ context }: Installation) =>
  valueOf(context().store.read((reader) => succeed(reader.listAssessments()[0]?.id ?? '')));

async function makeCard(commune: Installation): Promise<AnswerEdit> {
  const proof = path.join(makeTemporaryFolder(), 'ke-hoach.txt');
  writeFileSync(proof, 'Kế hoạch');
  const file = { ...valueOf(await commune.context().evidence.add(proof)) };
  const card = { number: '1', date: '', issuer: '', title: 'Kế hoạch', page: '', file };
  return { criterionId: 'px-006', field: 'evidence', value: [card] };
}

test('what a commune signed and the aggregator decided reaches the city whole, each under its own signature', async () => {
  const commune = openInstallation('commune', 'commune');
  const assessmentId = commune.create();
  commune.record(assessmentId, yes(true), count('12'), await makeCard(commune));
  commune.sign(assessmentId);
  const aggregator = openInstallation('aggregator', 'aggregator', '48');
  expect(verdictsOf(await aggregator.importAll([await commune.exportFile(assessmentId)]))).toEqual(['new']);
  expect(digestOf(aggregator)).toBe(digestOf(commune));
  const appraisal = { criterionId: 'px-006', decision: 'accepted', points: null, reason: '' } as const;
  const received = onlyAssessment(aggregator);
  valueOf(
    recordAppraisals(aggregator.context(), {
      assessmentId: received,
      stage: 'appraised',
      appraisals: [appraisal],
    }),
  );
  const city = openInstallation('city', 'city', '48');
  const { recipient } = valueOf(city.context().keys());
  const bundle = await aggregator.exportFile(received, { recipients: [recipient] });
  const verdicts = verdictsOf(await city.importAll([bundle]));
  expect(verdicts.slice(-2)).toEqual(['new', 'newer']);
  expect(digestOf(city)).toBe(digestOf(aggregator));
  expect(valueOf(listSigners(city.context())).map(({ role, known }) => [role, known])).toEqual(
    expect.arrayContaining([
      ['commune', 'first'],
      ['aggregator', 'first'],
    ]),
  );
  const cards = valueOf(city.context().store.read((reader) => succeed(reader.readCells(1)))).filter(
    ({ field }) => field === 'evidence',
  );
  expect(cards).toHaveLength(1);
  const again = verdictsOf(await city.importAll([bundle]));
  expect(again.slice(-2)).toEqual(['same', 'same']);
});

test('officers who have exchanged halves are both known above, whichever of them sends', async () => {
  const first = openInstallation('first', 'commune');
  const assessmentId = first.create();
  first.record(assessmentId, yes(true));
  const second = openInstallation('second', 'commune');
  await second.importAll([await first.exportFile(assessmentId)]);
  const copy = onlyAssessment(second);
  second.record(copy, count('12'));
  const half = await second.exportFile(copy);
  await first.importAll([half]);
  const aggregator = openInstallation('aggregator', 'aggregator', '48');
  const whole = await first.exportFile(assessmentId);
  expect(verdictsOf(await aggregator.importAll([whole]))).toEqual(['new']);
  second.record(copy, count('13'));
  expect(verdictsOf(await aggregator.importAll([await second.exportFile(copy)]))).toEqual(['newer']);
  expect(valueOf(listSigners(aggregator.context())).map(({ known }) => known)).toEqual(
    expect.arrayContaining(['first', 'introduced']),
  );
});

test('a masked file is let in, and the whole one that follows fills it up', async () => {
  const commune = openInstallation('commune', 'commune');
  const assessmentId = commune.create();
  commune.record(assessmentId, yes(true), count('12'), {
    criterionId: 'px-006',
    field: 'assignee',
    value: 'Trần Văn Bình',
  });
  commune.sign(assessmentId);
  const aggregator = openInstallation('aggregator', 'aggregator', '48');
  const masked = await commune.exportFile(assessmentId, { masked: true });
  const whole = await commune.exportFile(assessmentId, { passphrase: 'mật khẩu' });
  expect(verdictsOf(await aggregator.importAll([masked]))).toEqual(['new']);
  expect(digestOf(aggregator)).not.toBe(digestOf(commune));
  expect(verdictsOf(await aggregator.importAll([whole]))).toEqual(['passphrase-needed']);
  expect(verdictsOf(await aggregator.importAll([whole], { passphrase: 'mật khẩu' }))).toEqual(['newer']);
  expect(digestOf(aggregator)).toBe(digestOf(commune));
  expect(verdictsOf(await aggregator.importAll([masked]))).toEqual(['same']);
});
