import type Fraction from 'fraction.js';
import type { Progress } from '#shared/domain/appraisal/appraisalState.ts';
import type { CriteriaSet } from '#shared/domain/criteria/criteriaSet.ts';
import { heatGroups, heatRow } from '#shared/domain/ranking/heatTable.ts';
import {
  criteriaOn,
  figuresOn,
  standingOn,
  type Basis,
  type ScoredUnit,
} from '#shared/domain/ranking/scoredUnit.ts';
import type { Standing, Verdict } from '#shared/domain/scoring/scoreAssessment.ts';
import type { FigureRecord, FigureStage } from '../../db/figureTable.ts';
import type { ReportedUnit } from '../reporting/reportedUnit.ts';
import { toCriteriaText } from './keptCriteria.ts';

/** Part of the engine's name: figures that were kept in another shape, or meant something else, are computed again. */
export const figureShape = 5;

/** One group of criteria of one unit, as texts: nothing is computed from it. */
export interface ComparedGroup {
  /** Exact fraction; null where nothing counts. */
  readonly percent: string | null;
  /** Where most points are missing. */
  readonly criterionId: string | null;
}

export type StandingText = readonly [
  points: string,
  ceilingPoints: string,
  max: string,
  percent: string | null,
  ceilingPercent: string | null,
  criteriaPercent: string | null,
  criteriaMet: number,
  criteriaOpen: number,
  criteriaApplicable: number,
  /** In the order of the set's thresholds. */
  verdicts: readonly Verdict['state'][],
];

type FiguresText = readonly [
  bonus: string,
  penalty: string,
  total: string | null,
  totalPercent: string | null,
];

/** The figures of an assessment on one basis; exact fractions. */
export interface BasisText {
  readonly standing: StandingText;
  readonly figures: FiguresText;
  readonly groups: readonly (readonly [percent: string | null, criterionId: string | null])[];
}

/** Progress stands with the figures of what is declared; null with those of the other stages. */
export interface StageText {
  readonly bases: Readonly<Partial<Record<Basis, BasisText>>>;
  readonly progress: Progress | null;
}

export const stageOfBasis = {
  claimed: 'self',
  evidenced: 'self',
  appraised: 'appraised',
  final: 'final',
} as const satisfies Record<Basis, FigureStage>;

/** The scores of one assessment as the store keeps them; none where its set is not here. */
export function toFigureRecords(unit: ReportedUnit): readonly FigureRecord[] {
  const set = unit.assessment?.loadedSet.set;
  if (!set) return [];
  const record = (stage: FigureStage, bases: readonly [Basis, ...Basis[]]): FigureRecord[] => {
    const standing = standingOn(unit, bases[0]);
    if (!standing) return [];
    const texts = bases.flatMap((basis) => {
      const text = basisText(unit, basis, set);
      return text ? [[basis, text] as const] : [];
    });
    const progress = stage === 'self' ? unit.progress : null;
    return [
      {
        stage,
        percent: orNull(standing.percent),
        standings: JSON.stringify({ bases: Object.fromEntries(texts), progress } satisfies StageText),
        criteria: toCriteriaText(criteriaOn(unit, bases[0]), set),
      },
    ];
  };
  return [
    ...record('self', ['claimed', 'evidenced']),
    ...record('appraised', ['appraised']),
    ...record('final', ['final']),
  ];
}

function basisText(unit: ScoredUnit, basis: Basis, set: CriteriaSet): BasisText | null {
  const { standing, bonus, penalty, total, totalPercent } = figuresOn(unit, basis);
  if (!standing) return null;
  return {
    standing: standingText(standing),
    figures: [bonus.toFraction(), penalty.toFraction(), orNull(total), orNull(totalPercent)],
    groups: heatRow(heatGroups(set), criteriaOn(unit, basis)).map(({ percent, weakest }) => [
      orNull(percent),
      weakest?.id ?? null,
    ]),
  };
}

function standingText(standing: Standing): StandingText {
  return [
    standing.points.toFraction(),
    standing.ceilingPoints.toFraction(),
    standing.max.toFraction(),
    orNull(standing.percent),
    orNull(standing.ceilingPercent),
    orNull(standing.criteriaPercent),
    standing.criteriaMet,
    standing.criteriaOpen,
    standing.criteriaApplicable,
    standing.verdicts.map(({ state }) => state),
  ];
}

function orNull(figure: Fraction | null): string | null {
  return figure?.toFraction() ?? null;
}
