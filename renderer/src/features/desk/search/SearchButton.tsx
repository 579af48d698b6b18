import { Button } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { lazy, memo, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

const SearchDialog = lazy(() =>
  import('./SearchDialog.tsx').then(({ SearchDialog: Dialog }) => ({ default: Dialog })),
);

/** Opens the search, as Ctrl+K does from anywhere on the desk. */
export const SearchButton = memo(function SearchButton() {
  const { t } = useTranslation('desk');
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      setIsOpen(true);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconSearch size={16} aria-hidden />}
        aria-keyshortcuts="Control+K"
        title={t('search.hint')}
        onClick={() => setIsOpen(true)}
      >
        {t('search.button')}
      </Button>
      {isOpen && (
        <Suspense>
          <SearchDialog onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
});
