import { readContent } from './content.ts';
import { valueOf } from './valueOf.ts';
import {
  emptyAnswer,
  type Answer,
  type Answers,
  type AnswerValue,
  type Evidence,
  type SimpleValue,
} from '#shared/domain/assessment/answer.ts';
import { parsePeriod } from '#shared/domain/assessment/period.ts';
import type { Criterion } from '#shared/domain/criteria/criteriaSet.ts';
import type { CalendarDate } from '#shared/domain/dates/calendarDate.ts';
import type { SimpleRule } from '#shared/domain/criteria/rule.ts';
import { listApplicableCriteria, scoreAssessment } from '#shared/domain/scoring/scoreAssessment.ts';
import { unitInForce } from '#shared/domain/units/findUnits.ts';
import type { ReportLanguage } from '#shared/report/formatFigure.ts';
import { buildScorecard, type Scorecard } from '#shared/report/scorecard.ts';
import { createReportTranslate } from '#backend/reports/reportWords.ts';

const content = readContent();

export interface SampleOptions {
  readonly setId?: string;
  readonly unitCode?: string;
  readonly period?: string;
  readonly language?: ReportLanguage;
  readonly printedOn?: CalendarDate;
  /** Replaces the sample answer of a criterion; null leaves it unanswered. */
  readonly change?: (criterion: Criterion, answer: Answer) => Answer | null;
}

/** A scorecard of a bundled set with every criterion answered as a middling ward would. */
export function sampleScorecard(options: SampleOptions = {}): Scorecard {
  const { setId = 'da-nang-phuong-xa', unitCode = '20242', language = 'vi' } = options;
  const loaded = content.sets.find(({ set }) => set.id === setId);
  const period = valueOf(parsePeriod(options.period ?? '2026'));
  const unit = unitInForce(content.unitLists, unitCode, period.lastDay);
  if (!loaded || !unit) throw new Error('The sample names an unknown set or unit');
  const answers = sampleAnswers(listApplicableCriteria(loaded.set, unit.unit.kind), options);
  const frame = { set: loaded.set, unitKind: unit.unit.kind, period };
  return buildScorecard({
    set: loaded.set,
    digest: loaded.digest,
    unit: unit.unit,
    period,
    header: {
      address: 'Số 12 đường Trần Phú',
      staffCount: '68',
      businessCount: '1240',
      population: '42318',
      contactName: 'Nguyễn Thị Ánh Tuyết',
      contactPosition: 'Công chức Văn hóa - Xã hội',
      contactPhone: '0236 3 000 000',
      contactEmail: 'ubnd@danang.example',
    },
    answers,
    score: scoreAssessment(frame, answers),
    checks: content.checks.find((checks) => checks.set === setId),
    revision: 0,
    signedOff: null,
    contentDigest: '0123456789abcdef'.repeat(4),
    translate: createReportTranslate(language),
    language,
    printedOn: options.printedOn ?? '2026-12-05',
    parentBody: unit.unit.parent === undefined ? null : 'Thành phố Đà Nẵng',
  });
}

function sampleAnswers(criteria: readonly Criterion[], { change }: SampleOptions): Answers {
  const answers: Record<string, Answer> = {};
  criteria.forEach((criterion, index) => {
    const usual: Answer = {
      ...emptyAnswer,
      value: sampleValue(criterion, index),
      evidence: index % 9 === 4 ? [] : sampleEvidence(index),
      explanation: sampleExplanation(index),
    };
    const answer = change ? change(criterion, usual) : usual;
    if (answer) answers[criterion.id] = answer;
  });
  return answers;
}

function sampleValue({ rule }: Criterion, index: number): AnswerValue {
  if (rule.kind === 'info') return 'Đang thu thập';
  if (rule.kind === 'sum') return { parts: rule.parts.map((part) => sampleSimple(part.rule, index)) };
  return sampleSimple(rule, index);
}

function sampleSimple(rule: SimpleRule, index: number): SimpleValue {
  switch (rule.kind) {
    case 'yes_no':
      return index % 5 !== 0;
    case 'choice':
      return rule.options[index % 4 === 3 ? 1 : 0]?.id ?? 'a';
    case 'checklist':
      return rule.items.slice(0, index % 3 === 0 ? -1 : undefined).map((item) => item.id);
    case 'tiers':
      return rule.measure.kind === 'count' ? String(index % 7) : pair(index);
    case 'ratio':
      return pair(index);
    case 'count':
      return String(index % 6);
    case 'manual':
      return rule.step;
    default:
      throw new Error('Unhandled rule');
  }
}

function pair(index: number): SimpleValue {
  const denominator = 40 + index * 13;
  const missing = Math.floor((denominator * (index % 6)) / 40);
  return { numerator: String(denominator - missing), denominator: String(denominator) };
}

const titles = [
  'Kế hoạch chuyển đổi số của phường năm 2026',
  'Quyết định kiện toàn Ban Chỉ đạo chuyển đổi số',
  'Báo cáo kết quả tiếp nhận, giải quyết thủ tục hành chính trên môi trường điện tử',
  'Thông báo kết luận cuộc họp Ban Chỉ đạo chuyển đổi số',
] as const;

function sampleEvidence(index: number): readonly Evidence[] {
  const document = Math.floor(index / 2);
  return [
    {
      number: `${String(10 + document)}/${document % 2 === 0 ? 'KH' : 'BC'}-UBND`,
      date: `2026-0${String(1 + (document % 9))}-1${String(document % 9)}`,
      issuer: 'UBND phường Hải Châu',
      title: titles[document % titles.length] ?? '',
      page: index % 3 === 0 ? '2' : '',
    },
  ];
}

function sampleExplanation(index: number): string {
  if (index % 11 === 5)
    return 'Hệ thống báo cáo chưa tách số liệu của phường; đơn vị thống kê từ sổ theo dõi hồ sơ và đã đối chiếu với Trung tâm Phục vụ hành chính công ngày 30/11/2026.';
  return index % 7 === 2 ? 'Số liệu tính đến 30/11/2026.' : '';
}
