import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dashboard } from '#shared/api/contract.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { boundsOf, toFraction } from './dashboardFigures.ts';

const kinds = ['phuong', 'xa', 'thi-tran', 'dac-khu', 'thanh-pho'] as const;

/** How this page writes exact figures, kinds of unit and bands. */
export function useDashboardWords(set: Dashboard['set']) {
  const { t } = useTranslation('dashboard');
  const { percent, number, text } = useFormat();
  return useMemo(() => {
    const points = boundsOf(set, 'points');
    const criteria = boundsOf(set, 'criteria');
    return {
      /** In percent of points. */
      points: (figure: string | null) => percent(toFraction(figure), points),
      /** In percent of criteria. */
      criteria: (figure: string | null) => percent(toFraction(figure), criteria),
      /** In percent of anything else. */
      share: (figure: string | null) => percent(toFraction(figure)),
      count: (count: number) => number(String(count)),
      kind: (kind: string) => {
        const known = kinds.find((one) => one === kind);
        return known === undefined ? kind : t(`kind.${known}`);
      },
      band: (id: string | null) => {
        if (id === null) return '';
        const band = set.bands.find((one) => one.id === id);
        return band ? text(band.name) : t('bands.below');
      },
    };
  }, [set, t, percent, number, text]);
}

export type DashboardWords = ReturnType<typeof useDashboardWords>;
