import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import classes from './files.module.css';
import type { Upload } from './useUploads.ts';

/** Files under way, with how far they are; and those that could not be taken, with the reason. */
export function UploadList({ uploads }: { readonly uploads: readonly Upload[] }) {
  const { t } = useTranslation('desk');
  return uploads.map(({ key, file, state }) =>
    state.kind === 'sending' ? (
      <label key={key} className={classes.sending}>
        <span>{t('files.sending', { name: file.name })}</span>
        <progress value={state.part} max={1} />
      </label>
    ) : (
      <div key={key} className={classes.failed}>
        <p>{t('files.notTaken', { name: file.name })}</p>
        <ErrorNotice errors={state.errors} />
      </div>
    ),
  );
}
