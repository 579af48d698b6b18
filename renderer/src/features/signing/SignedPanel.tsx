import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Signing } from '#shared/api/contract.ts';
import { shortCode } from '#shared/report/scorecardCode.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { ExportButton } from '../../ui/ExportButton.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ScorecardExport } from '../../ui/ScorecardExport.tsx';
import classes from './SignedPanel.module.css';

interface SignedPanelProps {
  readonly assessmentId: string;
  readonly revision: number;
  readonly signature: NonNullable<Signing['signature']>;
}

/** The signature in force, the code that ties the print to it, and the print. */
export function SignedPanel({ assessmentId, revision, signature }: SignedPanelProps) {
  const { t } = useTranslation('signing');
  const { date, moment } = useFormat();
  const facts = [
    [t('signed.who'), t('signed.whoValue', { name: signature.name, position: signature.title })],
    [t('signed.where'), t('signed.whereValue', { place: signature.place, date: date(signature.date) })],
    [t('signed.when'), moment(signature.signedAt)],
  ] as const;
  return (
    <Panel title={t('signed.title', { revision })}>
      <p className={classes.frozen}>
        <IconLock size={18} aria-hidden />
        {t('signed.frozen')}
      </p>
      <dl className={classes.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{t('signed.code')}</dt>
          <dd>
            <strong className={classes.code}>{shortCode(signature.digest)}</strong>
            <span className={classes.hint}>{t('signed.codeHint')}</span>
          </dd>
        </div>
      </dl>
      <ScorecardExport assessmentId={assessmentId} pdfLabel={t('signed.print')} />
      <div className={classes.send}>
        <ExportButton assessmentId={assessmentId} />
      </div>
    </Panel>
  );
}
