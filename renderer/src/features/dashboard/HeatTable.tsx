import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Dashboard } from '#shared/api/contract.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { heatLevelOf, heatMarksOf, keyOfUnit, toFraction, type RankedUnit } from './dashboardFigures.ts';
import heat from './Heat.module.css';
import { useDashboardWords } from './useDashboardWords.ts';
import { useFirstFew } from './useFirstFew.ts';

const few = 15;

interface HeatTableProps {
  readonly dashboard: Dashboard;
  readonly kind: string;
  readonly units: readonly RankedUnit[];
}

/** The groups of one kind of unit, in the order of the ranking. */
export function HeatTable({ dashboard: { set, groups }, kind, units }: HeatTableProps) {
  const { t } = useTranslation('dashboard');
  const { text } = useFormat();
  const { points, kind: describeKind } = useDashboardWords(set);
  const scored = units.filter(({ percent }) => percent !== null);
  const { shown, hasMore, showsAll, toggle } = useFirstFew(scored, few);
  const marks = heatMarksOf(set);
  return (
    <>
      <div className={heat.frame}>
        <table className={heat.table} aria-label={t('groups.title', { kind: describeKind(kind) })}>
          <thead>
            <tr>
              <th scope="col">{t('groups.unit')}</th>
              <th scope="col">{t('groups.all')}</th>
              {groups.map(({ id, code, name }) => (
                <th key={id} scope="col" title={text(name)}>
                  {t('groups.head', { code })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((ranked) => (
              <tr key={keyOfUnit(ranked)} data-unit={ranked.unit.code}>
                <th scope="row">
                  {ranked.assessmentId === null ? (
                    ranked.unit.name
                  ) : (
                    <Link href={`/assessments/${ranked.assessmentId}/overview`}>{ranked.unit.name}</Link>
                  )}
                </th>
                <td className={heat.whole}>{points(ranked.percent)}</td>
                {ranked.groups.map(({ percent, criterionId }, index) => {
                  const group = groups[index];
                  const figure = points(percent);
                  return (
                    <td key={group?.id} data-level={heatLevelOf(toFraction(percent), marks)}>
                      {criterionId === null || ranked.assessmentId === null ? (
                        <span>{figure}</span>
                      ) : (
                        <Link
                          href={`/assessments/${ranked.assessmentId}/${criterionId}`}
                          aria-label={t('groups.cell', {
                            unit: ranked.unit.name,
                            code: group?.code ?? '',
                            percent: figure,
                          })}
                        >
                          {figure}
                        </Link>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hasMore && (
        <Button variant="default" size="compact-sm" mt="sm" onClick={toggle}>
          {showsAll ? t('ranking.showFewer', { count: few }) : t('ranking.showAll', { count: scored.length })}
        </Button>
      )}
    </>
  );
}
