import path from 'node:path';
import { fail, failWith, succeed, type Result } from '#shared/errors/result.ts';
import { openStore, type Store } from './db/store.ts';
import { onStorage } from './db/storageFailure.ts';
import { createDispatcher, letNothingOut, toUnexpected, type DispatcherOptions } from './dispatcher.ts';
import { joinSets, loadContent, type Content } from './files/content.ts';
import { openEvidenceStore, type HeldFile, type StoredFile } from './files/evidenceStore.ts';
import { clearExports, findExport, type ReadyFile } from './files/exportFolder.ts';
import { holdKeyring } from './files/keys/keyring.ts';
import type { SecretProtection } from './files/keys/secretProtection.ts';
import { openTargetSecrets } from './files/keys/targetSecrets.ts';
import { clearWorkingFolder } from './files/workingFolder.ts';
import { createHandlers } from './handlers.ts';
import { openIncomingFolder } from './files/incomingFolder.ts';
import { rememberLines } from './rememberLines.ts';
import { backUpIfDue } from './usecases/backups.ts';
import type { UseCaseContext } from './usecases/context.ts';
import { createImportJobs } from './usecases/imports/importJobs.ts';
import { withoutUpdates, type UpdateDesk } from './usecases/updates/updateDesk.ts';
import { createSyncJobs } from './usecases/sync/syncJobs.ts';
import { createCardJobs } from './usecases/reporting/cardJobs.ts';

/** Where the data lies: `evidence/` and `backups/` stand in the folder of the database file. */
export interface WorkspaceOptions {
  readonly databaseFile: string;
  /** The folder with `sets/`, `units/` and `tiers/`. */
  readonly contentFolder: string;
  /** What `loadContent` made of that folder, where it has been read before; reading takes a good part of the start. */
  readonly content?: Content;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly appVersion: string;
  /** Keeps the secrets of the installation where the system has a place for them; a file of its owner alone unless told. */
  readonly protection?: SecretProtection;
  /** Refuse with `database-not-found` instead of making a new database. */
  readonly mustExist?: boolean;
  /** How long to wait, blocking, for another process that has the database open; half a second unless told. */
  readonly lockWaitMilliseconds?: number;
}

export interface BackendOptions extends WorkspaceOptions {
  /** Receives one line for each unexpected failure, with its reference number. */
  readonly log: (line: string) => void;
  /** How the host updates the app; not at all unless told. */
  readonly updates?: UpdateDesk;
  /** Asks the officer for a folder in a dialog of the system, null for none; not at all unless told. */
  readonly chooseFolder?: () => Promise<string | null>;
}

/** The use cases' context over one data folder, held by this process until it is closed. */
export interface Workspace {
  readonly context: UseCaseContext;
  close(): void;
}

/** What a host talks to: the calls of the contract by name. */
export interface Backend {
  /** Never throws: an unexpected failure is logged and comes back as `unexpected` with its `reference`. */
  call(name: string, input: unknown): Promise<Result<unknown>>;
  /** Takes a file of evidence in as its bytes arrive. Never throws. Errors: those of `EvidenceStore.addBytes`. */
  storeEvidence(name: string, bytes: AsyncIterable<Uint8Array>): Promise<Result<StoredFile>>;
  /** Never throws. Errors: `evidence-file-missing`, and those of the storage. */
  findEvidence(sha256: string): Promise<Result<HeldFile>>;
  /**
   * Adds a file to an import that takes files in, as its bytes arrive; the number is its place there. Never throws.
   * Errors: `import-unknown`, `import-busy`, and those of `IncomingFolder.receive`.
   */
  receivePackage(
    importId: string,
    name: string,
    bytes: AsyncIterable<Uint8Array>,
  ): Promise<Result<{ readonly number: number }>>;
  /** An exported package. Never throws. Errors: `export-gone`, and those of the storage. */
  findExport(downloadId: string): Promise<Result<ReadyFile>>;
  close(): void;
}

/** Opens content and store. Errors: those of `loadContent` and of `openStore`. */
export function openWorkspace(options: WorkspaceOptions): Result<Workspace> {
  const content = options.content ? succeed(options.content) : loadContent(options.contentFolder);
  if (!content.ok) return content;
  const store = openStore(options);
  return store.ok ? onStore(store.value, content.value, options) : store;
}

/**
 * Opens a workspace, makes the daily backup whenever it is due, and puts the dispatcher of the contract before it.
 * Errors: as `openWorkspace`; a backup that fails is only logged.
 */
