import { useTranslation } from 'react-i18next';
import type { AssessmentScore, Standing } from '#shared/domain/scoring/scoreAssessment.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { VerdictChip } from '../../../ui/VerdictChip.tsx';
import { useDeskFrame } from '../deskContext.ts';
import { boundsInPoints, boundsOfSet } from '#shared/report/boundsOfSet.ts';
import classes from './StandingTable.module.css';

/** As declared and as evidenced, side by side, in every measure and for every threshold. */
export function StandingTable({ score }: { readonly score: AssessmentScore }) {
  const { t } = useTranslation('desk');
  const { text, number, percent } = useFormat();
  const { set } = useDeskFrame().frame;
  const bases = [
    { name: 'claimed', standing: score.claimed },
    { name: 'evidenced', standing: score.evidenced },
  ] as const;
  const row = (label: string, cell: (standing: Standing) => string) => (
    <tr>
      <th scope="row">{label}</th>
      {bases.map(({ name, standing }) => (
        <td key={name}>{cell(standing)}</td>
      ))}
    </tr>
  );
  return (
    <table className={classes.table}>
      <caption className={classes.caption}>{t('result.tableCaption')}</caption>
      <thead>
        <tr>
          <th scope="col" className={classes.measure}>
            {t('result.measure')}
          </th>
          <th scope="col">{t('result.claimed')}</th>
          <th scope="col">{t('result.evidenced')}</th>
        </tr>
      </thead>
      <tbody>
        {row(t('result.points'), (standing) => number(standing.points, boundsInPoints(set, standing.max)))}
        {row(t('result.percentOfPoints'), (standing) =>
          percent(standing.percent, boundsOfSet(set, 'points')),
        )}
        {row(t('result.criteriaMet'), (standing) =>
          t('result.metOf', { met: standing.criteriaMet, total: standing.criteriaApplicable }),
        )}
        {row(t('result.percentOfCriteria'), (standing) =>
          percent(standing.criteriaPercent, boundsOfSet(set, 'criteria')),
        )}
        {set.thresholds.map((threshold, index) => (
          <tr key={threshold.id} className={classes.verdict}>
            <th scope="row">
              {text(threshold.title)}
              {threshold.borrowed && <span className={classes.borrowed}>{text(threshold.borrowed)}</span>}
            </th>
            {bases.map(({ name, standing }) => (
              <td key={name}>
                <VerdictChip state={standing.verdicts[index]?.state ?? 'open'} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
