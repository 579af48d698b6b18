import type { CriteriaSet, Source } from '../domain/criteria/criteriaSet.ts';
import type { CriterionScore } from '../domain/scoring/scoreCriterion.ts';
import { describeConditions, describeRule } from './describeRule.ts';
import { figuresInWords } from './figuresInWords.ts';
import type { ReportLanguage } from './formatFigure.ts';
import { formulaInWords } from './formulaInWords.ts';
import type { Translate } from './translate.ts';

/** Where a rule comes from, in words. `quote` is verbatim Vietnamese; `quote` and `note` may be empty. */
export interface SourceInWords {
  readonly title: string;
  readonly quote: string;
  readonly note: string;
}

/** Why a criterion has its points (design §4: every figure can explain itself). */
export interface CriterionTrace {
  /** How points are given, one sentence or step per line. */
  readonly rule: readonly string[];
  /** The figures entered with what each counts; empty while nothing is entered. */
  readonly figures: readonly string[];
  /** The calculation with its numbers; lines are divided by line feeds (one per part of a `sum`). */
  readonly formula: string;
  readonly source: SourceInWords;
}

/** The explanation of one criterion's score, for screens, print and the command line. */
export function traceOf(
  score: CriterionScore,
  set: CriteriaSet,
  language: ReportLanguage,
  translate: Translate,
): CriterionTrace {
  const { criterion, rule } = score;
  return {
    rule: [
      ...describeRule(rule, criterion.maxPoints, language, translate),
      ...describeConditions(criterion, rule, language, translate),
    ],
    figures: figuresInWords(score, language, translate).labelled,
    formula: formulaInWords(score, language, translate),
    source: describeSource(criterion.source, set, language, translate),
  };
}

/** A source of a criterion or threshold, in words; an unknown document shows its id. */
export function describeSource(
  source: Source,
  set: CriteriaSet,
  language: ReportLanguage,
  translate: Translate,
): SourceInWords {
  if (source.kind === 'design') {
    return { title: translate('rules:sourceDesign'), quote: '', note: source.note[language] };
  }
  const document = set.documents.find((candidate) => candidate.id === source.document);
  const named = { title: document?.title[language] ?? source.document, lines: source.lines };
  // An annex is cited by its items, a text extract by its lines.
  const isByLines = /^[\d\s,-]+$/u.test(source.lines);
  const key = !isByLines ? 'sourceItem' : document?.status === 'draft' ? 'sourceDraft' : 'sourceDocument';
  const title = translate(`rules:${key}`, named);
  return { title, quote: source.quote, note: source.note?.[language] ?? '' };
}
