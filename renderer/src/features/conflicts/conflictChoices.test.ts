import { describe, expect, it } from 'vitest';
import type { Conflict } from '#shared/api/contract.ts';
import {
  chooseByRule,
  countByRule,
  decisionsOf,
  joinDocuments,
  keyOfConflict,
  keyOfRule,
  listBulkRules,
  pickRule,
} from './conflictChoices.ts';

const source = {
  fileName: 'a.thuocso',
  sha256: 'a'.repeat(64),
  importedAt: '2026-11-01T00:00:00.000Z',
  revision: 1,
  signerUnit: 'Phường Hải Châu',
  signerWords: [],
};

const conflict: Conflict = {
  assessmentId: 'p',
  unit: { code: '20242', validFrom: null, name: 'Phường Hải Châu', kind: 'ward', parentName: '' },
  period: '2026',
  setId: 's',
  setVersion: '1.0.0',
  stage: 'self',
  criterionId: 'c1',
  field: 'explanation',
  values: [
    { dots: [['r', 1]], value: 'đây', author: 'An', changedAt: '2026-10-02T00:00:00.000Z', source: null },
    { dots: [['q', 1]], value: 'kia', author: 'Bình', changedAt: '2026-10-01T00:00:00.000Z', source },
  ],
};
const both = [conflict, { ...conflict, criterionId: 'c2' }];
const keys = both.map(keyOfConflict);

describe('decisions on conflicts', () => {
  it('are offered by file, person, place and, as a proposal, by date', () => {
    expect(listBulkRules(both).map(({ rule, label }) => [rule.kind, label])).toEqual([
      ['here', ''],
      ['file', 'a.thuocso'],
      ['author', 'An'],
      ['author', 'Bình'],
      ['latest', ''],
    ]);
  });

  it('keep the rule that was picked when others go, and begin anew where it went itself', () => {
    const rules = listBulkRules(both);
    const latest = keyOfRule({ kind: 'latest' });
    const left = rules.filter(({ rule }) => rule.kind !== 'author');
    expect(pickRule(left, latest)?.rule).toEqual({ kind: 'latest' });
    expect(pickRule(left, keyOfRule({ kind: 'author', author: 'An' }))).toBe(left[0]);
    expect(pickRule(left, null)).toBe(left[0]);
  });

  it('choose the one value that fits and leave the rest as it was chosen', () => {
    const before = { [keys[1] ?? '']: { kind: 'other' as const, value: 'khác' } };
    const [first] = both;
    expect(chooseByRule(first ? [first] : [], { kind: 'file', sha256: source.sha256 }, before)).toEqual({
      ...before,
      [keys[0] ?? '']: { kind: 'side', index: 1 },
    });
    expect(countByRule(both, { kind: 'author', author: 'Chi' })).toBe(0);
    expect(countByRule(both, { kind: 'latest' })).toBe(2);
  });

  it('do not choose between two values that fit alike', () => {
    const twice = { ...conflict, values: conflict.values.map((one) => ({ ...one, author: 'An' })) };
    expect(countByRule([twice], { kind: 'author', author: 'An' })).toBe(0);
  });

  it('become decisions only where a value is chosen', () => {
    const choices = {
      [keys[0] ?? '']: { kind: 'side' as const, index: 0 },
      [keys[1] ?? '']: { kind: 'other' as const, value: '' },
    };
    expect(decisionsOf(both, choices).map(({ decision }) => decision)).toEqual([
      {
        assessmentId: 'p',
        stage: 'self',
        criterionId: 'c1',
        field: 'explanation',
        value: 'đây',
        seen: [
          ['r', 1],
          ['q', 1],
        ],
      },
    ]);
  });

  it('take "none of these" for the value of a checklist, and no documents for nothing entered', () => {
    const decided = (field: string) => {
      const one = { ...conflict, field };
      return decisionsOf([one], { [keyOfConflict(one)]: { kind: 'other', value: [] } });
    };
    expect(decided('value').map(({ decision }) => decision.value)).toEqual([[]]);
    expect(decided('evidence')).toEqual([]);
  });

  it('hold for what stood there when they were chosen, not for a value that has come since', () => {
    const [here, there] = conflict.values;
    const since = { ...conflict, values: [here, { ...there, dots: [['q', 2]] }] } as Conflict;
    const choices = { [keys[0] ?? '']: { kind: 'side' as const, index: 1 } };
    expect(decisionsOf([since], choices)).toEqual([]);
  });

  it('may join the documents of all sides, equal ones once', () => {
    const card = { number: '12/QĐ', date: '', issuer: '', title: '', page: '' };
    const other = { ...card, number: '13/QĐ' };
    const sides = [[card], [card, other]].map((value, index) => ({
      ...(conflict.values[index] ?? conflict.values[0]),
      value,
    })) as Conflict['values'];
    expect(joinDocuments({ ...conflict, field: 'evidence', values: sides })).toEqual([card, other]);
  });
});
