import { Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../lib/useFormat.ts';
import classes from './Pager.module.css';

interface PagerProps {
  /** What is paged, for those who hear the page. */
  readonly label: string;
  /** From 0. */
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
}

/** From page to page of a long list; nothing where one page holds all. */
export function Pager({ label, page, pageSize, total, onPage }: PagerProps) {
  const { t } = useTranslation('app');
  const { number } = useFormat();
  if (total <= pageSize) return null;
  const last = Math.ceil(total / pageSize) - 1;
  const count = (figure: number): string => number(String(figure));
  return (
    <nav className={classes.pager} aria-label={label}>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconChevronLeft size={16} aria-hidden />}
        disabled={page === 0}
        onClick={() => onPage(page - 1)}
      >
        {t('pager.previous')}
      </Button>
      <span role="status">
        {t('pager.shown', {
          first: count(page * pageSize + 1),
          last: count(Math.min(total, (page + 1) * pageSize)),
          total: count(total),
        })}
      </span>
      <Button
        size="compact-sm"
        variant="default"
        rightSection={<IconChevronRight size={16} aria-hidden />}
        disabled={page >= last}
        onClick={() => onPage(page + 1)}
      >
        {t('pager.next')}
      </Button>
    </nav>
  );
}
