import { collect, failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { EvidenceStore } from '../../files/evidenceStore.ts';
import type { AttachedFile } from '../../files/package/writePackage.ts';

/** Where each file lies in the store. Error `evidence-file-missing` {path} for every one that is not there as it was. */
export function attachEvidence(
  evidence: Pick<EvidenceStore, 'locate'>,
  files: readonly { readonly sha256: string; readonly size: number; readonly name?: string }[],
): Result<readonly AttachedFile[]> {
  return collect(
    files.map(({ sha256, size, name }) => {
      const located = evidence.locate({ sha256, size, name: name ?? sha256 });
      if (!located.ok) return failWith('evidence-file-missing', { path: name ?? sha256.slice(0, 12) });
      return succeed({ sha256, size, file: located.value });
    }),
  );
}
