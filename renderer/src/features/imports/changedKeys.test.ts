import { describe, expect, it } from 'vitest';
import type { ImportFile } from '#shared/api/contract.ts';
import { listChangedKeys } from './changedKeys.ts';
import { chooseFromFolder } from './chosenFiles.ts';

const unit = { code: '20242', validFrom: null, name: 'Phường Hải Châu', kind: 'ward', parentName: '' };
const changed: ImportFile = {
  number: 1,
  name: 'a.thuocso',
  size: 1,
  state: 'checked',
  verdict: 'refused',
  errors: [{ code: 'signer-changed', params: {} }],
  warnings: [],
  kind: 'assessment',
  unit,
  period: '2026',
  setId: null,
  setVersion: null,
  revision: 1,
  signer: { publicKey: 'new', words: ['núi'], standing: 'changed', role: 'commune', unit },
  changes: 0,
  conflicts: 0,
  quarantined: false,
  assessmentId: null,
};
const known = {
  publicKey: 'old',
  words: ['sông'],
  role: 'commune' as const,
  unit: { code: '20242', validFrom: null, name: 'Phường Hải Châu' },
  known: 'first' as const,
  since: '2026-11-01T00:00:00.000Z',
};

describe('keys that are not those known for their unit', () => {
  it('are shown once, beside the keys known for the unit, with the number of their files', () => {
    const other = { ...known, publicKey: 'x', unit: { ...known.unit, code: '1' }, words: ['xa'] };
    expect(listChangedKeys([changed, { ...changed, number: 2 }], [known, other])).toEqual([
      { publicKey: 'new', words: ['núi'], unitName: 'Phường Hải Châu', known: [['sông']], files: 2 },
    ]);
  });

  it('are those of who signed, not of the unit that a review is about', () => {
    const city = {
      ...known,
      role: 'city' as const,
      unit: { ...unit, code: '48', name: 'Đà Nẵng' },
      words: ['biển'],
    };
    const signer = {
      publicKey: 'new',
      words: ['núi'],
      standing: 'changed' as const,
      role: city.role,
      unit: city.unit,
    };
    expect(listChangedKeys([{ ...changed, kind: 'review', signer }], [known, city])).toMatchObject([
      { unitName: 'Đà Nẵng', known: [['biển']] },
    ]);
  });

  it('leave out files that are refused for another reason', () => {
    const broken = { ...changed, errors: [{ code: 'history-contradicts' as const, params: {} }] };
    expect(listChangedKeys([broken], [known])).toEqual([]);
  });
});

describe('a folder', () => {
  it('gives its packages, also under the names that chats and mail make of them, and counts the rest', () => {
    const names = ['a.thuocso', 'B.THUOCSO', 'c (1).thuocso', 'd.thuocso.zip', 'anh.png', 'Thumbs.db'];
    const chosen = chooseFromFolder(names.map((name) => new File([], name)));
    expect(chosen.files.map(({ name }) => name)).toEqual(names.slice(0, 4));
    expect(chosen.skipped).toBe(2);
  });
});
