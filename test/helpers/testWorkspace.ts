import path from 'node:path';
import { onTestFinished } from 'vitest';
import { openBackend, openWorkspace, type Backend, type Workspace } from '#backend/backend.ts';
import { loadContent, type Content } from '#backend/files/content.ts';
import type { AppError, Result } from '#shared/errors/result.ts';

export const contentFolder = path.resolve(import.meta.dirname, '../../criteria');

let loaded: Content | undefined;

/** The real criteria and units, read once for all tests of a file. */
export function realContent(): Content {
  loaded ??= valueOf(loadContent(contentFolder));
  return loaded;
}

/** The options that let a workspace open on the real content without reading it again. */
export function fromRealContent(): { readonly contentFolder: string; readonly content: Content } {
  return { contentFolder, content: realContent() };
}

/** A clock that advances by a second each time it is read, and ids that count: the same in every run. */
export function makeTestSurroundings(): {
  readonly now: () => Date;
  readonly newId: () => string;
  readonly appVersion: string;
} {
  let seconds = 0;
  let ids = 0;
  return {
    appVersion: '1.2.3',
    now: () => new Date(Date.UTC(2026, 10, 21, 8, 0, (seconds += 1))),
    newId: () => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`,
  };
}

/** The real use cases on real files; closed when the test has finished. */
export function openTestWorkspace(folder: string): Workspace {
  const databaseFile = path.join(folder, 'thuoc-so.sqlite');
  const workspace = valueOf(openWorkspace({ databaseFile, ...fromRealContent(), ...makeTestSurroundings() }));
  onTestFinished(() => workspace.close());
  return workspace;
}

/** The whole backend on real files, with what it has logged; closed when the test has finished. */
export function openTestBackend(
  folder: string,
  surroundings = makeTestSurroundings(),
): { readonly backend: Backend; readonly log: string[] } {
  const log: string[] = [];
  const databaseFile = path.join(folder, 'thuoc-so.sqlite');
  const backend = valueOf(
    openBackend({
      databaseFile,
      ...fromRealContent(),
      ...surroundings,
      log: (line) => log.push(line),
    }),
  );
  onTestFinished(() => backend.close());
  return { backend, log };
}

/** The value of a result that a test expects to have succeeded. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Unexpected errors: ${JSON.stringify(result.errors)}`);
  return result.value;
}

/** The errors of a result that a test expects to have failed. */
export function errorsOf(result: Result<unknown>): readonly AppError[] {
  if (result.ok) throw new Error(`Unexpected value: ${JSON.stringify(result.value)}`);
  return result.errors;
}

export function codesOf(result: Result<unknown>): readonly string[] {
  return errorsOf(result).map((error) => error.code);
}
