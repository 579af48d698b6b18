import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Content } from '#backend/files/content.ts';
import { writePackage } from '#backend/files/package/writePackage.ts';
import { onStorageLater } from '#backend/db/storageFailure.ts';
import type { ErrorCode } from '#shared/errors/errorCodes.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import type { DemoFile } from './demoFile.ts';
import { toPackage } from './demoPackage.ts';
import { kindOfStory, tellStory, type StoryKind } from './demoStories.ts';
import { listDemoSubjects, type DemoSubject } from './demoSubjects.ts';
import { makeHostileFiles } from './hostile/hostileFiles.ts';
import { makeHostileBase } from './makeHostileBase.ts';

/** What a demo is made of. */
export interface WrittenDemo {
  readonly units: number;
  /** Files by the kind of story that sent them. */
  readonly files: Readonly<Partial<Record<StoryKind, number>>>;
  readonly hostile: readonly { readonly file: string; readonly code: ErrorCode }[];
}

/** Below the folder of a demo: what must be refused. */
export const hostileFolder = 'hostile';

interface DemoFrame {
  readonly folder: string;
  /** For the bytes of evidence on their way into packages. */
  readonly scratch: string;
  readonly seed: string;
}

/**
 * Writes the packages of so many units, byte for byte the same for the same seed, and hostile ones apart from them.
 * There are fewer units only where the content knows no more. Errors: those of `writePackage` and of the storage.
 */
export function writeDemo(
  content: Content,
  demo: { readonly folder: string; readonly units: number; readonly seed: string },
): Promise<Result<WrittenDemo>> {
  return onStorageLater(demo.folder, async () => {
    await mkdir(path.join(demo.folder, hostileFolder), { recursive: true });
    const scratch = await mkdtemp(path.join(tmpdir(), 'thuoc-so-demo-'));
    try {
      return await writeAll(listDemoSubjects(content, demo.units), { ...demo, scratch });
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  });
}

// Waiting for the disk and signing take turns.
const atOnce = 4;

async function writeAll(subjects: readonly DemoSubject[], frame: DemoFrame): Promise<Result<WrittenDemo>> {
  const files: Partial<Record<StoryKind, number>> = {};
  for (let start = 0; start < subjects.length; start += atOnce) {
    const batch = subjects.slice(start, start + atOnce);
    const written = await Promise.all(
      batch.map((subject, place) => writeStory(subject, start + place, frame)),
    );
    for (const [place, count] of written.entries()) {
      if (!count.ok) return count;
      const kind = kindOfStory(start + place);
      files[kind] = (files[kind] ?? 0) + count.value;
    }
  }
  const hostile = await writeHostile(subjects, frame);
  return succeed({ units: subjects.length, files, hostile });
}

/** How many files the unit sends. */
async function writeStory(subject: DemoSubject, index: number, frame: DemoFrame): Promise<Result<number>> {
  const files = tellStory(subject, index, frame.seed);
  for (const file of files) {
    const written = await writeFileOf(file, frame);
    if (!written.ok) return written;
  }
  return succeed(files.length);
}

async function writeFileOf(file: DemoFile, { folder, scratch }: DemoFrame): Promise<Result<unknown>> {
  const { fileName, manifest, document } = toPackage(file);
  const evidence = file.attachments.map(({ file: { sha256, size } }) => ({
    sha256,
    size,
    file: path.join(scratch, sha256),
  }));
  for (const [place, { bytes }] of file.attachments.entries()) {
    await writeFile(evidence[place]?.file ?? '', bytes);
  }
  return writePackage({
    target: path.join(folder, fileName),
    manifest,
    document: { kind: 'assessment', ...document },
    evidence,
    key: file.sender.key,
    encryption: null,
  });
}

async function writeHostile(
  subjects: readonly DemoSubject[],
  { folder, seed }: DemoFrame,
): Promise<WrittenDemo['hostile']> {
  const base = makeHostileBase(subjects, seed);
  const written: { readonly file: string; readonly code: ErrorCode }[] = [];
  for (const { name, code, bytes } of makeHostileFiles(base)) {
    const file = path.join(hostileFolder, `${name}.thuocso`);
    await writeFile(path.join(folder, file), bytes);
    written.push({ file, code });
  }
  return written;
}
