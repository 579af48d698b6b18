import type { Language } from '#shared/api/contract.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { findSet, type Content } from '../../files/content.ts';
import { createReportTranslate } from '../../reports/reportWords.ts';

/** Which form is asked for. */
export interface TemplateChoice {
  readonly setId: string;
  /** The newest unless told. */
  readonly setVersion?: string | undefined;
  /** Kind of the units that will fill it in; the first that the set is for unless told. */
  readonly unitKind?: string | undefined;
}

/** The form of a criteria set as a workbook to fill in. Errors: `criteria-set-unknown`, `criteria-set-not-for-unit`. */
export async function createTemplate(
  content: Content,
  { setId, setVersion, unitKind }: TemplateChoice,
  language: Language,
): Promise<Result<{ readonly fileName: string; readonly bytes: Uint8Array }>> {
  const loaded = findSet(content, setId, setVersion);
  if (!loaded.ok) return loaded;
  const { set, digest } = loaded.value;
  const kind = unitKind ?? set.appliesTo[0] ?? '';
  if (!set.appliesTo.some((applied) => applied === kind)) {
    return failWith('criteria-set-not-for-unit', { set: set.id, unit: kind.slice(0, 40) });
  }
  const { renderTemplate } = await import('../../reports/renderTemplate.ts');
  const words = { language, translate: createReportTranslate(language) };
  return succeed({
    fileName: `bieu-mau_${set.id}_${set.version}_${kind}.xlsx`,
    bytes: await renderTemplate({ set, digest, unitKind: kind }, words),
  });
}
