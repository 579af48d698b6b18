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
  /** For want of everything else, what still waits is refused. */
  refuseWaiting(errors: readonly AppError[]): void;
  read(cursor: number): ImportProgress;
}

interface Entry {
  file: ImportFile;
  /** The cursor at which it last changed. */
  changedAt: number;
}

export function createImportList(id: string): ImportList {
  const sources: SourceFile[] = [];
  const entries: Entry[] = [];
  let state: ImportProgress['state'] = 'receiving';
  let cursor = 0;
  let done = 0;
  let total = 0;
  let chosen: readonly number[] = [];
  const put = (number: number, file: Omit<ImportFile, 'number'>) => {
    cursor += 1;
    entries[number - 1] = { file: { ...file, number }, changedAt: cursor };
  };
  const takeAs = (taken: ImportFile['state'], number: number, { sha256: _, ...file }: ImportedFile) => {
    put(number, { ...file, errors: [...file.errors], warnings: [...file.warnings], state: taken });
  };
  const numberOfExtra = (name: string): number => {
    const known = entries.findIndex(({ file }, place) => place >= sources.length && file.name === name);
    return known === -1 ? entries.length + 1 : known + 1;
  };
  const countDone = (limit: number) => {
    done = Math.min(done + 1, limit);
  };
  return {
    id,
    state: () => state,
    isOver: () => state === 'done' || state === 'cancelled',
    enter: (next) => {
      state = next;
      cursor += 1;
    },
    add: ({ path, name, size }) => {
      sources.push({ path, name });
      total = sources.length;
      const number = sources.length;
      put(number, { ...waiting({ path, name }, size), state: 'waiting' });
      return number;
    },
    sources: () => sources,
    beginCheck: () => {
      state = 'checking';
      done = 0;
      total = sources.length;
      entries.length = sources.length;
      for (const [index, source] of sources.entries())
        put(index + 1, { ...waiting(source, entries[index]?.file.size ?? 0), state: 'waiting' });
    },
    takeChecked: (index, file) => {
      countDone(total);
      takeAs('checked', index < sources.length ? index + 1 : numberOfExtra(file.name), file);
    },
    beginImport: (numbers) => {
      state = 'importing';
      done = 0;
      chosen = [...new Set(numbers)].filter((number) => number >= 1 && number <= sources.length);
      total = chosen.length;
      const isChosen = new Set(chosen);
      for (const [place, { file }] of entries.entries())
        if (place < sources.length && !isChosen.has(place + 1))
          put(place + 1, { ...file, state: 'left-out' });
      return chosen.flatMap((number) => sources[number - 1] ?? []);
    },
    takeImported: (index, file) => {
      countDone(total);
      const outcome = file.verdict === 'refused' ? 'left-out' : 'imported';
      takeAs(outcome, chosen[index] ?? numberOfExtra(file.name), file);
    },
    refuseWaiting: (errors) => {
      for (const [place, { file }] of entries.entries()) {
        const source = sources[place];
        if (file.state !== 'waiting' || !source) continue;
        takeAs('checked', place + 1, refusedUnread(source, file.size, errors));
      }
    },
    read: (after) => ({
      id,
      state,
      total,
      done,
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
