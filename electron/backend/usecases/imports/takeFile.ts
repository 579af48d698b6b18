import { statSync } from 'node:fs';
import { succeed, type AppError, type Result } from '#shared/errors/result.ts';
import type { Content } from '../../files/content.ts';
import type { EvidenceStore } from '../../files/evidenceStore.ts';
import type { Unlock } from '../../files/keys/age.ts';
import { bringsEvidence, keepEvidence, readPackage } from '../../files/package/readPackage.ts';
import type { UseCaseContext } from '../context.ts';
import { toArrived, type ArrivedPackage } from './arrivedPackage.ts';
import { startDryRun } from './dryRun.ts';
import {
  describeFile,
  isPartForOthers,
  refusedUnread,
  type ImportedFile,
  type SourceFile,
} from './importedFile.ts';
import type { ImportFrame, ImportState } from './importFrame.ts';
import { judgePackage, type Judgement } from './judgePackage.ts';
import { copyAside, release } from './quarantine.ts';
import type { ReadingThread } from './readingThread.ts';
import { evidenceBefore, storeState } from './storeState.ts';
import { writePlan, writeRefusal, type Arrival } from './writePlan.ts';

/** What became of one file. */
export interface TakenFile {
  readonly file: ImportedFile;
  /** A bundle whose packages come next. */
  readonly isBundle: boolean;
  /** What it taught, so that files refused before may pass now. */
  readonly opens: readonly Opening[];
  /** What might let a refused file pass. */
  readonly awaits: Opening | null;
}

export type Opening = 'signer' | 'content';

/**
 * Takes one file of an import. A refusal that later files may lift is written down only when it is `final`; it
 * answers with errors only where the storage fails.
 */
export type TakeFile = (source: SourceFile, isFinal: boolean) => Promise<Result<TakenFile>>;

export interface FileTaker {
  readonly take: TakeFile;
  close(): void;
}

/** How files are read. */
export interface Reading {
  readonly unlock: Unlock;
  readonly ahead: Pick<ReadingThread, 'take'>;
}

/** Takes files as a commit would, and writes nothing. */
export function takeForCheck(
  context: UseCaseContext,
  frame: ImportFrame,
  { unlock, ahead }: Reading,
): FileTaker {
  const dryRun = startDryRun(context, frame, context.now().toISOString());
  return {
    close: () => dryRun.close(),
    take: async (source) => {
      const known = await ahead.take(source.path);
      const read = known ? succeed(known) : await readPackage(source.path, { unlock, keepEvidence: null });
      if (!read.ok) return succeed(takenUnread(source, read.errors));
      const arrived = 'arrived' in read.value ? read.value.arrived : toArrived(read.value);
      const judged = dryRun.judge(arrived);
      return judged.ok ? succeed(taken(source, arrived, judged.value)) : judged;
    },
  };
}

/** Takes files into the store, each in one transaction. */
export function takeForImport(
  context: UseCaseContext,
  frameNow: () => ImportFrame,
  reading: Reading,
  importNumber: number,
): FileTaker {
  const aside = context.store.read((reader) =>
    succeed(new Set(reader.listQuarantined().map(({ sha256 }) => sha256))),
  );
  const commit: Commit = {
    context,
    frameNow,
    reading,
    importNumber,
    aside: aside.ok ? aside.value : new Set(),
  };
  return { close: () => undefined, take: (source, isFinal) => importOne(commit, source, isFinal) };
}

interface Commit {
  readonly context: UseCaseContext;
  readonly frameNow: () => ImportFrame;
  readonly reading: Reading;
  readonly importNumber: number;
  /** Digests of the files set aside. */
  readonly aside: Set<string>;
}

async function importOne(commit: Commit, source: SourceFile, isFinal: boolean): Promise<Result<TakenFile>> {
  const { context, frameNow } = commit;
  const hasEvidence = evidenceBefore(context.evidence);
  let early: EarlyJudgement | undefined;
  const read = await readArrived(commit, source.path, (arrived) => {
    const judged = judgeEarly(commit, arrived, hasEvidence);
    if (!judged.ok) return judged;
    early = judged.value;
    return succeed(early.judged.decided.ok);
  });
  if (!read.ok) {
    const refused = takenUnread(source, read.errors);
    const noted = context.store.write((writer) => {
      writeRefusal(writer, arrivalOf(commit), refused.file, undefined);
      return succeed(null);
    });
    return noted.ok ? succeed(refused) : noted;
  }
  const frame = frameNow();
  const stillJudged = judgedStill(commit, early);
  const written = context.store.write((writer) => {
    const judged = stillJudged ?? judgePackage(storeState(writer, hasEvidence), frame, read.value);
    const one = taken(source, read.value, judged);
    if (!judged.decided.ok) {
      const isToldOf = !source.isAside && !isPartForOthers(source, one.file);
      if (isToldOf && (one.awaits === null || isFinal))
        writeRefusal(writer, arrivalOf(commit), one.file, read.value);
      return succeed(one);
    }
    const { decided } = judged;
    const assessmentId = writePlan(writer, arrivalOf(commit), one.file, read.value, decided.value);
    return succeed({ ...one, file: { ...one.file, assessmentId } });
  });
  if (!written.ok) return written;
  return await settle(commit, source, written.value, isFinal);
}

