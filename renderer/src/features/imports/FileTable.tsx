import { Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ImportFile } from '#shared/api/contract.ts';
import type { ListView, SortKey } from './fileList.ts';
import classes from './FileListing.module.css';
import { FileRow } from './FileRow.tsx';

/** Which files are taken. */
export interface FileChoice {
  /** Numbers of files that can be taken. */
  readonly offered: ReadonlySet<number>;
  /** Numbers of files that could be taken and shall not. */
  readonly leftOut: ReadonlySet<number>;
  readonly onLeftOut: (leftOut: ReadonlySet<number>) => void;
}

interface FileTableProps {
  readonly files: readonly ImportFile[];
  readonly view: ListView;
  readonly onSort: (key: SortKey) => void;
  readonly choice: FileChoice | null;
}

const columns = ['name', 'unit', 'verdict'] as const satisfies readonly SortKey[];
const widths = { name: 'name', unit: 'whose', verdict: 'verdict' } as const;

/** One page of the files, one row each. */
export function FileTable({ files, view, onSort, choice }: FileTableProps) {
  const { t } = useTranslation('imports');
  const take = (numbers: readonly number[], isTaken: boolean): void => {
    if (choice === null) return;
    const next = new Set(choice.leftOut);
    for (const number of numbers) {
      if (isTaken) next.delete(number);
      else next.add(number);
    }
    choice.onLeftOut(next);
  };
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          {choice !== null && (
            <th scope="col" className={classes.tick}>
              <PageTick files={files} choice={choice} onTake={take} />
            </th>
          )}
          {columns.map((column) => (
            <SortHead key={column} column={column} view={view} onSort={onSort} />
          ))}
          <th scope="col" className={classes.more}>
            <span className={classes.spoken}>{t('list.details')}</span>
          </th>
        </tr>
      </thead>
      {files.map((file) => {
        const isOffered = choice !== null && choice.offered.has(file.number);
        return (
          <FileRow
            key={file.number}
            file={file}
            tick={
              choice === null ? 'none' : !isOffered ? 'off' : choice.leftOut.has(file.number) ? 'no' : 'yes'
            }
            onTick={(isTaken) => take([file.number], isTaken)}
          />
        );
      })}
    </table>
  );
}

interface PageTickProps {
  readonly files: readonly ImportFile[];
  readonly choice: FileChoice;
  readonly onTake: (numbers: readonly number[], isTaken: boolean) => void;
}

function PageTick({ files, choice, onTake }: PageTickProps) {
  const { t } = useTranslation('imports');
  const offered = files.map(({ number }) => number).filter((number) => choice.offered.has(number));
  const taken = offered.filter((number) => !choice.leftOut.has(number));
  return (
    <Checkbox
      aria-label={t('list.tickPage')}
      disabled={offered.length === 0}
      checked={offered.length > 0 && taken.length === offered.length}
      indeterminate={taken.length > 0 && taken.length < offered.length}
      onChange={(event) => onTake(offered, event.currentTarget.checked)}
    />
  );
}

interface SortHeadProps {
  readonly column: (typeof columns)[number];
  readonly view: ListView;
  readonly onSort: (key: SortKey) => void;
}

function SortHead({ column, view, onSort }: SortHeadProps) {
  const { t } = useTranslation('imports');
  const isSorted = view.sort === column;
  const Icon = view.isDescending ? IconArrowDown : IconArrowUp;
  return (
    <th
      scope="col"
      className={classes[widths[column]]}
      aria-sort={isSorted ? (view.isDescending ? 'descending' : 'ascending') : 'none'}
    >
      <button type="button" className={classes.sort} onClick={() => onSort(column)}>
        {t(`list.column.${column}`)}
        {isSorted && <Icon size={14} aria-hidden />}
      </button>
    </th>
  );
}
