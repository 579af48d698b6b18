import { describe, expect, it } from 'vitest';
import { findUnits, unitInForce } from './findUnits.ts';
import type { Unit, UnitKind, UnitList } from './unitList.ts';

const kinds: readonly (readonly [prefix: string, kind: UnitKind])[] = [
  ['Phường', 'phuong'],
  ['Xã', 'xa'],
  ['Thị trấn', 'thi-tran'],
];

function unit(code: string, name: string): Unit {
  const kind = kinds.find(([prefix]) => name.startsWith(prefix))?.[1] ?? 'thanh-pho';
  return { code, name, kind };
}

function list(id: string, validFrom: string | null, validTo: string | null, units: Unit[]): UnitList {
  const words = { vi: id, en: id };
  const province = { code: '48', name: id, nameEn: id };
  return { id, title: words, province, validFrom, validTo, source: { title: words, note: words }, units };
}

const before = list('before', null, '2025-06-30', [
  unit('20410', 'Phường Sơn Phong'),
  unit('20350', 'Phường An Sơn'),
  unit('20461', 'Xã A Vương'),
  unit('20467', 'Thị trấn P Rao'),
  unit('20956', 'Xã Trà Don'),
  unit('20938', 'Xã Trà Dơn'),
  unit('20287', 'Phường Hoà Quý'),
  unit('20314', 'Phường Hòa Xuân'),
]);
const since = list('since', '2025-07-01', null, [
  unit('20410', 'Phường Hội An'),
  unit('20401', 'Phường Hội An Tây'),
  unit('20458', 'Xã Avương'),
  unit('20314', 'Phường Hòa Xuân'),
]);
const lists = [before, since];

function names(text: string, onDate?: string): string[] {
  return findUnits(lists, text, { onDate }).map(({ unit: found }) => found.name);
}

function matches(text: string): string[] {
  return findUnits(lists, text).map(({ unit: found, match }) => `${found.code} ${match}`);
}

describe('findUnits', () => {
  it('finds every version of a code, the newest first', () => {
    expect(names('20410')).toEqual(['Phường Hội An', 'Phường Sơn Phong']);
  });

  it('finds a unit by the first digits of its code', () => {
    expect(matches('2041')).toEqual(['20410 prefix', '20410 prefix']);
  });

  it.each(['Phường Hội An', 'Hội An', 'P. Hội An', 'phường  hội an', 'Hội An'.normalize('NFD')])(
    'holds %j for the name itself, with or without the kind',
    (text) => {
      expect(matches(text)[0]).toBe('20410 name');
    },
  );

  it.each(['hoi an', 'phuong hoi an', 'P. HOI AN', 'hoian'])('finds Hội An under %j', (text) => {
    expect(matches(text)).toEqual(
      text === 'hoian' ? ['20410 same-letters'] : ['20410 same-letters', '20401 prefix'],
    );
  });

  it('finds Hoà under Hòa and Hòa under Hoà', () => {
    expect(matches('Hòa Quý')).toEqual(['20287 name']);
    expect(matches('Hoà Xuân')).toEqual(['20314 name', '20314 name']);
  });

  it('finds names of the mountains whatever way they are spaced', () => {
    expect(names('avuong')).toEqual(['Xã Avương', 'Xã A Vương']);
    expect(names('Prao')).toEqual(['Thị trấn P Rao']);
  });

  it('puts the name with the same diacritics before the one that only has the same letters', () => {
    expect(names('Trà Dơn')).toEqual(['Xã Trà Dơn', 'Xã Trà Don']);
    expect(names('Trà Don')).toEqual(['Xã Trà Don', 'Xã Trà Dơn']);
  });

  it('goes from the beginning of a name over any part of it to words in any order', () => {
    expect(matches('son')).toEqual(['20410 prefix', '20350 substring']);
    expect(matches('an hoi')).toEqual(['20410 words', '20401 words']);
    expect(matches('tay hoi p')).toEqual(['20401 words']);
  });

  it('does not offer a ward to somebody who asks for a commune', () => {
    expect(names('xã Hội An')).toEqual([]);
  });

  it('looks only at the units in force on a day, if one is given', () => {
    expect(names('20410', '2025-06-30')).toEqual(['Phường Sơn Phong']);
    expect(names('hoa xuan', '2025-07-01')).toEqual(['Phường Hòa Xuân']);
  });

  it('finds nothing when nothing is typed', () => {
    expect(names('')).toEqual([]);
    expect(names(' . ')).toEqual([]);
  });
});

describe('unitInForce', () => {
  it('tells apart the units that carried one code on different days', () => {
    expect(unitInForce(lists, '20410', '2025-06-30')?.unit.name).toBe('Phường Sơn Phong');
    expect(unitInForce(lists, '20410', '2025-07-01')?.unit.name).toBe('Phường Hội An');
  });

  it('says which list the unit stands in', () => {
    expect(unitInForce(lists, '20401', '2026-01-01')?.list.id).toBe('since');
  });

  it('knows no unit under a code that was not in use on that day', () => {
    expect(unitInForce(lists, '20401', '2025-06-30')).toBeUndefined();
    expect(unitInForce(lists, '99999', '2025-07-01')).toBeUndefined();
  });
});
