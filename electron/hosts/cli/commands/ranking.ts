import type Fraction from 'fraction.js';
import { createReportTranslate } from '#backend/reports/reportWords.ts';
import { toReportedPeriod } from '#backend/usecases/reporting/describePeriod.ts';
import { scorePeriod, type ScoredPeriod } from '#backend/usecases/reporting/scorePeriod.ts';
import { rankScoredUnits } from '#shared/domain/ranking/rankScoredUnits.ts';
import { bases, standingOn, type Basis } from '#shared/domain/ranking/scoredUnit.ts';
import { bandOf } from '#shared/domain/scoring/scoreAssessment.ts';
import { succeed } from '#shared/errors/result.ts';
import { rankingTable } from '#shared/report/summary/rankingTable.ts';
import { basisOption } from '../basisOption.ts';
import { withDatabase } from '../openDatabase.ts';
import type { AddCommand, CommandAction } from '../session.ts';
import { toShownTable } from '../shownTable.ts';

interface RankingOptions {
  readonly db: string;
  readonly period: string;
  readonly set?: string;
  readonly above?: string;
  readonly basis: Basis;
}

export const addRankingCommand: AddCommand = (parent, { translate }, run) => {
  parent
    .command('ranking')
    .description(translate('cli:aboutRanking'))
    .usage('--db <file> --period <period>')
    .requiredOption('--db <file>', translate('cli:optionDatabase'))
    .requiredOption('--period <period>', translate('cli:optionPeriod'))
    .option('--set <set>', translate('cli:optionSetOfPeriod'))
    .option('--above <code>', translate('cli:optionReportAbove'))
    .addOption(basisOption(translate))
    .action((options: RankingOptions) => run(rank(options)));
};

function rank({ db, period, set, above, basis }: RankingOptions): CommandAction {
  return (session) =>
    withDatabase(session, db, { mustExist: true }, (context) => {
      const scored = scorePeriod(context, { period, setId: set, above });
      if (!scored.ok) return scored;
      const words = { language: session.language, translate: createReportTranslate(session.language) };
      const table = rankingTable(toReportedPeriod(context.content, scored.value, basis), words);
      return succeed({
        document: toDocument(scored.value, basis),
        text: toShownTable(table, session.language),
        messages: [table.note],
      });
    });
}

/** Exact figures as reduced fractions, like those of `score`. */
function toDocument({ period, loadedSet, units, leftOut }: ScoredPeriod, basis: Basis): object {
  const { set, digest } = loadedSet;
  return {
    criteriaSet: set.id,
    criteriaVersion: set.version,
    criteriaDigest: digest,
    criteriaStatus: set.status,
    period: period.code,
    basis,
    units: rankScoredUnits(units, basis).map((ranked) => ({
      unit: ranked.unit,
      assessment: ranked.assessment?.record.id ?? null,
      place: ranked.place,
      points: exact(ranked.standing?.points),
      max: exact(ranked.standing?.max),
      percent: exact(ranked.percent),
      ceilingPercent: exact(ranked.standing?.ceilingPercent),
      bonus: exact(ranked.bonus),
      penalty: exact(ranked.penalty),
      total: exact(ranked.total),
      totalPercent: exact(ranked.totalPercent),
      criteriaMet: ranked.standing?.criteriaMet ?? null,
      criteriaApplicable: ranked.standing?.criteriaApplicable ?? null,
      criteriaPercent: exact(ranked.criteriaPercent),
      band: ranked.percent === null ? null : (bandOf(set, ranked.percent)?.id ?? null),
      verdicts: (ranked.standing?.verdicts ?? []).map(({ threshold, state }) => ({
        id: threshold.id,
        state,
      })),
      percents: Object.fromEntries(bases.map((one) => [one, exact(standingOn(ranked, one)?.percent)])),
    })),
    leftOut,
  };
}

function exact(figure: Fraction | null | undefined): string | null {
  return figure?.toFraction() ?? null;
}
