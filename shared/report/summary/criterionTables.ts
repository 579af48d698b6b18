import { emptyAnswer } from '../../domain/assessment/answer.ts';
import { rankWeakest } from '../../domain/ranking/weakestCriteria.ts';
import { criteriaOn, type ComparedCriterion } from '../../domain/ranking/scoredUnit.ts';
import type { CriterionScore } from '../../domain/scoring/scoreCriterion.ts';
import { figuresInWords } from '../figuresInWords.ts';
import type { Words } from '../words.ts';
import type { PrintedReportUnit, ReportedPeriod } from './reportedPeriod.ts';
import {
  column,
  countCell,
  figureCell,
  type ReportCell,
  type ReportColumn,
  type ReportTable,
} from './reportTable.ts';

/** As many as a reader looks at. */
const printedCriteria = 20;

/** Every criterion over all units, the weakest first. */
export function weakestTable({ set, units, basis }: ReportedPeriod, words: Words): ReportTable {
  const { language, translate } = words;
  const groupOf = new Map(
    set.groups.flatMap((group) => group.criteria.map(({ id }) => [id, group.name[language]])),
  );
  return {
    id: 'criteria',
    title: translate('summary:table-criteria'),
    sheetName: translate('summary:sheet-criteria'),
    note: translate('summary:note-criteria', { count: printedCriteria }),
    printedRows: printedCriteria,
    columns: [
      column('order', words, { weight: 0.75 }),
      column('criterionCode', words, { type: 'text', source: 'set', weight: 0.9 }),
      column('criterionId', words, { type: 'text', source: 'set' }),
      column('criterionName', words, { type: 'text', source: 'set', weight: 4.4 }),
      column('groupName', words, { type: 'text', source: 'set', weight: 2 }),
      column('criterionMax', words, { unit: 'points', source: 'set', weight: 1 }),
      column('countedUnits', words, { unit: 'units', weight: 1 }),
      column('answered', words, { unit: 'units', weight: 1 }),
      column('met', words, { unit: 'units', weight: 0.9 }),
      column('averagePoints', words, { unit: 'points' }),
      column('sharePercent', words, { unit: 'percent', weight: 1.1 }),
    ],
    rows: rankWeakest(set, units, basis).map((over, index): ReportCell[] => [
      countCell(index + 1),
      over.criterion.code,
      over.criterion.id,
      over.criterion.name[language],
      groupOf.get(over.criterion.id) ?? null,
      over.criterion.maxPoints,
      countCell(over.units),
      countCell(over.answered),
      countCell(over.met),
      over.units === 0 ? null : figureCell(over.points.div(over.units)),
      figureCell(over.percent),
    ]),
  };
}

/** Every answer of every unit: what was declared, and what it is worth at each stage. */
export function answerTable({ units }: ReportedPeriod, words: Words): ReportTable {
  return {
    id: 'answers',
    title: words.translate('summary:table-answers'),
    sheetName: words.translate('summary:sheet-answers'),
    note: words.translate('summary:note-answers'),
    printedRows: 0,
    columns: answerColumns(words),
    rows: units.flatMap((unit) => {
      const [appraised, final] = (['appraised', 'final'] as const).map(
        (basis) => new Map(criteriaOn(unit, basis).map((score) => [score.criterion.id, score])),
      );
      return (unit.score?.criteria ?? []).map((score) =>
        answerCells(unit, score, appraised?.get(score.criterion.id), final?.get(score.criterion.id), words),
      );
    }),
  };
}

function answerColumns(words: Words): readonly ReportColumn[] {
  const declared = { type: 'text', source: 'declared' } as const;
  return [
    column('unitCode', words, { type: 'text', source: 'unitList' }),
    column('unitName', words, { type: 'text', source: 'unitList' }),
    column('criterionId', words, { type: 'text', source: 'set' }),
    column('criterionCode', words, { type: 'text', source: 'set' }),
    column('answerState', words, { type: 'text' }),
    column('value', words, declared),
    column('figures', words, declared),
    column('information', words, { ...declared, isPersonal: true }),
    column('criterionPoints', words, { unit: 'points' }),
    column('criterionMax', words, { unit: 'points' }),
    column('isMet', words, { type: 'text' }),
    column('isEvidenced', words, { type: 'text' }),
    column('documents', words, { source: 'declared' }),
    column('documentTitles', words, { ...declared, isPersonal: true }),
    column('explanation', words, { ...declared, isPersonal: true }),
    column('reason', words, { ...declared, isPersonal: true }),
    column('appraisedPoints', words, { unit: 'points', source: 'appraised' }),
    column('finalPoints', words, { unit: 'points', source: 'appraised' }),
  ];
}

function answerCells(
  { unit }: PrintedReportUnit,
  score: CriterionScore,
  appraised: ComparedCriterion | undefined,
  final: ComparedCriterion | undefined,
  words: Words,
): readonly ReportCell[] {
  const { criterion, answer, rule, state } = score;
  const { language, translate } = words;
  const yesNo = (is: boolean): string => translate(is ? 'summary:yes' : 'summary:no');
  const figures = rule.kind === 'info' ? [] : figuresInWords(score, language, translate).brief;
  const { value, evidence, explanation, notApplicable } = { ...emptyAnswer, ...answer };
  const titles = evidence.map((card) =>
    [card.number, card.date, card.issuer, card.title].filter(Boolean).join(', '),
  );
  // The reason of a part that does not apply is free text too.
  const holdsText = rule.kind === 'info' || JSON.stringify(value ?? null).includes('"notApplicable"');
  return [
    unit.code,
    unit.name,
    criterion.id,
    criterion.code,
    translate(`summary:answer-${state}`),
    value === null || holdsText ? null : JSON.stringify(value),
    textOrNull(figures.join('; ')),
    rule.kind === 'info' && typeof value === 'string' ? textOrNull(value) : null,
    state === 'answered' ? figureCell(score.points) : null,
    figureCell(score.max),
    yesNo(score.met),
    yesNo(score.evidenced),
    countCell(evidence.length),
    textOrNull(titles.join('; ')),
    textOrNull(explanation),
    textOrNull(notApplicable),
    judgedPoints(appraised),
    judgedPoints(final),
  ];
}

/** Null where nothing has been decided: a criterion that is still open at a stage is worth nothing yet. */
function judgedPoints(score: Pick<CriterionScore, 'state' | 'points'> | undefined): ReportCell {
  return score?.state === 'answered' ? figureCell(score.points) : null;
}

function textOrNull(text: string): ReportCell {
  return text === '' ? null : text;
}
