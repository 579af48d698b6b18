import type Fraction from 'fraction.js';
import { namesDocument, type Answer, type Answers, type Evidence } from '../assessment/answer.ts';
import { headerFields, type AssessmentHeader, type HeaderField } from '../assessment/header.ts';
import type { Period } from '../assessment/period.ts';
import type { LocalisedText } from '../criteria/rule.ts';
import { toFraction } from '../numbers/decimal.ts';
import type { AssessmentScore } from '../scoring/scoreAssessment.ts';
import type { ConsistencyChecks } from './consistencyChecks.ts';

/**
 * What a verifier would object to. `must` stands in the way of a signature worth having (the officer may still sign); `should` is worth a second look. `criterionIds` are where to jump, first one first.
 */
export type Finding = { readonly criterionIds: readonly string[]; readonly severity: 'must' | 'should' } & (
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'evidence-missing' }
  | { readonly kind: 'evidence-incomplete'; readonly document: string }
  | { readonly kind: 'evidence-outside-period'; readonly document: string; readonly date: string }
  | { readonly kind: 'explanation-missing' }
  | { readonly kind: 'mandatory-unmet' }
  | { readonly kind: 'figures-differ'; readonly name: LocalisedText; readonly figures: readonly string[] }
  | { readonly kind: 'figure-above'; readonly name: LocalisedText; readonly figures: readonly string[] }
  | { readonly kind: 'same-document'; readonly reason: LocalisedText; readonly document: string }
  | { readonly kind: 'header-missing'; readonly field: HeaderField }
);

export interface SigningCandidate {
  readonly score: AssessmentScore;
  readonly answers: Answers;
  readonly header: AssessmentHeader;
  readonly period: Period;
  readonly checks: ConsistencyChecks | undefined;
}

/** Every finding, the compulsory ones first, each in printed order. An empty list means: nothing to object to. */
export function checkBeforeSigning(candidate: SigningCandidate): readonly Finding[] {
  const findings = [
    ...findHeaderGaps(candidate.header),
    ...findAnswerGaps(candidate.score),
    ...candidate.score.criteria.flatMap(({ criterion, answer }) =>
      findWeakEvidence(criterion.id, answer, candidate.period),
    ),
    ...(candidate.checks ? findContradictions(candidate.checks, candidate.answers) : []),
    ...(candidate.checks ? findSharedDocuments(candidate.checks, candidate.answers) : []),
  ];
  return [
    ...findings.filter((finding) => finding.severity === 'must'),
    ...findings.filter((finding) => finding.severity === 'should'),
  ];
}

function findHeaderGaps(header: AssessmentHeader): readonly Finding[] {
  return headerFields
    .filter((field) => (header[field] ?? '').trim() === '')
    .map((field) => ({ kind: 'header-missing', field, criterionIds: [], severity: 'should' }));
}

function findAnswerGaps(score: AssessmentScore): readonly Finding[] {
  const unmet = new Set(score.mandatoryUnmet.map((criterion) => criterion.id));
  return score.criteria.flatMap((one): readonly Finding[] => {
    const criterionIds = [one.criterion.id];
    const isOpen = one.state === 'unanswered' && one.rule.kind !== 'info';
    return [
      ...(isOpen ? [{ kind: 'unanswered' as const, criterionIds, severity: 'must' as const }] : []),
      ...(one.evidenced
        ? []
        : [{ kind: 'evidence-missing' as const, criterionIds, severity: 'must' as const }]),
      ...(one.explanationMissing
        ? [{ kind: 'explanation-missing' as const, criterionIds, severity: 'must' as const }]
        : []),
      ...(unmet.has(one.criterion.id) && !isOpen
        ? [{ kind: 'mandatory-unmet' as const, criterionIds, severity: 'should' as const }]
        : []),
    ];
  });
}

function findWeakEvidence(criterionId: string, answer: Answer, period: Period): readonly Finding[] {
  return answer.evidence.filter(namesDocument).flatMap((evidence): readonly Finding[] => {
    const place = { criterionIds: [criterionId], severity: 'should' as const, document: nameOf(evidence) };
    const isIncomplete =
      evidence.number.trim() === '' || evidence.date === '' || evidence.issuer.trim() === '';
    const isOutside =
      evidence.date !== '' && (evidence.date < period.firstDay || evidence.date > period.lastDay);
    return [
      ...(isIncomplete ? [{ ...place, kind: 'evidence-incomplete' as const }] : []),
      ...(isOutside ? [{ ...place, kind: 'evidence-outside-period' as const, date: evidence.date }] : []),
    ];
  });
}

function findContradictions(checks: ConsistencyChecks, answers: Answers): readonly Finding[] {
  const differing = checks.sameFigure.flatMap((check): readonly Finding[] => {
    const known = check.figures.flatMap((reference) => knownFigure(reference, answers));
    const first = known[0];
    if (!first || known.every((one) => one.figure.equals(first.figure))) return [];
    return [{ kind: 'figures-differ', name: check.name, severity: 'must', ...shown(known) }];
  });
  const above = checks.notAbove.flatMap((check): readonly Finding[] => {
    const [figure] = knownFigure(check.figure, answers);
    const [bound] = knownFigure(check.bound, answers);
    if (!figure || !bound || figure.figure.lte(bound.figure)) return [];
    return [{ kind: 'figure-above', name: check.name, severity: 'must', ...shown([figure, bound]) }];
  });
  return [...differing, ...above];
}

function findSharedDocuments(checks: ConsistencyChecks, answers: Answers): readonly Finding[] {
  return checks.separateDocuments.flatMap((check): readonly Finding[] => {
    const users = new Map<string, string[]>();
    for (const id of check.criteria) {
      for (const key of new Set((answers[id]?.evidence ?? []).filter(namesDocument).map(nameOf))) {
        users.set(key, [...(users.get(key) ?? []), id]);
      }
    }
    return [...users.entries()]
      .filter(([, criterionIds]) => criterionIds.length > 1)
      .map(([document, criterionIds]) => ({
        kind: 'same-document',
        reason: check.reason,
        document,
        criterionIds,
        severity: 'should',
      }));
  });
}

interface KnownFigure {
  readonly criterionId: string;
  readonly figure: Fraction;
  readonly text: string;
}

/** The figure a reference names, or nothing while it is not entered or does not apply. */
function knownFigure(reference: string, answers: Answers): readonly KnownFigure[] {
  const [criterionId = '', ...path] = reference.split('.');
  const answer = answers[criterionId];
  if (answer?.notApplicable !== '') return [];
  let value: unknown = answer.value;
  for (const step of path) value = memberOf(value, step);
  if (typeof value !== 'string' || !/^\d/u.test(value)) return [];
  return [{ criterionId, figure: toFraction(value), text: value }];
}

function memberOf(value: unknown, step: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('parts' in value && Array.isArray(value.parts))
    return value.parts['abcdefghijklmnopqrstuvwxyz'.indexOf(step)];
  return (value as Record<string, unknown>)[step];
}

function shown(known: readonly KnownFigure[]): {
  criterionIds: readonly string[];
  figures: readonly string[];
} {
  return {
    criterionIds: [...new Set(known.map((one) => one.criterionId))],
    figures: known.map((one) => one.text),
  };
}

/** How a document is recognised: its number and date, else its title, else its file. */
function nameOf(evidence: Evidence): string {
  if (evidence.number.trim() !== '')
    return [evidence.number.trim(), evidence.date].filter(Boolean).join(' · ');
  return evidence.title.trim() || (evidence.file?.name ?? '');
}
