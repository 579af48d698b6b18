import { createHash } from 'node:crypto';
import { createReadStream, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Answers, Evidence } from '#shared/domain/assessment/answer.ts';
import { appError, fail, succeed, type Result } from '#shared/errors/result.ts';
import { answersFileLimit } from '#shared/format/answersFile.ts';
import type { Attachment } from '#shared/format/readAnswerEntry.ts';
import { inspectAnswers, type ResolvedAnswers } from '#shared/format/readAnswers.ts';
import { readTextFile } from './readTextFile.ts';
import type { Session } from './session.ts';

/** An attachment whose file is there. */
export interface FoundAttachment extends Attachment {
  readonly absolutePath: string;
}

export interface AnswersOnDisk extends ResolvedAnswers {
  readonly attachments: readonly FoundAttachment[];
}

type EvidenceFile = NonNullable<Evidence['file']>;

/**
 * Reads an answers file with everything it names. Errors: those of the content, of `readTextFile` and of
 * `inspectAnswers`, and `evidence-file-missing`; all faults of one file at once.
 */
export async function readAnswersFile(session: Session, file: string): Promise<Result<AnswersOnDisk>> {
  const content = session.loadContent();
  if (!content.ok) return content;
  const text = await readTextFile(file, answersFileLimit);
  if (!text.ok) return text;
  const inspected = inspectAnswers(text.value, content.value);
  if (!inspected.ok) return fail(inspected.errors.map((error) => ({ ...error, place: file })));
  const { resolved, faults, attachments } = inspected.value;
  const found = attachments.map((attachment) => locate(attachment, path.dirname(path.resolve(file))));
  const missing = attachments
    .filter((_attachment, index) => found[index] === null)
    .map((attachment) => appError('evidence-file-missing', { path: attachment.path }, attachment.place));
  if (!resolved || missing.length > 0) return fail([...faults, ...missing]);
  return succeed({ ...resolved, attachments: found.filter((attachment) => attachment !== null) });
}

/** Puts the files into the answers they belong to; `held` is in the order of the attachments. */
export function withFiles(answersOnDisk: AnswersOnDisk, held: readonly EvidenceFile[]): Answers {
  const answers = { ...answersOnDisk.answers };
  answersOnDisk.attachments.forEach(({ criterionId, index }, position) => {
    const answer = answers[criterionId];
    const file = held[position];
    if (!answer || !file) return;
    const evidence = answer.evidence.map((card, at) => (at === index ? { ...card, file } : card));
    answers[criterionId] = { ...answer, evidence };
  });
  return answers;
}

/** The answers with the digests of their files, which stay where they are. */
export async function digestFiles(answersOnDisk: AnswersOnDisk): Promise<Answers> {
  const held: EvidenceFile[] = [];
  for (const { absolutePath } of answersOnDisk.attachments) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(absolutePath), hash);
    held.push({
      sha256: hash.digest('hex'),
      name: path.basename(absolutePath).normalize('NFC'),
      size: statSync(absolutePath).size,
    });
  }
  return withFiles(answersOnDisk, held);
}

/** File systems keep Vietnamese names as NFC or NFD, whatever the answers file uses. */
function locate(attachment: Attachment, folder: string): FoundAttachment | null {
  for (const form of ['NFC', 'NFD'] as const) {
    const absolutePath = path.resolve(folder, attachment.path.normalize(form));
    if (existsSync(absolutePath) && statSync(absolutePath).isFile()) return { ...attachment, absolutePath };
  }
  return null;
}
