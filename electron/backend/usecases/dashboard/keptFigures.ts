import Fraction from 'fraction.js';
import type { Progress } from '#shared/domain/appraisal/appraisalState.ts';
import { listCriteria } from '#shared/domain/criteria/criteriaOfSet.ts';
import type { CriteriaSet, Criterion, Threshold } from '#shared/domain/criteria/criteriaSet.ts';
import type { Basis, ComparedCriterion, JudgedScore, ScoredUnit } from '#shared/domain/ranking/scoredUnit.ts';
import type { Standing, Verdict } from '#shared/domain/scoring/scoreAssessment.ts';
import type { FigureRecord, FigureStage } from '../../db/figureTable.ts';

type Scores = Pick<ScoredUnit, 'score' | 'appraised' | 'final'>;

/** What is kept of one assessment. */
type KeptScores = Scores & { readonly progress: Progress | null };

/** Part of the engine's name: figures that were kept in another shape are computed again. */
export const figureShape = 2;

type StandingText = readonly [
  points: string,
  ceilingPoints: string,
  max: string,
  percent: string | null,
  ceilingPercent: string | null,
  criteriaPercent: string | null,
  criteriaMet: number,
  criteriaOpen: number,
  criteriaApplicable: number,
  verdicts: readonly (readonly [thresholdId: string, state: Verdict['state']])[],
];

/** Progress stands with the figures of what is declared; null with those of the other stages. */
interface StandingsText {
  readonly standings: readonly StandingText[];
  readonly progress: Progress | null;
}

type CriterionText = readonly [
  id: string,
  state: ComparedCriterion['state'],
  points: string,
  ceiling: string,
  max: string,
  isMet: 0 | 1,
  isEvidenced: 0 | 1,
  counts: 0 | 1,
];

/** The scores of one assessment as the store keeps them. Criteria that enter no comparison are left out. */
export function toFigureRecords({ score, appraised, final, progress }: KeptScores): readonly FigureRecord[] {
  const record = (
    stage: FigureStage,
    standings: readonly Standing[],
    criteria: readonly ComparedCriterion[],
  ): FigureRecord => ({
    stage,
    percent: standings[0]?.percent?.toFraction() ?? null,
    standings: JSON.stringify({
      standings: standings.map(standingText),
      progress: stage === 'self' ? progress : null,
    } satisfies StandingsText),
    criteria: JSON.stringify(criteria.filter(isCompared).map(criterionText)),
  });
  return [
    ...(score ? [record('self', [score.claimed, score.evidenced], score.criteria)] : []),
    ...(appraised ? [record('appraised', [appraised.standing], appraised.criteria)] : []),
    ...(final ? [record('final', [final.standing], final.criteria)] : []),
  ];
}

function isCompared({ counts, criterion }: ComparedCriterion): boolean {
  return counts || criterion.role !== 'ordinary';
}

function standingText(standing: Standing): StandingText {
  return [
    standing.points.toFraction(),
    standing.ceilingPoints.toFraction(),
    standing.max.toFraction(),
    standing.percent?.toFraction() ?? null,
    standing.ceilingPercent?.toFraction() ?? null,
    standing.criteriaPercent?.toFraction() ?? null,
    standing.criteriaMet,
    standing.criteriaOpen,
    standing.criteriaApplicable,
    standing.verdicts.map(({ threshold, state }) => [threshold.id, state]),
  ];
}

function criterionText(score: ComparedCriterion): CriterionText {
  return [
    score.criterion.id,
    score.state,
    score.points.toFraction(),
    score.ceiling.toFraction(),
    score.max.toFraction(),
    score.met ? 1 : 0,
    score.evidenced ? 1 : 0,
    score.counts ? 1 : 0,
  ];
}

/** Reads kept figures of assessments by one set; criteria only of the stage that the basis looks at. */
export type FigureDecoder = (records: readonly FigureRecord[]) => Scores;

