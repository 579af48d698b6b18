import type { Manifest } from '#shared/format/package/newest.ts';

const prefix = 'evidence/';

/** The files of evidence that a manifest declares. */
export function filesOfEntries({
  entries,
}: Pick<Manifest, 'entries'>): readonly { readonly sha256: string; readonly size: number }[] {
  return entries.flatMap(({ path, size }) =>
    path.startsWith(prefix) ? [{ sha256: path.slice(prefix.length), size }] : [],
  );
}
