import { expect, test } from 'vitest';
import type { Finding } from '#shared/domain/selfCheck/checkBeforeSigning.ts';
import { groupFindings } from './findingGroups.ts';

const unanswered = (id: string): Finding => ({ kind: 'unanswered', criterionIds: [id], severity: 'must' });

test('findings of one kind stand together, kinds in the order of the check', () => {
  const noEvidence: Finding = { kind: 'evidence-missing', criterionIds: ['px-002'], severity: 'must' };
  const gap: Finding = { kind: 'header-missing', field: 'address', criterionIds: [], severity: 'should' };
  const groups = groupFindings([unanswered('px-001'), noEvidence, unanswered('px-003'), gap]);
  expect(groups).toEqual([
    { kind: 'unanswered', severity: 'must', findings: [unanswered('px-001'), unanswered('px-003')] },
    { kind: 'evidence-missing', severity: 'must', findings: [noEvidence] },
    { kind: 'header-missing', severity: 'should', findings: [gap] },
  ]);
});

test('no findings, no groups', () => {
  expect(groupFindings([])).toEqual([]);
});
