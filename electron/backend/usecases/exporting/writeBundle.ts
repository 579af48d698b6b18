import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { BundleDocument, PackageSubject } from '#shared/format/package/newest.ts';
import { cleanFileName } from '../../files/cleanFileName.ts';
import type { EvidenceStore } from '../../files/evidenceStore.ts';
import { packagePath } from '../../files/package/entryNames.ts';
import { rebuildPackage } from '../../files/package/rebuildPackage.ts';
import { writePackage, type AttachedFile } from '../../files/package/writePackage.ts';
import { attachEvidence } from './attachEvidence.ts';
import type { ExportMaterial } from './gatherExport.ts';
import type { KeptPackage } from './keptPackages.ts';
import { writeOwnPackage, type ExportTarget, type WrittenExport } from './writeOwnPackage.ts';

/**
 * Writes the originals from which an assessment was made up, each under its own signature, and a review with what
 * was decided here. Evidence travels as the originals' manifests declare it. Errors: `originals-not-maskable`,
 * `evidence-file-missing`, those of `rebuildPackage` and `writePackage`, and those of the storage.
 */
export async function writeBundle(
  evidence: Pick<EvidenceStore, 'locate'>,
  material: ExportMaterial,
  target: ExportTarget,
): Promise<Result<WrittenExport>> {
  const { kept, subject } = material;
  if (subject.masked && kept.some(({ manifest }) => manifest.subject?.masked === false))
    return failWith('originals-not-maskable');
  const folder = `${target.file}.parts`;
  mkdirSync(folder);
  try {
    const parts = await writeParts(evidence, material, folder, target);
    return parts.ok ? await joinParts(material, parts.value, target) : parts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Part extends AttachedFile {
  readonly fileName: string;
  readonly subject: PackageSubject | null;
}

async function writeParts(
  evidence: Pick<EvidenceStore, 'locate'>,
  material: ExportMaterial,
  folder: string,
  { file, key, unlock }: ExportTarget,
): Promise<Result<readonly Part[]>> {
  const parts: Part[] = [];
  for (const kept of material.kept) {
    const part = await rebuildPart(evidence, kept, path.join(folder, String(parts.length)));
    if (!part.ok) return part;
    parts.push(part.value);
  }
  if (material.changes.length === 0) return succeed(parts);
  const place = path.join(folder, 'review');
  const own = await writeOwnPackage(evidence, material, { file: place, key, encryption: null, unlock });
  if (!own.ok) return own;
  const { sha256, size } = own.value;
  return succeed([
    ...parts,
    { sha256, size, file: place, fileName: path.basename(file), subject: material.subject },
  ]);
}

async function rebuildPart(
  evidence: Pick<EvidenceStore, 'locate'>,
  kept: KeptPackage,
  file: string,
): Promise<Result<Part>> {
  const attached = attachEvidence(evidence, kept.evidence);
  if (!attached.ok) return attached;
  const rebuilt = await rebuildPackage(file, kept, attached.value);
  if (!rebuilt.ok) return rebuilt;
  const { sha256, size } = rebuilt.value;
  return succeed({
    sha256,
    size,
    file,
    fileName: cleanFileName(kept.fileName),
    subject: kept.manifest.subject,
  });
}

async function joinParts(
  { head, kept }: ExportMaterial,
  parts: readonly Part[],
  { file, key, encryption, unlock }: ExportTarget,
): Promise<Result<WrittenExport>> {
  const packages: BundleDocument['packages'] = parts.map(({ sha256, fileName, subject }) => ({
    path: packagePath(sha256),
    fileName,
    subject,
  }));
  const written = await writePackage({
    target: file,
    manifest: { ...head, kind: 'bundle', subject: null },
    document: { kind: 'bundle', packages },
    evidence: parts,
    key,
    encryption,
    unlock,
  });
  if (!written.ok) return written;
  const { sha256, size, document } = written.value;
  if (document.kind !== 'bundle' || document.packages.length !== parts.length)
    throw new Error('The bundle does not hold what was to be written');
  const evidenceFiles = new Set(kept.flatMap((one) => one.evidence.map((entry) => entry.sha256)));
  return succeed({ sha256, size, evidenceFiles: evidenceFiles.size });
}
