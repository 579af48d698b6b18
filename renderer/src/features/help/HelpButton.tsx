import { useHotkeys } from '@mantine/hooks';
import { IconHelp } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

const HelpDrawer = lazy(() =>
  import('./HelpDrawer.tsx').then(({ HelpDrawer: Drawer }) => ({ default: Drawer })),
);

/** Help for the present screen, by button or F1, also while somebody types. */
export function HelpButton({ className }: { readonly className: string | undefined }) {
  const { t } = useTranslation('help');
  const [isOpen, setIsOpen] = useState(false);
  useHotkeys([['F1', () => setIsOpen(true)]], []);
  return (
    <>
      <button type="button" className={className} aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        <IconHelp size={18} stroke={1.75} aria-hidden />
        <span>{t('open')}</span>
      </button>
      {isOpen && (
        <Suspense>
          <HelpDrawer onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
