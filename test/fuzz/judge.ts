import { hash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { inflateRawSync } from 'node:zlib';
import type { VerifiedPackage } from '#backend/files/package/openPackage.ts';
import { checkHistory } from '#shared/domain/merge/checkHistory.ts';
import { errorCodes } from '#shared/errors/errorCodes.ts';
import type { Result } from '#shared/errors/result.ts';
import { toChanges } from '#shared/format/package/changeLog.ts';

/** What somebody signed: digests of manifests, each with that of its document. */
export type Meant = ReadonlyMap<string, string>;

/** What must hold of a package that was read, whoever made it; otherwise what is wrong. */
export function faultOfOpened(opened: VerifiedPackage, meant: Meant): string | undefined {
  const documentSha256 = meant.get(opened.manifestSha256);
  if (documentSha256 === undefined) return 'something that nobody signed was read';
  if (hash('sha256', opened.documentBytes, 'hex') !== documentSha256) return 'another document was read';
  const { kind, ...document } = opened.document;
  if (kind !== opened.manifest.kind) return 'the kinds differ';
  // A criteria set is completed with what its schema leaves out.
  const written: unknown = JSON.parse(opened.documentBytes.toString());
  if (kind !== 'criteria-set' && !isDeepStrictEqual(document, written))
    return 'the document was read otherwise';
  if ('changes' in opened.document) {
    const changes = toChanges(opened.document);
    if (changes.ok) checkHistory(changes.value);
  }
  return undefined;
}

/** Evidence and packages are named by what they hold. */
export function faultOfAttached({ attached }: VerifiedPackage, bytes: Buffer): string | undefined {
  const wrong = attached.find(({ name, start, size, isDeflated }) => {
    const packed = bytes.subarray(start);
    const content = isDeflated ? inflateRawSync(packed) : packed.subarray(0, size);
    return !name.includes(hash('sha256', content, 'hex'));
  });
  return wrong && `${wrong.name} holds something else`;
}

/** A refusal must name itself. */
export function faultOfRefusal(result: Result<unknown>): string | undefined {
  if (result.ok) return undefined;
  const [first] = result.errors;
  if (!first) return 'a refusal without an error';
  const isNamed = errorCodes.includes(first.code) && first.code !== 'unexpected';
  return isNamed ? undefined : `refused as ${first.code}`;
}

/** The first code of a refusal, or `read`. */
export function outcomeOf(result: Result<unknown>): string {
  return result.ok ? 'read' : (result.errors[0]?.code ?? '');
}
