import { expect, test } from 'vitest';
import { emptyAnswer, type Answer } from '#shared/domain/assessment/answer.ts';
import type { Criterion } from '#shared/domain/criteria/criteriaSet.ts';
import { sampleScorecard } from '../../../test/helpers/sampleScorecard.ts';

const document = {
  number: '12/QĐ-UBND',
  date: '2026-03-05',
  issuer: 'UBND phường Hải Châu',
  title: 'Kiện toàn Ban Chỉ đạo',
  page: '2',
};

function only(code: string, change: Partial<Answer>) {
  return (criterion: Criterion): Answer | null =>
    criterion.code === code ? { ...emptyAnswer, ...change } : null;
}

function rowOf(scorecard: ReturnType<typeof sampleScorecard>, code: string) {
  return scorecard.table.groups.flatMap((group) => group.rows).find((row) => row.code === code);
}

test('the head follows the form: bodies in capitals, zeros before small days and months', () => {
  const { head } = sampleScorecard();
  expect(head.parentBody).toBe('UBND THÀNH PHỐ ĐÀ NẴNG');
  expect(head.issuingBody).toEqual(['ỦY BAN NHÂN DÂN', 'PHƯỜNG HẢI CHÂU']);
  expect(head.placeAndDate).toBe('Hải Châu, ngày 05 tháng 12 năm 2026');
  expect(sampleScorecard({ printedOn: '2026-02-11' }).head.placeAndDate).toContain('ngày 11 tháng 02 năm');
  expect(sampleScorecard({ printedOn: '2026-03-09' }).head.placeAndDate).toContain('ngày 09 tháng 3 năm');
});

test('the city has no body above it', () => {
  const { head, signature } = sampleScorecard({ setId: 'da-nang-cap-thanh-pho', unitCode: '48' });
  expect(head.parentBody).toBeNull();
  expect(head.issuingBody[1]).toBe('THÀNH PHỐ ĐÀ NẴNG');
  expect(signature.recipients.items).toHaveLength(2);
});

test('the fixed headings stay Vietnamese in English, with a translation', () => {
  const { head, title } = sampleScorecard({ language: 'en' });
  expect(head.motto).toBe('Độc lập - Tự do - Hạnh phúc');
  expect(head.translation).toContain('Independence');
  expect(title).toBe('SELF-ASSESSMENT SCORECARD');
});

test('figures, points and rule of a row are in words', () => {
  const change = only('2.4', { value: { numerator: '3', denominator: '40' }, evidence: [document] });
  const row = rowOf(sampleScorecard({ change }), '2.4');
  expect(row).toMatchObject({
    figures: ['3/40 = 7,5 %'],
    max: '1',
    selfScore: '0,38',
    rule: 'Đủ 1 điểm khi đạt từ 20 % trở lên; thấp hơn tính theo tỷ lệ.',
    evidence: '[1] tr. 2',
    dataSource: 'Hồ sơ của đơn vị (C)',
  });
});

test('an unfinished sheet is a draft that says what is open, with the range beside the figure', () => {
  const { draft, result } = sampleScorecard({ change: only('1.6', { value: true, evidence: [document] }) });
  expect(draft?.line).toBe('BẢN NHÁP – còn 68/69 tiêu chí chưa trả lời; chưa ký duyệt');
  expect(result.rows.map((row) => row.claimed)).toContain('0,51 % – 100 %');
  expect(result.rows.filter((row) => row.kind === 'verdict').map((row) => row.claimed)).toContain(
    'CHƯA KẾT LUẬN',
  );
});

test('a complete sheet stays a draft until it is signed and shows no range', () => {
  const { draft, result } = sampleScorecard();
  expect(draft?.line).toBe('BẢN NHÁP – chưa ký duyệt');
  expect(result.rows.map((row) => row.label)).not.toContain('Khoảng có thể đạt khi trả lời đủ');
});

test('one document cited by several criteria is listed once with its pages', () => {
  const change = (criterion: Criterion, answer: Answer): Answer => ({
    ...answer,
    evidence: criterion.code.startsWith('1.')
      ? [{ ...document, page: criterion.code === '1.1' ? '2' : '' }]
      : [],
  });
  const { evidence } = sampleScorecard({ change });
  expect(evidence.items).toHaveLength(1);
  expect(evidence.items[0]?.text).toBe(
    'Số 12/QĐ-UBND ngày 05/03/2026; UBND phường Hải Châu; Kiện toàn Ban Chỉ đạo',
  );
  expect(evidence.items[0]?.usedFor).toContain('1.1 (tr. 2), 1.2');
});

test('points without a document are marked on the sheet, in evidence and explanation', () => {
  const row = rowOf(sampleScorecard({ change: only('1.6', { value: true }) }), '1.6');
  expect(row).toMatchObject({ evidence: 'chưa có', explanation: 'chưa giải trình' });
});

test('a long explanation moves to the list and the cell refers to it', () => {
  const explanation = 'Đơn vị đã tổ chức hưởng ứng bằng ba hình thức khác nhau. '.repeat(5);
  const scorecard = sampleScorecard({ change: only('1.6', { value: true, explanation }) });
  expect(rowOf(scorecard, '1.6')?.explanation).toBe('Xem giải trình (1)');
  expect(scorecard.explanations.items[0]).toMatchObject({ number: 1, text: explanation.trim() });
});

test('a group that does not apply at all says so instead of 0/0', () => {
  const change = (criterion: Criterion, answer: Answer): Answer =>
    criterion.code.startsWith('7.') ? { ...emptyAnswer, notApplicable: 'Không có.' } : answer;
  const scorecard = sampleScorecard({ change });
  const group = scorecard.table.groups.find(({ code }) => code === '7');
  expect(group).toMatchObject({ max: '–', points: 'không áp dụng' });
  expect(scorecard.notApplicable.items).toHaveLength(group?.rows.length ?? 0);
});

test('bonus and penalty stand outside the scale with their signs', () => {
  const { table } = sampleScorecard();
  expect(table.groups.at(-1)).toMatchObject({ max: '–', points: 'ngoài thang điểm' });
  expect(table.totals.map((total) => total.points.slice(0, 1))).toEqual(['8', '+', '−', '8']);
});

test('the code ties the sheet to unit, period, revision and content in the letters of a small QR code', () => {
  const { code } = sampleScorecard({ period: '2026-Q3' });
  expect(code.text).toBe(`TS1:20242:2026-Q3:R0:${'0123456789ABCDEF'.repeat(4)}`);
  expect(code.text).toMatch(/^[0-9A-Z $%*+./:-]+$/u);
});

test('the reference set says on paper that it is one', () => {
  const { result } = sampleScorecard();
  expect(result.notes.join(' ')).toContain('không phải phụ lục của một quyết định');
  expect(result.rows.map((row) => row.label)).toContain('Xếp loại (suy ra)');
});

test('every sentence is filled in, in both languages', () => {
  for (const language of ['vi', 'en'] as const) {
    const text = JSON.stringify(sampleScorecard({ language }));
    expect(text).not.toMatch(/\{\{|undefined|"(?:report|rules):/u);
  }
});
