import { IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { namesDocument, type Evidence } from '#shared/domain/assessment/answer.ts';
import { evidenceUrl } from '../../lib/evidenceFiles.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { useSizeText } from '../../lib/useSizeText.ts';
import classes from './ConflictsScreen.module.css';

/** Documents in administrative terms, each with its file. */
export function DocumentList({ documents }: { readonly documents: readonly Evidence[] }) {
  const { t } = useTranslation('conflicts');
  const { date } = useFormat();
  const sizeText = useSizeText();
  const named = documents.filter(namesDocument);
  if (named.length === 0) return <p className={classes.soft}>{t('evidence.none')}</p>;
  return (
    <ul className={classes.documents}>
      {named.map((document) => (
        <li key={JSON.stringify(document)}>
          {[
            document.number,
            document.date === '' ? '' : date(document.date),
            document.issuer,
            document.title,
            document.page === '' ? '' : t('evidence.page', { page: document.page }),
          ]
            .filter((part) => part !== '')
            .join(', ')}
          {document.file !== undefined && (
            <a
              href={evidenceUrl(document.file.sha256, document.file.name)}
              download={document.file.name}
              className={classes.file}
            >
              <IconPaperclip size={15} aria-hidden />
              {t('evidence.file', { name: document.file.name, size: sizeText(document.file.size) })}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
