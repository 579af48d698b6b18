import type { Change, Dot } from '../../domain/merge/change.ts';
import { failWith, succeed, type Result } from '../../errors/result.ts';
import { toCanonicalJson } from '../canonicalJson.ts';
import type { AssessmentDocument, SignatureEntry } from './newest.ts';

type WrittenLog = Pick<AssessmentDocument, 'replicas' | 'changes'>;

/** An edit with its value as the document says it. */
export interface WrittenEdit extends Omit<Change, 'valueText'> {
  readonly value: unknown;
}

/**
 * The edits of a document in its order. Whether each comes after those it took the place of is for the merge to
 * say. Errors: `package-document-invalid` where a dot names a replica that is not listed.
 */
export function toChanges(log: WrittenLog): Result<readonly Change[]> {
  return readLog(log, (dot, replaced, { stage, criterion, field, value, author, at }) => {
    const valueText = toCanonicalJson(value);
    return { dot, stage, criterionId: criterion, field, valueText, replaced, author, changedAt: at };
  });
}

/** The same with the values themselves. Errors: those of `toChanges`. */
export function toEdits(log: WrittenLog): Result<readonly WrittenEdit[]> {
  return readLog(log, (dot, replaced, { stage, criterion, field, value, author, at }) => {
    return { dot, stage, criterionId: criterion, field, value, replaced, author, changedAt: at };
  });
}

/** The same edit with the text of its value. */
export function toChange(edit: WrittenEdit): Change {
  const { dot, stage, criterionId, field, replaced, author, changedAt } = edit;
  const valueText = toCanonicalJson(edit.value);
  return { dot, stage, criterionId, field, valueText, replaced, author, changedAt };
}

const none: readonly Dot[] = [];

function readLog<T>(
  { replicas, changes }: WrittenLog,
  toEdit: (dot: Dot, replaced: readonly Dot[], written: WrittenLog['changes'][number]) => T,
): Result<readonly T[]> {
  const read: T[] = [];
  for (const change of changes) {
    const dot = toDot(replicas, change.dot);
    const replaced = change.replaced.length === 0 ? none : change.replaced.map((one) => toDot(replicas, one));
    if (!dot || !isComplete(replaced)) {
      return failWith(
        'package-document-invalid',
        { reason: `changes.${String(read.length)}: replica` },
        'document.json',
      );
    }
    read.push(toEdit(dot, replaced, change));
  }
  return succeed(read);
}

/**
 * The document of edits in causal order, with the signatures so far. The same edits in the same order give the same
 * text, whatever they were read from.
 */
export function toAssessmentDocument(
  changes: readonly Change[],
  signatures: readonly SignatureEntry[],
): AssessmentDocument {
  return { ...toWrittenLog(changes), signatures: [...signatures] };
}

/** The part of a document that assessments and reviews share. */
export function toWrittenLog(changes: readonly Change[]): WrittenLog {
  const replicas = [...new Set(changes.flatMap(({ dot, replaced }) => [dot, ...replaced].map(([id]) => id)))];
  const places = new Map(replicas.map((id, place) => [id, place]));
  const written = ([id, counter]: Dot): [number, number] => [places.get(id) ?? 0, counter];
  return {
    replicas,
    changes: changes.map((change) => ({
      dot: written(change.dot),
      stage: change.stage,
      criterion: change.criterionId,
      field: change.field,
      value: JSON.parse(change.valueText) as unknown,
      replaced: change.replaced.map(written),
      author: change.author,
      at: change.changedAt,
    })),
  };
}

function toDot(replicas: readonly string[], written: readonly [number, number]): Dot | undefined {
  const id = replicas[written[0]];
  return id === undefined ? undefined : [id, written[1]];
}

function isComplete(dots: readonly (Dot | undefined)[]): dots is readonly Dot[] {
  return !dots.includes(undefined);
}
