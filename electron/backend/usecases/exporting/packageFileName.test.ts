import { expect, test } from 'vitest';
import { packageFileName } from './packageFileName.ts';

const contentDigest = `ab12cd34${'0'.repeat(56)}`;

test('an officer sees unit, period, revision and the code of the printed sheet, without diacritics', () => {
  const named = { unitName: 'Phường Hải Châu', period: '2026', revision: 1, contentDigest };
  expect(packageFileName(named)).toBe('Phuong-Hai-Chau_2026_lan1_AB12CD34.thuocso');
  expect(packageFileName({ ...named, unitName: 'Phường Hải Châu'.normalize('NFD'), revision: 0 })).toBe(
    'Phuong-Hai-Chau_2026_lan0_AB12CD34.thuocso',
  );
  expect(packageFileName(named, 'tham-dinh')).toBe('Phuong-Hai-Chau_2026_lan1_tham-dinh_AB12CD34.thuocso');
});

test('any name and any period make a name that every system takes', () => {
  const named = {
    unitName: 'Đặc khu “Hoàng/Sa”',
    period: '2026-01-01/2026-06-30',
    revision: 12,
    contentDigest,
  };
  expect(packageFileName(named)).toBe('Dac-khu-Hoang-Sa_2026-01-01-den-2026-06-30_lan12_AB12CD34.thuocso');
  expect(packageFileName({ ...named, unitName: '…' })).toMatch(/^thuoc-so_/u);
  expect(packageFileName({ ...named, unitName: 'x'.repeat(300) }).length).toBeLessThan(120);
});
