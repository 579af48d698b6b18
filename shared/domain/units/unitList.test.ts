import { describe, expect, it } from 'vitest';
import { isInForce, tierModelSchema, unitListSchema } from './unitList.ts';

const words = { vi: 'Chữ', en: 'Words' };

const list = {
  id: 'da-nang-2025-07',
  title: words,
  province: { code: '48', name: 'Thành phố Đà Nẵng', nameEn: 'Da Nang City' },
  validFrom: '2025-07-01',
  validTo: null,
  source: { title: words, note: words },
  units: [
    { code: '48', name: 'Thành phố Đà Nẵng', kind: 'thanh-pho' },
    { code: '20410', name: 'Phường Hội An', kind: 'phuong', parent: '48' },
  ],
};

const model = {
  id: 'two-tier-2025',
  title: words,
  validFrom: '2025-07-01',
  validTo: null,
  source: { title: words, note: words },
  tiers: [
    { id: 'commune', name: words, unitKinds: ['phuong', 'xa', 'dac-khu'], role: 'self' },
    { id: 'city', name: words, unitKinds: ['thanh-pho'], role: 'final' },
  ],
};

function messages(result: { error?: { issues: { message: string }[] } | undefined }): string[] {
  return (result.error?.issues ?? []).map((issue) => issue.message);
}

function withUnit(unit: object): string[] {
  return messages(unitListSchema.safeParse({ ...list, units: [...list.units, unit] }));
}

describe('unitListSchema', () => {
  it('accepts a list whose units all hang under the province', () => {
    expect(messages(unitListSchema.safeParse(list))).toEqual([]);
  });

  it.each([
    ['duplicate-code', { code: '20410', name: 'Phường Sơn Phong', kind: 'phuong', parent: '48' }],
    ['parent-missing', { code: '20401', name: 'Phường Hội An Tây', kind: 'phuong' }],
    ['parent-unknown', { code: '20401', name: 'Phường Hội An Tây', kind: 'phuong', parent: '503' }],
    ['parent-not-above', { code: '20401', name: 'Phường Hội An Tây', kind: 'phuong', parent: '20401' }],
    ['not-nfc', { code: '20401', name: 'Phường Hội An'.normalize('NFD'), kind: 'phuong', parent: '48' }],
    ['not-a-unit-code', { code: '2040', name: 'Phường Hội An Tây', kind: 'phuong', parent: '48' }],
  ])('refuses a unit as %s', (message, unit) => {
    expect(withUnit(unit)).toContain(message);
  });

  it('refuses a list without its province at the top', () => {
    const orphaned = { ...list, province: { ...list.province, code: '49' } };
    expect(messages(unitListSchema.safeParse(orphaned))).toContain('province-not-at-the-top');
  });

  it('refuses a list that ends before it begins', () => {
    const reversed = { ...list, validTo: '2025-06-30' };
    expect(messages(unitListSchema.safeParse(reversed))).toEqual(['span-reversed']);
  });

  it('refuses a field it does not know, so that a slip of the pen in the content is seen', () => {
    expect(withUnit({ code: '20401', name: 'Xã A', kind: 'xa', parrent: '48' })).not.toEqual([]);
  });
});

describe('tierModelSchema', () => {
  it('accepts a model whose tiers share no kind of unit', () => {
    expect(messages(tierModelSchema.safeParse(model))).toEqual([]);
  });

  it('refuses a kind of unit that stands in two tiers', () => {
    const [commune, city] = model.tiers;
    const doubled = { ...model, tiers: [commune, { ...city, unitKinds: ['thanh-pho', 'xa'] }] };
    expect(messages(tierModelSchema.safeParse(doubled))).toEqual(['kind-in-two-tiers']);
  });

  it('refuses the same tier twice', () => {
    const [commune] = model.tiers;
    const doubled = { ...model, tiers: [commune, { ...commune, unitKinds: [] }] };
    expect(messages(tierModelSchema.safeParse(doubled))).toEqual(['duplicate-tier']);
  });
});

describe('isInForce', () => {
  const span = { validFrom: '2025-01-01', validTo: '2025-06-30' };

  it.each([
    ['2024-12-31', false],
    ['2025-01-01', true],
    ['2025-06-30', true],
    ['2025-07-01', false],
  ])('counts both the first and the last day: %s is %s', (day, expected) => {
    expect(isInForce(span, day)).toBe(expected);
  });

  it('reads an open start as since ever and an open end as until now', () => {
    expect(isInForce({ validFrom: null, validTo: '2024-12-31' }, '1997-01-01')).toBe(true);
    expect(isInForce({ validFrom: '2025-07-01', validTo: null }, '2099-01-01')).toBe(true);
  });
});
