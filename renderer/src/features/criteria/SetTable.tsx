import { Button } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetSummary } from '#shared/api/contract.ts';
import type { AppError } from '#shared/errors/result.ts';
import { call } from '../../lib/backend.ts';
import { addressOfBytes, download } from '../../lib/fileFromBackend.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import classes from './CriteriaScreen.module.css';
import { SetStanding } from './SetStanding.tsx';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Every version of every set: what it is, where it is from, and its workbook. */
export function SetTable({ sets }: { readonly sets: readonly SetSummary[] }) {
  const { t } = useTranslation('criteria');
  const { text, language } = useFormat();
  const [making, setMaking] = useState<string | null>(null);
  const [errors, setErrors] = useState<readonly AppError[]>([]);
  const save = async ({ id, version }: SetSummary): Promise<void> => {
    setMaking(`${id}@${version}`);
    setErrors([]);
    const made = await call('criteria.template', { id, version, language });
    setMaking(null);
    if (!made.ok) {
      setErrors(made.errors);
      return;
    }
    const address = addressOfBytes(made.value.base64, workbookType);
    download(address, made.value.fileName);
    URL.revokeObjectURL(address);
  };
  return (
    <>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('list.set')}</th>
            <th scope="col">{t('list.standing')}</th>
            <th scope="col">{t('list.version')}</th>
            <th scope="col">{t('list.origin')}</th>
            <th scope="col">{t('list.digest')}</th>
            <th scope="col">{t('list.workbook')}</th>
          </tr>
        </thead>
        <tbody>
          {sets.map((set) => {
            const name = `${set.id}@${set.version}`;
            return (
              <tr key={name} data-back={set.successor !== null}>
                <th scope="row">
                  {text(set.title)}
                  <span className={classes.note}>{t('list.count', { id: set.id, count: set.criteriaCount })}</span>
                </th>
                <td>
                  <SetStanding set={set} />
                </td>
                <td>{set.version}</td>
                <td className={classes.oneLine}>{t(`list.from.${set.origin}`)}</td>
                <td>
                  <code>{set.digest.slice(0, 8).toUpperCase()}</code>
                </td>
                <td>
                  <Button
                    size="compact-sm"
                    variant="default"
                    leftSection={<IconFileSpreadsheet size={15} aria-hidden />}
                    loading={making === name}
                    aria-label={t('list.saveOf', { title: text(set.title), version: set.version })}
                    onClick={() => void save(set)}
                  >
                    {t('list.save')}
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {errors.length > 0 && <ErrorNotice errors={errors} />}
    </>
  );
}
