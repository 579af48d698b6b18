import { statSync } from 'node:fs';
import path from 'node:path';
import { openedFilesRoute } from '#shared/api/openedFiles.ts';
import type { OpenedFileList } from '#shared/api/schemas/openedFiles.ts';

/** Package files that the system asked to open, handed to the screens by number; a path never reaches them. */
export interface OpenedFiles {
  /** Takes in what words of a command line name: files that exist and end in `.thuocso`. Whether there were any. */
  take(words: readonly string[], folder: string): boolean;
  /** What was taken in since the last call. */
  handOver(): OpenedFileList;
  /** The file of a request below the route; null where none was handed over under it. */
  find(urlPath: string): string | null;
}

/** @param limit how many files are remembered at most; a command line could name thousands */
export function createOpenedFiles(limit = 1000): OpenedFiles {
  const files: string[] = [];
  let handedOver = 0;
  return {
    take: (words, folder) => {
      const taken = words
        .map((word) => ({ word, file: path.resolve(folder, word) }))
        .filter(({ word, file }) => isPackage(word, file))
        .slice(0, limit - files.length);
      files.push(...taken.map(({ file }) => file));
      return taken.length > 0;
    },
    handOver: () => {
      const fresh = files.slice(handedOver).map((file, index) => ({
        name: path.basename(file),
        address: `${openedFilesRoute}/${String(handedOver + index)}`,
      }));
      handedOver = files.length;
      return { files: fresh };
    },
    find: (urlPath) => {
      if (!urlPath.startsWith(`${openedFilesRoute}/`)) return null;
      const number = urlPath.slice(openedFilesRoute.length + 1);
      return /^\d{1,4}$/u.test(number) ? (files[Number(number)] ?? null) : null;
    },
  };
}

/** Switches begin with a dash; Chromium's own stand among the words of a second start. */
function isPackage(word: string, file: string): boolean {
  if (word.startsWith('-') || !word.toLowerCase().endsWith('.thuocso')) return false;
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}
