import Fraction from 'fraction.js';
import type { Progress } from '#shared/domain/appraisal/appraisalState.ts';
import type { CriteriaSet } from '#shared/domain/criteria/criteriaSet.ts';
import type { Basis, StandingUnit, UnitFigures } from '#shared/domain/ranking/scoredUnit.ts';
import type { Standing } from '#shared/domain/scoring/scoreAssessment.ts';
import type { KeptStandings } from '../../db/figureTable.ts';
import type { BasisText, StageText, StandingText } from './keptFigures.ts';

/** What is kept of one assessment on all bases, and on the one that is looked at. */
export interface KeptUnit extends Pick<StandingUnit, 'score' | 'appraised' | 'final'> {
  readonly figures: UnitFigures;
  /** By basis, for who only hands figures on: thousands of them are read, few are computed with. */
  readonly texts: StageText['bases'];
}

/** Reads what is kept of assessments by one version of a set. */
export type FigureDecoder = (records: readonly KeptStandings[]) => KeptUnit;

/** Reads a reduced fraction. */
type ReadFraction = (text: string) => Fraction;

export function openFigureDecoder(set: CriteriaSet, basis: Basis): FigureDecoder {
  const fraction = rememberFractions();
  return (records) => {
    const texts = records.reduce<StageText['bases']>(
      (all, record) => ({ ...all, ...readStage(record).bases }),
      {},
    );
    const standingOf = (one: Basis): Standing | null => {
      const text = texts[one];
      return text ? toStanding(text.standing, set, fraction) : null;
    };
    const [claimed, evidenced] = [standingOf('claimed'), standingOf('evidenced')];
    const [appraised, final] = [standingOf('appraised'), standingOf('final')];
    return {
      score: claimed && evidenced ? { claimed, evidenced } : null,
      appraised: appraised && { standing: appraised },
      final: final && { standing: final },
      figures: toFigures({ claimed, evidenced, appraised, final }[basis], texts[basis], fraction),
      texts,
    };
  };
}

/** How far the assessment had come when its figures were kept; null where they hold none. */
export function readProgress(records: readonly KeptStandings[]): Progress | null {
  const self = records.find(({ stage }) => stage === 'self');
  return self ? readStage(self).progress : null;
}

function readStage({ standings }: KeptStandings): StageText {
  return JSON.parse(standings) as StageText;
}

/** Figures are read when somebody asks for them: of most standings it is the verdicts alone. */
function toStanding(text: StandingText, { thresholds }: CriteriaSet, fraction: ReadFraction): Standing {
  const orNull = (figure: string | null): Fraction | null => (figure === null ? null : fraction(figure));
  let verdicts: Standing['verdicts'] | null = null;
  return {
    get points() {
      return fraction(text[0]);
    },
    get ceilingPoints() {
      return fraction(text[1]);
    },
    get max() {
      return fraction(text[2]);
    },
    get percent() {
      return orNull(text[3]);
    },
    get ceilingPercent() {
      return orNull(text[4]);
    },
    get criteriaPercent() {
      return orNull(text[5]);
    },
    criteriaMet: text[6],
    criteriaOpen: text[7],
    criteriaApplicable: text[8],
    get verdicts() {
      return (verdicts ??= thresholds.flatMap((threshold, index) => {
        const state = text[9][index];
        return state ? [{ threshold, state }] : [];
      }));
    },
  };
}

function toFigures(
  standing: Standing | null,
  text: BasisText | undefined,
  fraction: ReadFraction,
): UnitFigures {
  const [bonus, penalty, total, totalPercent] = text?.figures ?? ['0', '0', null, null];
  return {
    standing,
    bonus: fraction(bonus),
    penalty: fraction(penalty),
    total: total === null ? null : fraction(total),
    totalPercent: totalPercent === null ? null : fraction(totalPercent),
    percent: standing?.percent ?? null,
    criteriaPercent: standing?.criteriaPercent ?? null,
  };
}

/** The same few points and maxima stand in every assessment; each is read once. */
export function rememberFractions(): ReadFraction {
  const known = new Map<string, Fraction>();
  return (text) => {
    const found = known.get(text);
    if (found) return found;
    const fraction = readReduced(text);
    known.set(text, fraction);
    return fraction;
  };
}

/** What is kept was reduced; looking for common factors once more would be nine tenths of the work. */
function readReduced(text: string): Fraction {
  const [numerator = '0', denominator = '1'] = text.split('/');
  const fraction = new Fraction(0);
  if (numerator === '0') return fraction;
  const signed = BigInt(numerator);
  [fraction.s, fraction.n] = signed < 0n ? [-1n, -signed] : [1n, signed];
  fraction.d = BigInt(denominator);
  return fraction;
}
