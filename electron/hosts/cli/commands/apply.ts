import type { Workspace } from '#backend/backend.ts';
import { createAssessment } from '#backend/usecases/createAssessment.ts';
import { openAssessment } from '#backend/usecases/openAssessment.ts';
import { recordAnswers } from '#backend/usecases/recordAnswers.ts';
import { storeEvidenceFile } from '#backend/usecases/storeEvidenceFile.ts';
import type { AnswerEdit } from '#shared/api/contract.ts';
import { emptyAnswer, type Answer, type Answers, type Evidence } from '#shared/domain/assessment/answer.ts';
import { findCriterion } from '#shared/domain/criteria/criteriaOfSet.ts';
import { fail, succeed, type Result } from '#shared/errors/result.ts';
import { toCanonicalJson } from '#shared/format/canonicalJson.ts';
import { withDatabase } from '../openDatabase.ts';
import { readAnswersFile, withFiles, type AnswersOnDisk } from '../readAnswersFile.ts';
import type { AddCommand, CommandAction, CommandOutput, Session } from '../session.ts';

export const addApplyCommand: AddCommand = (parent, { translate }, run) => {
  parent
    .command('apply')
    .description(translate('cli:aboutApply'))
    .usage('<answers.json> --db <file>')
    .argument('<answers>', translate('cli:argumentAnswers'))
    .requiredOption('--db <file>', translate('cli:optionDatabase'))
    .action((file: string, options: { readonly db: string }) => run(applyFile(file, options.db)));
};

/** The file is read and checked whole before the database is even opened: a refusal writes nothing. */
function applyFile(file: string, databaseFile: string): CommandAction {
  return async (session) => {
    const read = await readAnswersFile(session, file);
    if (!read.ok) return read;
    return withDatabase(session, databaseFile, { mustExist: false }, (context) =>
      applyAnswers(context, read.value, session),
    );
  };
}

async function applyAnswers(
  context: Workspace['context'],
  read: AnswersOnDisk,
  session: Session,
): Promise<Result<CommandOutput>> {
  const stored = await storeFiles(context, read);
  if (!stored.ok) return stored;
  const target = findOrCreate(context, read);
  if (!target.ok) return target;
  const { id, created } = target.value;
  const present = openAssessment(context, id);
  if (!present.ok) return present;
  const edits = listEdits(present.value.answers, stored.value);
  if (edits.length > 0) {
    const recorded = recordAnswers(context, { assessmentId: id, edits });
    if (!recorded.ok) return recorded;
  }
  const ids = new Set(edits.map(({ criterionId }) => criterionId));
  const changed = [...ids].map(
    (criterionId) => findCriterion(read.frame.set, criterionId)?.code ?? criterionId,
  );
  const { translate } = session.wording;
  const sentence = created
    ? translate('cli:applyCreated', { criteria: changed.length })
    : edits.length === 0
      ? translate('cli:applyUnchanged')
      : translate('cli:applyChanged', { criteria: changed.length });
  return succeed({
    document: { id, created, changed, edits: edits.length },
    text: id,
    messages: [sentence],
  });
}

async function storeFiles(context: Workspace['context'], read: AnswersOnDisk): Promise<Result<Answers>> {
  const held: NonNullable<Evidence['file']>[] = [];
  for (const { absolutePath, place } of read.attachments) {
    const stored = await storeEvidenceFile(context, absolutePath);
    if (!stored.ok) return fail(stored.errors.map((error) => ({ ...error, place })));
    held.push(stored.value);
  }
  return succeed(withFiles(read, held));
}

function findOrCreate(
  context: Workspace['context'],
  { frame, unit }: AnswersOnDisk,
): Result<{ readonly id: string; readonly created: boolean }> {
  const created = createAssessment(context, {
    unitCode: unit.unit.code,
    period: frame.period.code,
    setId: frame.set.id,
    setVersion: frame.set.version,
  });
  if (created.ok) return succeed({ id: created.value.id, created: true });
  const existing = created.errors.find(({ code }) => code === 'assessment-exists')?.params['id'];
  return typeof existing === 'string' ? succeed({ id: existing, created: false }) : created;
}

/** A file says what is declared, not who sees to it. */
type DeclaredEdit = Exclude<AnswerEdit, { field: 'assignee' }>;

/**
 * The edits that bring what is stored to what the file says. A field that the file leaves out stays as it is;
 * figures given for a criterion take back that it does not apply.
 */
function listEdits(present: Answers, wanted: Answers): readonly DeclaredEdit[] {
  return Object.entries(wanted).flatMap(([criterionId, answer]) => {
    const before = present[criterionId] ?? emptyAnswer;
    return editsOf(criterionId, answer).filter(
      (edit) => toCanonicalJson(before[edit.field]) !== toCanonicalJson(edit.value),
    );
  });
}

function editsOf(criterionId: string, answer: Answer): readonly DeclaredEdit[] {
  const { value, evidence, explanation, notApplicable } = answer;
  const edits: DeclaredEdit[] = [];
  if (value !== null) {
    edits.push({ criterionId, field: 'value', value }, { criterionId, field: 'notApplicable', value: '' });
  }
  if (notApplicable !== '') edits.push({ criterionId, field: 'notApplicable', value: notApplicable });
  if (evidence.length > 0) edits.push({ criterionId, field: 'evidence', value: [...evidence] });
  if (explanation !== '') edits.push({ criterionId, field: 'explanation', value: explanation });
  return edits;
}
