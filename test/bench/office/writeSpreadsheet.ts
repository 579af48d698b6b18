import writeXlsxFile from 'write-excel-file/node';
import { listApplicableCriteria } from '../../../shared/domain/scoring/scoreAssessment.ts';
import type { ReadAssessment } from '../../../electron/backend/usecases/readAssessment.ts';

const columns = [
  'STT',
  'Tiêu chí',
  'Điểm tối đa',
  'Số liệu kê khai',
  'Giải trình',
  'Tài liệu kiểm chứng',
  'Hướng dẫn',
];

/** The form of one assessment as a spreadsheet: what a unit without this app would send. */
export async function writeSpreadsheet(
  file: string,
  { unit, period, loadedSet, answers, header }: ReadAssessment,
): Promise<void> {
  const head = [[unit.name, period.code], ...Object.entries(header)];
  const rows = listApplicableCriteria(loadedSet.set, unit.kind).map((criterion) => {
    const answer = answers[criterion.id];
    const documents = (answer?.evidence ?? []).map(({ number, date, issuer, title, page }) =>
      [number, date, issuer, title, page].filter(Boolean).join('; '),
    );
    return [
      criterion.code,
      criterion.name.vi,
      criterion.maxPoints,
      JSON.stringify(answer?.value ?? null),
      answer?.explanation ?? '',
      documents.join('\n'),
      criterion.guidance.vi,
    ];
  });
  const cells = [...head, columns, ...rows].map((row) => row.map((value) => ({ value, wrap: true })));
  const widths = [8, 40, 10, 30, 40, 50, 60].map((width) => ({ width }));
  await writeXlsxFile(cells, { columns: widths, orientation: 'landscape' }).toFile(file);
}
