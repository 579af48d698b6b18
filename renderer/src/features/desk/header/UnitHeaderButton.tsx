import { Button } from '@mantine/core';
import { IconId } from '@tabler/icons-react';
import { lazy, memo, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeaderDesk } from '../useHeaderQueue.ts';

const UnitHeaderDrawer = lazy(() =>
  import('./UnitHeaderDrawer.tsx').then(({ UnitHeaderDrawer: Drawer }) => ({ default: Drawer })),
);

/** Opens the head of the form. */
export const UnitHeaderButton = memo(function UnitHeaderButton({ header }: { readonly header: HeaderDesk }) {
  const { t } = useTranslation('desk');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconId size={16} aria-hidden />}
        onClick={() => setIsOpen(true)}
      >
        {t('header.title')}
      </Button>
      {isOpen && (
        <Suspense>
          <UnitHeaderDrawer header={header} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
});
