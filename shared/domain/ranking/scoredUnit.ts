import type Fraction from 'fraction.js';
import { hundred, zero } from '../scoring/pointsOfRule.ts';
import { sumOfRole, type Standing } from '../scoring/scoreAssessment.ts';
import type { CriterionScore } from '../scoring/scoreCriterion.ts';
import { assertNever } from '#shared/errors/assertNever.ts';
import type { RankedFigures } from './rankUnits.ts';

/** On which figures units are compared: as declared, as far as documents prove it, as appraised, as the council decided. */
export const bases = ['claimed', 'evidenced', 'appraised', 'final'] as const;
export type Basis = (typeof bases)[number];

/** Who is compared. Code and valid-from together identify a unit: codes are reused. */
export interface ComparedUnit {
  readonly code: string;
  /** ISO day; null where it is not known. */
  readonly validFrom: string | null;
  readonly name: string;
  /** Units are ranked among those of their kind: phường, xã, đặc khu. */
  readonly kind: string;
}

/** As much of a criterion's score as comparisons need; figures that were kept have no more. */
export type ComparedCriterion = Pick<
  CriterionScore,
  'criterion' | 'state' | 'points' | 'ceiling' | 'max' | 'met' | 'evidenced' | 'counts'
>;

/** One unit of a period with how it stands on every basis. */
export interface StandingUnit {
  readonly unit: ComparedUnit;
  /** Of what the unit declares; null while nothing has come from it. */
  readonly score: { readonly claimed: Standing; readonly evidenced: Standing } | null;
  /** Null until something is appraised. */
  readonly appraised: { readonly standing: Standing } | null;
  /** Null until the council has decided something; what it left alone stands as appraised. */
  readonly final: { readonly standing: Standing } | null;
}

/** One unit of a period with its scores. */
export interface ScoredUnit extends StandingUnit {
  readonly score: DeclaredScore | null;
  readonly appraised: JudgedScore | null;
  readonly final: JudgedScore | null;
}

/** The score of what the unit declares. */
interface DeclaredScore {
  readonly claimed: Standing;
  readonly evidenced: Standing;
  readonly criteria: readonly ComparedCriterion[];
}

/** The score of a later stage. */
interface JudgedScore {
  readonly standing: Standing;
  readonly criteria: readonly ComparedCriterion[];
}

/** The unit's standing on a basis; null where it has none. */
export function standingOn({ score, appraised, final }: StandingUnit, basis: Basis): Standing | null {
  switch (basis) {
    case 'claimed':
      return score?.claimed ?? null;
    case 'evidenced':
      return score?.evidenced ?? null;
    case 'appraised':
      return appraised?.standing ?? null;
    case 'final':
      return final?.standing ?? null;
    default:
      return assertNever(basis);
  }
}

/** The unit's criteria as the basis counts them: without evidence nothing is worth points on the evidenced one. */
export function criteriaOn(
  { score, appraised, final }: ScoredUnit,
  basis: Basis,
): readonly ComparedCriterion[] {
  switch (basis) {
    case 'claimed':
      return score?.criteria ?? [];
    case 'evidenced':
      return (score?.criteria ?? []).map((one) =>
        isWorthOn(basis, one) ? one : { ...one, points: zero, ceiling: zero, met: false },
      );
    case 'appraised':
      return appraised?.criteria ?? [];
    case 'final':
      return final?.criteria ?? [];
    default:
      return assertNever(basis);
  }
}

/** Whether a criterion is worth its points: on what is evidenced it must be proved, unless it deducts some. */
export function isWorthOn(
  basis: Basis,
  { criterion, evidenced }: Pick<ComparedCriterion, 'criterion' | 'evidenced'>,
): boolean {
  return basis !== 'evidenced' || evidenced || criterion.role === 'penalty';
}

/** What a unit is compared by on one basis; null where it has no figures. */
export interface UnitFigures extends RankedFigures {
  readonly standing: Standing | null;
  readonly bonus: Fraction;
  readonly penalty: Fraction;
  /** points + bonus − penalty */
  readonly total: Fraction | null;
}

export function figuresOn(unit: ScoredUnit, basis: Basis): UnitFigures {
  const standing = standingOn(unit, basis);
  const criteria = criteriaOn(unit, basis);
  const bonus = sumOfRole(criteria, 'bonus');
  const penalty = sumOfRole(criteria, 'penalty');
  const total = standing?.points.add(bonus).sub(penalty) ?? null;
  return {
    standing,
    bonus,
    penalty,
    total,
    totalPercent: standing?.max.gt(zero) && total ? total.mul(hundred).div(standing.max) : null,
    percent: standing?.percent ?? null,
    criteriaPercent: standing?.criteriaPercent ?? null,
  };
}

/** Kinds of unit in the order in which lists show them; kinds that are not named here come last. */
const kindOrder = ['phuong', 'xa', 'thi-tran', 'dac-khu', 'thanh-pho'];

/** The kinds among the units, each once, in the order in which lists show them. */
export function listPeerGroups(units: readonly { readonly unit: ComparedUnit }[]): readonly string[] {
  const kinds = [...new Set(units.map(({ unit }) => unit.kind))];
  const known = kindOrder.filter((kind) => kinds.includes(kind));
  return [...known, ...kinds.filter((kind) => !kindOrder.includes(kind)).toSorted()];
}
