import path from 'node:path';
import { fail, failWith, succeed, type Result } from '#shared/errors/result.ts';
import { openStore, type Store } from './db/store.ts';
import { onStorage } from './db/storageFailure.ts';
import { createDispatcher } from './dispatcher.ts';
import { loadContent, type Content } from './files/content.ts';
import { openEvidenceStore } from './files/evidenceStore.ts';
import { createHandlers } from './handlers.ts';
import type { UseCaseContext } from './usecases/context.ts';

/** Where the data lies: `evidence/` and `backups/` stand in the folder of the database file. */
export interface WorkspaceOptions {
  readonly databaseFile: string;
  /** The folder with `sets/`, `units/` and `tiers/`. */
  readonly contentFolder: string;
  /** What `loadContent` made of that folder, where it has been read before; reading takes a good part of the start. */
  readonly content?: Content;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Refuse with `database-not-found` instead of making a new database. */
  readonly mustExist?: boolean;
  /** How long to wait, blocking, for another process that has the database open; half a second unless told. */
  readonly lockWaitMilliseconds?: number;
}

export interface BackendOptions extends WorkspaceOptions {
  readonly appVersion: string;
  /** Receives one line for each unexpected failure, with its reference number. */
  readonly log: (line: string) => void;
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
  close(): void;
}

/** Opens content and store. Errors: those of `loadContent` and of `openStore`. */
export function openWorkspace(options: WorkspaceOptions): Result<Workspace> {
  const content = options.content ? succeed(options.content) : loadContent(options.contentFolder);
  if (!content.ok) return content;
  const store = openStore(options);
  return store.ok ? onStore(store.value, content.value, options) : store;
}

/** Opens a workspace and puts the dispatcher of the contract before it. Errors: as `openWorkspace`. */
export function openBackend(options: BackendOptions): Result<Backend> {
  const workspace = openWorkspace(options);
  if (!workspace.ok) return workspace;
  const { context, close } = workspace.value;
  let isOpen = true;
  const call = createDispatcher(createHandlers(context, options.appVersion), options);
  return succeed({
    call: (name, input) => (isOpen ? call(name, input) : Promise.resolve(failWith('backend-unreachable'))),
    close: () => {
      if (isOpen) close();
      isOpen = false;
    },
  });
}

function onStore(store: Store, content: Content, options: WorkspaceOptions): Result<Workspace> {
  const evidence = onStorage(store.file, () => succeed(openEvidenceStore(path.dirname(store.file))));
  if (!evidence.ok) {
    store.close();
    return fail(evidence.errors);
  }
  const { now, newId } = options;
  return succeed({
    context: { store, content, evidence: evidence.value, now, newId },
    close: () => store.close(),
  });
}
