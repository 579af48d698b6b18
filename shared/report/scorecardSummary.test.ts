import { describe, expect, test } from 'vitest';
import { emptyAnswer, type Answer, type Answers } from '../domain/assessment/answer.ts';
import { createReportTranslate } from '#backend/reports/reportWords.ts';
import type { Criterion } from '../domain/criteria/criteriaSet.ts';
import { scoreAssessment } from '../domain/scoring/scoreAssessment.ts';
import { collectEvidence } from './evidenceRegister.ts';
import { collectLongTexts } from './longTexts.ts';
import { buildResult } from './scorecardResult.ts';
import { buildSummary } from './scorecardSummary.ts';
import { buildTable } from './scorecardTable.ts';
import { makeCriterion, makeFrame } from '../../test/helpers/arbitraryCriteria.ts';
import { sampleScorecard } from '../../test/helpers/sampleScorecard.ts';

const paper = {
  number: '12/QĐ-UBND',
  date: '2026-03-05',
  issuer: 'UBND phường Hải Châu',
  title: 'Kiện toàn Ban Chỉ đạo',
  page: '2',
};

describe('the summary for the head of the unit', () => {
  test('says of each threshold whether it is reached and what is missing', () => {
    expect(sampleScorecard().summary.conclusions).toEqual([
      'Đạt ít nhất 80 % điểm: ĐẠT (88,44 %).',
      'Đạt ít nhất 80 % số tiêu chí: CHƯA ĐẠT (47,83 %), còn thiếu 23 tiêu chí.',
      'Đạt ít nhất 90 % điểm (mức cao): CHƯA ĐẠT (88,44 %), còn thiếu 1,54 điểm.',
    ]);
  });

  test('measures each group against its maximum and against the largest group', () => {
    const { bars } = sampleScorecard().summary.groups;
    const [first] = bars;
    expect(first).toMatchObject({ code: '1', share: 0.75, points: '6/8', percent: '75 %', met: '4/7' });
    expect(first?.maxLength).toBeCloseTo(8 / 28);
    expect(first?.pointsLength).toBeCloseTo(6 / 28);
    expect(bars.at(-1)).toMatchObject({ share: null, maxLength: 0, points: 'ngoài thang điểm' });
  });

  test('counts what a verifier would object to, kind by kind, and names the places', () => {
    const change = (criterion: Criterion): Answer | null =>
      criterion.code === '1.6'
        ? { ...emptyAnswer, value: true, evidence: [{ ...paper, date: '2025-01-01' }] }
        : null;
    const { findings } = sampleScorecard({ change }).summary;
    expect(findings.lead).toMatch(/^\d+ điều cần xử lý trước khi ký, 1 điều nên xem lại:$/u);
    expect(findings.items[0]).toMatch(/^Chưa trả lời, đang tính 0 điểm: \d+ \(1\.1, 1\.2, .* mục khác\)$/u);
    expect(findings.items.at(-1)).toBe('Tài liệu ghi ngày ngoài kỳ đánh giá: 1 (1.6)');
  });

  test('proposes at most three plans for the first threshold that is not reached', () => {
    const { path } = sampleScorecard({ change: () => null }).summary;
    expect(path.heading).toBe('Việc còn có thể làm để “Đạt ít nhất 80 % điểm”');
    expect(path.items.length).toBeGreaterThan(0);
    expect(path.items.length).toBeLessThanOrEqual(3);
    expect(path.items[0]).toMatch(
      /^Ít công sức nhất: cải thiện \d+ tiêu chí \(.*\), thêm 79,2 điểm, công sức \d+\.$/u,
    );
  });

  test('names a few mandatory criteria that are not met and the codes of the others', () => {
    const { result, summary } = sampleScorecard({ change: () => null });
    expect(result.mandatory).toContain('2.1, 2.2, 3.1');
    expect(summary.mandatory.items[0]).toMatch(/^2\.1\. /u);
    expect(summary.mandatory.items.at(-1)).toMatch(/^và các tiêu chí /u);
  });

  const yes = { ...emptyAnswer, value: true };
  const words = { language: 'vi', translate: createReportTranslate('vi') } as const;
  const ratio = { target: '100', op: '>=', below: 'linear' } as const;
  const text = { vi: 'chữ', en: 'words' };
  const frame = makeFrame(
    [
      makeCriterion({ kind: 'ratio', numerator: text, denominator: text, ...ratio }, 95, 0),
      makeCriterion({ kind: 'yes_no' }, 5, 1, { tags: ['mandatory'] }),
    ],
    [80],
  );
  const set = { ...frame.set, policy: { mandatoryBlocksVerdict: true } };
  const summarise = (answers: Answers) => {
    const score = scoreAssessment({ ...frame, set }, answers);
    const { conclusions, path } = buildSummary({ set, score, findings: [], efforts: {} }, words);
    return { conclusion: conclusions[0], path };
  };
  const share = (numerator: string, denominator = '100000') => ({
    ...emptyAnswer,
    value: { numerator, denominator },
  });

  test('where a mandatory criterion alone is missing no points are, least of all fewer than none', () => {
    const { conclusion, path } = summarise({ 'zz-001': share('100000'), 'zz-002': { ...yes, value: false } });
    expect(conclusion).toBe('chữ: CHƯA ĐẠT (95 %), còn tiêu chí bắt buộc chưa đạt.');
    expect(path.items[0]).toContain('(1.2)');
  });

  test('what is missing is never nothing where a threshold is not reached', () => {
    const { conclusion } = summarise({ 'zz-001': share('78944'), 'zz-002': yes });
    expect(conclusion).toBe('chữ: CHƯA ĐẠT (79,997 %), còn thiếu 0,003 điểm.');
  });

  test('points beside a percentage are not rounded across a threshold either', () => {
    const score = scoreAssessment({ ...frame, set }, { 'zz-001': share('78944'), 'zz-002': yes });
    const lists = { evidence: collectEvidence([], words), longTexts: collectLongTexts([], words), basis: [] };
    const { sentence, rows } = buildResult(set, score, words);
    expect(sentence).toContain('79,997/100');
    expect(rows[0]?.claimed).toBe('79,997/100');
    expect(buildTable(set, score, lists, words).totals[0]?.points).toBe('79,997');
  });

  test('where nothing counts no threshold is said to be reached', () => {
    const none = { ...emptyAnswer, notApplicable: 'không có' };
    const { conclusion, path } = summarise({ 'zz-001': none, 'zz-002': none });
    expect(conclusion).toBe('chữ: CHƯA KẾT LUẬN, không có tiêu chí nào được tính.');
    expect(path.heading).not.toBe(words.translate('report:pathHeadingNone'));
  });
});
