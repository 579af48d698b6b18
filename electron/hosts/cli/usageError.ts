import type { CommanderError } from 'commander';
import type { Wording } from '#shared/format/scoreDocument.ts';

/** Help and version were asked for; commander reports them like errors. */
export function isHelp(error: CommanderError): boolean {
  return error.code === 'commander.helpDisplayed' || error.code === 'commander.version';
}

/** Neither an answers file nor an assessment of a database was named, or both were. */
export const pdfSourceError = 'thuocSo.pdfSource';

/** Neither a file of decisions nor one cell with one way to decide it was named. */
export const decisionSourceError = 'thuocSo.decisionSource';

/** Neither one assessment was named nor the results of a period, or both were. */
export const reviewSourceError = 'thuocSo.reviewSource';

const sentences = {
  'commander.unknownCommand': 'cli:usageUnknownCommand',
  'commander.unknownOption': 'cli:usageUnknownOption',
  'commander.missingArgument': 'cli:usageMissingArgument',
  'commander.optionMissingArgument': 'cli:usageMissingValue',
  'commander.missingMandatoryOptionValue': 'cli:usageMissingOption',
  'commander.conflictingOption': 'cli:usageConflict',
  'commander.excessArguments': 'cli:usageTooMany',
  'commander.invalidArgument': 'cli:usageInvalidValue',
  'commander.help': 'cli:usageNoCommand',
  [pdfSourceError]: 'cli:usagePdf',
  [decisionSourceError]: 'cli:usageResolve',
  [reviewSourceError]: 'cli:usageReview',
} as const;

/** What was wrong with the call, in one sentence, and where to look. Commander names the culprit in quotes. */
export function describeUsageError(error: CommanderError, { translate }: Wording): string {
  const [, first = '', second = ''] = /'([^']*)'(?:.*?'([^']*)')?/su.exec(error.message) ?? [];
  const key = isKnown(error.code) ? sentences[error.code] : 'cli:usageOther';
  return `${translate(key, { name: first, other: second })} ${translate('cli:usageSeeHelp')}`;
}

function isKnown(code: string): code is keyof typeof sentences {
  return Object.hasOwn(sentences, code);
}
