import { listAssessments } from '#backend/usecases/listAssessments.ts';
import type { AssessmentSummary } from '#shared/api/contract.ts';
import { succeed } from '#shared/errors/result.ts';
import type { Wording } from '#shared/format/scoreDocument.ts';
import { formatPercent } from '#shared/report/formatFigure.ts';
import Fraction from 'fraction.js';
import { withDatabase } from '../openDatabase.ts';
import type { AddCommand, CommandAction } from '../session.ts';
import { toTextTable } from '../textTable.ts';

export const addListCommand: AddCommand = (parent, { translate }, run) => {
  parent
    .command('list')
    .description(translate('cli:aboutList'))
    .usage('--db <file>')
    .requiredOption('--db <file>', translate('cli:optionDatabase'))
    .action((options: { readonly db: string }) => run(listDatabase(options.db)));
};

function listDatabase(file: string): CommandAction {
  return (session) =>
    withDatabase(session, file, { mustExist: true }, (context) => {
      const assessments = listAssessments(context);
      if (!assessments.ok) return assessments;
      const document = assessments.value;
      if (document.length === 0) {
        return succeed({ document, text: '', messages: [session.wording.translate('cli:listNone')] });
      }
      return succeed({ document, text: toText(document, session.wording) });
    });
}

function toText(assessments: readonly AssessmentSummary[], { language, translate }: Wording): string {
  const columns = [
    'cli:columnId',
    'cli:columnCode',
    'cli:columnUnit',
    'cli:columnPeriod',
    'cli:columnSet',
    'cli:columnPercent',
    'cli:columnSavedAt',
  ] as const;
  const rows = assessments.map(({ id, unit, period, setId, setVersion, standing, savedAt }) => [
    id,
    unit.code,
    unit.name,
    period,
    `${setId}@${setVersion}`,
    formatPercent(
      standing.percent === null ? null : new Fraction(standing.percent),
      language,
      bounds(standing),
    ),
    savedAt ?? '–',
  ]);
  return toTextTable([columns.map((key) => translate(key)), ...rows]);
}

function bounds(standing: AssessmentSummary['standing']): readonly Fraction[] {
  return standing.verdicts.filter(({ measure }) => measure === 'points').map(({ at }) => new Fraction(at));
}
