import { onTestFinished } from 'vitest';
import { openWorkspace, type Workspace } from '#backend/backend.ts';
import type { StoreWriter } from '#backend/db/store.ts';
import { createAssessment } from '#backend/usecases/createAssessment.ts';
import { recordAnswers } from '#backend/usecases/recordAnswers.ts';
import type { AnswerEdit } from '#shared/api/contract.ts';
import type { Change } from '#shared/domain/merge/change.ts';
import { mergeLogs } from '#shared/domain/merge/mergeLogs.ts';
import { succeed } from '#shared/errors/result.ts';
import { makeTemporaryFolder } from './temporaryFolder.ts';
import { fromRealContent, makeTestSurroundings, valueOf } from './testWorkspace.ts';

/** One installation with one assessment of Hải Châu, 2026; closed when the test has finished. */
export interface Office {
  readonly workspace: Workspace;
  readonly assessmentId: string;
  record(author: string, ...edits: readonly AnswerEdit[]): void;
  log(): readonly Change[];
  /** Takes in the edits of another office as an import of a file would; returns how many were new. */
  receive(log: readonly Change[], fileName?: string): number;
}

/** @param name makes the ids of the office its own */
export function openOffice(name: string): Office {
  const { now, newId } = makeTestSurroundings();
  const workspace = valueOf(
    openWorkspace({
      databaseFile: `${makeTemporaryFolder()}/thuoc-so.sqlite`,
      ...fromRealContent(),
      appVersion: '1.2.3',
      now,
      newId: () => `${name}-${newId()}`,
    }),
  );
  onTestFinished(() => workspace.close());
  const { context } = workspace;
  const choice = { unitCode: '20242', period: '2026', setId: 'da-nang-phuong-xa', setVersion: '1.0.0' };
  const assessmentId = valueOf(createAssessment(context, choice)).id;
  return {
    workspace,
    assessmentId,
    record: (author, ...edits) => void valueOf(recordAnswers(context, { assessmentId, edits, author })),
    log: () => valueOf(context.store.read((reader) => succeed(reader.readLog(1)))),
    receive: (log, fileName = 'phuong-hai-chau_2026_lan1_AB12CD34.thuocso') =>
      valueOf(context.store.write((writer) => succeed(takeIn(writer, context.newId(), log, fileName)))),
  };
}

function takeIn(writer: StoreWriter, importId: string, log: readonly Change[], fileName: string): number {
  const known = writer.readLog(1);
  const merged = valueOf(mergeLogs(known, log, { ownReplica: writer.replicaId }));
  if (merged.added.length === 0) return 0;
  const receivedAt = '2026-12-01T01:00:00.000Z';
  const fromPackage = writer.insertPackage({
    import: writer.startImport(importId, receivedAt),
    fileName,
    sha256: 'ab'.repeat(32),
    size: 1000,
    receivedAt,
    verdict: 'newer',
    code: null,
    kind: 'assessment',
    unitName: 'Phường Hải Châu',
    period: '2026',
    revision: 1,
    senderName: 'Phường Hải Châu',
    publicKey: Buffer.alloc(32, 7).toString('base64'),
    assessment: 1,
    madeAssessment: false,
    log: null,
    changes: merged.added.length,
    content: null,
  });
  writer.insertArrivingChanges({ assessment: 1, fromPackage, known, merged });
  writer.closeSteps(1);
  return merged.added.length;
}
