import { IconCircleCheck, IconCircleX, IconProgress } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/useFormat.ts';
import { useAppraisalFrame } from '../appraisalContext.ts';
import type { Basis } from './BasesTable.tsx';
import classes from './BasesTable.module.css';

const icons = { reached: IconCircleCheck, 'not-reached': IconCircleX, open: IconProgress } as const;

/** The verdict of each threshold on every basis, by word, sign and colour. */
export function ThresholdVerdicts({ bases }: { readonly bases: readonly Basis[] }) {
  const { t } = useTranslation(['appraisal', 'app']);
  const { text, number } = useFormat();
  const { thresholds } = useAppraisalFrame().opened.frame.set;
  return (
    <table className={classes.table}>
      <caption className={classes.spoken}>{t('bases.verdicts')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('bases.basis')}</th>
          {thresholds.map(({ id, measure, at, title }) => (
            <th key={id} scope="col" title={text(title)}>
              {t(`bases.threshold.${measure}`, { at: number(at) })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bases.map(({ name, standing }) => (
          <tr key={name}>
            <th scope="row">{t(`bases.${name}`)}</th>
            {standing.verdicts.map(({ threshold, state }) => {
              const Icon = icons[state];
              return (
                <td key={threshold.id}>
                  <span className={classes.verdict} data-state={state}>
                    <Icon size={14} aria-hidden />
                    {t(`app:verdict.${state}`)}
                  </span>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
