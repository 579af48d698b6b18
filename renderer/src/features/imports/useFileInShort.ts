import { useTranslation } from 'react-i18next';
import type { ImportFile } from '#shared/api/contract.ts';
import { useErrorText } from '../../lib/useErrorText.ts';

/** What a person should know of a file at a glance: why it is refused, what it brings, what became of it. */
export function useFileInShort(): (file: ImportFile) => string {
  const { t } = useTranslation('imports');
  const describe = useErrorText();
  return (file) => {
    const [error] = file.errors;
    if (file.state === 'imported') {
      return file.conflicts > 0
        ? t('short.importedWithConflicts', { count: file.conflicts })
        : t('short.imported');
    }
    if (file.verdict === 'refused' && error !== undefined) return describe(error);
    if (file.state === 'left-out' && file.verdict !== 'same' && file.verdict !== 'older') {
      return t('short.leftOut');
    }
    const [warning] = file.warnings;
    const brings = bringsOf(file, t);
    return warning === undefined
      ? brings
      : [brings, describe(warning)].filter((text) => text !== '').join(' ');
  };
}

function bringsOf(
  { verdict, kind, changes, conflicts }: ImportFile,
  t: ReturnType<typeof useTranslation<'imports'>>['t'],
): string {
  if (verdict === 'conflict') return t('short.conflicts', { count: conflicts });
  if (verdict === 'new' && kind !== null && kind !== 'assessment') return t(`kind.${kind}`);
  if (verdict === 'newer' && changes === 0) return t('short.besidesFigures');
  if (verdict === 'new' || verdict === 'newer') return t('short.changes', { count: changes });
  if (verdict === 'older') return t('short.older');
  return verdict === 'same' ? t('short.same') : '';
}
