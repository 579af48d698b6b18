import { Checkbox } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { memo, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportFile } from '#shared/api/contract.ts';
import { usePeriodText } from '../../lib/usePeriodText.ts';
import { FileDetail } from './FileDetail.tsx';
import classes from './FileListing.module.css';
import { useFileInShort } from './useFileInShort.ts';
import { VerdictMark } from './VerdictMark.tsx';

interface FileRowProps {
  readonly file: ImportFile;
  /** `none`: nothing can be chosen now; `off`: not this file. */
  readonly tick: 'none' | 'off' | 'yes' | 'no';
  readonly onTick: (isTaken: boolean) => void;
}

/** One file: what it is, from whom, what it would do, in one line; more below on request. */
export const FileRow = memo(
  function FileRow({ file, tick, onTick }: FileRowProps) {
    const { t } = useTranslation('imports');
    const describePeriod = usePeriodText();
    const inShort = useFileInShort();
    const [isOpen, setIsOpen] = useState(false);
    const detailId = useId();
    const { name, unit, period, revision, verdict } = file;
    const Chevron = isOpen ? IconChevronDown : IconChevronRight;
    const columns = tick === 'none' ? 4 : 5;
    return (
      <tbody>
        <tr>
          {tick !== 'none' && (
            <td className={classes.tick}>
              {tick !== 'off' && (
                <Checkbox
                  aria-label={t('list.tick', { name })}
                  checked={tick === 'yes'}
                  onChange={(event) => onTick(event.currentTarget.checked)}
                />
              )}
            </td>
          )}
          <th scope="row" className={classes.name}>
            {name}
          </th>
          <td className={classes.whose}>
            {unit === null ? (
              <span className={classes.soft}>{t('list.unknown')}</span>
            ) : (
              <>
                <span className={classes.unit}>{unit.name}</span>
                <span className={classes.soft}>
                  {[
                    period === null ? null : describePeriod(period),
                    revision === null
                      ? null
                      : revision === 0
                        ? t('list.unsigned')
                        : t('list.revision', { revision }),
                  ]
                    .filter((part) => part !== null)
                    .join(' · ')}
                </span>
              </>
            )}
          </td>
          <td>
            {verdict === null ? (
              <span className={classes.soft}>{t('list.waiting')}</span>
            ) : (
              <VerdictMark verdict={verdict} />
            )}
            <span className={classes.short}>{inShort(file)}</span>
          </td>
          <td className={classes.more}>
            <button
              type="button"
              className={classes.expand}
              aria-expanded={isOpen}
              aria-controls={detailId}
              aria-label={t('list.detailsOf', { name })}
              onClick={() => setIsOpen(!isOpen)}
            >
              <Chevron size={18} aria-hidden />
            </button>
          </td>
        </tr>
        <tr id={detailId} hidden={!isOpen} className={classes.detailRow}>
          <td colSpan={columns}>{isOpen && <FileDetail file={file} />}</td>
        </tr>
      </tbody>
    );
  },
  (before, after) => before.file === after.file && before.tick === after.tick,
);
