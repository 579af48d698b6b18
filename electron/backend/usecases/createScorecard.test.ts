import { expect, test } from 'vitest';
import { keepPdf, readPdfText } from '../../../test/helpers/readPdf.ts';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import { errorsOf, openTestWorkspace, valueOf } from '../../../test/helpers/testWorkspace.ts';
import { createAssessment } from './createAssessment.ts';
import { createScorecard, scorecardFileName } from './createScorecard.ts';
import { recordAnswers } from './recordAnswers.ts';
import { recordHeader } from './recordHeader.ts';

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

test('an unknown assessment is refused', async () => {
  const { context } = openTestWorkspace(makeTemporaryFolder());
  const codes = errorsOf(await createScorecard(context, 'none', 'vi')).map((error) => error.code);
  expect(codes).toEqual(['assessment-unknown']);
});

test('file names have neither diacritics nor slashes', () => {
  expect(scorecardFileName('Xã Sông Kôn', '2026-01-01/2026-06-30')).toBe(
    'xa-song-kon_2026-01-01_2026-06-30_phieu-diem.pdf',
  );
});
