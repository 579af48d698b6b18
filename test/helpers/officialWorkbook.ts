import { createAuthoringWorkbook } from '../../electron/backend/usecases/authoring/createAuthoringWorkbook.ts';
import type { Content } from '../../electron/backend/files/content.ts';
import { fillWorkbook, type Typed } from './fillWorkbook.ts';
import { valueOf } from './valueOf.ts';

/** Numbers of the sheets, for `fillWorkbook`. */
export const authoringSheets = {
  head: 2,
  thresholds: 4,
  groups: 6,
  criteria: 7,
  rules: 8,
  years: 9,
  sources: 10,
} as const;

/** Cells by sheet number and address. */
export type Filled = Readonly<Record<number, Readonly<Record<string, Typed>>>>;

export const officialTitle = 'Bộ tiêu chí chuyển đổi số phường, xã năm 2027';

/** What an officer types to make the reference set the city's own; by heart, in whatever spelling the machine gives. */
const head = {
  C3: '2.0.0',
  C4: 'Chính thức'.normalize('NFD'),
  C5: officialTitle,
  C6: 'Áp dụng từ kỳ đánh giá năm 2027.',
  D6: '',
  C8: '123/QĐ-UBND',
  C9: '05/03/2027',
  C10: 'UBND thành phố Đà Nẵng',
} as const;

/** The workbook of the reference set for wards as the city has filled it in on the day of the annex. */
export async function writeOfficialWorkbook(content: Content, more: Filled = {}): Promise<Buffer> {
  const created = await createAuthoringWorkbook(content, { setId: 'da-nang-phuong-xa' }, 'vi');
  return await fillInOfficial(Buffer.from(valueOf(created).bytes), more);
}

/** The same in a workbook that was saved. */
export async function fillInOfficial(workbook: Buffer, more: Filled = {}): Promise<Buffer> {
  const cells = { ...more, [authoringSheets.head]: { ...head, ...more[authoringSheets.head] } };
  return await fillWorkbook(workbook, cells);
}