const stageOfBasis = { claimed: 'self', evidenced: 'self', appraised: 'appraised', final: 'final' } as const;

/** What texts are read with. */
interface Reading {
  readonly fraction: (text: string) => Fraction;
  readonly criteria: ReadonlyMap<string, Criterion>;
  readonly thresholds: ReadonlyMap<string, Threshold>;
  readonly wantedStage: FigureStage;
}

export function openFigureDecoder(set: CriteriaSet, basis: Basis): FigureDecoder {
  const reading: Reading = {
    fraction: rememberFractions(),
    criteria: new Map(listCriteria(set).map((criterion) => [criterion.id, criterion])),
    thresholds: new Map(set.thresholds.map((threshold) => [threshold.id, threshold])),
    wantedStage: stageOfBasis[basis],
  };
  return (records) => {
    const self = readStage('self', records, reading);
    const [claimed, evidenced] = self?.standings ?? [];
    return {
      score: self && claimed && evidenced ? { claimed, evidenced, criteria: self.criteria } : null,
      appraised: readJudged('appraised', records, reading),
      final: readJudged('final', records, reading),
    };
  };
}

function readJudged(
  stage: FigureStage,
  records: readonly FigureRecord[],
  reading: Reading,
): JudgedScore | null {
  const found = readStage(stage, records, reading);
  const standing = found?.standings[0];
  return found && standing ? { standing, criteria: found.criteria } : null;
}

function readStage(stage: FigureStage, records: readonly FigureRecord[], reading: Reading) {
  const record = records.find((one) => one.stage === stage);
  if (!record) return null;
  const { standings } = JSON.parse(record.standings) as StandingsText;
  return {
    standings: standings.map((text) => toStanding(text, reading)),
    criteria: stage === reading.wantedStage ? toCriteria(record, reading) : [],
  };
}

/** How far the assessment had come when its figures were kept; null where they hold none. */
export function readProgress(records: readonly FigureRecord[]): Progress | null {
  const self = records.find(({ stage }) => stage === 'self');
  return self ? (JSON.parse(self.standings) as StandingsText).progress : null;
}

function toStanding(text: StandingText, { fraction, thresholds }: Reading): Standing {
  const [points, ceilingPoints, max, percent, ceilingPercent, criteriaPercent, met, open, applicable] = text;
  const orNull = (figure: string | null): Fraction | null => (figure === null ? null : fraction(figure));
  return {
    points: fraction(points),
    ceilingPoints: fraction(ceilingPoints),
    max: fraction(max),
    percent: orNull(percent),
    ceilingPercent: orNull(ceilingPercent),
    criteriaPercent: orNull(criteriaPercent),
    criteriaMet: met,
    criteriaOpen: open,
    criteriaApplicable: applicable,
    verdicts: text[9].flatMap(([id, state]) => {
      const threshold = thresholds.get(id);
      return threshold ? [{ threshold, state }] : [];
    }),
  };
}

function toCriteria(record: FigureRecord, { fraction, criteria }: Reading): readonly ComparedCriterion[] {
  return (JSON.parse(record.criteria) as readonly CriterionText[]).flatMap(
    ([id, state, points, ceiling, max, isMet, isEvidenced, counts]) => {
      const criterion = criteria.get(id);
      if (!criterion) return [];
      return {
        criterion,
        state,
        points: fraction(points),
        ceiling: fraction(ceiling),
        max: fraction(max),
        met: isMet === 1,
        evidenced: isEvidenced === 1,
        counts: counts === 1,
      };
    },
  );
}

/** The same few points and maxima stand in every assessment; each is read once. */
function rememberFractions(): (text: string) => Fraction {
  const known = new Map<string, Fraction>();
  return (text) => {
    const found = known.get(text);
    if (found) return found;
    const fraction = new Fraction(text);
    known.set(text, fraction);
    return fraction;
  };
}
