import type Fraction from 'fraction.js';
import { isMandatory } from '../domain/criteria/criteriaOfSet.ts';
import type { CriteriaSet, Criterion } from '../domain/criteria/criteriaSet.ts';
import type { AssessmentScore, GroupScore } from '../domain/scoring/scoreAssessment.ts';
import type { CriterionScore } from '../domain/scoring/scoreCriterion.ts';
import { boundsInPoints } from './boundsOfSet.ts';
import { describeRuleBriefly } from './describeRuleBriefly.ts';
import type { EvidenceRegister } from './evidenceRegister.ts';
import { figuresInWords } from './figuresInWords.ts';
import { formatNumber } from './formatFigure.ts';
import { groupState } from './groupState.ts';
import { letterOf, type Basis } from './legalBasis.ts';
import type { LongTexts } from './longTexts.ts';
import type { Words } from './words.ts';

/** One criterion in the form's columns; the two last columns are left for the appraiser's pen. */
export interface TableRow {
  readonly code: string;
  readonly name: string;
  /** What was entered, one line per figure; empty while nothing is. */
  readonly figures: readonly string[];
  readonly max: string;
  readonly rule: string;
  readonly selfScore: string;
  readonly state: CriterionScore['state'];
  readonly explanation: string;
  readonly evidence: string;
  readonly dataSource: string;
}

export interface TableGroup {
  readonly code: string;
  readonly name: string;
  readonly max: string;
  readonly points: string;
  readonly rows: readonly TableRow[];
}

export interface TableTotal {
  readonly label: string;
  readonly max: string;
  readonly points: string;
}

export interface ScorecardTable {
  readonly heading: string;
  /** The ten columns of the form, in order. */
  readonly columns: readonly string[];
  readonly groups: readonly TableGroup[];
  readonly totals: readonly TableTotal[];
}

interface References {
  readonly evidence: EvidenceRegister;
  readonly longTexts: LongTexts;
  readonly basis: readonly Basis[];
}

export function buildTable(
  set: CriteriaSet,
  score: AssessmentScore,
  references: References,
  words: Words,
): ScorecardTable {
  const { language, translate } = words;
  const { claimed, bonus, penalty, total } = score;
  return {
    heading: translate('report:tableHeading'),
    columns: [
      translate('report:columnNumber'),
      translate('report:columnCriterion'),
      translate('report:columnMax'),
      translate('report:columnRule'),
      translate('report:columnSelf'),
      translate('report:columnExplanation'),
      translate('report:columnEvidence'),
      translate('report:columnSource'),
      translate('report:columnVerifier'),
      translate('report:columnAppraised'),
    ],
    groups: score.groups.map((group) => tableGroup(group, references, words)),
    totals: [
      {
        label: translate('report:tableTotal'),
        max: formatNumber(claimed.max, language),
        points: formatNumber(claimed.points, language, boundsInPoints(set, claimed.max)),
      },
      { label: translate('report:bonus'), max: '', points: signed(bonus, '+', language) },
      { label: translate('report:penalty'), max: '', points: signed(penalty, '−', language) },
      { label: translate('report:total'), max: '', points: formatSigned(total, language) },
    ],
  };
}

function tableGroup(group: GroupScore, references: References, words: Words): TableGroup {
  const { language, translate } = words;
  const state = groupState(group);
  const head = { code: group.group.code, name: group.group.name[language] };
  const rows = group.criteria.map((score) => tableRow(score, references, words));
  switch (state) {
    case 'not-applicable':
      return { ...head, max: '–', points: translate('report:notApplicable'), rows };
    case 'outside-scale':
      return { ...head, max: '–', points: translate('report:outsideScale'), rows };
    default: {
      const points = formatNumber(group.points, language, [group.max]);
      return { ...head, max: formatNumber(group.max, language), points, rows };
    }
  }
}

function tableRow(score: CriterionScore, references: References, words: Words): TableRow {
  const { translate, language } = words;
  const { criterion } = score;
  const name = criterion.name[language];
  return {
    code: criterion.code,
    name: isMandatory(criterion) ? `${name} ${translate('report:mandatoryMark')}` : name,
    figures: figuresOf(score, references.longTexts, words),
    max: maximumOf(score, words),
    rule: describeRuleBriefly(score.rule, criterion.maxPoints, words),
    selfScore: selfScoreOf(score, words),
    state: score.state,
    explanation: explanationOf(score, references.longTexts, words),
    evidence: evidenceOf(score, references.evidence, words),
    dataSource: dataSourceOf(criterion, references.basis, words),
  };
}

function figuresOf(
  score: CriterionScore,
  longTexts: LongTexts,
  { language, translate }: Words,
): readonly string[] {
  const number = longTexts.information.get(score.criterion.id);
  if (number !== undefined) return [translate('report:explanationRef', { number })];
  return figuresInWords(score, language, translate).brief;
}

function maximumOf(score: CriterionScore, { language }: Words): string {
  if (score.state === 'not-applicable' || score.rule.kind === 'info') return '–';
  return signedByRole(score.criterion, score.max, score.max, language);
}

function selfScoreOf(score: CriterionScore, { language, translate }: Words): string {
  if (score.state === 'not-applicable') return translate('report:notApplicable');
  if (score.state === 'unanswered') return translate('report:unanswered');
  if (score.rule.kind === 'info') return translate('report:notScored');
  return signedByRole(score.criterion, score.points, score.max, language);
}

function explanationOf(score: CriterionScore, longTexts: LongTexts, { translate }: Words): string {
  const number = longTexts.explanations.get(score.criterion.id);
  if (number !== undefined) return translate('report:explanationRef', { number });
  if (score.explanationMissing) return translate('report:explanationMissing');
  return score.answer.explanation.normalize('NFC').trim();
}

function evidenceOf(score: CriterionScore, register: EvidenceRegister, { translate }: Words): string {
  const references = register.references.get(score.criterion.id) ?? [];
  if (references.length === 0 && !score.evidenced) return translate('report:evidenceMissing');
  return references.join('; ');
}

function dataSourceOf(criterion: Criterion, basis: readonly Basis[], { translate }: Words): string {
  const origin = criterion.tags.includes('computed-from-wards')
    ? translate('report:sourceWards')
    : criterion.tags.includes('system-measured')
      ? translate('report:sourceMeasured')
      : criterion.tags.includes('survey')
        ? translate('report:sourceSurvey')
        : translate('report:sourceUnit');
  const letter = letterOf(criterion.source, basis);
  return letter === null ? origin : translate('report:sourceBasis', { origin, letter });
}

function signedByRole(
  criterion: Criterion,
  points: Fraction,
  max: Fraction,
  language: Words['language'],
): string {
  const figure = formatNumber(points, language, [max]);
  if (criterion.role === 'ordinary' || points.equals(0)) return figure;
  return criterion.role === 'bonus' ? `+${figure}` : `−${figure}`;
}

function signed(figure: Fraction, sign: string, language: Words['language']): string {
  return figure.equals(0) ? '0' : `${sign}${formatNumber(figure, language)}`;
}

function formatSigned(figure: Fraction, language: Words['language']): string {
  return figure.lt(0) ? `−${formatNumber(figure.neg(), language)}` : formatNumber(figure, language);
}
