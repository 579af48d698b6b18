/** Files to hand over, and how many in folders were left because their name says that they are no packages. */
export interface ChosenFiles {
  readonly files: readonly File[];
  readonly skipped: number;
}

// Zalo and mail programs add to a name: `….thuocso.zip`, `… (1).thuocso`.
const packageName = /\.thuocso/iu;

/** Of what lies in a folder only packages are taken; what somebody chose by itself is taken whatever it is. */
export function chooseFromFolder(files: readonly File[]): ChosenFiles {
  const taken = files.filter(({ name }) => packageName.test(name));
  return { files: taken, skipped: files.length - taken.length };
}

/** Everything dropped, folders with all that lies in them. Must be called while the drop is being handled. */
export async function readDrop(transfer: DataTransfer): Promise<ChosenFiles> {
  // The list is emptied as soon as the handler of the drop returns.
  const entries = [...transfer.items]
    .map((item) => item.webkitGetAsEntry())
    .filter((entry): entry is FileSystemEntry => entry !== null);
  const single = await Promise.all(entries.filter(isFile).map(readFile));
  const inFolders = await Promise.all(entries.filter(isFolder).map(readFolder));
  const chosen = chooseFromFolder(inFolders.flat());
  return { files: [...single.flat(), ...chosen.files], skipped: chosen.skipped };
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

/** A file that cannot be opened any more is left out: there is nothing of it to hand over. */
function readFile(entry: FileSystemFileEntry): Promise<readonly File[]> {
  return new Promise((resolve) => {
    entry.file(
      (file) => resolve([file]),
      () => resolve([]),
    );
  });
}

async function readFolder(folder: FileSystemDirectoryEntry): Promise<readonly File[]> {
  const reader = folder.createReader();
  const found: File[] = [];
  // Chromium gives at most a hundred entries at a time.
  for (let batch = await readBatch(reader); batch.length > 0; batch = await readBatch(reader)) {
    const inside = await Promise.all(
      batch.map((entry) =>
        isFile(entry) ? readFile(entry) : isFolder(entry) ? readFolder(entry) : Promise.resolve([]),
      ),
    );
    found.push(...inside.flat());
  }
  return found;
}

function readBatch(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> {
  return new Promise((resolve) => {
    reader.readEntries(resolve, () => resolve([]));
  });
}
