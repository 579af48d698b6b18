import { expect, test } from 'vitest';
import { keepPdf, readPdfText } from '../../../test/helpers/readPdf.ts';
import { readZipText } from '../../../test/helpers/readZip.ts';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import { errorsOf, openTestWorkspace, valueOf } from '../../../test/helpers/testWorkspace.ts';
import { shortCode } from '#shared/report/scorecardCode.ts';
import { createAssessment } from './createAssessment.ts';
import { createScorecard, scorecardFileName } from './createScorecard.ts';
import { recordAnswers } from './recordAnswers.ts';
import { recordHeader } from './recordHeader.ts';
import { signAssessment } from './signing.ts';

const choice = { unitCode: '20242', period: '2026', setId: 'da-nang-phuong-xa', setVersion: '1.0.0' };

test('the sheet of a stored assessment shows what was recorded', async () => {
  const folder = makeTemporaryFolder();
  const { context } = openTestWorkspace(folder);
  const { id } = valueOf(createAssessment(context, choice));
  valueOf(recordHeader(context, { assessmentId: id, header: { address: 'Số 1 đường Bạch Đằng' } }));
  valueOf(
    recordAnswers(context, {
      assessmentId: id,
      edits: [{ criterionId: 'px-006', field: 'value', value: true }],
    }),
  );
  const { fileName, bytes } = valueOf(await createScorecard(context, id, 'vi'));
  expect(fileName).toBe('phuong-hai-chau_2026_phieu-diem.pdf');
  const text = readPdfText(keepPdf(folder, bytes));
  expect(text).toContain('Số 1 đường Bạch Đằng');
  expect(text).toContain('Đạt 0,5/99 điểm');
});

test('a signed sheet carries the number of its signature and who signed it, as PDF and as Word document', async () => {
  const folder = makeTemporaryFolder();
  const { context } = openTestWorkspace(folder);
  const { id } = valueOf(createAssessment(context, choice));
  const signatory = { name: 'Nguyễn Văn An', title: 'Chủ tịch', place: 'Hải Châu', date: '2026-12-20' };
  const signed = valueOf(signAssessment(context, { assessmentId: id, ...signatory }));
  const pdf = valueOf(await createScorecard(context, id, 'vi'));
  const docx = valueOf(await createScorecard(context, id, 'vi', 'docx'));
  expect(docx.fileName).toBe('phuong-hai-chau_2026_phieu-diem.docx');
  const printed = readPdfText(keepPdf(folder, pdf.bytes));
  const written = readZipText(Buffer.from(docx.bytes), 'word/document.xml');
  const digest = signed.signature?.digest ?? '';
  for (const text of [printed, written]) {
    expect(text).toContain('Nguyễn Văn An');
    expect(text).toContain('CHỦ TỊCH');
    expect(text).toContain('Hải Châu, ngày 20 tháng 12 năm 2026');
    expect(text).toContain(shortCode(digest));
  }
  expect(written).toContain(`TS1:20242:2026:R1:${digest.toUpperCase()}`);
});

test('an unknown assessment is refused', async () => {
  const { context } = openTestWorkspace(makeTemporaryFolder());
  const codes = errorsOf(await createScorecard(context, 'none', 'vi')).map((error) => error.code);
  expect(codes).toEqual(['assessment-unknown']);
});

test('file names have neither diacritics nor slashes', () => {
  expect(scorecardFileName('Xã Sông Kôn', '2026-01-01/2026-06-30', 'pdf')).toBe(
    'xa-song-kon_2026-01-01_2026-06-30_phieu-diem.pdf',
  );
});
