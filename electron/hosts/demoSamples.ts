import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Backend } from '#backend/backend.ts';
import { loadContent, type Content } from '#backend/files/content.ts';
import { contract, type AnswerEdit, type CallName, type CallOutput } from '#shared/api/contract.ts';
import type { Answers } from '#shared/domain/assessment/answer.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import { readAnswers } from '#shared/format/readAnswers.ts';

const headerFile = z.record(z.string(), z.string());

/**
 * Fills an empty demo with the samples below `resources/demo`: answers files, each with the head of its form
 * beside it. Does nothing where assessments are already there. Errors: those of reading the samples and of the calls.
 */
export async function fillDemo(backend: Pick<Backend, 'call'>, productFolder: string): Promise<Result<null>> {
  const present = await ask(backend, 'assessments.list', {});
  if (!present.ok) return present;
  if (present.value.total > 0) return succeed(null);
  const content = loadContent(path.join(productFolder, 'criteria'));
  if (!content.ok) return content;
  const folder = path.join(productFolder, 'resources', 'demo');
  const names = readdirSync(folder).filter(
    (name) => name.endsWith('.json') && !name.endsWith('.header.json'),
  );
  // The list shows the newest first, so the main sample goes in last.
  for (const name of names.toSorted().toReversed()) {
    const added = await addSample(backend, content.value, path.join(folder, name));
    if (!added.ok) return added;
  }
  return succeed(null);
}

async function addSample(
  backend: Pick<Backend, 'call'>,
  content: Content,
  file: string,
): Promise<Result<null>> {
  const sample = readAnswers(readFileSync(file, 'utf8'), content);
  if (!sample.ok) return sample;
  const { frame, unit, period, answers } = sample.value;
  const created = await ask(backend, 'assessments.create', {
    unitCode: unit.unit.code,
    period: period.code,
    setId: frame.set.id,
    setVersion: frame.set.version,
  });
  if (!created.ok) return created;
  const assessmentId = created.value.id;
  const header = headerFile.parse(JSON.parse(readFileSync(file.replace(/\.json$/u, '.header.json'), 'utf8')));
  const headed = await ask(backend, 'header.record', { assessmentId, header });
  if (!headed.ok) return headed;
  const recorded = await ask(backend, 'answers.record', { assessmentId, edits: editsOf(answers) });
  return recorded.ok ? succeed(null) : recorded;
}

/** Every field of every answer as the edits that bring it about. */
export function editsOf(answers: Answers): AnswerEdit[] {
  return Object.entries(answers).flatMap(([criterionId, answer]): AnswerEdit[] => [
    { criterionId, field: 'value', value: answer.value },
    { criterionId, field: 'evidence', value: [...answer.evidence] },
    { criterionId, field: 'explanation', value: answer.explanation },
    { criterionId, field: 'notApplicable', value: answer.notApplicable },
  ]);
}

async function ask<N extends CallName>(
  backend: Pick<Backend, 'call'>,
  name: N,
  input: unknown,
): Promise<Result<CallOutput<N>>> {
  const reply = await backend.call(name, input);
  return reply.ok ? succeed(contract[name].output.parse(reply.value) as CallOutput<N>) : reply;
}
