import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { openWorkspace, type Workspace } from '#backend/backend.ts';
import { createAssessment } from '#backend/usecases/createAssessment.ts';
import { exportInto, type ExportInput } from '#backend/usecases/exporting/exportPackage.ts';
import type { ImportedFile } from '#backend/usecases/imports/importedFile.ts';
import { checkFiles, importFiles, type ImportOptions } from '#backend/usecases/imports/importFiles.ts';
import { saveProfile } from '#backend/usecases/profile.ts';
import { recordAnswers } from '#backend/usecases/recordAnswers.ts';
import { signAssessment } from '#backend/usecases/signing.ts';
import type { AnswerEdit } from '#shared/api/contract.ts';
import { makeTemporaryFolder } from './temporaryFolder.ts';
import { fromRealContent, makeTestSurroundings, valueOf } from './testWorkspace.ts';

export const haiChau = '20242';

/** A data folder with somebody at work in it; closed when the test has finished. */
export interface Installation {
  readonly folder: string;
  /** Of the workspace that is open now. */
  readonly context: () => Workspace['context'];
  create(unitCode?: string): string;
  record(assessmentId: string, ...edits: readonly AnswerEdit[]): void;
  sign(assessmentId: string): void;
  /** Exports an assessment into a folder of its own and answers with the file. */
  exportFile(assessmentId: string, options?: Partial<ExportInput>): Promise<string>;
  check(files: readonly string[], options?: ImportOptions): Promise<readonly ImportedFile[]>;
  importAll(files: readonly string[], options?: ImportOptions): Promise<readonly ImportedFile[]>;
  /** Closes and opens again, as a restart does. */
  restart(): void;
  close(): void;
}

/** @param name makes its ids its own; @param role none leaves the first run undone */
export function openInstallation(
  name: string,
  role?: 'commune' | 'aggregator' | 'city',
  unitCode = haiChau,
): Installation {
  const folder = makeTemporaryFolder();
  const { now, newId } = makeTestSurroundings();
  const open = () =>
    valueOf(
      openWorkspace({
        databaseFile: path.join(folder, 'thuoc-so.sqlite'),
        ...fromRealContent(),
        appVersion: '1.2.3',
        now,
        newId: () => `${name}-${newId()}`,
      }),
    );
  let workspace = open();
  onTestFinished(() => workspace.close());
  let exports = 0;
  const context = () => workspace.context;
  if (role) valueOf(saveProfile(context(), { role, unitCode, header: { contactName: 'Nguyễn Văn A' } }));
  return {
    folder,
    context,
    create: (code = unitCode) =>
      valueOf(
        createAssessment(context(), {
          unitCode: code,
          period: '2026',
          setId: 'da-nang-phuong-xa',
          setVersion: '1.0.0',
        }),
      ).id,
    record: (assessmentId, ...edits) => void valueOf(recordAnswers(context(), { assessmentId, edits })),
    sign: (assessmentId) =>
      void valueOf(
        signAssessment(context(), {
          assessmentId,
          name: 'Trần Thị B',
          title: 'Chủ tịch UBND phường',
          place: 'Hải Châu',
          date: '2026-12-05',
        }),
      ),
    exportFile: async (assessmentId, options = {}) => {
      const target = path.join(folder, `out-${String((exports += 1))}`);
      mkdirSync(target);
      const usual = { masked: false, evidenceFiles: true, passphrase: null, recipients: [] };
      return valueOf(await exportInto(context(), { assessmentId, ...usual, ...options }, target)).file;
    },
    check: async (files, options) => valueOf(await checkFiles(context(), toSources(files), options)).files,
    importAll: async (files, options) =>
      valueOf(await importFiles(context(), toSources(files), options)).files,
    restart: () => {
      workspace.close();
      workspace = open();
    },
    close: () => workspace.close(),
  };
}

function toSources(files: readonly string[]) {
  return files.map((file) => ({ path: file, name: path.basename(file) }));
}

/** What the tests look at first. */
export function verdictsOf(files: readonly ImportedFile[]): readonly string[] {
  return files.map(({ verdict, errors }) => (verdict === 'refused' ? String(errors[0]?.code) : verdict));
}
