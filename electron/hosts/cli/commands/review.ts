import { CommanderError } from 'commander';
import type { UseCaseContext } from '#backend/usecases/context.ts';
import { findAssessment } from '#backend/usecases/editableAssessment.ts';
import type { EncryptionChoice } from '#backend/usecases/exporting/chooseEncryption.ts';
import { exportInto } from '#backend/usecases/exporting/exportPackage.ts';
import { exportResultFiles, exportResults } from '#backend/usecases/results/exportResults.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import { addSealingOptions, writeSealed, type SealingOptions } from '../sealing.ts';
import type { AddCommand, CommandOutput } from '../session.ts';
import { reviewSourceError } from '../usageError.ts';

interface ReviewOptions extends SealingOptions {
  readonly assessment?: string;
  readonly results?: true;
  readonly period?: string;
  readonly set: string;
  readonly bundle?: true;
  readonly mask?: true;
}

/** What was judged, for the units to read and answer; with the results where they are wanted. */
export const addReviewCommand: AddCommand = (parent, wording, run) => {
  const { translate } = wording;
  addSealingOptions(parent.command('review'), wording)
    .description(translate('cli:aboutReview'))
    .usage(
      '--db <file> --out <folder> --assessment <id> [--results] | --results --period <period> [--bundle]',
    )
    .option('--assessment <id>', translate('cli:optionAssessment'))
    .option('--results', translate('cli:optionResults'))
    .option('--period <period>', translate('cli:optionPeriod'))
    .option('--set <set>', translate('cli:optionSet'), 'da-nang-phuong-xa')
    .option('--bundle', translate('cli:optionBundle'))
    .option('--mask', translate('cli:optionMask'))
    .action((options: ReviewOptions) => {
      const write = chooseWriting(options);
      return run((session) => writeSealed(session, options, write));
    });
};

type Writing = (
  context: UseCaseContext,
  encryption: EncryptionChoice,
  folder: string,
) => Promise<Result<CommandOutput>>;

/** One assessment, with its result or without, or the results of a period; anything else is wrong usage. */
function chooseWriting({ assessment, results, period, set, bundle, mask }: ReviewOptions): Writing {
  const masked = mask === true;
  if (assessment !== undefined && period === undefined && !bundle) {
    return results ? writeResult(assessment, masked) : writeReview(assessment, masked);
  }
  if (assessment === undefined && results && period !== undefined) {
    return writeResults({ period, setId: set, assessmentId: null, masked }, bundle === true);
  }
  throw new CommanderError(2, reviewSourceError, '');
}

function writeReview(assessmentId: string, masked: boolean): Writing {
  return async (context, encryption, folder) => {
    const choice = { assessmentId, masked, evidenceFiles: false, onlyReview: true };
    const written = await exportInto(context, { ...choice, ...encryption }, folder);
    return written.ok ? succeed({ document: written.value, text: written.value.file }) : written;
  };
}

function writeResult(assessmentId: string, masked: boolean): Writing {
  return async (context, encryption, folder) => {
    const found = context.store.read((reader) => findAssessment(reader, assessmentId));
    if (!found.ok) return found;
    const { period, setId } = found.value;
    const wish = { period, setId, assessmentId, masked, ...encryption };
    const written = await exportResults(context, wish, folder);
    return written.ok ? succeed({ document: written.value, text: written.value.file }) : written;
  };
}

function writeResults(
  wish: Omit<Parameters<typeof exportResults>[1], keyof EncryptionChoice>,
  isBundle: boolean,
): Writing {
  return async (context, encryption, folder) => {
    if (isBundle) {
      const written = await exportResults(context, { ...wish, ...encryption }, folder);
      return written.ok ? succeed({ document: written.value, text: written.value.file }) : written;
    }
    const written = await exportResultFiles(context, { ...wish, ...encryption }, folder);
    if (!written.ok) return written;
    const text = written.value.files.map(({ file }) => file).join('\n');
    return succeed({ document: written.value, text });
  };
}
