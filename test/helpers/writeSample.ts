import { createHash, randomUUID } from 'node:crypto';
import path from 'node:path';
import { makeSigningKey, type SigningKey } from '#backend/files/keys/signatures.ts';
import { writePackage, type AttachedFile } from '#backend/files/package/writePackage.ts';
import type { Change } from '#shared/domain/merge/change.ts';
import type { CriteriaSet } from '#shared/domain/criteria/criteriaSet.ts';
import { toAssessmentDocument, toWrittenLog } from '#shared/format/package/changeLog.ts';
import type { ManifestDraft, PackageDocument, PackageSubject } from '#shared/format/package/newest.ts';
import { sampleHead, sampleSubject } from './samplePackage.ts';
import { valueOf } from './testWorkspace.ts';

/** A key by name, the same in every run. */
export function keyNamed(name: string): SigningKey {
  return makeSigningKey(createHash('sha256').update(name).digest());
}

export interface SampleOptions {
  readonly key?: SigningKey;
  readonly sender?: ManifestDraft['sender'];
  readonly introduces?: readonly string[];
  readonly subject?: Partial<PackageSubject>;
  readonly evidence?: readonly AttachedFile[];
}

/** A package of Hải Châu with exactly this document; answers with the file. */
export async function writeSample(
  folder: string,
  document: PackageDocument,
  { key = keyNamed('hai-chau'), sender, introduces = [], subject, evidence = [] }: SampleOptions = {},
): Promise<string> {
  const target = path.join(folder, `${randomUUID()}.thuocso`);
  const head = { ...sampleHead, introduces: [...introduces], ...(sender && { sender }) };
  const manifest: ManifestDraft =
    document.kind === 'criteria-set' || document.kind === 'bundle'
      ? { ...head, kind: document.kind, subject: null }
      : { ...head, kind: document.kind, subject: { ...sampleSubject, ...subject } };
  valueOf(await writePackage({ target, manifest, document, evidence, key, encryption: null }));
  return target;
}

export function logDocument(...changes: readonly Change[]): PackageDocument {
  return { kind: 'assessment', ...toAssessmentDocument(changes, []) };
}

export function reviewDocument(...changes: readonly Change[]): PackageDocument {
  const basedOn = { revision: 0, contentDigest: sampleSubject.contentDigest };
  return { kind: 'review', ...toWrittenLog(changes), signatures: [], basedOn, result: null };
}

export function setDocument(set: CriteriaSet): PackageDocument {
  return { kind: 'criteria-set', set, maps: [], checks: null };
}

/** An edit of the first officer of Hải Châu, unless told. */
export function edit(counter: number, change: Partial<Change> = {}): Change {
  return {
    dot: ['r-hai-chau', counter],
    stage: 'self',
    criterionId: 'px-004',
    field: 'value',
    valueText: '"12"',
    replaced: [],
    author: 'Lan',
    changedAt: '2026-11-20T01:00:00.000Z',
    ...change,
  };
}