/** Reads a file and keeps its evidence, if it has any and may. */
async function readArrived(
  { context, reading: { unlock, ahead } }: Commit,
  file: string,
  mayKeepEvidence: (arrived: ArrivedPackage) => Result<boolean>,
): Promise<Result<ArrivedPackage>> {
  const evidence = withoutKnown(context.evidence);
  const known = await ahead.take(file);
  if (known) {
    const { arrived, attached } = known;
    if (!bringsEvidence({ ...arrived, attached })) return succeed(arrived);
    const allowed = mayKeepEvidence(arrived);
    const kept = allowed.ok && allowed.value ? await keepEvidence(file, attached, evidence) : allowed;
    return kept.ok ? succeed(arrived) : kept;
  }
  let prepared: ArrivedPackage | undefined;
  const read = await readPackage(file, {
    unlock,
    keepEvidence: evidence,
    mayKeepEvidence: (opened) => {
      prepared = toArrived(opened);
      return mayKeepEvidence(prepared);
    },
  });
  return read.ok ? succeed(prepared ?? toArrived(read.value)) : read;
}

interface EarlyJudgement {
  readonly judged: Judgement;
  /** What it was judged by. */
  readonly content: Content;
  readonly writesBegun: number;
}

/** Files of evidence are durable before anything refers to them, and are kept only for what will be let in. */
function judgeEarly(
  { context, frameNow }: Commit,
  opened: ArrivedPackage,
  hasEvidence: ImportState['hasEvidence'],
): Result<EarlyJudgement> {
  const frame = frameNow();
  return context.store.read((reader) =>
    succeed({
      judged: judgePackage(storeState(reader, hasEvidence), frame, opened),
      content: frame.content,
      writesBegun: context.store.writesBegun(),
    }),
  );
}

/** Undefined where somebody has written since, while files of evidence were being kept. */
function judgedStill({ context }: Commit, early: EarlyJudgement | undefined): Judgement | undefined {
  return early?.content === context.content && early.writesBegun === context.store.writesBegun()
    ? early.judged
    : undefined;
}

/** What is there already need not be written again. */
function withoutKnown(evidence: EvidenceStore): Pick<EvidenceStore, 'addBytes'> {
  return {
    addBytes: async (sha256, bytes) => {
      const held = await evidence.find(sha256);
      return held.ok
        ? succeed({ sha256, size: held.value.size, name: sha256 })
        : evidence.addBytes(sha256, bytes);
    },
  };
}

/** What follows a file that has been decided: a new set joins the content, a refused file is set aside. */
async function settle(
  { context, aside }: Commit,
  source: SourceFile,
  one: TakenFile,
  isFinal: boolean,
): Promise<Result<TakenFile>> {
  if (one.file.kind === 'criteria-set' && one.file.verdict === 'new') {
    const joined = context.rejoinContent();
    if (!joined.ok) return joined;
  }
  if (one.file.verdict !== 'refused') {
    const released = aside.delete(one.file.sha256) ? release(context, one.file.sha256) : succeed(null);
    return released.ok ? succeed(one) : released;
  }
  if (!one.file.quarantined || !isFinal || source.isAside) return succeed(one);
  const copied = await copyAside(context, source, one.file.sha256);
  if (!copied.ok) return copied;
  const { sha256, name, size, errors } = one.file;
  aside.add(sha256);
  return context.store.write((writer) => {
    writer.keepQuarantined({ sha256, name, size, errors, keptAt: context.now().toISOString() });
    return succeed(one);
  });
}

function arrivalOf({ context, importNumber }: Commit): Arrival {
  return { importNumber, receivedAt: context.now().toISOString(), newId: context.newId };
}

function takenUnread(source: SourceFile, errors: readonly AppError[]): TakenFile {
  return {
    file: refusedUnread(source, sizeOf(source), errors),
    isBundle: false,
    opens: [],
    awaits: null,
  };
}

function taken(source: SourceFile, opened: ArrivedPackage, judged: Judgement): TakenFile {
  const file = describeFile(source, opened, judged);
  if (!judged.decided.ok) {
    const isSigner = judged.decided.errors[0]?.code === 'signer-changed';
    const awaits = isSigner ? 'signer' : judged.isAwaited ? 'content' : null;
    return { file, isBundle: false, opens: [], awaits };
  }
  const { plan, learns } = judged.decided.value;
  const opens: Opening[] = [];
  if (learns.some(({ known }) => known === 'introduced')) opens.push('signer');
  if (plan.kind === 'set' && plan.verdict === 'new') opens.push('content');
  return { file, isBundle: plan.kind === 'bundle', opens, awaits: null };
}

function sizeOf({ path }: SourceFile): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
