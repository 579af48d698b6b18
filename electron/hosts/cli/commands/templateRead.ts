import { readFile } from 'node:fs/promises';
import {
  findStandingAnswers,
  readFilledTemplate,
  type FilledTemplate,
} from '#backend/usecases/reporting/readFilledTemplate.ts';
import { describeError } from '#backend/translate.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { withDatabase } from '../openDatabase.ts';
import type { AddCommand, CommandAction, CommandOutput, Session } from '../session.ts';
import { toTextTable } from '../textTable.ts';
import { writeResultFile } from '../writeResultFile.ts';

interface TemplateReadOptions {
  readonly db?: string;
  readonly out?: string;
}

export const addTemplateReadCommand: AddCommand = (parent, { translate }, run) => {
  parent
    .command('template-read')
    .description(translate('cli:aboutTemplateRead'))
    .usage('<form.xlsx> [--db <file>] [--out <answers.json>]')
    .argument('<form>', translate('cli:argumentForm'))
    .option('--db <file>', translate('cli:optionDatabase'))
    .option('--out <file>', translate('cli:optionOutAnswers'))
    .action((form: string, options: TemplateReadOptions) => run(read(form, options)));
};

function read(form: string, { db, out }: TemplateReadOptions): CommandAction {
  return async (session) => {
    const content = session.loadContent();
    if (!content.ok) return content;
    const bytes = await readForm(form);
    if (!bytes.ok) return bytes;
    const filled =
      db === undefined
        ? await readFilledTemplate(content.value, bytes.value, () => succeed({}))
        : await withDatabase(session, db, { mustExist: true }, (context) =>
            readFilledTemplate(content.value, bytes.value, (resolved) =>
              context.store.read((reader) => findStandingAnswers(reader, context.content, resolved)),
            ),
          );
    return filled.ok ? answer(filled.value, out, session) : filled;
  };
}

async function readForm(file: string): Promise<Result<Uint8Array>> {
  try {
    return succeed(await readFile(file));
  } catch (error) {
    const isAbsent = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return failWith(isAbsent ? 'file-not-found' : 'file-unreadable', { path: file });
  }
}

async function answer(
  { answersFile, differences, faults }: FilledTemplate,
  out: string | undefined,
  { translate, wording }: Session,
): Promise<Result<CommandOutput>> {
  const errors = faults.map((fault) => ({
    code: fault.code,
    place: fault.place ?? null,
    params: fault.params,
    message: describeError(translate, { code: fault.code, params: fault.params }),
  }));
  const messages = errors.map(({ place, message, code }) => `${place ?? ''}: ${message} [${code}]`);
  if (out !== undefined && answersFile !== null) {
    const written = await writeResultFile(out, Buffer.from(`${JSON.stringify(answersFile, null, 2)}\n`));
    if (!written.ok) return written;
    messages.push(wording.translate('cli:templateReadWritten', { file: written.value }));
  }
  const rows = differences.map(({ code, field, before, after }) => [
    code,
    wording.translate(`cli:field-${field}`),
    show(before),
    show(after),
  ]);
  const head = (['columnCode', 'columnField', 'columnBefore', 'columnAfter'] as const).map((key) =>
    wording.translate(`cli:${key}`),
  );
  return succeed({
    document: { answersFile, differences, errors },
    text: rows.length === 0 ? '' : toTextTable([head, ...rows]),
    messages:
      faults.length === 0 && rows.length === 0
        ? [...messages, wording.translate('cli:templateReadNothing')]
        : messages,
    isRefused: faults.length > 0,
  });
}

function show(value: unknown): string {
  return value === null ? '–' : typeof value === 'string' ? value : JSON.stringify(value);
}
