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
export function toEdits({ replicas, changes }: WrittenLog): Result<readonly WrittenEdit[]> {
  const read: WrittenEdit[] = [];
  for (const [index, change] of changes.entries()) {
    const dot = toDot(replicas, change.dot);
    const replaced = change.replaced.length === 0 ? none : change.replaced.map((one) => toDot(replicas, one));
    if (!dot || !isComplete(replaced)) {
      return failWith(
        'package-document-invalid',
        { reason: `changes.${String(index)}: replica` },
        'document.json',
      );
    }
    read.push({
      dot,
      stage: change.stage,
      criterionId: change.criterion,
      field: change.field,
      value: change.value,
      replaced,
      author: change.author,
      changedAt: change.at,
    });
  }
  return succeed(read);
}

const none: readonly Dot[] = [];

/** The same with the texts of the values. Errors: those of `toEdits`. */
export function toChanges(log: WrittenLog): Result<readonly Change[]> {
  const edits = toEdits(log);
  return edits.ok ? succeed(edits.value.map(toChange)) : edits;
}

export function toChange({ value, ...edit }: WrittenEdit): Change {
  return { ...edit, valueText: toCanonicalJson(value) };
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

function toDot(replicas: readonly string[], [place, counter]: readonly [number, number]): Dot | undefined {
  const id = replicas[place];
  return id === undefined ? undefined : [id, counter];
}

function isComplete(dots: readonly (Dot | undefined)[]): dots is readonly Dot[] {
  return !dots.includes(undefined);
}
