import path from 'node:path';
import type { CriteriaSet } from '#shared/domain/criteria/criteriaSet.ts';
import type { SetMap } from '#shared/domain/criteria/setMap.ts';
import { fail, failWith, succeed, type Result } from '#shared/errors/result.ts';
import { toCanonicalJson } from '#shared/format/canonicalJson.ts';
import { shortCode } from '#shared/report/scorecardCode.ts';
import { digestOf } from '../../files/content.ts';
import { writePackage } from '../../files/package/writePackage.ts';
import type { UseCaseContext } from '../context.ts';
import { importFiles } from '../imports/importFiles.ts';
import { findProfile } from '../profile.ts';
import { findSame } from './readSetSource.ts';

/** A criteria set as a signed file that can be sent, and that this installation knows from now on. */
export interface PackedSet {
  /** Where the file lies. */
  readonly file: string;
  readonly fileName: string;
  readonly size: number;
  readonly sha256: string;
  readonly setId: string;
  readonly setVersion: string;
  /** Of the set. */
  readonly digest: string;
  /** `same` where the set was here already. */
  readonly verdict: 'new' | 'same';
}

/**
 * Signs a set as a package of kind `criteria-set` into a folder that is there, and takes it in here like any other
 * installation will. The set has been checked. Errors: `set-issuer-not-allowed` unless a level above works here,
 * `set-map-published` for other maps than those with which it is here, those of `writePackage` and of the import.
 */
export async function packSet(
  context: UseCaseContext,
  { set, maps }: { readonly set: CriteriaSet; readonly maps: readonly SetMap[] },
  folder: string,
): Promise<Result<PackedSet>> {
  const keyring = context.keys();
  if (!keyring.ok) return keyring;
  const origin = context.store.read((reader) =>
    succeed({ profile: findProfile(reader), replica: reader.replicaId }),
  );
  if (!origin.ok) return origin;
  const { profile, replica } = origin.value;
  if (!profile || profile.role === 'commune') return failWith('set-issuer-not-allowed');
  const { code, validFrom, name } = profile.unit;
  const digest = digestOf(set);
  const same = findSame(context.content, set);
  if (same && toCanonicalJson(same.maps) !== toCanonicalJson(maps))
    return failWith('set-map-published', { set: `${set.id}@${set.version}` });
  const fileName = `${set.id}_${set.version}_${shortCode(digest)}.thuocso`;
  const file = path.join(folder, fileName);
  const written = await writePackage({
    target: file,
    manifest: {
      kind: 'criteria-set',
      createdAt: context.now().toISOString(),
      producer: { app: 'Thước Số', version: context.appVersion, replica },
      sender: { role: profile.role, unit: { code, validFrom, name } },
      introduces: [...keyring.value.siblings],
      subject: null,
    },
    document: { kind: 'criteria-set', set, maps: maps.map(toDocument), checks: null },
    evidence: [],
    key: keyring.value,
    encryption: null,
  });
  if (!written.ok) return written;
  const { document, size, sha256 } = written.value;
  if (document.kind !== 'criteria-set' || digestOf(document.set) !== digest)
    throw new Error('The file does not hold the set that was to be written');
  const verdict = await installHere(context, { path: file, name: fileName });
  if (!verdict.ok) return verdict;
  const told = { file, fileName, size, sha256, digest, verdict: verdict.value };
  return succeed({ ...told, setId: set.id, setVersion: set.version });
}

function toDocument({ from, changes }: SetMap) {
  return { from, changes: changes.map((change) => ({ ...change, to: [...change.to] })) };
}

async function installHere(
  context: UseCaseContext,
  file: { readonly path: string; readonly name: string },
): Promise<Result<'new' | 'same'>> {
  const imported = await importFiles(context, [file]);
  if (!imported.ok) return imported;
  const [taken] = imported.value.files;
  if (!taken || taken.verdict === 'refused') return fail(taken?.errors ?? []);
  return succeed(taken.verdict === 'new' ? 'new' : 'same');
}
