import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { load } from 'js-yaml';
import { findUnits, unitInForce } from './findUnits.ts';
import { normaliseName, withoutKind } from './normaliseName.ts';
import { isInForce, tierModelSchema, unitListSchema } from './unitList.ts';
import type { TierModel, Unit, UnitList } from './unitList.ts';

const criteria = new URL('../../../criteria/', import.meta.url);

function readContent<T>(folder: string, schema: { parse: (value: unknown) => T }): T[] {
  const files = readdirSync(new URL(folder, criteria)).filter((file) => file.endsWith('.yaml'));
  return files.map((file) => schema.parse(load(readFileSync(new URL(`${folder}${file}`, criteria), 'utf8'))));
}

const lists: UnitList[] = readContent('units/', unitListSchema);
const models: TierModel[] = readContent('tiers/', tierModelSchema);

function listCalled(id: string): UnitList {
  const list = lists.find((candidate) => candidate.id === id);
  if (list === undefined) throw new Error(`no list ${id}`);
  return list;
}

function communes(list: UnitList): Unit[] {
  return list.units.filter((unit) => unit.code.length === 5);
}

function dayBefore(date: string): string {
  return new Date(Date.parse(date) - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

describe('the bundled lists of units', () => {
  it.each([
    ['da-nang-2025-07', 94],
    ['da-nang-2025-01', 47],
    ['da-nang-2024', 56],
    ['quang-nam-2025-06', 233],
  ])('%s has %i units of the commune level', (id, count) => {
    expect(communes(listCalled(id))).toHaveLength(count);
  });

  it('has 23 wards, 70 communes and 1 special zone since July 2025, as the resolution says', () => {
    const counts = Object.groupBy(communes(listCalled('da-nang-2025-07')), (unit) => unit.kind);
    expect(counts.phuong).toHaveLength(23);
    expect(counts.xa).toHaveLength(70);
    expect(counts['dac-khu']).toHaveLength(1);
  });

  it('never has two lists of one province, or one code twice, in force on the same day', () => {
    const days = lists.flatMap((list) => [list.validFrom, list.validTo]).filter((day) => day !== null);
    for (const day of [...days, '2024-01-01', '2030-01-01']) {
      const inForce = lists.filter((list) => isInForce(list, day));
      const provinces = inForce.map((list) => list.province.code);
      const codes = inForce.flatMap((list) => list.units.map((unit) => unit.code));
      expect(new Set(provinces).size).toBe(provinces.length);
      expect(new Set(codes).size).toBe(codes.length);
    }
  });

  it('names every predecessor as the list before names it', () => {
    for (const list of lists) {
      for (const predecessor of list.units.flatMap((unit) => unit.predecessors ?? [])) {
        const before = dayBefore(list.validFrom ?? '');
        const found = unitInForce(lists, predecessor.code, before);
        expect(found?.unit.name, predecessor.code).toBe(predecessor.name);
      }
    }
  });

  it('gives every unit of June 2025 a successor: one for the whole, two or more for its parts', () => {
    const predecessors = listCalled('da-nang-2025-07').units.flatMap((unit) => unit.predecessors ?? []);
    const june = [listCalled('da-nang-2025-01'), listCalled('quang-nam-2025-06')].flatMap(communes);
    for (const old of june) {
      const parts = predecessors.filter(({ code }) => code === old.code).map(({ part }) => part);
      const isWhole = parts.length === 1 && parts[0] === 'whole';
      const isSplit = parts.length >= 2 && parts.every((part) => part === 'split');
      expect(isWhole || isSplit, `${old.code} ${old.name}: ${parts.join()}`).toBe(true);
    }
  });

  it('keeps Hội An and Sơn Phong apart, which carried the same code', () => {
    expect(unitInForce(lists, '20410', '2025-06-30')?.unit.name).toBe('Phường Sơn Phong');
    expect(unitInForce(lists, '20410', '2025-07-01')?.unit.name).toBe('Phường Hội An');
  });

  it('knows that the only unit cut in July 2025 was the commune Hòa Liên', () => {
    const split = listCalled('da-nang-2025-07').units.filter((unit) =>
      unit.predecessors?.some(({ part }) => part === 'split'),
    );
    expect(split.map((unit) => unit.name)).toEqual(['Phường Hải Vân', 'Phường Liên Chiểu']);
  });
});

describe('the bundled tier models', () => {
  it('has exactly one model for every day', () => {
    for (const day of ['2024-01-01', '2025-06-30', '2025-07-01', '2030-01-01']) {
      expect(models.filter((model) => isInForce(model, day))).toHaveLength(1);
    }
  });

  it('has a tier for every kind of unit of the lists in force with it', () => {
    for (const list of lists) {
      const day = list.validFrom ?? list.validTo ?? '';
      const model = models.find((candidate) => isInForce(candidate, day));
      const kinds = new Set(model?.tiers.flatMap((tier) => tier.unitKinds));
      expect(list.units.filter((unit) => !kinds.has(unit.kind))).toEqual([]);
    }
  });
});

describe('search in the bundled lists', () => {
  const versions = lists.flatMap((list) => list.units.map((unit) => ({ unit, list })));
  const spelling = fc.constantFrom<(name: string) => string>(
    (name) => name,
    (name) => name.normalize('NFD'),
    (name) => name.toUpperCase(),
    (name) => ` ${name.replaceAll(' ', '  ')} `,
    (name) => normaliseName(name),
    (name) => withoutKind(normaliseName(name)),
  );

  it('finds every unit under its name, however it is typed, among the closest', () => {
    fc.assert(
      fc.property(fc.constantFrom(...versions), spelling, ({ unit, list }, spell) => {
        const found = findUnits(lists, spell(unit.name));
        const own = found.find((candidate) => candidate.unit === unit && candidate.list === list);
        expect(['name', 'same-letters']).toContain(own?.match);
      }),
    );
  });

  it('puts a unit first when its full name is typed on a day when it is in force', () => {
    for (const { unit, list } of versions) {
      const onDate = list.validTo ?? '2030-01-01';
      expect(findUnits(lists, unit.name, { onDate })[0]?.match).toBe('name');
      expect(normaliseName(findUnits(lists, unit.name, { onDate })[0]?.unit.name ?? '')).toBe(
        normaliseName(unit.name),
      );
    }
  });
});
