import { expect, test } from 'vitest';
import { openOffice } from '../../../../test/helpers/offices.ts';
import { valueOf } from '../../../../test/helpers/testWorkspace.ts';
import { contentDigestOf } from '../contentDigest.ts';
import { readAssessment } from '../readAssessment.ts';
import { recordHeader } from '../recordHeader.ts';
import { digestOfLog } from './digestOfLog.ts';

test('the digest put together from texts is that of the content read from the store', () => {
  const { workspace, assessmentId, record, log } = openOffice('one');
  const { context } = workspace;
  valueOf(recordHeader(context, { assessmentId, header: { population: '12 000', address: '' } }));
  const card = { number: '1/QĐ', date: '2026-03-05', issuer: 'UBND', title: 'Đề án “số”', page: '' };
  record(
    'Lan',
    { criterionId: 'px-011', field: 'value', value: { numerator: '1', denominator: '3' } },
    { criterionId: 'px-002', field: 'value', value: ['a', 'c'] },
    { criterionId: 'px-004', field: 'value', value: '12' },
    { criterionId: 'px-004', field: 'evidence', value: [card] },
    { criterionId: 'px-005', field: 'explanation', value: 'vì\nsao' },
    { criterionId: 'px-006', field: 'assignee', value: 'Lan' },
  );
  record('Lan', { criterionId: 'px-004', field: 'value', value: '13' });
  record('Lan', { criterionId: 'px-005', field: 'explanation', value: '' });
  const {
    record: stored,
    unit,
    period,
    loadedSet,
    answers,
    header,
  } = valueOf(context.store.read((reader) => readAssessment(reader, context.content, assessmentId)));
  const frame = { unitCode: unit.code, period: period.code, setDigest: stored.setDigest };
  expect(loadedSet.digest).toBe(stored.setDigest);
  expect(digestOfLog(frame, log())).toBe(contentDigestOf({ ...frame, answers, header }));
});
