import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { fillPeriod } from '../../../../test/helpers/filledPeriod.ts';
import { keepAllPoints } from '../../../../test/helpers/finalScores.ts';
import { readDocxText } from '../../../../test/helpers/readDocx.ts';
import { readPdfBoxes, readPdfInfo, readPdfText } from '../../../../test/helpers/readPdf.ts';
import { makeTemporaryFolder } from '../../../../test/helpers/temporaryFolder.ts';
import { codesOf, openTestWorkspace, valueOf } from '../../../../test/helpers/testWorkspace.ts';
import { millimetres } from '../../reports/pageGeometry.ts';
import type { UseCaseContext } from '../context.ts';
import { createAnnouncement, type AnnouncementWish } from './createAnnouncement.ts';

const wards = ['20194', '20209', '20242'];
const communes = ['20308', '20332'];
const named = { language: 'vi', format: 'pdf', isAnonymous: false } as const;

let folder = '';
let context: UseCaseContext;

beforeEach(() => {
  folder = makeTemporaryFolder();
  ({ context } = openTestWorkspace(folder));
});

async function announce(wish: AnnouncementWish): Promise<string> {
  const { name, bytes } = valueOf(
    await createAnnouncement(context, { period: '2026', above: undefined }, wish),
  );
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

/** Final scores for all wards and all communes but the last. */
function judge(): void {
  const ids = fillPeriod(
    context,
    [...wards, ...communes].map((unitCode) => ({ unitCode })),
  );
  keepAllPoints(context, ids.slice(0, -1));
}

test('without any final score nothing is announced', async () => {
  fillPeriod(context, [{ unitCode: '20194' }]);
  const refused = await createAnnouncement(context, { period: '2026', above: undefined }, named);
  expect(codesOf(refused)).toEqual(['no-final-scores']);
});

test('an announcement names every unit with its place, and those without a final score as such', async () => {
  judge();
  const file = await announce(named);
  const text = readPdfText(file);
  for (const said of [
    'THÔNG BÁO',
    '/TB-',
    'I. Căn cứ',
    'Căn cứ Quyết định số 1095/QĐ-UBND',
    'chưa ban hành, không phải căn cứ',
    'không phải phụ lục của một quyết định',
    'Có 5 đơn vị thuộc phạm vi thông báo: 4 đơn vị đã có điểm chốt, 1 đơn vị chưa có điểm chốt.',
    '1. Nhóm phường (3 đơn vị đã có điểm chốt)',
    '2. Nhóm xã (1 đơn vị đã có điểm chốt)',
    'IV. Những đơn vị đạt ngưỡng',
    'Chưa có điểm chốt, không xếp hạng: 1 đơn vị, gồm',
    'Nơi nhận:',
    '20209',
  ]) {
    expect(text).toContain(said);
  }
  expect(text).not.toContain('Nội dung được lược bỏ');
  for (const { width, height, words } of readPdfBoxes(file)) {
    for (const word of words) {
      expect(word.left, word.text).toBeGreaterThanOrEqual(millimetres(30) - 1);
      expect(word.right, word.text).toBeLessThanOrEqual(width - millimetres(15));
      expect(word.bottom, word.text).toBeLessThanOrEqual(height - millimetres(18));
    }
  }
  const docx = readDocxText(await announce({ ...named, format: 'docx' }));
  for (const said of ['I. Căn cứ', '1. Nhóm phường', 'V. Những đơn vị chưa chốt điểm', 'Nơi nhận:']) {
    expect(docx).toContain(said);
  }
});

test('an anonymised one holds no name and no code, nor a group so small that its figures name the unit', async () => {
  judge();
  const units = valueOf(context.store.read((reader) => ({ ok: true, value: reader.listAssessments() })));
  const pdf = await announce({ ...named, isAnonymous: true });
  const docx = await announce({ ...named, format: 'docx', isAnonymous: true });
  for (const text of [readPdfText(pdf) + readPdfInfo(pdf), readDocxText(docx)]) {
    for (const { unitName, unitCode } of units) {
      expect(text).not.toContain(unitName);
      expect(text).not.toContain(unitCode);
    }
    for (const said of ['Đơn vị 01', 'Đơn vị 03', 'VI. Nội dung được lược bỏ'.slice(4), 'dưới 3 đơn vị']) {
      expect(text).toContain(said);
    }
    expect(text).not.toContain('Nhóm xã');
    expect(text).not.toContain('Đơn vị 04');
  }
});

test('units that share a place stand in an order that does not know who they are', async () => {
  const order = async (codes: readonly string[]): Promise<string> => {
    ({ context } = openTestWorkspace((folder = makeTemporaryFolder())));
    const same = (unitCode: string) => ({ unitCode, change: () => ({}) });
    keepAllPoints(context, fillPeriod(context, codes.map(same)));
    return readPdfText(await announce({ ...named, isAnonymous: true }));
  };
  expect(await order(wards)).toBe(await order(['20197', '20200', '20257']));
});
