import { scoreAssessment, type AssessmentScore } from '#shared/domain/scoring/scoreAssessment.ts';
import { succeed } from '#shared/errors/result.ts';
import { toScoreDocument, type ScoreDocument, type Wording } from '#shared/format/scoreDocument.ts';
import { formatNumber } from '#shared/report/formatFigure.ts';
import { digestFiles, readAnswersFile, type AnswersOnDisk } from '../readAnswersFile.ts';
import type { AddCommand, CommandAction } from '../session.ts';
import { toTextTable } from '../textTable.ts';

export const addScoreCommand: AddCommand = (parent, { translate }, run) => {
  parent
    .command('score')
    .description(translate('cli:aboutScore'))
    .usage('<answers.json>')
    .argument('<answers>', translate('cli:argumentAnswers'))
    .action((file: string) => run(scoreFile(file)));
};

function scoreFile(file: string): CommandAction {
  return async (session) => {
    const read = await readAnswersFile(session, file);
    if (!read.ok) return read;
    const { frame, unit } = read.value;
    const score = scoreAssessment(frame, await digestFiles(read.value));
    const document = toScoreDocument(frame, unit.unit.code, score, session.wording);
    return succeed({ document, text: toText(read.value, score, document, session.wording) });
  };
}

function toText(
  { frame, unit }: AnswersOnDisk,
  score: AssessmentScore,
  { display, ...document }: ScoreDocument,
  { language, translate }: Wording,
): string {
  const { claimed } = score;
  const head = [
    `${unit.unit.name} (${unit.unit.code})`,
    translate('cli:scorePeriod', { period: document.period }),
    `${frame.set.title[language]} (${document.criteriaSet}@${document.criteriaVersion})`,
  ];
  const figures = [
    [translate('cli:scorePoints'), `${display.points} / ${display.max}`],
    [translate('cli:scorePercent'), display.percent],
    [translate('cli:scoreRange'), `${display.floorPercent} – ${display.ceilingPercent}`],
    [translate('cli:scoreCriteria'), `${criteriaCount(document)} (${display.criteriaPercent})`],
    [translate('cli:scoreUnanswered'), String(claimed.criteriaOpen)],
    [translate('cli:scoreBonus'), display.bonus],
    [translate('cli:scorePenalty'), display.penalty],
    [translate('cli:scoreTotal'), display.total],
    [translate('cli:scoreBand'), display.band],
    [translate('cli:scoreEvidenced'), `${display.evidencedPoints} (${display.evidencedPercent})`],
    [translate('cli:scoreMandatoryUnmet'), document.mandatoryUnmet.join(', ') || translate('cli:none')],
  ];
  return [
    head.join('\n'),
    toTextTable(figures),
    display.verdicts.map((verdict) => `- ${verdict}`).join('\n'),
    toTextTable([
      [
        translate('cli:columnCode'),
        translate('cli:columnPoints'),
        translate('cli:columnMax'),
        translate('cli:columnState'),
        translate('cli:columnCriterion'),
      ],
      ...score.criteria.map((criterion) => [
        criterion.criterion.code,
        formatNumber(criterion.points, language),
        formatNumber(criterion.max, language),
        translate(stateKeys[criterion.state]),
        criterion.criterion.name[language],
      ]),
    ]),
  ].join('\n\n');
}

const stateKeys = {
  answered: 'cli:stateAnswered',
  unanswered: 'cli:stateUnanswered',
  'not-applicable': 'cli:stateNotApplicable',
} as const;

function criteriaCount(document: Omit<ScoreDocument, 'display'>): string {
  return `${String(document.criteriaMet)} / ${String(document.criteriaApplicable)}`;
}
