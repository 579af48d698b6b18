import { IconCircleCheck, IconHandStop } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { countVerdicts } from './fileList.ts';
import type { ImportSnapshot } from './importSession.ts';
import classes from './ImportWork.module.css';

interface ImportSummaryProps {
  readonly snapshot: ImportSnapshot;
  readonly children: ReactNode;
}

/** What came in, what did not, and what is to be done now. */
export function ImportSummary({ snapshot: { phase, files }, children }: ImportSummaryProps) {
  const { t } = useTranslation('imports');
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const imported = files.filter(({ state }) => state === 'imported');
  const counts = countVerdicts(files.filter(({ state }) => state !== 'imported'));
  const conflicts = imported.reduce((sum, file) => sum + file.conflicts, 0);
  const leftOut = counts.new + counts.newer + counts.conflict;
  const isStopped = phase === 'cancelled';
  const Icon = isStopped ? IconHandStop : IconCircleCheck;
  return (
    <section className={classes.summary} data-tone={isStopped ? 'stopped' : 'done'}>
      <h2 ref={title} tabIndex={-1} className={classes.summaryTitle}>
        <Icon size={22} aria-hidden />
        {isStopped
          ? t('summary.cancelled', { count: imported.length })
          : t('summary.done', { count: imported.length })}
      </h2>
      <ul>
        {counts.same + counts.older > 0 && (
          <li>{t('summary.unchanged', { count: counts.same + counts.older })}</li>
        )}
        {leftOut > 0 && <li>{t('summary.leftOut', { count: leftOut })}</li>}
        {counts.refused > 0 && <li>{t('summary.refused', { count: counts.refused })}</li>}
        {conflicts > 0 && <li>{t('summary.conflicts', { count: conflicts })}</li>}
      </ul>
      <div className={classes.links}>
        {conflicts > 0 && <Link href="/conflicts">{t('summary.toConflicts')}</Link>}
        <Link href="/">{t('summary.toHome')}</Link>
        {children}
      </div>
    </section>
  );
}
