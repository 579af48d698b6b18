import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ImportFile } from '#shared/api/contract.ts';
import { useCall } from '../../lib/useCall.ts';
import { useErrorText } from '../../lib/useErrorText.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { useSizeText } from '../../lib/useSizeText.ts';
import { FingerprintWords } from '../../ui/FingerprintWords.tsx';
import classes from './FileListing.module.css';

/** Everything known of a file: why, from whom, what it brings. */
export function FileDetail({ file }: { readonly file: ImportFile }) {
  const { t } = useTranslation('imports');
  const describe = useErrorText();
  const sizeText = useSizeText();
  const { errors, warnings, signer, unit, kind, assessmentId } = file;
  return (
    <div className={classes.detail}>
      {errors.length > 0 && (
        <ul className={classes.errors}>
          {errors.map((error) => (
            <li key={`${error.code} ${error.place ?? ''} ${JSON.stringify(error.params)}`}>
              {describe(error)}
            </li>
          ))}
        </ul>
      )}
      {warnings.length > 0 && (
        <ul className={classes.warnings}>
          {warnings.map((warning) => (
            <li key={`${warning.code} ${warning.place ?? ''} ${JSON.stringify(warning.params)}`}>
              {describe(warning)}
            </li>
          ))}
        </ul>
      )}
      {file.quarantined && <p className={classes.quarantined}>{t('detail.quarantined')}</p>}
      <dl className={classes.facts}>
        <dt>{t('detail.size')}</dt>
        <dd>{sizeText(file.size)}</dd>
        {kind !== null && (
          <>
            <dt>{t('detail.kind')}</dt>
            <dd>{t(`kind.${kind}`)}</dd>
          </>
        )}
        {unit !== null && (
          <>
            <dt>{t('detail.unit')}</dt>
            <dd>
              {unit.parentName === ''
                ? t('detail.unitCode', { name: unit.name, code: unit.code })
                : t('detail.unitCodeAndParent', {
                    name: unit.name,
                    code: unit.code,
                    parent: unit.parentName,
                  })}
            </dd>
          </>
        )}
        {file.setId !== null && file.setVersion !== null && (
          <>
            <dt>{t('detail.set')}</dt>
            <dd>
              <SetName id={file.setId} version={file.setVersion} />
            </dd>
          </>
        )}
        {(kind === 'assessment' || kind === 'review') && file.verdict !== 'refused' && (
          <>
            <dt>{t('detail.brings')}</dt>
            <dd>{t('detail.changes', { count: file.changes })}</dd>
          </>
        )}
        {signer !== null && (
          <>
            <dt>{t('detail.signer')}</dt>
            <dd className={classes.signer}>
              <FingerprintWords words={signer.words} label={t('detail.signer')} />
              <span>{t(`standing.${signer.standing}`)}</span>
            </dd>
          </>
        )}
      </dl>
      {assessmentId !== null && <Link href={`/assessments/${assessmentId}`}>{t('detail.open')}</Link>}
    </div>
  );
}

/** By its title where the set is here; one that is waited for is known by its id alone. */
function SetName({ id, version }: { readonly id: string; readonly version: string }) {
  const { t } = useTranslation('imports');
  const { text } = useFormat();
  const { state } = useCall('criteria.list', {});
  const known = state.kind === 'ready' ? state.value.find((set) => set.id === id) : undefined;
  return t('detail.setVersion', { id: known === undefined ? id : text(known.title), version });
}
