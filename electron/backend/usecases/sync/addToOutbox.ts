import path from 'node:path';
import { remotePathOf, shortDigestOf } from '#shared/domain/sync/remotePath.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { PackageSubject } from '#shared/format/package/newest.ts';
import type { NewOutboxRecord } from '../../db/outboxTable.ts';
import { onStorageLater } from '../../db/storageFailure.ts';
import { findExport } from '../../files/exportFolder.ts';
import type { Unlock } from '../../files/keys/age.ts';
import { keepInOutbox } from '../../files/outboxFolder.ts';
import { digestInName } from '../../files/package/entryNames.ts';
import { readBundle } from '../../files/package/readBundle.ts';
import { readPackage, type OpenedPackage } from '../../files/package/readPackage.ts';
import { workingFolderOf } from '../../files/workingFolder.ts';
import type { UseCaseContext } from '../context.ts';

/** What the officer has decided. */
export interface Addition {
  readonly targetId: string;
  /** Of a file that was encrypted with one; only to read what it is about. */
  readonly passphrase?: string | null;
}

type Added = Result<{ readonly ids: string[] }>;

/** Puts what was exported into the outbox. Errors: `export-gone` and those of `addFileToOutbox`. */
export async function addExportToOutbox(
  context: UseCaseContext,
  { downloadId, ...addition }: Addition & { readonly downloadId: string },
): Promise<Added> {
  const found = findExport(path.dirname(context.store.file), downloadId);
  return found.ok ? await addFileToOutbox(context, found.value.file, addition) : found;
}

/**
 * Puts a package into the outbox for a target; a copy waits there, so that the file itself may go. Of a bundle about
 * several units each package goes to its own unit's folder. What was added before, or sent, is not added again. Errors:
 * `target-unknown`, `package-without-place`, those of `openKeyring`, `readPackage`, `readBundle` and of the storage.
 */
export async function addFileToOutbox(
  context: UseCaseContext,
  file: string,
  { targetId, passphrase = null }: Addition,
): Promise<Added> {
  const keyring = context.keys();
  if (!keyring.ok) return keyring;
  const workingFolder = workingFolderOf(path.dirname(context.store.file));
  const unlock = { passphrase, identities: [keyring.value.identity], workingFolder };
  const opened = await readPackage(file, { unlock, keepEvidence: null });
  if (!opened.ok) return opened;
  const subjects = subjectsOf(opened.value);
  // Taken out of an encrypted bundle, its packages would travel for everybody to read.
  if (subjects && placesOf(subjects).size > 1 && !opened.value.wasEncrypted) {
    return await addPackagesOf(context, file, unlock, targetId);
  }
  return await addOne(context, file, opened.value, targetId);
}

async function addPackagesOf(
  context: UseCaseContext,
  file: string,
  unlock: Unlock,
  targetId: string,
): Promise<Added> {
  const bundle = await readBundle(file, { unlock });
  if (!bundle.ok) return bundle;
  try {
    const ids: string[] = [];
    for (const { file: inner } of bundle.value.files) {
      const opened = await readPackage(inner, { unlock, keepEvidence: null });
      if (!opened.ok) return opened;
      const added = await addOne(context, inner, opened.value, targetId);
      if (!added.ok) return added;
      ids.push(...added.value.ids);
    }
    return succeed({ ids });
  } finally {
    await bundle.value.discard();
  }
}

async function addOne(
  context: UseCaseContext,
  file: string,
  opened: OpenedPackage,
  targetId: string,
): Promise<Added> {
  const { store } = context;
  const described = describe(opened);
  if (!described.ok) return described;
  const kept = await onStorageLater(store.file, async () => {
    await keepInOutbox(path.dirname(store.file), file, opened.fileSha256);
    return succeed(null);
  });
  if (!kept.ok) return kept;
  return store.write((writer) => {
    const target = writer.findTarget(targetId);
    if (!target) return failWith('target-unknown');
    const known = writer.findOutboxItemOf(target.number, opened.fileSha256);
    if (known) return succeed({ ids: [known.id] });
    const id = context.newId();
    const addedAt = context.now().toISOString();
    const state = { kind: 'waiting' } as const;
    writer.insertOutboxItem({ ...described.value, id, target: target.number, addedAt, state });
    return succeed({ ids: [id] });
  });
}

type Described = Omit<NewOutboxRecord, 'id' | 'target' | 'addedAt' | 'state'>;

function describe(opened: OpenedPackage): Result<Described> {
  const { manifest, document, fileSha256, fileSize } = opened;
  const subjects = subjectsOf(opened) ?? [];
  const [subject] = subjects;
  const { kind } = manifest;
  if (!subject || kind === 'criteria-set' || placesOf(subjects).size > 1)
    return failWith('package-without-place');
  const { unit, period, criteriaSet, revision } = subject;
  const shortDigest = shortDigestOf(fileSha256);
  const remotePath = remotePathOf({ period, unitCode: unit.code, kind, revision, shortDigest });
  if (remotePath === undefined) return failWith('package-without-place');
  const within =
    document.kind === 'bundle' ? document.packages.map((one) => digestInName(one.path) ?? '') : [];
  return succeed({
    sha256: fileSha256,
    size: fileSize,
    kind,
    identity: {
      unitCode: unit.code,
      unitValidFrom: unit.validFrom,
      period,
      setId: criteriaSet.id,
      setVersion: criteriaSet.version,
    },
    unitName: unit.name,
    revision,
    remotePath,
    carries: [fileSha256, ...within],
    receiptOf: document.kind === 'receipt' ? document.of.packageSha256 : null,
  });
}

/** What a file is about, the newest revision first; undefined where a part of it is about no unit. */
function subjectsOf({ manifest, document }: OpenedPackage): readonly PackageSubject[] | undefined {
  const all =
    document.kind === 'bundle' ? document.packages.map(({ subject }) => subject) : [manifest.subject];
  const subjects = all.filter((subject) => subject !== null);
  return subjects.length === all.length ? subjects.toSorted((a, b) => b.revision - a.revision) : undefined;
}

function placesOf(subjects: readonly PackageSubject[]): ReadonlySet<string> {
  return new Set(subjects.map(({ unit, period }) => `${period} ${unit.code}`));
}
