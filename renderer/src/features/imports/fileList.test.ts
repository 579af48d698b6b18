import { describe, expect, it } from 'vitest';
import type { ImportFile } from '#shared/api/contract.ts';
import { countVerdicts, isChoosable, listChosen, listFiles, listOffered, type ListView } from './fileList.ts';

const unit = { code: '20242', validFrom: null, name: 'Phường Hải Châu', kind: 'ward', parentName: 'Đà Nẵng' };

function fileOf(number: number, part: Partial<ImportFile>): ImportFile {
  return {
    number,
    name: `tep-${String(number)}.thuocso`,
    size: 1,
    state: 'checked',
    verdict: 'new',
    errors: [],
    warnings: [],
    kind: 'assessment',
    unit,
    period: '2026',
    setId: null,
    setVersion: null,
    revision: 1,
    signer: null,
    changes: 0,
    conflicts: 0,
    quarantined: false,
    assessmentId: null,
    ...part,
  };
}

const files = [
  fileOf(1, { verdict: 'same' }),
  fileOf(2, { verdict: 'refused', unit: null, name: 'ảnh.png' }),
  fileOf(10, { verdict: 'new', unit: { ...unit, name: 'Xã Hòa Vang', code: '20293' } }),
  fileOf(3, { verdict: 'conflict' }),
];
const view: ListView = { verdict: null, search: '', sort: 'number', isDescending: false };
const numbers = (part: Partial<ListView>): readonly number[] =>
  listFiles(files, { ...view, ...part }).map(({ number }) => number);

describe('the files of an import', () => {
  it('are counted by verdict', () => {
    expect(countVerdicts([...files, fileOf(5, { verdict: null })])).toEqual({
      new: 1,
      same: 1,
      newer: 0,
      older: 0,
      conflict: 1,
      refused: 1,
    });
  });

  it('are found with and without diacritics, by file, unit or code', () => {
    expect(numbers({ search: 'hoa vang' })).toEqual([10]);
    expect(numbers({ search: 'Hải châu' })).toEqual([1, 3]);
    expect(numbers({ search: 'ANH' })).toEqual([2]);
    expect(numbers({ search: '20293' })).toEqual([10]);
    expect(numbers({ search: 'hai chau', verdict: 'conflict' })).toEqual([3]);
  });

  it('are sorted by what is asked for, both ways', () => {
    expect(numbers({ sort: 'name' })).toEqual([2, 1, 3, 10]);
    expect(numbers({ sort: 'unit' })).toEqual([1, 3, 10, 2]);
    expect(numbers({ sort: 'verdict' })).toEqual([2, 3, 10, 1]);
    expect(numbers({ sort: 'verdict', isDescending: true })).toEqual([1, 10, 3, 2]);
  });

  it('can be chosen where they bring something; a changed key only after a person has accepted it', () => {
    const changed = fileOf(4, {
      verdict: 'refused',
      errors: [{ code: 'signer-changed', params: {} }],
      signer: {
        publicKey: 'k',
        words: [],
        standing: 'changed',
        role: 'commune',
        unit: { code: '1', validFrom: null, name: '' },
      },
    });
    expect(files.filter((file) => isChoosable(file, new Set())).map(({ number }) => number)).toEqual([10, 3]);
    expect(isChoosable(changed, new Set())).toBe(false);
    expect(isChoosable(changed, new Set(['k']))).toBe(true);
  });

  it('of a bundle are taken and left out with it, and it can be taken for what a person has accepted in it', () => {
    const signer = { publicKey: 'k', words: [], standing: 'changed', role: 'commune', unit };
    const changed = {
      verdict: 'refused',
      errors: [{ code: 'signer-changed', params: {} }],
      signer,
    } as unknown as Partial<ImportFile>;
    const bundled = [
      fileOf(1, { kind: 'bundle', name: 'goi.thuocso' }),
      fileOf(2, { kind: 'bundle', name: 'khoa.thuocso', verdict: 'same' }),
      fileOf(3, { name: 'goi.thuocso/a.thuocso' }),
      fileOf(4, { name: 'khoa.thuocso/b.thuocso', ...changed }),
      fileOf(5, { name: 'da-giu-lai.thuocso' }),
    ];
    const chosen = (keys: readonly string[], leftOut: readonly number[]): readonly number[] =>
      listChosen(bundled, { accepted: new Set(keys), sent: 2, leftOut: new Set(leftOut) }).map(
        ({ number }) => number,
      );
    expect(chosen([], [])).toEqual([1, 3, 5]);
    expect(chosen([], [1])).toEqual([5]);
    expect(chosen(['k'], [1])).toEqual([2, 4, 5]);
    expect([...listOffered(bundled, { accepted: new Set(), sent: 2 })]).toEqual([1]);
    expect([...listOffered(bundled, { accepted: new Set(['k']), sent: 2 })]).toEqual([1, 2]);
  });
});
