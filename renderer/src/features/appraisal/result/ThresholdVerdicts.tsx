import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/useFormat.ts';
import { VerdictChip } from '../../../ui/VerdictChip.tsx';
import { useAppraisalFrame } from '../appraisalContext.ts';
import type { Basis } from './BasesTable.tsx';
import classes from './ThresholdVerdicts.module.css';

/** Each threshold, with the verdict on every basis. */
export function ThresholdVerdicts({ bases }: { readonly bases: readonly Basis[] }) {
  const { t } = useTranslation('appraisal');
  const { text } = useFormat();
  const { opened } = useAppraisalFrame();
  return opened.frame.set.thresholds.map((threshold, index) => (
    <div key={threshold.id} className={classes.threshold}>
      <p>{text(threshold.title)}</p>
      <ul aria-label={text(threshold.title)}>
        {bases.map(({ name, standing }) => (
          <li key={name}>
            <VerdictChip label={t(`bases.${name}`)} state={standing.verdicts[index]?.state ?? 'open'} />
          </li>
        ))}
      </ul>
    </div>
  ));
}
