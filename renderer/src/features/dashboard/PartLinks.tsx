import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import classes from './PartLinks.module.css';
import { dashboardParts, type DashboardPart } from './dashboardView.ts';

/** The ways to the parts of the page. */
export function PartLinks({ part }: { readonly part: DashboardPart }) {
  const { t } = useTranslation('dashboard');
  return (
    <nav aria-label={t('parts.label')} className={classes.links}>
      {dashboardParts.map((one) => (
        <Link
          key={one}
          href={one === 'whole' ? '/dashboard' : `/dashboard/${one}`}
          aria-current={one === part ? 'page' : undefined}
        >
          {t(`parts.${one}`)}
        </Link>
      ))}
    </nav>
  );
}
