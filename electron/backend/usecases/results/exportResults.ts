import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { ReviewResult } from '#shared/format/package/newest.ts';
import type { Keyring } from '../../files/keys/keyring.ts';
import type { UseCaseContext } from '../context.ts';
import { chooseEncryption, type EncryptionChoice } from '../exporting/chooseEncryption.ts';
import { gatherExport, type ExportMaterial } from '../exporting/gatherExport.ts';
import { joinPackages, type BundlePart } from '../exporting/joinPackages.ts';
import { packageFileName, periodFileName } from '../exporting/packageFileName.ts';
import { writeOwnPackage, type ExportTarget } from '../exporting/writeOwnPackage.ts';
import { rankResults, type RankedResult, type RankedUnitResult } from './rankResults.ts';

/** Whose results are given back, and how. */
export interface ResultsWish extends EncryptionChoice {
  readonly period: string;
  readonly setId: string;
  /** One unit; null for all of the scope. */
  readonly assessmentId: string | null;
  readonly masked: boolean;
}

/** What is told of every way of giving results back. */
export interface ReturnedUnits {
  readonly masked: boolean;
  readonly encrypted: boolean;
  readonly units: readonly { readonly unit: ReturnedUnit; readonly stage: ReviewResult['stage'] }[];
  /** Of which something is here but nothing judged. */
  readonly withoutScores: readonly ReturnedUnit[];
}

interface ReturnedUnit {
  readonly code: string;
  readonly validFrom: string | null;
  readonly name: string;
}

/** A file that was written, read back and verified. */
export interface WrittenResult {
  /** Where it lies. */
  readonly file: string;
  readonly fileName: string;
  readonly size: number;
  readonly sha256: string;
}

/**
 * Writes one file: the review of one unit with everything that was decided here and its result, or a bundle of those of
 * all units. Errors: those of `exportResultFiles`.
 */
export async function exportResults(
  context: UseCaseContext,
  wish: ResultsWish,
  folder: string,
): Promise<Result<WrittenResult & ReturnedUnits>> {
  const prepared = await prepare(context, wish);
  if (!prepared.ok) return prepared;
  const { results, told, ...sealing } = prepared.value;
  if (wish.assessmentId === null) {
    const bundled = await writeBundle(context, results, sealing, folder);
    return bundled.ok ? succeed({ ...bundled.value, ...told }) : bundled;
  }
  const [only] = results;
  if (!only) return failWith('no-results');
  const written = await writeOne(context, only, sealing, folder);
  return written.ok ? succeed({ ...writtenFile(written.value), ...told }) : written;
}

/**
 * Writes the review of each unit into a folder that is there. Errors: `no-results`, those of `rankResults`, `gatherExport`,
 * `openKeyring`, `chooseEncryption` and `writePackage`; files that were written stay.
 */
export async function exportResultFiles(
  context: UseCaseContext,
  wish: ResultsWish,
  folder: string,
): Promise<Result<ReturnedUnits & { readonly files: readonly WrittenResult[] }>> {
  const prepared = await prepare(context, wish);
  if (!prepared.ok) return prepared;
  const { results, told, ...sealing } = prepared.value;
  const files: WrittenResult[] = [];
  for (const one of results) {
    const written = await writeOne(context, one, sealing, folder);
    if (!written.ok) return written;
    files.push(writtenFile(written.value));
  }
  return succeed({ ...told, files });
}

/** How files are signed and sealed. */
interface Sealing extends Omit<ExportTarget, 'file'> {
  readonly keyring: Keyring;
  readonly wish: ResultsWish;
}

interface Prepared extends Sealing {
  readonly results: readonly JudgedUnit[];
  readonly told: ReturnedUnits;
}

type JudgedUnit = RankedUnitResult & { readonly result: RankedResult };

async function prepare(context: UseCaseContext, wish: ResultsWish): Promise<Result<Prepared>> {
  const keyring = context.keys();
  if (!keyring.ok) return keyring;
  const encryption = chooseEncryption(wish, keyring.value);
  if (!encryption.ok) return encryption;
  const ranked = await rankResults(context, wish);
  if (!ranked.ok) return ranked;
  const wanted = ranked.value.filter(
    ({ assessmentId }) => wish.assessmentId === null || assessmentId === wish.assessmentId,
  );
  const results = wanted.filter((one): one is JudgedUnit => one.result !== null);
  if (results.length === 0) return failWith('no-results');
  return succeed({
    results,
    wish,
    keyring: keyring.value,
    key: keyring.value,
    encryption: encryption.value,
    unlock: { passphrase: wish.passphrase, identities: [keyring.value.identity] },
    told: {
      masked: wish.masked,
      encrypted: encryption.value !== null,
      units: results.map(({ unit, result }) => ({ unit: nameOf(unit), stage: result.stage })),
      withoutScores: wanted.filter(({ result }) => result === null).map(({ unit }) => nameOf(unit)),
    },
  });
}

function nameOf({ code, validFrom, name }: ReturnedUnit): ReturnedUnit {
  return { code, validFrom, name };
}

interface WrittenReview extends WrittenResult {
  readonly material: ExportMaterial;
}

/** Without the edits themselves, which are for the file alone: they name persons, also where the file does not. */
function writtenFile({ file, fileName, size, sha256 }: WrittenReview): WrittenResult {
  return { file, fileName, size, sha256 };
}

async function writeOne(
  context: UseCaseContext,
  { assessmentId, result }: JudgedUnit,
  { keyring, wish, ...sealing }: Sealing,
  folder: string,
): Promise<Result<WrittenReview>> {
  const choice = { assessmentId, masked: wish.masked, evidenceFiles: false, onlyReview: true };
  const gathered = gatherExport(context, choice, keyring);
  if (!gathered.ok) return gathered;
  const decidedAt = newestDecision(gathered.value, result.stage);
  const material = { ...gathered.value, result: { ...result, decidedAt } };
  const { unit, period, revision, contentDigest } = material.subject;
  const fileName = packageFileName({ unitName: unit.name, period, revision, contentDigest }, 'ket-qua');
  const file = path.join(folder, fileName);
  const written = await writeOwnPackage(context.evidence, material, { ...sealing, file });
  if (!written.ok) return written;
  const { sha256, size } = written.value;
  return succeed({ material, file, fileName, sha256, size });
}

function newestDecision({ changes, head }: ExportMaterial, stage: ReviewResult['stage']): string {
  const made = changes.filter((change) => change.stage === stage).map(({ changedAt }) => changedAt);
  return made.toSorted().at(-1) ?? head.createdAt;
}

async function writeBundle(
  context: UseCaseContext,
  results: readonly JudgedUnit[],
  sealing: Sealing,
  folder: string,
): Promise<Result<WrittenResult>> {
  const fileName = periodFileName(sealing.wish.period, results.length);
  const file = path.join(folder, fileName);
  const partsFolder = `${file}.parts`;
  mkdirSync(partsFolder);
  try {
    const written: WrittenReview[] = [];
    for (const one of results) {
      const review = await writeOne(context, one, { ...sealing, encryption: null }, partsFolder);
      if (!review.ok) return review;
      written.push(review.value);
    }
    const [first] = written;
    if (!first) return failWith('no-results');
    const parts = written.map(({ material, ...part }): BundlePart => ({
      ...part,
      subject: material.subject,
    }));
    const joined = await joinPackages(first.material.head, parts, { ...sealing, file });
    if (!joined.ok) return joined;
    const { sha256, size } = joined.value;
    return succeed({ file, fileName, sha256, size });
  } finally {
    rmSync(partsFolder, { recursive: true, force: true });
  }
}
