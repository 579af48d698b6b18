import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import classes from './ScreenPage.module.css';

interface ScreenPageProps {
  readonly title: string;
  readonly subtitle?: string;
  /** Stands in the window's title; the page's own title when left out. */
  readonly windowTitle?: string;
  readonly back?: { readonly href: string; readonly label: string };
  readonly children: ReactNode;
}

/** A screen that is read from top to bottom: a way back, a title, its parts. */
export function ScreenPage({ title, subtitle, windowTitle, back, children }: ScreenPageProps) {
  const { t } = useTranslation('app');
  useEffect(() => {
    document.title = t('pageTitle', { page: windowTitle ?? title });
  }, [t, title, windowTitle]);
  return (
    <div className={classes.page}>
      {back && (
        <Link href={back.href} className={classes.back}>
          <IconArrowLeft size={16} aria-hidden />
          {back.label}
        </Link>
      )}
      <h1 className={classes.title}>{title}</h1>
      {subtitle !== undefined && <p className={classes.subtitle}>{subtitle}</p>}
      <div className={classes.body}>{children}</div>
    </div>
  );
}
