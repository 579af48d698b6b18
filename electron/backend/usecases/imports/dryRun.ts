import path from 'node:path';
import { toCanonicalJson } from '#shared/format/canonicalJson.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import type { SignerRecord, Sender } from '../../db/signerTable.ts';
import { joinSets, type Content } from '../../files/content.ts';
import type { UseCaseContext } from '../context.ts';
import { filesOfEntries } from '../exporting/filesOfEntries.ts';
import { createLogShelf } from './logShelf.ts';
import type { ImportFrame, ImportState } from './importFrame.ts';
import { judgePackage, type Judgement } from './judgePackage.ts';
import { evidenceBefore, storeState } from './storeState.ts';
import type { ArrivedPackage } from './arrivedPackage.ts';
import { workingFolderOf } from '../../files/workingFolder.ts';

/** Judges file after file as a commit would, where each finds what those before it left; nothing is written. */
export interface DryRun {
  /** Errors of the storage. */
  judge(opened: ArrivedPackage): Result<Judgement>;
  close(): void;
}

/** @param instant ISO, for keys that would be learnt */
export function startDryRun(
  { store, evidence }: Pick<UseCaseContext, 'store' | 'evidence'>,
  frame: ImportFrame,
  instant: string,
): DryRun {
  const shelf = createLogShelf(workingFolderOf(path.dirname(store.file)));
  const signers = new Map<string, SignerRecord>();
  const senders = new Set<string>();
  const receipts = new Set<string>();
  const results = new Set<string>();
  const files = new Set<string>();
  const hasEvidence = evidenceBefore(evidence);
  let content: Content = frame.content;
  const onTop = (below: ImportState): ImportState => ({
    findKnown: (identity) => shelf.get(toCanonicalJson(identity)) ?? below.findKnown(identity),
    findSigner: (publicKey) => signers.get(publicKey) ?? below.findSigner(publicKey),
    hasSignerOf: (sender) => senders.has(keyOfSender(sender)) || below.hasSignerOf(sender),
    hasReceipt: (sha256) => receipts.has(sha256) || below.hasReceipt(sha256),
    hasResult: (digest) => results.has(digest) || below.hasResult(digest),
    hasEvidence: (file) => files.has(file.sha256) || below.hasEvidence(file),
  });
  const remember = (opened: ArrivedPackage, { decided }: Judgement) => {
    if (!decided.ok) return;
    const { plan, learns } = decided.value;
    for (const signer of learns) {
      signers.set(signer.publicKey, { ...signer, since: instant });
      senders.add(keyOfSender(signer));
    }
    if (plan.kind === 'set' && plan.verdict === 'new') content = joinSets(content, [plan.set]);
    if (plan.kind === 'receipt') receipts.add(opened.fileSha256);
    for (const { sha256 } of filesOfEntries(opened.manifest)) files.add(sha256);
    if (plan.kind !== 'log' || plan.verdict === 'same' || plan.verdict === 'older') return;
    const { known, merged, signatures, result } = plan;
    if (result) results.add(result.digest);
    shelf.set(toCanonicalJson(plan.identity), {
      id: known?.id ?? '',
      record: known?.record,
      log: [...(known?.log ?? []), ...merged.added],
      signatures: signatures.all,
    });
  };
  return {
    judge: (opened) =>
      store.read((reader) => {
        const judged = judgePackage(onTop(storeState(reader, hasEvidence)), { ...frame, content }, opened);
        remember(opened, judged);
        return succeed(judged);
      }),
    close: () => shelf.close(),
  };
}

function keyOfSender({ role, unit }: Sender): string {
  return `${role}/${unit.code}/${unit.validFrom ?? ''}`;
}
