import { createReportTranslate } from '#backend/reports/reportWords.ts';
import { compareBelow, type ComparedPeriods } from '#backend/usecases/dashboard/comparePeriods.ts';
import { describeComparison } from '#backend/usecases/dashboard/readComparison.ts';
import type { Basis } from '#shared/domain/ranking/scoredUnit.ts';
import { failWith, succeed } from '#shared/errors/result.ts';
import { comparisonFindings } from '#shared/report/summary/comparisonFindings.ts';
import { comparisonTables } from '#shared/report/summary/comparisonTables.ts';
import { basisOption } from '../basisOption.ts';
import { withDatabase } from '../openDatabase.ts';
import type { AddCommand, CommandAction, Session } from '../session.ts';
import { toShownTable } from '../shownTable.ts';

interface CompareOptions {
  readonly db: string;
  readonly period: string;
  readonly with?: string;
  readonly set?: string;
  readonly above?: string;
  readonly basis: Basis;
}

export const addCompareCommand: AddCommand = (parent, { translate }, run) => {
  parent
    .command('compare')
    .description(translate('cli:aboutCompare'))
    .usage('--db <file> --period <period> [--with <period>]')
    .requiredOption('--db <file>', translate('cli:optionDatabase'))
    .requiredOption('--period <period>', translate('cli:optionPeriod'))
    .option('--with <period>', translate('cli:optionEarlierPeriod'))
    .option('--set <set>', translate('cli:optionSetOfPeriod'))
    .option('--above <code>', translate('cli:optionReportAbove'))
    .addOption(basisOption(translate))
    .action((options: CompareOptions) => run(compare(options)));
};

function compare({ db, period, with: earlier, set, above, basis }: CompareOptions): CommandAction {
  return (session) =>
    withDatabase(session, db, { mustExist: true }, async (context) => {
      const question = { period, setId: set, above };
      const possible = await compareBelow(context, question, { basis, earlier: earlier ?? null });
      if (!possible.ok) return possible;
      const { compared } = possible.value;
      if (!compared) return failWith('earlier-period-missing', { period });
      return succeed({
        document: toDocument(compared, basis),
        text: toText(compared, session),
        messages: [],
      });
    });
}

/** Exact figures as reduced fractions, like those of `ranking`. */
function toDocument({ period, loadedSet: { set, digest }, ...compared }: ComparedPeriods, basis: Basis) {
  return {
    criteriaSet: set.id,
    criteriaVersion: set.version,
    criteriaDigest: digest,
    criteriaStatus: set.status,
    period: period.code,
    basis,
    ...describeComparison(compared),
  };
}

/** The sentences, then the tables of the report as far as paper shows them. */
function toText({ period, earlier, loadedSet, comparison }: ComparedPeriods, session: Session): string {
  const { language } = session;
  const words = { language, translate: createReportTranslate(language) };
  const report = { set: loadedSet.set, period, comparison: { ...comparison, earlier } };
  const tables = comparisonTables(report, words).map(
    (table) => `${table.title}\n${toShownTable(table, language)}`,
  );
  return [comparisonFindings(report, words).join('\n'), ...tables].join('\n\n');
}
