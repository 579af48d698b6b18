import type { Conflict, LineageEntry } from '#shared/api/contract.ts';
import { findSet, type Content } from '#backend/files/content.ts';
import { findCriterion } from '#shared/domain/criteria/criteriaOfSet.ts';
import type { Wording } from '#shared/format/scoreDocument.ts';

/** `self 1.4 value`: stage, display code and field, as the options of a command name them. */
export function nameCell(content: Content, conflict: Conflict): string {
  const loadedSet = findSet(content, conflict.setId, conflict.setVersion);
  const criterion = loadedSet.ok ? findCriterion(loadedSet.value.set, conflict.criterionId) : undefined;
  return [conflict.stage, criterion?.code ?? conflict.criterionId, conflict.field].join(' ');
}

/** A value on one line, as JSON. */
export function valueOnOneLine(value: unknown): string {
  return JSON.stringify(value) ?? 'null';
}

/** Who made an edit, when, and in which file it came. */
export function describeOrigin(
  { author, changedAt, source }: Pick<LineageEntry, 'author' | 'changedAt' | 'source'>,
  { translate }: Wording,
): string {
  const who = author === '' ? translate('cli:authorUnknown') : author;
  const where = source
    ? translate('cli:originFile', {
        file: source.fileName,
        unit: source.signerUnit,
        words: source.signerWords.join(' '),
      })
    : translate('cli:originHere');
  return [changedAt, who, where].join(' · ');
}
