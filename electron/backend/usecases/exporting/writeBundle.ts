import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { cleanFileName } from '../../files/cleanFileName.ts';
import type { EvidenceStore } from '../../files/evidenceStore.ts';
import { rebuildPackage } from '../../files/package/rebuildPackage.ts';
import { attachEvidence } from './attachEvidence.ts';
import type { ExportMaterial } from './gatherExport.ts';
import { joinPackages, type BundlePart } from './joinPackages.ts';
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
    if (!parts.ok) return parts;
    const written = await joinPackages(material.head, parts.value, target);
    if (!written.ok) return written;
    const evidenceFiles = new Set(kept.flatMap((one) => one.evidence.map((entry) => entry.sha256)));
    const { sha256, size } = written.value;
    return succeed({ sha256, size, evidenceFiles: evidenceFiles.size });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function writeParts(
  evidence: Pick<EvidenceStore, 'locate'>,
  material: ExportMaterial,
  folder: string,
  { file, key, unlock }: ExportTarget,
): Promise<Result<readonly BundlePart[]>> {
  const parts: BundlePart[] = [];
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
): Promise<Result<BundlePart>> {
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
