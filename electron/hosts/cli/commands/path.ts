import Fraction from 'fraction.js';
import type { AnswerValue } from '#shared/domain/assessment/answer.ts';
import { findCriterion } from '#shared/domain/criteria/criteriaOfSet.ts';
import type { CriteriaSet, Threshold } from '#shared/domain/criteria/criteriaSet.ts';
import { findPaths, type Efforts } from '#shared/domain/path/findPaths.ts';
import { scoreAssessment, type ScoringFrame } from '#shared/domain/scoring/scoreAssessment.ts';
import { appError, collect, fail, failWith, succeed, type Result } from '#shared/errors/result.ts';
import { toPathDocument, type PathDocument, type PathPlanDocument } from '#shared/format/pathDocument.ts';
import type { Wording } from '#shared/format/scoreDocument.ts';
import { formatNeed, formatNumber } from '#shared/report/formatFigure.ts';
import { digestFiles, readAnswersFile } from '../readAnswersFile.ts';
import type { AddCommand, CommandAction } from '../session.ts';
import { toTextTable } from '../textTable.ts';

interface PathOptions {
  readonly threshold: string;
  readonly effort: readonly string[];
}

/** Also keeps the search, whose cost grows with the total effort, within a second. */
const largestEffort = 100;

export const addPathCommand: AddCommand = (parent, { translate }, run) => {
  parent
    .command('path')
    .description(translate('cli:aboutPath'))
    .usage('<answers.json> [--threshold <id>] [--effort <1.1=3>]…')
    .argument('<answers>', translate('cli:argumentAnswers'))
    .option('--threshold <id>', translate('cli:optionThreshold'), 'points-80')
    .option('--effort <criterion=n>', translate('cli:optionEffort'), gather, [])
    .action((file: string, options: PathOptions) => run(findPathOfFile(file, options)));
};

function gather(text: string, before: readonly string[]): readonly string[] {
  return [...before, text];
}

function findPathOfFile(file: string, options: PathOptions): CommandAction {
  return async (session) => {
    const read = await readAnswersFile(session, file);
    if (!read.ok) return read;
    const { frame, unit } = read.value;
    const threshold = findThreshold(frame.set, options.threshold);
    const efforts = readEfforts(frame.set, options.effort);
    if (!threshold.ok || !efforts.ok) {
      return fail([...(threshold.ok ? [] : threshold.errors), ...(efforts.ok ? [] : efforts.errors)]);
    }
    const score = scoreAssessment(frame, await digestFiles(read.value));
    const answer = findPaths(score, threshold.value, efforts.value, frame.set.policy);
    const document = toPathDocument(frame, unit.unit.code, threshold.value, answer, session.language);
    return succeed({ document, text: toText(frame, threshold.value, document, session.wording) });
  };
}

function findThreshold(set: CriteriaSet, id: string): Result<Threshold> {
  const threshold = set.thresholds.find((candidate) => candidate.id === id);
  const known = set.thresholds.map((candidate) => candidate.id).join(', ');
  return threshold
    ? succeed(threshold)
    : failWith('threshold-unknown', { threshold: id.slice(0, 40), known }, '--threshold');
}

/** `1.1=3` or `px-001=3`, each a whole number from 1. */
function readEfforts(set: CriteriaSet, texts: readonly string[]): Result<Efforts> {
  const entries = collect(
    texts.map((text): Result<readonly [string, number]> => {
      const match = /^(?<key>[^=]+)=(?<effort>\d{1,3})$/u.exec(text.normalize('NFKC').trim());
      const effort = Number(match?.groups?.['effort']);
      if (!match?.groups || effort < 1 || effort > largestEffort) {
        return failWith('effort-malformed', { text: text.slice(0, 40) }, '--effort');
      }
      const key = (match.groups['key'] ?? '').trim();
      const criterion = findCriterion(set, key);
      return criterion
        ? succeed([criterion.id, effort] as const)
        : fail([appError('criterion-unknown', { key: key.slice(0, 40) }, '--effort')]);
    }),
  );
  return entries.ok ? succeed(Object.fromEntries(entries.value)) : entries;
}

function toText(frame: ScoringFrame, threshold: Threshold, document: PathDocument, wording: Wording): string {
  const { language, translate } = wording;
  const title = threshold.title[language];
  if (document.state === 'reached') return translate('cli:pathReached', { title });
  const need = measured(document.need, threshold, wording);
  if (document.state === 'out-of-reach') {
    const available = measured(document.available ?? '0', threshold, wording);
    return translate('cli:pathOutOfReach', { title, need, available });
  }
  const plans = document.paths.map((plan, index) => planInText(frame, threshold, plan, index + 1, wording));
  const lacking = document.evidenceMissing.join(', ');
  return [
    document.need === '0'
      ? translate('cli:pathMandatory', { title })
      : translate('cli:pathNeed', { title, need }),
    ...plans,
    ...(lacking === '' ? [] : [translate('cli:pathEvidenceMissing', { codes: lacking })]),
  ].join('\n\n');
}

const strategyKeys = {
  'least-effort': 'cli:pathLeastEffort',
  'fewest-criteria': 'cli:pathFewestCriteria',
  'without-hardest': 'cli:pathWithoutHardest',
} as const;

function planInText(
  frame: ScoringFrame,
  threshold: Threshold,
  plan: PathPlanDocument,
  number: number,
  wording: Wording,
): string {
  const { language, translate } = wording;
  const head = translate(strategyKeys[plan.strategy], {
    number,
    effort: plan.effort,
    gain: measured(plan.gain, threshold, wording),
  });
  const rows = plan.steps.map((step) => [
    step.code,
    `+${formatNumber(new Fraction(step.points), language)}`,
    String(step.effort),
    `${valueInText(step.from, wording)} → ${valueInText(step.to, wording)}`,
    translate(step.evidence ? 'cli:evidenceThere' : 'cli:evidenceAbsent'),
    findCriterion(frame.set, step.id)?.name[language] ?? '',
  ]);
  const columns = [
    translate('cli:columnCode'),
    translate('cli:columnPoints'),
    translate('cli:columnEffort'),
    translate('cli:columnChange'),
    translate('cli:columnEvidence'),
    translate('cli:columnCriterion'),
  ];
  return `${head}\n${toTextTable([columns, ...rows])}`;
}

function measured(figure: string, threshold: Threshold, { language, translate }: Wording): string {
  const number = formatNeed(new Fraction(figure), threshold.measure, language);
  return translate(threshold.measure === 'points' ? 'cli:inPoints' : 'cli:inCriteria', { number });
}

/** A value on one line: options by their letters, ratios as fractions, parts divided by semicolons. */
function valueInText(value: AnswerValue | null, wording: Wording): string {
  const { language, translate } = wording;
  if (value === null) return translate('cli:valueNone');
  if (typeof value === 'boolean') return translate(value ? 'cli:valueYes' : 'cli:valueNo');
  if (typeof value === 'string') return /^\d/u.test(value) ? formatNumber(value, language) : value;
  if (isList(value)) return value.length === 0 ? translate('cli:none') : value.join(', ');
  if ('numerator' in value) {
    return [value.numerator, value.denominator]
      .map((figure) => (figure === null ? '…' : formatNumber(figure, language)))
      .join('/');
  }
  return value.parts
    .map((part) =>
      typeof part === 'object' && part !== null && 'notApplicable' in part
        ? translate('cli:stateNotApplicable')
        : valueInText(part, wording),
    )
    .join('; ');
}

function isList(value: AnswerValue): value is readonly string[] {
  return Array.isArray(value);
}