export function openBackend(options: BackendOptions): Result<Backend> {
  const workspace = openWorkspace(options);
  if (!workspace.ok) return workspace;
  const { context, close } = workspace.value;
  const log = rememberLines(options.log);
  const edge = { newId: options.newId, log: log.write };
  const stopBackingUp = backUpDaily(context, edge);
  const cleared = onStorage(context.store.file, () =>
    succeed(clearLeftovers(path.dirname(context.store.file))),
  );
  if (!cleared.ok) log.write(`exports: ${cleared.errors.map((error) => error.code).join(' ')}`);
  const incoming = onStorage(context.store.file, () =>
    succeed(openIncomingFolder(path.dirname(context.store.file))),
  );
  if (!incoming.ok) {
    stopBackingUp();
    close();
    return incoming;
  }
  const imports = createImportJobs({
    context,
    incoming: incoming.value,
    report: (error) => toUnexpected('imports', error, edge),
  });
  const cards = createCardJobs({ context, report: (error) => toUnexpected('cards', error, edge) });
  const sync = createSyncJobs({
    context,
    incoming: incoming.value,
    takeTurn: imports.takeTurn,
    report: (error) => toUnexpected('sync', error, edge),
  });
  let isOpen = true;
  const closeBackend = () => {
    stopBackingUp();
    sync.close();
    imports.close();
    cards.close();
    if (isOpen) close();
    isOpen = false;
  };
  const updates = options.updates ?? withoutUpdates(options.appVersion);
  const { chooseFolder = () => Promise.resolve(null) } = options;
  const jobs = { imports, cards, sync, updates, chooseFolder, closeBackend };
  const call = createDispatcher(createHandlers(context, options.appVersion, jobs, log.lastLines), edge);
  const whileOpen = <T>(name: string, work: () => Promise<Result<T>>): Promise<Result<T>> =>
    isOpen ? letNothingOut(name, edge, work) : Promise.resolve(failWith('backend-unreachable'));
  imports.retryAside();
  return succeed({
    call: (name, input) => whileOpen(name, () => call(name, input)),
    storeEvidence: (name, bytes) => whileOpen('storeEvidence', () => context.evidence.addBytes(name, bytes)),
    findEvidence: (sha256) => whileOpen('findEvidence', () => context.evidence.find(sha256)),
    receivePackage: (importId, name, bytes) =>
      whileOpen('receivePackage', () => imports.receive(importId, name, bytes)),
    findExport: (downloadId) =>
      whileOpen('findExport', () =>
        Promise.resolve(findExport(path.dirname(context.store.file), downloadId)),
      ),
    close: closeBackend,
  });
}

const hourMilliseconds = 60 * 60 * 1000;

/** Now where it is due, and from then on too: many a machine is put to sleep and never closes the application. */
function backUpDaily(context: UseCaseContext, edge: DispatcherOptions): () => void {
  const backUp = (): void => {
    try {
      const made = backUpIfDue(context);
      if (!made.ok) edge.log(`backup: ${made.errors.map((error) => error.code).join(' ')}`);
    } catch (error) {
      toUnexpected('backup', error, edge);
    }
  };
  backUp();
  const timer = setInterval(backUp, hourMilliseconds);
  timer.unref();
  return () => clearInterval(timer);
}

function clearLeftovers(dataFolder: string): void {
  clearExports(dataFolder);
  clearWorkingFolder(dataFolder);
}

function onStore(store: Store, content: Content, options: WorkspaceOptions): Result<Workspace> {
  const evidence = onStorage(store.file, () => succeed(openEvidenceStore(path.dirname(store.file))));
  if (!evidence.ok) {
    store.close();
    return fail(evidence.errors);
  }
  const { now, newId, appVersion } = options;
  const keys = holdKeyring(path.dirname(store.file), options.protection ?? null);
  const joined = holdContent(store, content);
  const rejoined = joined.rejoin();
  if (!rejoined.ok) {
    store.close();
    return rejoined;
  }
  const context: UseCaseContext = {
    store,
    get content() {
      return joined.current();
    },
    rejoinContent: joined.rejoin,
    evidence: evidence.value,
    keys,
    targetSecrets: openTargetSecrets(path.dirname(store.file), options.protection ?? null),
    appVersion,
    now,
    newId,
  };
  return succeed({ context, close: () => store.close() });
}

/** The content of the folder together with the criteria sets that came in files. */
function holdContent(store: Store, content: Content) {
  let current = content;
  return {
    current: () => current,
    rejoin: () =>
      store.read((reader) => {
        current = joinSets(content, reader.listImportedSets());
        return succeed(null);
      }),
  };
}
