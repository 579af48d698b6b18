import type { Answer, Evidence } from '#shared/domain/assessment/answer.ts';
import type { CalendarDate } from '#shared/domain/dates/calendarDate.ts';
import type { Criterion } from '#shared/domain/criteria/criteriaSet.ts';
import { targetYear } from '#shared/domain/assessment/period.ts';
import { listApplicableCriteria } from '#shared/domain/scoring/scoreAssessment.ts';
import { scoreCriterion } from '#shared/domain/scoring/scoreCriterion.ts';
import type { DemoSubject } from './demoSubjects.ts';
import texts from './demoTexts.json' with { type: 'json' };
import type { Dice } from './dice.ts';
import { drawDenominators } from './drawDenominators.ts';
import { drawValue, type ValueFrame } from './drawValue.ts';
import { fillIn, inSentence } from './fillIn.ts';
import { makeAttachment, type Attachment } from './makeAttachment.ts';

/** What a unit declares, drawn; `attachments` are the files behind its evidence. */
export interface DrawnAnswers {
  /** In printed order; criteria that were left open are not there. */
  readonly answers: readonly (readonly [criterion: Criterion, answer: Answer])[];
  readonly attachments: readonly Attachment[];
}

/** @param lastDay the newest day that a document may carry */
export function drawAnswers(subject: DemoSubject, lastDay: CalendarDate, dice: Dice): DrawnAnswers {
  const { set, version, period, checks } = subject;
  const maturity = drawMaturity(dice);
  const attaches = subject.attaches;
  const attachments: Attachment[] = [];
  const frame = {
    dice,
    year: targetYear(period),
    denominatorOf: drawDenominators(checks, dice),
  };
  const answers = listApplicableCriteria(set, version.unit.kind)
    .filter(() => !dice.happens(0.008))
    .map((criterion): readonly [Criterion, Answer] => {
      const drawLevel = () => drawLevelOf(criterion.role, maturity, dice);
      const answer = drawAnswer({ ...frame, drawLevel }, criterion, subject, lastDay);
      if (!attaches || answer.evidence.length === 0 || !dice.happens(0.04)) return [criterion, answer];
      const attachment = makeAttachment(`${version.unit.code} ${period.code} ${criterion.id}`);
      attachments.push(attachment);
      return [criterion, { ...answer, evidence: withFile(answer.evidence, attachment) }];
    });
  return { answers, attachments };
}

/** The share of all points that a unit reaches: about 0.8, most between 0.65 and 0.95. */
function drawMaturity(dice: Dice): number {
  const spread = [0, 1, 2, 3].reduce((sum) => sum + dice.below(1000) / 1000, 0) - 2;
  return Math.min(0.97, Math.max(0.45, 0.81 + spread * 0.14));
}

/** Most criteria are done, the others in part, so that on average the maturity comes out. */
function drawLevelOf(role: Criterion['role'], maturity: number, dice: Dice): number {
  if (role === 'penalty') return dice.happens(0.12) ? 0.5 : 0;
  if (role === 'bonus' && !dice.happens(0.4)) return 0;
  const isDone = dice.happens((maturity - 0.45) / 0.55);
  return isDone ? 1 : dice.between(20, 70) / 100;
}

function drawAnswer(
  frame: ValueFrame,
  criterion: Criterion,
  subject: DemoSubject,
  lastDay: CalendarDate,
): Answer {
  const { dice } = frame;
  if (criterion.notApplicable === 'allowed' && dice.happens(0.015)) {
    return { value: null, evidence: [], explanation: '', notApplicable: texts.notApplicable };
  }
  const value = drawValue(frame, criterion);
  const isProven = criterion.evidenceRule === 'required' && dice.happens(0.9);
  const cards = isProven ? dice.pick([1, 1, 1, 2, 2, 3]) : 0;
  const evidence = Array.from({ length: cards }, () => drawCard(dice, criterion, subject, lastDay));
  const bare: Answer = { value, evidence, explanation: '', notApplicable: '' };
  const mustExplain = scoreCriterion(criterion, bare, frame.year).explanationMissing;
  return mustExplain || dice.happens(0.1) ? { ...bare, explanation: dice.pick(texts.explanations) } : bare;
}

function drawCard(dice: Dice, criterion: Criterion, subject: DemoSubject, lastDay: CalendarDate): Evidence {
  const { number, title } = dice.pick(texts.documents);
  return {
    number: fillIn(number, { n: String(dice.between(1, 900)) }),
    date: drawDay(dice, subject.period.firstDay, lastDay),
    issuer: fillIn(texts.committee, { unit: inSentence(subject.version.unit.name) }),
    title: fillIn(title, { about: inSentence(criterion.name.vi) }),
    page: dice.happens(0.3) ? String(dice.between(1, 12)) : '',
  };
}

function drawDay(dice: Dice, first: CalendarDate, last: CalendarDate): CalendarDate {
  const days = Math.max(0, (Date.parse(last) - Date.parse(first)) / 86_400_000);
  return new Date(Date.parse(first) + dice.between(0, days) * 86_400_000).toISOString().slice(0, 10);
}

function withFile([card, ...others]: readonly Evidence[], { file }: Attachment): readonly Evidence[] {
  return card ? [{ ...card, file }, ...others] : others;
}
