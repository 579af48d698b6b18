import { applyAppraisalFile } from '#backend/usecases/appraisal/applyAppraisalFile.ts';
import { openAppraisals } from '#backend/usecases/appraisal/openAppraisals.ts';
import { findCriterion } from '#shared/domain/criteria/criteriaOfSet.ts';
import { fail, succeed } from '#shared/errors/result.ts';
import { appraisalFileLimit, readAppraisalFile } from '#shared/format/appraisalFile.ts';
import { withDatabase } from '../openDatabase.ts';
import { readTextFile } from '../readTextFile.ts';
import type { AddCommand, CommandAction } from '../session.ts';

export const addAppraiseCommand: AddCommand = (parent, { translate }, run) => {
  parent
    .command('appraise')
    .description(translate('cli:aboutAppraise'))
    .usage('<appraisal.json> --db <file>')
    .argument('<appraisal>', translate('cli:argumentAppraisal'))
    .requiredOption('--db <file>', translate('cli:optionDatabase'))
    .action((file: string, options: { readonly db: string }) => run(appraise(file, options.db)));
};

/** The file is read and checked whole before the database is even opened: a refusal writes nothing. */
function appraise(file: string, databaseFile: string): CommandAction {
  return async (session) => {
    const content = session.loadContent();
    if (!content.ok) return content;
    const text = await readTextFile(file, appraisalFileLimit);
    if (!text.ok) return text;
    const read = readAppraisalFile(text.value, content.value);
    if (!read.ok) return fail(read.errors.map((error) => ({ place: file, ...error })));
    return withDatabase(session, databaseFile, { mustExist: true }, (context) => {
      const applied = applyAppraisalFile(context, read.value);
      if (!applied.ok) return applied;
      const { assessmentId } = applied.value;
      const standing = openAppraisals(context, { assessmentId });
      if (!standing.ok) return standing;
      const codeOf = (id: string): string => findCriterion(read.value.set, id)?.code ?? id;
      const changed = applied.value.changed.map(codeOf);
      const { appraised, final } = standing.value;
      return succeed({
        document: { id: assessmentId, stage: read.value.stage, changed, appraised, final },
        text: assessmentId,
        messages: [session.wording.translate('cli:appraised', { criteria: changed.length })],
      });
    });
  };
}
