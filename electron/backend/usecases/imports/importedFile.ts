import type { ImportFile } from '#shared/api/contract.ts';
import type { AppError } from '#shared/errors/result.ts';
import { wordsOfKey } from '../../files/keys/words.ts';
import type { ArrivedPackage } from './arrivedPackage.ts';
import type { Judgement, Plan } from './judgePackage.ts';

/** A file to import, by the name that people know it by. */
export interface SourceFile {
  readonly path: string;
  readonly name: string;
  /** Set aside by an earlier import. */
  readonly isAside?: boolean;
  /** Came in a bundle. */
  readonly isPart?: boolean;
}

/** What became of a file, or in a dry run would become of it; never waiting. */
export interface ImportedFile extends Omit<
  Readonly<ImportFile>,
  'number' | 'state' | 'verdict' | 'errors' | 'warnings'
> {
  readonly verdict: NonNullable<ImportFile['verdict']>;
  readonly errors: readonly AppError[];
  readonly warnings: readonly AppError[];
  /** Of the whole file; empty where it could not be read. */
  readonly sha256: string;
}

/** Whether a part of a bundle is for others: the bundle says so, and the part is no file of this import. */
export function isPartForOthers({ isPart }: SourceFile, { errors }: Pick<ImportedFile, 'errors'>): boolean {
  return isPart === true && errors[0]?.code === 'package-for-another-unit';
}

/** A file that could not even be verified. */
export function refusedUnread(file: SourceFile, size: number, errors: readonly AppError[]): ImportedFile {
  return {
    name: file.name,
    size,
    sha256: '',
    verdict: 'refused',
    errors,
    warnings: [],
    kind: null,
    unit: null,
    period: null,
    setId: null,
    setVersion: null,
    revision: null,
    signer: null,
    changes: 0,
    conflicts: 0,
    quarantined: false,
    assessmentId: null,
  };
}

/** A verified file with what was decided about it. */
export function describeFile(
  file: SourceFile,
  { manifest, document, publicKey, fileSha256, fileSize }: ArrivedPackage,
  { decided, standing, isAwaited }: Judgement,
): ImportedFile {
  const { subject } = manifest;
  const set = subject?.criteriaSet ?? (document.kind === 'criteria-set' ? document.set : undefined);
  const plan = decided.ok ? decided.value.plan : undefined;
  return {
    name: file.name,
    size: fileSize,
    sha256: fileSha256,
    verdict: plan?.verdict ?? 'refused',
    errors: decided.ok ? [] : decided.errors,
    warnings: plan?.warnings ?? [],
    kind: manifest.kind,
    unit: subject?.unit ?? null,
    period: subject?.period ?? null,
    setId: set?.id ?? null,
    setVersion: set?.version ?? null,
    revision: subject?.revision ?? null,
    signer: { publicKey, words: [...wordsOfKey(publicKey)], standing, ...manifest.sender },
    changes: plan?.kind === 'log' ? plan.merged.added.length : 0,
    conflicts: plan?.kind === 'log' ? plan.merged.newConflicts.length : 0,
    quarantined: isAwaited,
    assessmentId: plan ? assessmentOf(plan) : null,
  };
}

/** Null while there is none: one that only an earlier file of the same dry run would make has no id yet. */
function assessmentOf(plan: Plan): string | null {
  const known = plan.kind === 'log' || plan.kind === 'receipt' ? plan.known : undefined;
  return known === undefined || known.id === '' ? null : known.id;
}
