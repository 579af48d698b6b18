import type { ImportFile, ImportProgress } from '#shared/api/contract.ts';
import type { AppError } from '#shared/errors/result.ts';
import type { IncomingFile } from '../../files/incomingFolder.ts';
import { refusedUnread, type ImportedFile, type SourceFile } from './importedFile.ts';

/** The files of one import and how far it is, for screens that ask again and again what has changed. */
export interface ImportList {
  readonly id: string;
  state(): ImportProgress['state'];
  isOver(): boolean;
  enter(state: ImportProgress['state']): void;
  /** Adds a file that has arrived; returns its number. */
  add(file: IncomingFile): number;
  sources(): readonly SourceFile[];
  beginCheck(): void;
  /** @param index place among `sources`; packages of bundles and files set aside follow after those */
  takeChecked: (index: number, file: ImportedFile) => void;
  /** @param numbers of the files to import; packages of a bundle come with it */
  beginImport(numbers: readonly number[]): readonly SourceFile[];
  /** @param index place among what `beginImport` gave */
  takeImported: (index: number, file: ImportedFile) => void;
  /** After a failure that is no fault of any file: what was still to be checked, or to be imported, is refused. */
  refuseUndecided(errors: readonly AppError[]): void;
  read(cursor: number): ImportProgress;
}

export function createImportList(id: string): ImportList {
  const sources: SourceFile[] = [];
  const entries = createEntries();
  let state: ImportProgress['state'] = 'receiving';
  let [done, total] = [0, 0];
  let chosen: readonly number[] = [];
  const begin = (next: ImportProgress['state'], count: number) => {
    entries.forgetExtras();
    state = next;
    done = 0;
    total = count;
  };
  const wait = (source: SourceFile, index: number, size: number) =>
    entries.put(index + 1, { ...waiting(source, size), state: 'waiting' });
  const take = (as: ImportFile['state'], index: number, number: number | undefined, file: ImportedFile) => {
    done = Math.min(done + 1, total);
    entries.take(as, number ?? entries.numberOfExtra(index, file.name, sources.length), file);
  };
  return {
    id,
    state: () => state,
    isOver: () => state === 'done' || state === 'cancelled',
    enter: (next) => {
      state = next;
    },
    add: ({ path, name, size }) => {
      const source = { path, name };
      total = sources.push(source);
      wait(source, sources.length - 1, size);
      return sources.length;
    },
    sources: () => sources,
    beginCheck: () => {
      begin('checking', sources.length);
      const sizes = sources.map((_, index) => entries.get(index + 1)?.size ?? 0);
      entries.keepFirst(sources.length);
      for (const [index, source] of sources.entries()) wait(source, index, sizes[index] ?? 0);
    },
    takeChecked: (index, file) =>
      take('checked', index, index < sources.length ? index + 1 : undefined, file),
    beginImport: (numbers) => {
      chosen = [...new Set(numbers)].filter((number) => number >= 1 && number <= sources.length);
      begin('importing', chosen.length);
      entries.leaveOut(sources.length, new Set(chosen));
      return chosen.flatMap((number) => sources[number - 1] ?? []);
    },
    takeImported: (index, file) =>
      take(file.verdict === 'refused' ? 'left-out' : 'imported', index, chosen[index], file),
    refuseUndecided: (errors) => {
      // Once an import has begun, only what was chosen and is not yet in is still as the dry run left it.
      const [undecided, refused] =
        state === 'importing' ? (['checked', 'left-out'] as const) : (['waiting', 'checked'] as const);
      for (const [index, source] of sources.entries()) {
        const file = entries.get(index + 1);
        if (file?.state !== undecided) continue;
        entries.take(refused, index + 1, refusedUnread(source, file.size, errors));
      }
    },
    read: (cursor) => ({ id, state, total, done, ...entries.changedSince(cursor) }),
  };
}

/** Files by number, each with when it changed last, counted in changes. */
function createEntries() {
  const entries: { readonly file: ImportFile; readonly changedAt: number }[] = [];
  const extras = new Map<number, number>();
  let cursor = 0;
  const put = (number: number, file: Omit<ImportFile, 'number'>) => {
    cursor += 1;
    entries[number - 1] = { file: { ...file, number }, changedAt: cursor };
  };
  return {
    put,
    get: (number: number): ImportFile | undefined => entries[number - 1]?.file,
    take: (state: ImportFile['state'], number: number, { sha256: _, ...file }: ImportedFile) =>
      put(number, { ...file, errors: [...file.errors], warnings: [...file.warnings], state }),
    keepFirst: (count: number) => {
      entries.length = count;
    },
    leaveOut: (count: number, chosen: ReadonlySet<number>) => {
      for (const { file } of entries.slice(0, count))
        if (!chosen.has(file.number)) put(file.number, { ...file, state: 'left-out' });
    },
    /** Of what was not sent itself: packages of bundles, two of which may have the same name, and files set aside. */
    numberOfExtra: (index: number, name: string, sent: number): number => {
      const taken = new Set(extras.values());
      const isFree = ({ file }: (typeof entries)[number]) =>
        file.number > sent && file.name === name && !taken.has(file.number);
      const number = extras.get(index) ?? entries.find(isFree)?.file.number ?? entries.length + 1;
      extras.set(index, number);
      return number;
    },
    /** Indices count anew in every pass over the files. */
    forgetExtras: () => extras.clear(),
    changedSince: (after: number) => ({
      cursor,
      files: entries.filter(({ changedAt }) => changedAt > after).map(({ file }) => file),
    }),
  };
}

/** A file of which nothing is known yet. */
function waiting(source: SourceFile, size: number): Omit<ImportFile, 'number' | 'state'> {
  const { sha256: _, ...unknown } = refusedUnread(source, size, []);
  return { ...unknown, errors: [], warnings: [], verdict: null };
}
