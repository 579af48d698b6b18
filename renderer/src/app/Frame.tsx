import { IconRuler2, IconSettings } from '@tabler/icons-react';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { ExportDesk } from '../features/exporting/ExportDesk.tsx';
import { HelpButton } from '../features/help/HelpButton.tsx';
import { Tour } from '../features/help/Tour.tsx';
import { LineageDesk } from '../features/lineage/LineageDesk.tsx';
import classes from './Frame.module.css';
import { LanguageSwitch } from './LanguageSwitch.tsx';

interface FrameProps {
  readonly version: string | null;
  readonly children: ReactNode;
}

/** What stands around every screen: skip link, product name, settings, help, language, and what any screen may open: tour, export, lineage. */
export function Frame({ version, children }: FrameProps) {
  const { t } = useTranslation('app');
  const main = useRef<HTMLElement>(null);
  return (
    <>
      {/* The address belongs to the router, so the link moves the focus instead of following a fragment. */}
      <button type="button" className={classes.skip} onClick={() => main.current?.focus()}>
        {t('skipToContent')}
      </button>
      <header className={classes.header}>
        <Link href="/" className={classes.name}>
          <IconRuler2 size={24} stroke={1.75} aria-hidden />
          <span>{t('productName')}</span>
          <span className={classes.tagline}>{t('productTagline')}</span>
        </Link>
        <div className={classes.end}>
          <Link href="/settings" className={classes.way}>
            <IconSettings size={18} stroke={1.75} aria-hidden />
            <span>{t('settings')}</span>
          </Link>
          <HelpButton className={classes.way} />
          {version !== null && <span className={classes.version}>{t('version', { version })}</span>}
          <LanguageSwitch />
        </div>
      </header>
      <main ref={main} tabIndex={-1} className={classes.main}>
        {children}
      </main>
      <Tour />
      <ExportDesk />
      <LineageDesk />
    </>
  );
}
