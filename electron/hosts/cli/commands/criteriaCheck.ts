import path from 'node:path';
import { checkContent, type ContentReport } from '#backend/usecases/checkContent.ts';
import { createAuthoringTranslate } from '#backend/reports/authoringWords.ts';
import { describeSetFault } from '#shared/report/describeSetFault.ts';
import { succeed } from '#shared/errors/result.ts';
import type { Wording } from '#shared/format/scoreDocument.ts';
import { productFolder, type AddCommand, type CommandAction } from '../session.ts';
import { toTextTable } from '../textTable.ts';

interface CheckOptions {
  readonly sources: string;
  readonly publish?: true;
}

export const addCriteriaCheckCommand: AddCommand = (parent, { translate }, run) => {
  parent
    .command('check')
    .description(translate('cli:aboutCriteriaCheck'))
    .usage('[--sources <folder>] [--publish]')
    .option(
      '--sources <folder>',
      translate('cli:optionSources'),
      path.resolve(productFolder, '../shared/seeds'),
    )
    .option('--publish', translate('cli:optionPublish'))
    .action((options: CheckOptions) => run(check(options)));
};

function check(options: CheckOptions): CommandAction {
  return ({ contentFolder, language, wording }) => {
    const sourcesFolder = path.resolve(options.sources);
    const report = checkContent({ contentFolder, sourcesFolder, publish: options.publish === true });
    if (!report.ok) return report;
    const { faults, ...checked } = report.value;
    const translate = createAuthoringTranslate(language);
    const told = faults.map((fault) => ({ ...fault, message: describeSetFault(fault, translate) }));
    return succeed({
      document: { ok: faults.length === 0, ...checked, faults: told },
      text: toText(report.value, wording),
      messages: told.map(({ place, code, message }) => `${place}: ${message} [${code}]`),
      isRefused: faults.length > 0,
    });
  };
}

function toText(report: ContentReport, { translate }: Wording): string {
  const columns = [
    'cli:columnSet',
    'cli:columnCriteria',
    'cli:columnQuotes',
    'cli:columnPublished',
    'cli:columnDigest',
  ] as const;
  const rows = report.sets.map(({ id, version, criteria, quotesChecked, published, digest }) => [
    `${id}@${version}`,
    String(criteria),
    String(quotesChecked),
    translate(published ? 'cli:valueYes' : 'cli:valueNo'),
    digest,
  ]);
  const quotes = report.sets.reduce((sum, { quotesChecked }) => sum + quotesChecked, 0);
  const { sourcesFolder, faults } = report;
  return [
    toTextTable([columns.map((key) => translate(key)), ...rows]),
    [
      ...report.unitLists.map(({ id, units }) => translate('cli:checkUnits', { id, units })),
      ...report.tierModels.map((id) => translate('cli:checkTiers', { id })),
    ].join('\n'),
    sourcesFolder === null
      ? translate('cli:checkNoSources')
      : translate('cli:checkQuotes', { quotes, folder: sourcesFolder }),
    faults.length === 0
      ? translate('cli:checkPassed')
      : translate('cli:checkFaults', { faults: faults.length }),
  ].join('\n\n');
}
