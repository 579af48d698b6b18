import { digestOfContent } from '#backend/usecases/digestOfContent.ts';
import { succeed } from '#shared/errors/result.ts';
import { withDatabase } from '../openDatabase.ts';
import type { AddCommand, CommandAction } from '../session.ts';

interface DigestOptions {
  readonly db: string;
  readonly assessment?: string;
}

export const addDigestCommand: AddCommand = (parent, { translate }, run) => {
  parent
    .command('digest')
    .description(translate('cli:aboutDigest'))
    .usage('--db <file> [--assessment <id>]')
    .requiredOption('--db <file>', translate('cli:optionDatabase'))
    .option('--assessment <id>', translate('cli:optionAssessment'))
    .action((options: DigestOptions) => run(digest(options)));
};

function digest({ db, assessment }: DigestOptions): CommandAction {
  return (session) =>
    withDatabase(session, db, { mustExist: true }, (context) => {
      const found = digestOfContent(context, { assessmentId: assessment ?? null });
      return found.ok ? succeed({ document: found.value, text: found.value.digest }) : found;
    });
}
