import type { Language } from '#shared/api/contract.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { digestOf, findSet, type Content } from '../../files/content.ts';
import { createAuthoringTranslate } from '../../reports/authoringWords.ts';
import { renderAuthoring } from '../../reports/renderAuthoring.ts';
import { readSetWorkbook } from './readSetSource.ts';

/**
 * A set as a workbook to go on writing. It has been read back and is the same set. Errors: `criteria-set-unknown`,
 * `set-beyond-workbook` for a set that its cells cannot hold.
 */
export async function createAuthoringWorkbook(
  content: Content,
  { setId, setVersion }: { readonly setId: string; readonly setVersion?: string | undefined },
  language: Language,
): Promise<Result<{ readonly fileName: string; readonly bytes: Uint8Array }>> {
  const loaded = findSet(content, setId, setVersion);
  if (!loaded.ok) return loaded;
  const { set, digest } = loaded.value;
  const bytes = await renderAuthoring(set, set.title[language], createAuthoringTranslate(language));
  const read = await readSetWorkbook(content, bytes);
  if (!read.ok || !read.value.set || digestOf(read.value.set) !== digest)
    return failWith('set-beyond-workbook', { set: `${set.id}@${set.version}` });
  return succeed({ fileName: `soan-bo-tieu-chi_${set.id}_${set.version}.xlsx`, bytes });
}
