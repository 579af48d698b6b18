import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { startTransition, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportFile } from '#shared/api/contract.ts';
import { Pager } from '../../ui/Pager.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { listFiles, type ListView, type SortKey } from './fileList.ts';
import classes from './FileListing.module.css';
import { FileTable, type FileChoice } from './FileTable.tsx';
import { VerdictFilter } from './VerdictFilter.tsx';

interface FileListingProps {
  readonly files: readonly ImportFile[];
  /** Null while nothing can be chosen. */
  readonly choice: FileChoice | null;
}

/** Drawn rows; a thousand files at once would keep an old machine busy for seconds. */
const pageSize = 50;

/** Every file with its verdict: counted, filtered, searched, sorted, page by page. */
export function FileListing({ files, choice }: FileListingProps) {
  const { t } = useTranslation('imports');
  const [view, setView] = useState<ListView>({
    verdict: null,
    search: '',
    sort: 'number',
    isDescending: false,
  });
  const [page, setPage] = useState(0);
  const change = (part: Partial<ListView>): void => {
    setView((before) => ({ ...before, ...part }));
    setPage(0);
  };
  const shownView = useDeferredValue(view);
  const listed = useMemo(() => listFiles(files, shownView), [files, shownView]);
  // The list shrinks while verdicts arrive.
  const shownPage = Math.min(page, Math.max(0, Math.ceil(listed.length / pageSize) - 1));
  const shown = listed.slice(shownPage * pageSize, (shownPage + 1) * pageSize);
  const sort = (key: SortKey): void =>
    change({ sort: key, isDescending: view.sort === key && !view.isDescending });
  return (
    <Panel title={t('list.title')}>
      <div className={classes.tools}>
        <VerdictFilter files={files} chosen={view.verdict} onChoose={(verdict) => change({ verdict })} />
        <TextInput
          className={classes.search ?? ''}
          type="search"
          aria-label={t('list.search')}
          placeholder={t('list.search')}
          leftSection={<IconSearch size={17} aria-hidden />}
          value={view.search}
          onChange={(event) => change({ search: event.currentTarget.value })}
        />
      </div>
      {listed.length === 0 ? (
        <p role="status" className={classes.none}>
          {t('list.noneFound')}
        </p>
      ) : (
        <FileTable files={shown} view={view} onSort={sort} choice={choice} />
      )}
      <Pager
        label={t('list.pages')}
        page={shownPage}
        pageSize={pageSize}
        total={listed.length}
        onPage={(next) => startTransition(() => setPage(next))}
      />
    </Panel>
  );
}
